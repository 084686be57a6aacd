import { beforeAll, describe, expect, it } from 'vitest';
import type { Outcome, Session } from '$lib/flow/session';
import type { Check } from '$lib/lexicon/check';
import type { MoveId, StepId } from '$lib/lexicon/steps';
import type { Trace } from '$lib/trace/fact';
import { answer, failures } from '../../fixtures/messages';
import { createSigner, issuer } from '../../fixtures/tokens';
import { configured, exchanged, left, returned, wholeWalk } from '../../fixtures/walk';
import { sessionAfter } from '../../fixtures/session';

/** Where an answer of each move comes in, and where the fold keeps what it came to. */
const moves: Partial<Record<MoveId, [StepId, (session: Session) => Outcome | undefined]>> = {
	discovery: ['configure', ({ discovery }) => discovery.at(-1)],
	'oauth-metadata': ['configure', ({ discovery }) => discovery.at(-1)],
	par: ['authorize', ({ pushed }) => pushed],
	token: ['exchange', ({ exchange }) => exchange],
	jwks: ['tokens', ({ jwks }) => jwks],
	api: ['call', ({ api }) => api],
	userinfo: ['call', ({ userinfo }) => userinfo],
	refresh: ['renew', ({ refreshes }) => refreshes.at(-1)],
	introspection: ['renew', ({ introspection }) => introspection],
	revocation: ['renew', ({ revocation }) => revocation]
};

const statuses = [300, 304, 400, 401, 403, 404, 405, 409, 415, 422, 429, 500, 501, 502, 503, 504];

const bodies: Record<string, Parameters<typeof answer>> = {
	nothing: [''],
	'a page': ['<!doctype html><h1>Sorry</h1>', { type: 'text/html' }],
	text: ['Not today', { type: 'text/plain' }],
	'an empty object': [{}],
	'a list': [[]],
	'an error of OAuth': [{ error: 'invalid_token', error_description: 'no' }],
	'an error of a framework': [{ statusCode: 400, error: 'Bad Request', message: 'no' }],
	'a list of what is not valid': [{ errors: [{ code: 'invalid_type', path: ['token'] }] }],
	'what would be good with 200': [
		{ issuer, keys: [{}], sub: 'another', active: 'maybe', access_token: 'a', token_type: 'Bearer' }
	]
};

const cases = Object.keys(moves).flatMap((move) =>
	statuses.map((status) => [move as MoveId, status] as const)
);

describe('of an answer that is an error only the status fails', () => {
	let walked: Trace;
	let before: Session;
	beforeAll(async () => {
		walked = await wholeWalk(await createSigner('ES256'));
		before = await sessionAfter(walked);
	});

	const tokenChecks = ({ idTokenChecks }: Session): Check[] => idTokenChecks;

	it.each(cases)('%s, %i', async (move, status) => {
		const [step, outcomeOf] = moves[move] ?? [];
		if (!step || !outcomeOf) throw new Error(`no move ${move}`);
		for (const [name, [body, form]] of Object.entries(bodies)) {
			const response = answer(body, { ...form, status });
			const session = await sessionAfter([...walked, exchanged(step, move, { method: 'POST' }, response)]);
			const outcome = outcomeOf(session);
			expect(outcome, name).toBeDefined();
			expect(outcome?.value, name).toBeUndefined();
			const failed = failures(outcome?.checks ?? []);
			expect(failed, name).toHaveLength(1);
			expect(failed[0], name).toMatch(/-status$/);
			// What a check that was not made would have said, its reason says in its place.
			const reasons = outcome?.checks.filter((check) => check.status === 'skipped') ?? [];
			for (const { id, actual } of reasons) expect(actual, `${name}: ${id}`).toBeTruthy();
			// A key set that did not come says nothing about the token that was verified before or not yet.
			const now = tokenChecks(session).filter((check) => check.status === 'fail');
			expect(now, name).toEqual(tokenChecks(before).filter((check) => check.status === 'fail'));
		}
	});

	it('and of a key set that a signed authorization response waits for', async () => {
		const trace = [configured(), ...walked.slice(1, 6), left(), returned()];
		const plain = failures((await sessionAfter(trace)).authorizationResponse?.checks ?? []);
		const session = await sessionAfter([
			...trace,
			exchanged('callback', 'jwks', {}, answer('', { status: 503 }))
		]);
		expect(failures(session.responseKeys?.checks ?? [])).toEqual(['jwks-status']);
		expect(failures(session.authorizationResponse?.checks ?? [])).toEqual(plain);
	});

	it('and of UserInfo that says its error with status 200 nothing fails but the reading', async () => {
		const response = answer({ error: 'invalid_token' });
		const { userinfo } = await sessionAfter([...walked, exchanged('call', 'userinfo', {}, response)]);
		expect(userinfo?.error?.error).toBe('invalid_token');
		expect(failures(userinfo?.checks ?? [])).toEqual([]);
		expect(userinfo?.value).toBeUndefined();
	});
});
