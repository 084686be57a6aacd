import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCitations } from '$lib/lexicon/check-citations';
import { say } from '$lib/lexicon/said';
import { parseTrace } from '$lib/trace/file';
import { formatTrace } from '$lib/trace/format';
import { anyTrace } from '../../fixtures/arbitrary-facts';
import { createSigner } from '../../fixtures/tokens';
import { configured, wholeWalk } from '../../fixtures/walk';

const reasonOf = (text: string): string => {
	const parsed = parseTrace(text);
	return parsed.ok ? 'taken' : parsed.failure.reason;
};
const file = (facts: unknown, changes: Record<string, unknown> = {}): string =>
	JSON.stringify({ format: 'pkce-playground-trace', version: 1, facts, ...changes });

const good = { id: 'as-code-found', status: 'skipped', rfc: checkCitations['as-code-found'] };

describe('a trace file', () => {
	it('gives back the trace it was made of', () => {
		fc.assert(
			fc.property(anyTrace, (trace) => {
				expect(parseTrace(formatTrace(trace))).toEqual({ ok: true, value: trace });
			})
		);
	});

	it('gives back a whole walk', async () => {
		const trace = await wholeWalk(await createSigner('ES256'));
		expect(parseTrace(formatTrace(trace))).toEqual({ ok: true, value: trace });
	});

	it('is read in every version that there was', async () => {
		const trace = await wholeWalk(await createSigner('ES256'));
		for (const version of [1, 2, 3, 4, 5])
			expect(parseTrace(file(trace, { version }))).toEqual({ ok: true, value: trace });
	});

	it('of before there were phrases keeps their words as the values that they are', () => {
		const trace = [observed({ ...good, expected: 'code', actual: 'no code' })];
		expect(parseTrace(file(trace, { version: 2 }))).toEqual({ ok: true, value: trace });
	});

	it.each([
		['known', say('left-out', 'openid', say('because', 'offline_access', say('no-api-named')))],
		['that this version does not know', { say: 'to-come', with: ['a'] }],
		['that lacks a value', { say: 'named', with: [] }]
	])('keeps a phrase %s as it is', (_, actual) => {
		const trace = [observed({ ...good, actual })];
		expect(parseTrace(file(trace, { version: 3 }))).toEqual({ ok: true, value: trace });
	});

	it.each([
		['in words, as it was before there were phrases', 'tokens issued'],
		['as a phrase', say('refused-with', 'invalid_grant')]
	])('keeps how a decision ended %s', (_, outcome) => {
		const trace = [observed(good, outcome)];
		expect(parseTrace(file(trace, { version: 3 }))).toEqual({ ok: true, value: trace });
	});

	it.each([
		['a number', 5],
		['a phrase without values', { say: 'missing' }],
		['a phrase whose value is none', { say: 'opaque', with: [5] }],
		[
			'phrases in phrases without end',
			[...Array(9)].reduce((actual) => ({ say: 'opaque', with: [actual] }), 'a')
		]
	])('is refused for a check that says %s', (_, actual) => {
		expect(reasonOf(file([observed({ ...good, actual })], { version: 3 }))).toBe('not-a-trace');
	});

	it('is refused for what it is, whatever the text', () => {
		fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => reasonOf(text) !== 'taken'));
		fc.assert(fc.property(fc.json(), (text) => reasonOf(text) !== 'taken'));
	});

	it.each([
		['nothing', '', 'not-json'],
		['rubbish', '{"format":', 'not-json'],
		['HTML', '<!doctype html>', 'not-json'],
		['another format', file([], { format: 'har' }), 'not-a-trace'],
		['no facts', file(undefined), 'not-a-trace'],
		['facts that are no list', file({}), 'not-a-trace'],
		['a version as text', file([], { version: '1' }), 'not-a-trace'],
		['a version to come', file([], { version: 7 }), 'version-unknown'],
		['a version before the first', file([], { version: 0 }), 'version-unknown'],
		['a version to come with facts of another shape', file('?', { version: 99 }), 'version-unknown'],
		['a fact of no known kind', file([{ kind: 'guessed', at: 1 }]), 'not-a-trace'],
		['a fact without a time', file([{ ...configured(), at: null }]), 'not-a-trace'],
		[
			'a check that the app does not know',
			file([observed({ id: 'made-up', status: 'pass', rfc: 'RFC 6749 §4.1' })]),
			'not-a-trace'
		],
		[
			'a citation that the app does not know',
			file([observed({ id: 'token-type', status: 'pass', rfc: 'RFC 1 §1' })]),
			'not-a-trace'
		],
		['more facts than a walk has', file(Array.from({ length: 5001 }, () => configured())), 'not-a-trace'],
		['more text than a walk has', file([]).padEnd(8_000_001), 'too-large']
	])('is refused: %s', (_, text, reason) => {
		expect(reasonOf(text)).toBe(reason);
	});

	it('is refused with the place of the fault', () => {
		const parsed = parseTrace(file([configured(), { ...configured(), at: 'now' }]));
		expect(parsed.ok ? '' : parsed.failure.where).toContain('facts.1.at');
	});

	it('loses members that no fact has', () => {
		const parsed = parseTrace(file([{ ...configured(), outcome: 'believe me' }]));
		expect(parsed).toEqual({ ok: true, value: [configured()] });
	});
});

function observed(check: unknown, outcome: unknown = 'ok'): unknown {
	const decision = { endpoint: 'token', at: 1, checks: [check], outcome };
	return { kind: 'observed', at: 1, step: 'callback', inside: [decision] };
}
