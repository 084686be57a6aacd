/** The client’s half of the flow, for the page and for the native application alike: both are public clients. */
import * as oauth from 'openid-client';

/**
 * @typedef {{ issuer: string, clientId: string, audience: string, audienceParameter: string }} ClientSettings
 * @typedef {{ pkceCodeVerifier: string, expectedState: string, expectedNonce: string }} Checks
 * @typedef {{ access: string, refresh?: string | undefined, id: string, person: string }} Tokens
 */

const scope = 'openid profile offline_access read:timesheets create:timesheets';

/** @param {URL} url */
const isLocal = ({ protocol, hostname }) =>
	protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);

/** Codes and tokens cross a network by TLS only: RFC 9700 §2.6. @param {URL} url */
export const isSecureOrLocal = (url) => url.protocol === 'https:' || isLocal(url);

/** There is no answer at all. A TypeError as that of `fetch`, so that the library hands it on as it is. */
class Unreachable extends TypeError {}

/** @param {string | URL} url @param {object} options */
const reach = (url, options) =>
	fetch(url, options).catch(() => {
		throw new Unreachable(`${new URL(url).origin} cannot be reached.`);
	});

/** @param {ClientSettings} settings */
export function openClient({ issuer, clientId }) {
	const server = new URL(issuer);
	const execute = isLocal(server) ? [oauth.allowInsecureRequests] : [];
	// A secret in a page or in a program is none: RFC 6749 §2.1.
	return oauth.discovery(server, clientId, undefined, oauth.None(), { execute, [oauth.customFetch]: reach });
}

/**
 * Where the person goes to sign in, and what the answer will be held against. The checks stay here; only their
 * challenge, state and nonce leave.
 * @param {oauth.Configuration} client @param {ClientSettings} settings @param {string} redirectUri
 */
export async function beginSignIn(client, { audience, audienceParameter }, redirectUri) {
	const checks = {
		pkceCodeVerifier: oauth.randomPKCECodeVerifier(),
		expectedState: oauth.randomState(),
		expectedNonce: oauth.randomNonce()
	};
	const url = oauth.buildAuthorizationUrl(client, {
		redirect_uri: redirectUri,
		scope,
		// For `offline_access` the person is asked: OIDC Core §11.
		prompt: 'consent',
		[audienceParameter]: audience,
		code_challenge: await oauth.calculatePKCECodeChallenge(checks.pkceCodeVerifier),
		code_challenge_method: 'S256',
		state: checks.expectedState,
		nonce: checks.expectedNonce
	});
	return { url, checks };
}

/**
 * The code for tokens. The library compares `state`, `iss` (RFC 9207 §2.4) and the claims of the ID token, nonce
 * included.
 * @param {oauth.Configuration} client @param {URL} answer @param {Checks} checks @returns {Promise<Tokens>}
 */
export async function finishSignIn(client, answer, checks) {
	const got = await oauth.authorizationCodeGrant(client, answer, { ...checks, idTokenExpected: true });
	const claims = got.claims();
	const person = typeof claims?.name === 'string' ? claims.name : (claims?.sub ?? '');
	return { access: got.access_token, refresh: got.refresh_token, id: got.id_token ?? '', person };
}

/** The tokens cannot be renewed any more. */
export class SignInNeeded extends Error {}

/** An answer of the API that is no success, in words for the person. */
export class ApiError extends Error {}

/** Tokens in use: they are renewed when the API says that they have expired. */
export class Session {
	/** @type {Promise<void> | undefined} */
	#renewing;

	/** @param {oauth.Configuration} client @param {Tokens} tokens @param {(tokens: Tokens) => void} onRenewed */
	constructor(client, tokens, onRenewed) {
		this.client = client;
		this.tokens = tokens;
		this.onRenewed = onRenewed;
	}

	/** Each refresh token is good for once (RFC 9700 §4.14.2): calls at the same time share one renewal. */
	#renew() {
		this.#renewing ??= this.#renewOnce().finally(() => (this.#renewing = undefined));
		return this.#renewing;
	}

	async #renewOnce() {
		const { refresh } = this.tokens;
		if (!refresh) throw new SignInNeeded('The access token has expired, and there is no refresh token.');
		const got = await oauth.refreshTokenGrant(this.client, refresh).catch((error) => {
			if (error.error === 'invalid_grant') throw new SignInNeeded('The sign-in has ended at the provider.');
			throw error;
		});
		// A server that does not rotate sends none, and the old one stays: RFC 6749 §6.
		this.tokens = { ...this.tokens, access: got.access_token, refresh: got.refresh_token ?? refresh };
		this.onRenewed(this.tokens);
	}

	/** @param {URL} url @param {unknown} [body] */
	#send(url, body) {
		const authorization = `Bearer ${this.tokens.access}`;
		if (body === undefined) return reach(url, { headers: { authorization } });
		const headers = { authorization, 'content-type': 'application/json' };
		return reach(url, { method: 'POST', headers, body: JSON.stringify(body) });
	}

	/** GET, or POST with a body. A token that was refused is renewed, and the call made once more: RFC 6750 §3.1. */
	async call(/** @type {URL} */ url, /** @type {unknown} */ body) {
		let answer = await this.#send(url, body);
		if (answer.status === 401) {
			await this.#renew();
			answer = await this.#send(url, body);
		}
		const said = await answer.json().catch(() => ({}));
		if (answer.ok) return said;
		if (answer.status === 401)
			throw new SignInNeeded(`The API refuses even a new access token: ${said.message}`);
		const missing = /\bscope="([^"]*)"/.exec(answer.headers.get('www-authenticate') ?? '')?.[1];
		if (answer.status === 403 && missing)
			throw new ApiError(`You may not do this: your sign-in did not grant the permission ${missing}.`);
		throw new ApiError(`The API says: ${said.message ?? `status ${answer.status}`}.`);
	}

	/** Nobody can use them from here on: RFC 7009. Where the provider cannot be told, they end by themselves. */
	async revoke() {
		const { revocation_endpoint: endpoint } = this.client.serverMetadata();
		if (endpoint && this.tokens.refresh)
			await oauth.tokenRevocation(this.client, this.tokens.refresh).catch(() => undefined);
	}

	/** Where the sign-in at the provider ends too: OIDC RP-Initiated Logout §2. @param {string} back */
	signOutUrl(back) {
		if (!this.client.serverMetadata().end_session_endpoint) return undefined;
		const parameters = { id_token_hint: this.tokens.id, post_logout_redirect_uri: back };
		return oauth.buildEndSessionUrl(this.client, parameters);
	}
}

/** What went wrong, in a sentence for the person. @param {unknown} error */
export function sentenceOf(error) {
	if (error instanceof oauth.AuthorizationResponseError || error instanceof oauth.ResponseBodyError) {
		const { error: code, error_description: description } = error;
		return `The provider says no: ${code}${description ? ` (${description})` : ''}.`;
	}
	if (error instanceof SignInNeeded) return `${error.message} Sign in again.`;
	if (!(error instanceof Error)) return String(error);
	const inside =
		error instanceof oauth.ClientError && error.cause instanceof Error ? error.cause.message : '';
	return inside === ''
		? error.message
		: `What the provider answered is not taken: ${error.message}: ${inside}.`;
}
