/** The first step where no document can be read: what remains possible, and what may stand in its place. */
import { describe, expect, it } from 'vitest';
import { statusOf } from '$lib/flow/status';
import { casesOf } from '$lib/flow/metadata-cases';
import { networkReasons } from '$lib/lexicon/failure';
import type { Fact } from '$lib/trace/fact';
import { answer } from '../../fixtures/messages';
import { configuration, configured, discovered, exchanged } from '../../fixtures/walk';
import { sessionAfter } from '../../fixtures/session';

const endpoints = {
	authorization_endpoint: 'https://idp.example/a',
	token_endpoint: 'https://idp.example/t'
};
const typed: Fact = { kind: 'generated', at: 1, step: 'configure', values: endpoints };

describe('what may be the matter with the metadata', () => {
	it('is more than one thing when the answer is hidden', () => {
		for (const reason of ['cors', 'cors-for-client', 'cors-on-errors'] as const)
			expect(casesOf({ failure: { reason } })).toEqual(['not-there', 'not-readable']);
	});

	it('is never that of a server which answered, when nobody answered', () => {
		for (const reason of ['no-answer', 'offline', 'timeout', 'local-network'] as const)
			expect(casesOf({ failure: { reason } })).not.toContain('not-readable');
	});

	it.each([
		[404, ['not-there']],
		[410, ['not-there']],
		[200, []],
		[500, []]
	])('of a readable %i: %j', (status, expected) => {
		expect(casesOf({ response: answer('', { status }) })).toEqual(expected);
	});

	it('is told for every reason but those of the person and of the size', () => {
		const silent = networkReasons.filter((reason) => casesOf({ failure: { reason } }).length === 0);
		expect(silent).toEqual(['part-missing', 'refused-by-browser', 'answer-too-large', 'cancelled']);
	});
});

describe('typed endpoints', () => {
	it('do the first step, and nothing crossed the network for them', async () => {
		const session = await sessionAfter([configured(), typed]);
		expect(session.server).toEqual({ ...endpoints, issuer: configuration.issuer });
		expect(session.typed).toMatchObject({ from: 'person' });
		expect(session.discovery).toEqual([]);
		expect(statusOf('configure', session)).toBe('done');
		expect(statusOf('verifier', session)).toBe('ready');
	});

	it('of which one is missing do not', async () => {
		const session = await sessionAfter([configured(), { ...typed, values: {} }]);
		expect(statusOf('configure', session)).toBe('failed');
		expect(statusOf('verifier', session)).toBe('locked');
	});

	it('give way to a document that came later, and not to a failure', async () => {
		expect((await sessionAfter([configured(), typed, discovered()])).typed).toBeUndefined();
		const failed = exchanged('configure', 'discovery', {}, answer('', { status: 404 }));
		expect(statusOf('configure', await sessionAfter([configured(), typed, failed]))).toBe('done');
	});

	it('take the place of a document that came before', async () => {
		const session = await sessionAfter([configured(), discovered(), typed]);
		expect(session.server).not.toHaveProperty('jwks_uri');
		expect((await sessionAfter([configured(), typed, configured()])).typed).toBeUndefined();
	});
});
