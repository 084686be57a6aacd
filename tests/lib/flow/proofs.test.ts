import { describe, expect, it } from 'vitest';
import { fold } from '$lib/flow/fold';
import { proofsOf, type Proofs } from '$lib/flow/proofs';
import { sessionOf } from '$lib/flow/session';
import type { Fact, Trace } from '$lib/trace/fact';
import { recordedSignIn, tokenRequest } from '../../fixtures/recorded';
import { at, createSigner } from '../../fixtures/tokens';
import { accessToken, challenge, configuration, exchanged, verifier, wholeWalk } from '../../fixtures/walk';
import { answer } from '../../fixtures/messages';

async function proofs(trace: Trace, id?: number): Promise<Proofs> {
	const walk = await fold(trace);
	return proofsOf(sessionOf(walk, id), walk.attempts);
}

const proof = async <Name extends keyof Proofs>(name: Name, trace: Trace): Promise<Proofs[Name]> =>
	(await proofs(trace))[name];

const right = { matches: true };
const equal = { equal: true };
const known = (value: unknown) => ({ known: true, value });
const unknown = (why: string) => ({ known: false, why });

describe('the proofs of a good sign-in', () => {
	it('are all known, and are plain JSON', async () => {
		const found = await proofs(await wholeWalk(await createSigner('RS256')));
		expect(found).toEqual({
			version: 1,
			challenge: known(right),
			state: known(equal),
			redirectUri: known(equal),
			code: known(equal),
			uses: known({ count: 1, statuses: [200], between: [] }),
			secondsToRedeem: known(0),
			signature: known({ valid: true, alg: 'RS256', kid: 'RS256-1' }),
			clock: known({ seconds: 0, by: 'iat' }),
			tokenRequest: known({ sentAs: 'form' }),
			bearer: known({ sent: 'access-token' }),
			// Of a walk of one's own nobody recorded how the browser went.
			cookies: unknown('not-recorded'),
			serverCookies: unknown('not-recorded'),
			landing: unknown('not-recorded')
		});
		expect(JSON.parse(JSON.stringify(found))).toEqual(found);
	});

	it('hold no value of a message', async () => {
		const text = JSON.stringify(
			await proofs(recordedSignIn({ sent: { code: 'code%2Fwith', redirect_uri: 'http://a/' } }))
		);
		for (const value of [
			challenge,
			verifier,
			'code%2Fwith',
			configuration.redirectUri,
			'http://a/',
			accessToken
		])
			expect(text).not.toContain(`"${value}"`);
	});
});

describe('the challenge', () => {
	const other = 'another-verifier-of-the-usual-form-0123456789';

	it('is that of another verifier', async () =>
		expect(await proof('challenge', recordedSignIn({ sent: { code_verifier: other } }))).toEqual(
			known({ matches: false, how: 'other' })
		));

	it('was made wrongly', async () =>
		expect(await proof('challenge', recordedSignIn({ asked: { code_challenge_method: 's256' } }))).toEqual(
			known({ matches: false, how: 'method-case' })
		));

	it('is that of another attempt, which is named', async () => {
		const first = recordedSignIn({
			asked: { state: 'first' },
			sent: { code: 'code-1' },
			came: { code: 'code-1' }
		});
		const second = recordedSignIn({
			asked: { state: 'second', code_challenge: 'VvGZUQGCSGWnZT1GFFKjvYMMCJ3xAYrIlJ5JDwX0-hY' },
			start: at + 10_000
		});
		expect(await proof('challenge', [...first, ...second])).toEqual(
			known({ matches: false, how: 'other-attempt', attempt: 0 })
		);
	});

	it.each([
		['a placeholder', { sent: { code_verifier: 'redacted-code_verifier-1' } }, unknown('taken-out')],
		[
			'none at all',
			{ asked: { code_challenge: '', code_challenge_method: '' }, sent: { code_verifier: '' } },
			unknown('not-sent')
		],
		[
			'without a verifier',
			{ sent: { code_verifier: '' } },
			known({ matches: false, how: 'verifier-missing' })
		],
		[
			'a verifier alone',
			{ asked: { code_challenge: '' } },
			known({ matches: false, how: 'challenge-missing' })
		]
	])('is %s', async (_, changes, found) =>
		expect(await proof('challenge', recordedSignIn(changes))).toEqual(found)
	);

	it('is not known where the token request was not recorded', async () =>
		expect(await proof('challenge', recordedSignIn().slice(0, -1))).toEqual(unknown('not-recorded')));

	it('of requests with one state and different challenges is not known', async () => {
		const [again] = recordedSignIn({ asked: { code_challenge: 'x'.repeat(43) } }).filter(
			({ kind }) => kind === 'left'
		);
		const trace = recordedSignIn();
		expect(await proof('challenge', [...trace.slice(0, 6), again as Fact, ...trace.slice(6)])).toEqual(
			unknown('ambiguous')
		);
	});
});

describe('state, code and redirect URI', () => {
	it.each([
		['state', { asked: { state: 'abc+def' }, came: { state: 'abc def' } }, { equal: false, how: 'plus' }],
		['state', { came: { state: '' } }, { equal: false, how: 'missing' }],
		['state', { asked: { state: '' }, came: { state: 'injected' } }, { equal: false, how: 'unasked' }],
		['state', { asked: { state: 'a=b' }, came: { state: 'a%3Db' } }, { equal: false, how: 'encoded' }],
		['code', { came: { code: '4/0AX' }, sent: { code: '4%2F0AX' } }, { equal: false, how: 'encoded' }],
		['code', { came: { code: '4%2F0AX' }, sent: { code: '4/0AX' } }, { equal: false, how: 'decoded' }],
		['code', { came: { code: 'a+b/c' }, sent: { code: 'a b/c' } }, { equal: false, how: 'plus' }],
		['code', { sent: { code: '' } }, { equal: false, how: 'missing' }],
		['redirectUri', { sent: { redirect_uri: '' } }, { equal: false, how: ['not-repeated'] }],
		['redirectUri', { asked: { redirect_uri: '' } }, { equal: false, how: ['only-repeated'] }],
		['redirectUri', { asked: { redirect_uri: '' }, sent: { redirect_uri: '' } }, equal],
		[
			'redirectUri',
			{ sent: { redirect_uri: 'https://app.example/callback' } },
			{ equal: false, how: ['slash'] }
		]
	] as const)('%s: %o', async (name, changes, found) =>
		expect(await proof(name, recordedSignIn(changes))).toEqual(known(found))
	);

	it('are compared with no placeholder', async () => {
		const taken = (name: string) => ({ [name]: `redacted-${name}-1` });
		for (const [name, changes] of [
			['state', { came: taken('state') }],
			['code', { sent: taken('code') }],
			['code', { came: taken('code') }],
			['redirectUri', { sent: taken('redirect_uri') }]
		] as const)
			expect(await proof(name, recordedSignIn(changes))).toEqual(unknown('taken-out'));
	});
});

describe('the uses of the code', () => {
	it('are counted, with what was answered and the time between', async () => {
		const again = tokenRequest({ later: 550 });
		const good = { access_token: 'a', token_type: 'Bearer' };
		expect(await proof('uses', [...recordedSignIn({ status: 200, body: good }), again])).toEqual(
			known({ count: 2, statuses: [200, 400], between: [50] })
		);
	});

	it('begin some seconds after it came', async () =>
		expect(await proof('secondsToRedeem', recordedSignIn({ later: 75_500 }))).toEqual(known(75.5)));

	it('have no times in a file without them', async () => {
		const imported: Fact = { kind: 'imported', at, entries: 3, unread: 0, lacks: ['times'] };
		expect(await proof('secondsToRedeem', [imported, ...recordedSignIn()])).toEqual(unknown('not-recorded'));
		expect(await proof('clock', [imported, ...recordedSignIn()])).toEqual(unknown('not-recorded'));
	});
});

describe('clock, form and bearer', () => {
	it.each([
		['Fri, 02 Jan 2026 03:04:07 GMT', 0],
		['Fri, 02 Jan 2026 03:14:07 GMT', 600],
		['Fri, 02 Jan 2026 01:57:07 GMT', -4020]
	])('the clock of a server that says %s is ahead by %i seconds', async (date, seconds) =>
		expect(await proof('clock', recordedSignIn({ headers: [['date', date]] }))).toEqual(
			known({ seconds, by: 'date' })
		)
	);

	it('a value of which a sanitiser left the hash is not held against the value', async () => {
		const hash = 'a3f5'.repeat(16);
		const other = '0b1c'.repeat(16);
		expect(await proof('code', recordedSignIn({ sent: { code: hash } }))).toEqual(unknown('taken-out'));
		expect(await proof('state', recordedSignIn({ came: { state: hash } }))).toEqual(unknown('taken-out'));
		const all = { asked: { state: hash, code_challenge: other }, came: { state: hash } };
		const sealed = recordedSignIn({ ...all, sent: { code_verifier: hash } });
		expect(await proof('challenge', sealed)).toEqual(unknown('taken-out'));
		// Where nothing else is a hash, the client has sent what it sent.
		const plain = recordedSignIn({ asked: { code_challenge: other }, sent: { code_verifier: hash } });
		expect(await proof('challenge', plain)).toMatchObject(known({ matches: false }));
	});

	it.each([
		'Fri, 02 Jan 2026 02:04:07 GMT',
		'Thu, 01 Jan 2026 19:04:30 GMT',
		'Fri, 02 Jan 2026 08:34:07 GMT'
	])('a clock that says %s may be right, and the recorder have written another time zone', async (date) =>
		expect(await proof('clock', recordedSignIn({ headers: [['date', date]] }))).toEqual(unknown('time-zone'))
	);

	it.each([
		[
			'json',
			{
				body: '{"grant_type":"authorization_code","code":"c"}',
				headers: [['content-type', 'application/json']]
			}
		],
		[
			'query',
			{ body: '', url: 'https://login.example/token?grant_type=authorization_code&code=c', headers: [] }
		],
		['untyped-form', { headers: [] }]
	] as const)('a token request was sent as %s', async (sentAs, request) =>
		expect(
			await proof(
				'tokenRequest',
				recordedSignIn({
					request: { ...request, headers: request.headers.map(([name, value]) => [name, value]) }
				})
			)
		).toEqual(known({ sentAs }))
	);

	const call = (headers: [string, string][]): Fact =>
		exchanged('call', 'api', { url: configuration.apiUrl, headers }, answer('', { status: 401 }));

	it.each([
		['the ID token', [['Authorization', 'Bearer the-id-token']], known({ sent: 'id-token' })],
		['the access token', [['Authorization', 'bearer the-token']], known({ sent: 'access-token' })],
		['another token', [['Authorization', 'Bearer stale']], known({ sent: 'unknown' })],
		['a placeholder', [['Authorization', 'Bearer redacted-access_token-1']], unknown('taken-out')],
		['nothing that the recorder kept', [], unknown('not-recorded')]
	] as const)('an API was sent %s', async (_, headers, found) => {
		const body = { access_token: 'the-token', token_type: 'Bearer', id_token: 'the-id-token' };
		const trace = [
			...recordedSignIn({ status: 200, body }),
			call(headers.map(([name, value]) => [name, value]))
		];
		expect(await proof('bearer', trace)).toEqual(found);
	});

	it('an API was sent nothing, by a recorder that keeps what is sent', async () => {
		const imported: Fact = { kind: 'imported', at, entries: 3, unread: 0, lacks: ['cookies'] };
		expect(await proof('bearer', [imported, ...recordedSignIn(), call([])])).toEqual(
			known({ sent: 'nothing' })
		);
	});
});

describe('the signature', () => {
	it.each([
		['without an answer', recordedSignIn(), unknown('not-recorded')],
		[
			'without an ID token',
			recordedSignIn({ status: 200, body: { access_token: 'a', token_type: 'Bearer' } }),
			unknown('not-sent')
		],
		[
			'of what is no JWT',
			recordedSignIn({ status: 200, body: { access_token: 'a', token_type: 'Bearer', id_token: 'x' } }),
			unknown('not-checkable')
		]
	])('is not known %s', async (_, trace, found) => expect(await proof('signature', trace)).toEqual(found));

	it('is not known without the keys', async () => {
		const walk = await wholeWalk(await createSigner('RS256'));
		const trace = walk.filter((fact) => fact.kind !== 'exchanged' || fact.move !== 'jwks');
		expect(await proof('signature', trace)).toEqual(unknown('no-key-set'));
	});

	it('is known not to be valid', async () => {
		const [signer, other] = [await createSigner('RS256'), await createSigner('RS256')];
		const walk = await wholeWalk({
			...signer,
			publicJwk: { ...other.publicJwk, kid: signer.publicJwk.kid }
		} as never);
		expect(await proof('signature', walk)).toMatchObject(known({ valid: false, alg: 'RS256' }));
	});
});
