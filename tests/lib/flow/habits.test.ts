/** Whole walks at servers that are unlike the built-in one: how each step stands, and that none is a dead end. */
import { beforeAll, describe, expect, it } from 'vitest';
import { statusOf } from '$lib/flow/status';
import type { Session } from '$lib/flow/session';
import { stepIds, type Status } from '$lib/lexicon/steps';
import type { Fact } from '$lib/trace/fact';
import { answer, failures, statuses } from '../../fixtures/messages';
import { createSigner, forgeToken, idTokenClaims, issuer, signToken, subject } from '../../fixtures/tokens';
import type { Signer } from '../../fixtures/tokens';
import {
	accessToken,
	code,
	configuration,
	configured,
	discovered,
	exchanged,
	generated,
	left,
	metadata,
	returned,
	state,
	tokenFact,
	verifier
} from '../../fixtures/walk';
import { sessionAfter } from '../../fixtures/session';

const { authorization_endpoint, token_endpoint } = metadata;
const typed = { issuer, authorization_endpoint, token_endpoint };

/** From the configuration to the callback. */
const start = (document: unknown, scope: string, iss?: string): Fact[] => [
	configured({ scope }),
	discovered(document),
	generated('verifier', { code_verifier: verifier }),
	generated('challenge', { code_challenge_method: 'S256' }),
	generated('authorize', { state, nonce: idTokenClaims().nonce as string }),
	left({ scope }),
	returned(`${configuration.redirectUri}?${new URLSearchParams({ code, state, ...(iss ? { iss } : {}) })}`)
];

const statusesOf = (session: Session): Status[] => stepIds.map((id) => statusOf(id, session));
const api = exchanged('call', 'api', { url: configuration.apiUrl }, answer('[]'));

describe('a server with OAuth alone', () => {
	it('is walked through: no ID token, no iss, no lifetime, no refresh token', async () => {
		const session = await sessionAfter([
			...start(typed, 'read'),
			tokenFact({ access_token: 'opaque', token_type: 'bearer' }),
			api
		]);
		expect(statusesOf(session)).toEqual([...Array(8).fill('done'), 'ready']);
		expect(failures(session.exchange?.checks ?? [])).toEqual([]);
		expect(session.tokens).not.toHaveProperty('expiresAt');
	});

	it('that answers with text is a fault, and the tokens are there', async () => {
		const text = answer({ access_token: 'opaque', token_type: 'bearer' }, { type: 'text/plain' });
		const fact = exchanged('exchange', 'token', { method: 'POST', url: token_endpoint }, text);
		const session = await sessionAfter([...start(typed, 'read'), fact, api]);
		expect(statusOf('exchange', session)).toBe('failed');
		expect(statusOf('tokens', session)).toBe('done');
		expect(statusOf('call', session)).toBe('done');
	});

	it.each([
		['200', { error: 'bad_verification_code', error_description: 'Expired' }, 200],
		['an object for the error', { error: { message: 'Expired', type: 'OAuthException', code: 100 } }, 400],
		['a page', '<html><title>502 Bad Gateway</title>', 502],
		['nothing', '', 500]
	])(
		'that refuses with %s ends in a failed step, from which the code can be sent again',
		async (_, body, status) => {
			const session = await sessionAfter([...start(typed, 'read'), tokenFact(body, status)]);
			expect(statusOf('exchange', session)).toBe('failed');
			expect(statusOf('tokens', session)).toBe('locked');
			expect(session.authorizationResponse?.code).toBe(code);
			const again = await sessionAfter([
				...start(typed, 'read'),
				tokenFact(body, status),
				tokenFact({ access_token: 'opaque', token_type: 'bearer' })
			]);
			expect(statusOf('exchange', again)).toBe('done');
		}
	);
});

describe('a provider of OpenID Connect', () => {
	let signer: Signer;
	let others: Signer[];
	beforeAll(async () => {
		signer = await createSigner('RS256', 'current');
		others = await Promise.all(['next', 'old'].map((kid) => createSigner('RS256', kid)));
	});
	const keys = (...signers: Signer[]) =>
		exchanged(
			'tokens',
			'jwks',
			{ url: metadata.jwks_uri },
			answer({
				keys: [
					...signers.map(({ publicJwk }) => publicJwk),
					{ kty: 'oct', k: 1 },
					{ kty: 'EC', crv: 'sect', kid: 'current' }
				]
			})
		);

	/** Every step to the UserInfo answer. */
	async function walkWith(
		claims: Record<string, unknown>,
		document: unknown,
		userinfo = answer({ sub: subject })
	) {
		const iss = typeof claims.iss === 'string' ? claims.iss : issuer;
		const idToken = await signToken(signer, { ...idTokenClaims(), ...claims });
		return sessionAfter([
			...start(document, 'openid', iss),
			tokenFact({ access_token: accessToken, token_type: 'Bearer', expires_in: '3599', id_token: idToken }),
			keys(...others, signer),
			exchanged('call', 'userinfo', { url: metadata.userinfo_endpoint }, userinfo)
		]);
	}

	it('with many keys, unknown kinds among them, and a lifetime as text', async () => {
		const session = await walkWith({}, metadata);
		expect(statusesOf(session)).toEqual([...Array(8).fill('done'), 'ready']);
		expect(session.tokens?.expires_in).toBe(3599);
	});

	it('whose audience is a list with its own project in it, and azp', async () => {
		const audience = ['spa-1', 'project-1'];
		const session = await walkWith({ aud: audience, azp: 'spa-1' }, metadata);
		expect(failures(session.idTokenChecks)).toEqual([]);
	});

	it('whose issuer ends with a slash that the person left out', async () => {
		const named = `${issuer}/`;
		const session = await walkWith({ iss: named }, { ...metadata, issuer: named });
		expect(failures(session.idTokenChecks)).toEqual([]);
		expect(statusOf('tokens', session)).toBe('done');
	});

	it('whose UserInfo answer is signed, and verified with the keys that are there', async () => {
		const signed = await signToken(signer, { sub: subject, email: 'erin@example.com' });
		const session = await walkWith({}, metadata, answer(signed, { type: 'application/jwt' }));
		expect(statuses(session.userinfo?.checks ?? [])['userinfo-signature']).toBe('pass');
		expect(session.userinfo?.value).toMatchObject({ email: 'erin@example.com' });
	});

	it('whose access token is for another API, with a nonce in its header', async () => {
		const foreign = forgeToken({ typ: 'JWT', alg: 'RS256', nonce: 'n', kid: 'x' }, { aud: '0003' }, 'c2ln');
		const session = await sessionAfter([
			...start(metadata, 'openid'),
			tokenFact({ access_token: foreign, token_type: 'Bearer', expires_in: 3599 })
		]);
		expect(failures(session.exchange?.checks ?? [])).toEqual([]);
		expect(statuses(session.exchange?.checks ?? [])['access-token-form']).toBe('warn');
	});
});
