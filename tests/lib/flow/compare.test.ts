import { beforeAll, describe, expect, it } from 'vitest';
import { differencesOf } from '$lib/flow/compare';
import { fold } from '$lib/flow/fold';
import { emptySession, sessionOf, type Walk } from '$lib/flow/session';
import type { Fact, Trace } from '$lib/trace/fact';
import { createSigner } from '../../fixtures/tokens';
import { configured, discovered, generated, left, returned, tokenFact, wholeWalk } from '../../fixtures/walk';
import { callbackUrl } from '../../fixtures/walk';

const secret = 'a-client-secret-0123456789';
const otherState = 'state-of-the-second-attempt-0123456789';

/** The same fact with this parameter in its form. */
const withParameter = (fact: Fact, pair: string): Fact =>
	fact.kind === 'exchanged'
		? {
				...fact,
				exchange: {
					...fact.exchange,
					request: { ...fact.exchange.request, body: `${fact.exchange.request.body ?? ''}&${pair}` }
				}
			}
		: fact;

let trace: Trace;
beforeAll(async () => {
	trace = await wholeWalk(await createSigner('ES256'));
});

const again = (changes: Record<string, string>): Trace => [
	generated('authorize', { state: otherState, nonce: 'n' }),
	left({ state: otherState, ...changes }),
	returned(callbackUrl({ state: otherState, code: 'second-code' }))
];
const compared = (walk: Walk) => differencesOf(sessionOf(walk, 1), sessionOf(walk, 0));

describe('two attempts', () => {
	it('that asked for the same differ in nothing but how they ended', async () => {
		const walk = await fold([...trace.slice(0, 8), ...again({})]);
		const asked = compared(walk).filter(({ subject }) =>
			['configuration', 'request', 'response'].includes(subject)
		);
		expect(asked).toEqual([]);
		expect(differencesOf(sessionOf(walk, 0), sessionOf(walk, 0))).toEqual([]);
	});

	it('that asked for something else say what, on both sides', async () => {
		const walk = await fold([...trace, ...again({ scope: 'openid' })]);
		expect(compared(walk)).toContainEqual({
			subject: 'request',
			name: 'scope',
			here: 'openid',
			there: 'openid profile offline_access read:timesheets'
		});
	});

	it('of two clients say which', async () => {
		const walk = await fold([...trace, configured({ clientId: 'two' }), discovered()]);
		expect(compared(walk)).toContainEqual({
			subject: 'configuration',
			name: 'clientId',
			here: 'two',
			there: 'spa-1'
		});
	});

	it('show no secret, and say that one had it', async () => {
		const token = withParameter(tokenFact({ error: 'invalid_grant' }, 400), `client_secret=${secret}`);
		const walk = await fold([
			...trace.slice(0, 7),
			token,
			...again({}),
			tokenFact({ error: 'invalid_client' }, 401)
		]);
		const rows = compared(walk);
		expect(JSON.stringify(rows)).not.toContain(secret);
		expect(rows).toContainEqual({ subject: 'token', name: 'client_secret', there: '…' });
		expect(rows.find(({ subject, name }) => subject === 'outcome' && name === 'token')).toMatchObject({
			here: expect.stringContaining('401 invalid_client'),
			there: expect.stringContaining('400 invalid_grant')
		});
	});

	it('of which one has no message of a kind say so once, and not for each parameter', async () => {
		const rows = differencesOf(emptySession, sessionOf(await fold(trace)));
		expect(rows).toEqual(
			['configuration', 'request', 'response', 'token', 'outcome'].map((subject) => ({ subject, there: '' }))
		);
	});
});
