import { describe, expect, it } from 'vitest';
import { attemptsOf } from '$lib/flow/attempts';
import { fold } from '$lib/flow/fold';
import { sessionOf } from '$lib/flow/session';
import { statusOf } from '$lib/flow/status';
import type { Check } from '$lib/lexicon/check';
import { traceOfRecording } from '$lib/recording/recording';
import { formatForm } from '$lib/wire/form';
import { statuses } from '../../fixtures/messages';
import { ask, get, post, recording, redeem, type Made } from '../../fixtures/made-recording';
import { createSigner, signToken } from '../../fixtures/tokens';

const id = 'https://id.example';
const callback = 'https://app.example/callback';
const start = Date.UTC(2026, 0, 5, 9) / 1000;

const asked = (type: string, more: Record<string, string> = {}): string =>
	ask(`${id}/authorize`, {
		response_type: type,
		scope: 'openid',
		nonce: 'nonce-0123456789',
		code_challenge: '',
		code_challenge_method: '',
		...more
	});

async function idToken(claims: Record<string, unknown> = {}): Promise<[string, Made]> {
	const signer = await createSigner('RS256');
	const token = await signToken(signer, {
		iss: id,
		aud: 'spa',
		sub: 'ada',
		iat: start,
		exp: start + 3600,
		nonce: 'nonce-0123456789',
		...claims
	});
	return [token, get(`${id}/jwks`, { json: { keys: [signer.publicJwk] } })];
}

async function opened(...messages: Made[]) {
	const trace = traceOfRecording(recording(...messages));
	if (!trace.ok) throw new Error(trace.failure.reason);
	const walk = await fold(trace.value);
	const session = sessionOf(walk);
	const checks: Check[] = session.authorizationResponse?.checks ?? [];
	return { session, checks: statuses(checks), end: attemptsOf(walk)[0]?.end.kind };
}

const fragment = (values: Record<string, string>): string =>
	`${callback}#${formatForm(Object.entries({ state: 'state-one-0123', ...values }))}`;
const token = { access_token: 'opaque-token-0123', token_type: 'Bearer', expires_in: '300' };

describe('a recording of the implicit flow', () => {
	it('opens with the tokens of the fragment, and says what flow it is', async () => {
		const to = fragment(token);
		const { session, checks, end } = await opened(get(asked('token'), { to }), get(callback));
		expect(checks).toMatchObject({
			'callback-implicit': 'warn',
			'callback-code': 'skipped',
			'callback-library': 'skipped',
			'callback-state': 'pass'
		});
		expect(session.tokens).toMatchObject({ access_token: 'opaque-token-0123', expires_in: 300 });
		expect(statusOf('callback', session)).toBe('done');
		expect(end).toBe('tokens');
	});

	it('with a call of an API, knows its token', async () => {
		const call = get('https://api.example/x', { headers: { authorization: `Bearer ${token.access_token}` } });
		const { session } = await opened(get(asked('token'), { to: fragment(token) }), get(callback), call);
		expect(session.api?.exchange.request.url).toBe('https://api.example/x');
	});

	it('verifies its ID token by the keys of the recording', async () => {
		const [made, keys] = await idToken();
		const document = get(`${id}/.well-known/openid-configuration`, {
			json: {
				issuer: id,
				authorization_endpoint: `${id}/authorize`,
				token_endpoint: `${id}/token`,
				jwks_uri: `${id}/jwks`,
				response_types_supported: ['id_token'],
				subject_types_supported: ['public'],
				id_token_signing_alg_values_supported: ['RS256']
			}
		});
		const { session, checks } = await opened(
			document,
			keys,
			get(asked('id_token'), { to: fragment({ id_token: made }) }),
			get(callback)
		);
		expect(checks['callback-implicit']).toBe('pass');
		const found = statuses(session.idTokenChecks);
		expect(found).toMatchObject({ 'id-token-signature': 'pass', 'id-token-nonce': 'pass' });
		expect(found).not.toHaveProperty('id-token-library');
	});

	it('has at_hash and nonce as musts', async () => {
		const [made] = await idToken({ nonce: undefined });
		const to = fragment({ ...token, id_token: made });
		const { session } = await opened(get(asked('id_token token', { nonce: '' }), { to }), get(callback));
		expect(statuses(session.idTokenChecks)).toMatchObject({
			'id-token-at-hash': 'fail',
			'id-token-nonce': 'fail'
		});
	});

	it('comes as a form that was posted', async () => {
		const [made] = await idToken();
		const { session } = await opened(
			get(asked('id_token', { response_mode: 'form_post' })),
			post(callback, { id_token: made, state: 'state-one-0123' })
		);
		expect(session.tokens?.id_token).toBe(made);
	});

	it('takes no call of an API with its token in the query for an answer', async () => {
		const { session } = await opened(
			get(asked('token')),
			get('https://app.example/data?access_token=opaque-token-0123', { fetchedAs: 'xhr' })
		);
		expect(session.authorizationResponse).toBeUndefined();
	});
});

describe('a recording of the hybrid flow', () => {
	it('goes on with its code, and is no fault of the library', async () => {
		const [made] = await idToken();
		const to = fragment({ code: 'code-one-0123', id_token: made });
		const { session, checks } = await opened(
			get(asked('code id_token'), { to }),
			get(callback),
			redeem(`${id}/token`, 'code-one-0123')
		);
		expect(checks).toMatchObject({
			'callback-code': 'pass',
			'callback-implicit': 'pass',
			'callback-library': 'skipped'
		});
		expect(session.tokens?.access_token).toBe('at-1');
	});
});
