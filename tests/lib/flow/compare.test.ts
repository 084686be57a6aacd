import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { compareSides, type Comparison } from '$lib/flow/compare/compare';
import { tellAttempt } from '$lib/flow/compare/tell-attempt';
import { tellMetadata } from '$lib/flow/compare/tell-document';
import { tellToken } from '$lib/flow/compare/tell-token';
import type { Side } from '$lib/flow/compare/told';
import { fold } from '$lib/flow/fold';
import { emptyWalk, type Walk } from '$lib/flow/session';
import type { Fact, Trace } from '$lib/trace/fact';
import { redact } from '$lib/trace/redact';
import { createSigner } from '../../fixtures/tokens';
import {
	callbackUrl,
	configured,
	discovered,
	generated,
	left,
	metadata,
	returned,
	tokenFact,
	wholeWalk
} from '../../fixtures/walk';

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
const compared = async (walk: Walk): Promise<Comparison> =>
	compareSides(await tellAttempt(walk, 0), await tellAttempt(walk, 1));
const meaningsOf = ({ findings }: Comparison) => findings.map(({ meaning }) => meaning);

describe('two attempts', () => {
	it('that asked for the same differ in how they ended, and in nothing that was asked', async () => {
		const made = await compared(await fold([...trace.slice(0, 8), ...again({})]));
		expect(meaningsOf(made)).toEqual(['end']);
		expect(made.rest).toEqual([
			{ change: { kind: 'only', on: 'one' }, places: [{ subject: 'token-request' }] },
			{ change: { kind: 'only', on: 'one' }, places: [{ subject: 'token-answer' }] }
		]);
	});

	it('that asked for something else say what went', async () => {
		const made = await compared(await fold([...trace, ...again({ scope: 'openid email' })]));
		expect(made.findings).toContainEqual({
			meaning: 'scope',
			change: { kind: 'set', lost: ['profile', 'offline_access', 'read:timesheets'], gained: ['email'] },
			one: 'openid profile offline_access read:timesheets',
			other: 'openid email',
			places: [{ subject: 'request', name: 'scope' }]
		});
	});

	it('with the words of a scope in another order ask for the same', async () => {
		const walk = await fold([...trace, ...again({ scope: 'read:timesheets offline_access profile openid' })]);
		expect(meaningsOf(await compared(walk))).not.toContain('scope');
	});

	it('of two clients say so once, for every message that tells', async () => {
		const second = { clientId: 'two' };
		const walk = await fold([...trace, configured(second), discovered(), ...again({ client_id: 'two' })]);
		expect((await compared(walk)).findings.filter(({ meaning }) => meaning === 'client')).toEqual([
			{
				meaning: 'client',
				change: { kind: 'changed' },
				one: 'spa-1',
				other: 'two',
				places: [
					{ subject: 'configuration', name: 'client_id' },
					{ subject: 'request', name: 'client_id' }
				]
			}
		]);
	});

	it.each([
		['https://app.example/callback', ['slash']],
		['https://app.example/Callback/', ['letter-case']],
		['http://app.example:8080/callback/', ['scheme', 'port']],
		['https://app.example:443/callback/', ['port']]
	])('with another redirect URI say what of it is another: %s', async (redirect_uri, parts) => {
		const { findings } = await compared(await fold([...trace, ...again({ redirect_uri })]));
		const finding = findings.find(({ meaning }) => meaning === 'redirect-uri');
		expect(finding?.change).toEqual({ kind: 'address', parts });
	});

	it('of which one has no challenge say that it is missing, whatever its value was', async () => {
		const bare = left({ state: otherState });
		const url = new URL(bare.kind === 'left' ? bare.url : '');
		url.searchParams.delete('code_challenge');
		const walk = await fold([
			...trace,
			generated('authorize', { state: otherState, nonce: 'n' }),
			{ ...bare, url: url.href } as Fact
		]);
		expect((await compared(walk)).findings).toContainEqual({
			meaning: 'challenge',
			change: { kind: 'only', on: 'one' },
			one: trace.flatMap((fact) =>
				fact.kind === 'left' ? [new URL(fact.url).searchParams.get('code_challenge')] : []
			)[0],
			places: [{ subject: 'request', name: 'code_challenge' }]
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
		const made = await compared(walk);
		expect(JSON.stringify(made)).not.toContain(secret);
		expect(made.findings).toContainEqual({
			meaning: 'client-secret',
			change: { kind: 'only', on: 'one' },
			one: '…',
			places: [{ subject: 'token-request', name: 'client_secret' }]
		});
		expect(made.findings).toContainEqual(
			expect.objectContaining({ meaning: 'token-error', one: 'invalid_grant', other: 'invalid_client' })
		);
	});

	it('of which one was saved without its secrets differ in none of what was taken out', async () => {
		const [raw, clean] = await Promise.all([fold(trace), fold(redact(trace))]);
		const made = compareSides(await tellAttempt(raw, 0), await tellAttempt(clean, 0));
		expect(made.findings).toEqual([]);
		expect(made.rest).toEqual([]);
		expect(made.unknown.map(({ on }) => on)).toContain('other');
	});

	it('are equal to themselves', async () => {
		const side = await tellAttempt(await fold(trace), 0);
		const made = compareSides(side, side);
		expect([made.findings, made.rest, made.unknown]).toEqual([[], [], []]);
		expect(made.equal.length).toBeGreaterThan(20);
	});

	it('that do not exist say nothing', async () => {
		const side = await tellAttempt(emptyWalk, 0);
		expect(compareSides(side, side)).toEqual({ findings: [], rest: [], unknown: [], equal: [] });
	});
});

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const jwt = (claims: object, header: object = { alg: 'RS256', kid: 'a' }): string =>
	`${encode(header)}.${encode(claims)}.c2ln`;
const tokens = (one: string, other: string): Comparison => {
	const side = (text: string): Side => new Map([['token', tellToken(text) ?? { values: new Map() }]]);
	return compareSides(side(one), side(other));
};

describe('two tokens', () => {
	it('say what matters first: audience, scope, lifetime, algorithm, key, person', () => {
		const one = jwt({
			iss: 'https://id.example',
			sub: 'a',
			aud: ['api', 'userinfo'],
			scope: 'read write',
			iat: 100,
			exp: 3700,
			jti: '1'
		});
		const other = jwt(
			{
				iss: 'https://id.example',
				sub: 'b',
				aud: ['userinfo'],
				scope: 'read',
				iat: 900,
				exp: 1200,
				jti: '2',
				colour: 't'
			},
			{ alg: 'ES256', kid: 'b' }
		);
		const made = tokens(one, other);
		expect(meaningsOf(made)).toEqual([
			...['token-audience', 'granted-scope', 'lifetime', 'algorithm', 'key', 'subject', 'claim']
		]);
		expect(made.findings[0]?.change).toEqual({ kind: 'set', lost: ['api'], gained: [] });
		expect(made.findings[2]).toMatchObject({
			change: { kind: 'amount', than: 'less' },
			one: '3600',
			other: '300'
		});
		expect(made.findings.at(-1)).toMatchObject({
			change: { kind: 'only', on: 'other' },
			places: [{ name: 'colour' }]
		});
	});

	it('of the same kind, a minute apart, differ in nothing', () => {
		const claims = { iss: 'https://id.example', aud: 'api', nonce: 'n', at_hash: 'x' };
		const made = tokens(
			jwt({ ...claims, iat: 1, exp: 61, jti: 'a' }),
			jwt({ ...claims, nonce: 'm', at_hash: 'y', iat: 61, exp: 121, jti: 'b' })
		);
		expect([made.findings, made.rest]).toEqual([[], []]);
	});

	it('with one audience as a text and as a list say that the form is another', () => {
		expect(tokens(jwt({ aud: 'api' }), jwt({ aud: ['api'] })).findings[0]?.change).toEqual({ kind: 'form' });
	});

	it('of which one is encrypted: its claims are not known', () => {
		const encrypted = `${encode({ alg: 'RSA-OAEP', enc: 'A256GCM' })}.a.b.c.d`;
		const made = tokens(jwt({ aud: 'api' }), encrypted);
		expect(made.unknown).toContainEqual({ subject: 'token', name: 'aud', on: 'other', why: 'encrypted' });
		expect(meaningsOf(made)).not.toContain('token-audience');
	});
});

describe('two documents of a server', () => {
	const documents = (one: object, other: object): Comparison =>
		compareSides(
			new Map([['metadata', tellMetadata({ ...one })]]),
			new Map([['metadata', tellMetadata({ ...other })]])
		);

	it('say which method of PKCE went, and which endpoint moved', () => {
		const made = documents(
			{ ...metadata, code_challenge_methods_supported: ['plain', 'S256'] },
			{
				...metadata,
				code_challenge_methods_supported: ['plain'],
				token_endpoint: 'https://new.example/token'
			}
		);
		expect(made.findings).toMatchObject([
			{ meaning: 'pkce-methods', change: { kind: 'set', lost: ['S256'], gained: [] } },
			{ meaning: 'endpoint-published', change: { kind: 'address', parts: ['host'] } }
		]);
	});

	it('with their members in another order are equal', () => {
		const backwards = Object.fromEntries(Object.entries(metadata).reverse());
		expect(documents(metadata, backwards).findings).toEqual([]);
	});
});

describe('whatever is compared', () => {
	const json = fc.dictionary(
		fc.oneof(fc.constantFrom('aud', 'scope', 'exp', 'iat', 'iss', '__proto__', 'header.alg'), fc.string()),
		fc.jsonValue()
	);
	const sides = json.map(
		(value): Side =>
			new Map([
				['token', tellToken(jwt(value)) ?? { values: new Map() }],
				['metadata', tellMetadata(value)]
			])
	);
	const mirrored = ({ findings, rest, unknown, equal }: Comparison): unknown => {
		const turn = (text: string): string => (text === 'one' ? 'other' : text === 'other' ? 'one' : text);
		const turned = [...findings, ...rest].map(({ change, one, other, ...more }) => ({
			...more,
			...(other === undefined ? {} : { one: other }),
			...(one === undefined ? {} : { other: one }),
			change:
				change.kind === 'only'
					? { ...change, on: turn(change.on) }
					: change.kind === 'set'
						? { kind: 'set', lost: change.gained, gained: change.lost }
						: change.kind === 'amount'
							? { kind: 'amount', than: change.than === 'less' ? 'more' : 'less' }
							: change.kind === 'type'
								? { kind: 'type', one: change.other, other: change.one }
								: change
		}));
		return {
			turned,
			unknown: unknown.map((one) => ({ ...one, on: turn(one.on) })),
			places: equal.map(({ name }) => name)
		};
	};
	const plain = ({ findings, rest, unknown, equal }: Comparison): unknown => ({
		turned: [...findings, ...rest],
		unknown,
		places: equal.map(({ name }) => name)
	});

	it('is equal to itself', () => {
		fc.assert(
			fc.property(sides, (side) => {
				const { findings, rest, unknown } = compareSides(side, side);
				expect([findings, rest, unknown]).toEqual([[], [], []]);
			})
		);
	});

	it('is the same from both sides', () => {
		fc.assert(
			fc.property(sides, sides, (one, other) => {
				expect(plain(compareSides(one, other))).toEqual(mirrored(compareSides(other, one)));
			})
		);
	});

	it('is no token, and throws nothing', () => {
		fc.assert(
			fc.property(fc.string(), (text) => {
				expect(() => tellToken(text)).not.toThrow();
			})
		);
	});
});
