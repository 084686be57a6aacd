import { beforeAll, describe, expect, it } from 'vitest';
import { fold } from '$lib/flow/fold';
import { verdictsOf } from '$lib/flow/verdicts';
import { readWalkFile } from '$lib/recording/walk-file';
import { chosenFacts, fileName, harFile, jsonFile } from '$lib/report/files';
import type { Trace } from '$lib/trace/fact';
import { parseTrace } from '$lib/trace/file';
import { redact } from '$lib/trace/redact';
import { verdictMember } from '$lib/trace/sanitised';
import { answer } from '../../fixtures/messages';
import { harProblems } from '../../fixtures/har-judge';
import { sessionAfter } from '../../fixtures/session';
import { createSigner } from '../../fixtures/tokens';
import { exchanged, generated, left, posted, secretsOfTheWalk, wholeWalk } from '../../fixtures/walk';

let whole: Trace;
let two: Trace;
beforeAll(async () => {
	whole = await wholeWalk(await createSigner('ES256'));
	two = [...whole, generated('authorize', { state: 'another', nonce: 'n' }), left({ state: 'another' })];
});

describe('a HAR file', () => {
	const walks: [name: string, walk: () => Trace][] = [
		['whole', () => whole],
		['redacted', () => redact(whole)],
		['empty', () => []],
		['with a posted answer', () => [...whole.slice(0, 6), posted()]],
		[
			'with odd values',
			() => [
				exchanged(
					'call',
					'api',
					{ method: 'PUT', url: 'https://a.example/?a=b&a=', body: '', headers: [['x', '']] },
					answer('é', { status: 204 })
				)
			]
		]
	];

	it.each(walks)('is HAR 1.2, of a walk: %s', (_, walk) => {
		expect(harProblems(harFile(walk()))).toEqual([]);
	});

	it('is none where a member is missing: the schema says so', () => {
		expect(harProblems(harFile(whole).replace('"startedDateTime"', '"started"'))).not.toEqual([]);
	});

	it('is read here again, as a recording', async () => {
		const read = await readWalkFile(harFile(whole));
		expect(read.ok && read.value.filter(({ kind }) => kind === 'exchanged').length).toBeGreaterThan(3);
	});
});

describe('a walk file', () => {
	it('is read here again, as it was', () => {
		expect(parseTrace(jsonFile(whole))).toEqual({ ok: true, value: whole });
	});
});

describe('the facts that are chosen', () => {
	it('are those of one attempt, or all, where the secrets are wanted', async () => {
		const { facts } = await sessionAfter(two);
		expect(chosenFacts(two, { of: undefined, withSecrets: true, verdicts: [] })).toEqual(two);
		expect(chosenFacts(two, { of: facts, withSecrets: true, verdicts: [] })).toEqual(facts);
	});

	it('are without secrets, and say first what was proved', async () => {
		const { facts } = await sessionAfter(two);
		const verdicts = await verdictsOf(await fold(two));
		const redacted = chosenFacts(two, { of: facts, withSecrets: false, verdicts });
		expect(redacted.map(({ kind }) => kind)).toEqual(['imported', ...facts.map(({ kind }) => kind)]);
		for (const secret of secretsOfTheWalk) expect(jsonFile(redacted)).not.toContain(secret);
		expect(harProblems(harFile(redacted))).toEqual([]);
		expect(harFile(redacted)).toContain(verdictMember);
		expect(parseTrace(jsonFile(redacted)).ok).toBe(true);
	});
});

describe('the name of a file', () => {
	const named = {
		form: 'har',
		provider: 'okta',
		attempt: 2,
		at: Date.UTC(2026, 10, 29),
		withSecrets: false
	} as const;

	it('says the provider, the attempt and the date', () => {
		expect(fileName(named)).toBe('sign-in-okta-attempt-2-2026-11-29.har');
	});

	it('says that it has secrets, and that it has all attempts', () => {
		const name = fileName({ ...named, form: 'json', attempt: undefined, withSecrets: true });
		expect(name).toBe('sign-in-okta-all-attempts-2026-11-29-with-secrets.json');
	});

	it.each([undefined, '', '../../etc', 'ünï çödé', '<>:"|?*', 'x'.repeat(500)])(
		'is one that every system takes: %s',
		(provider) => {
			expect(fileName({ ...named, provider })).toMatch(/^[a-z0-9-]{1,100}\.har$/);
		}
	);
});
