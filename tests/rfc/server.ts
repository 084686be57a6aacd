/**
 * Both servers in memory, with a clock that stands still and a seeded generator, and a person who clicks. Requests
 * and answers are HTTP: nothing here looks inside a server.
 */
import { createMemoryStore } from '$lib/authorization-server/memory-store';
import { defaultRealmSettings, type Realm } from '$lib/authorization-server/realm';
import type { Application, RealmSettings } from '$lib/authorization-server/settings';
import type { Decision } from '$lib/lexicon/check';
import { pageTexts } from '$lib/lessons/en/server/pages';
import type { Api } from '$lib/resource-server/api';
import {
	composeServers,
	issuer,
	origin,
	redirectUri,
	resource,
	shareKeys,
	start,
	type Browser
} from '../fixtures/servers';

export { issuer, origin, redirectUri, resource, start };

/** RFC 7636 Appendix B. */
export const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
export const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

export type Changes = Record<string, string | undefined>;

export const authorizeParameters = {
	response_type: 'code',
	client_id: 'playground-spa',
	redirect_uri: redirectUri,
	scope: 'openid profile email offline_access read:timesheets create:timesheets',
	audience: resource,
	state: 'state-of-the-client',
	nonce: 'nonce-of-the-client',
	code_challenge: challenge,
	code_challenge_method: 'S256'
};

export const web: Application = {
	clientId: 'web-app',
	name: 'Web App',
	type: 'web',
	clientSecret: 'a-secret-of-32-characters-length',
	redirectUris: ['https://app.example.com/callback'],
	logoutUris: ['https://app.example.com/'],
	allowedOrigins: [],
	grants: ['authorization_code', 'refresh_token'],
	authMethod: 'client_secret_basic',
	rotateRefreshTokens: true,
	firstParty: false,
	idTokenAlgorithm: 'RS256',
	userinfoForm: 'json'
};

export const native: Application = {
	...web,
	clientId: 'native-app',
	name: 'Native App',
	type: 'native',
	redirectUris: ['http://127.0.0.1:*/callback', 'com.example.timesheets:/callback'],
	authMethod: 'none'
};
delete native.clientSecret;

/** Form text without the parameters that are undefined. */
export function form(parameters: Changes): string {
	const pairs = Object.entries(parameters).filter((pair): pair is [string, string] => pair[1] !== undefined);
	return new URLSearchParams(pairs).toString();
}

/** Bytes that look random and are the same in every run. */
export function seeded(seed = 1): (count: number) => Uint8Array {
	let state = seed;
	return (count) =>
		Uint8Array.from({ length: count }, () => {
			state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
			return state >>> 24;
		});
}

export interface TokenBody {
	access_token: string;
	token_type: string;
	expires_in: number;
	scope: string;
	id_token?: string;
	refresh_token?: string;
	error?: string;
	error_description?: string;
}

export const apiRequest = (
	token: string | undefined,
	path = '/timesheets',
	init: RequestInit = {}
): Request =>
	new Request(`${resource}${path}`, {
		...init,
		headers: {
			...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
			...Object.fromEntries(new Headers(init.headers))
		}
	});

/** The field of a page's form. */
export const interactionOf = (page: string): string =>
	/name="interaction" value="([^"]+)"/.exec(page)?.[1] ?? '';

export function createServer(change: (settings: RealmSettings) => void = () => undefined) {
	const settings = defaultRealmSettings({ origin, base: '' });
	settings.applications.push(structuredClone(web), structuredClone(native));
	change(settings);
	const clock = { now: start };
	const decisions: Decision[] = [];
	const store = createMemoryStore(() => clock.now);
	void shareKeys(store);
	const realm: Realm = { issuer, settings, store, texts: pageTexts, now: () => clock.now, random: seeded() };
	const browser: Browser = {};
	const answer = composeServers(realm, (decision) => {
		decisions.push(decision);
	});

	const send = (path: string, init: RequestInit = {}): Promise<Response> =>
		answer(new Request(path.startsWith('http') ? path : `${issuer}${path}`, init), browser);
	const get = (path: string, headers: Record<string, string> = {}) => send(path, { headers });
	/** As a browser does: an answer that leads to a page of the server is followed there. */
	async function post(path: string, body: string, headers: Record<string, string> = {}): Promise<Response> {
		const type = { 'content-type': 'application/x-www-form-urlencoded' };
		const response = await send(path, { method: 'POST', body, headers: { ...type, ...headers } });
		const location = response.headers.get('location') ?? '';
		return location.startsWith(`${issuer}/`) ? get(location) : response;
	}

	const authorize = (changes: Changes = {}) =>
		get(`/authorize?${form({ ...authorizeParameters, ...changes })}`);

	/** Picks Erin, confirms and allows, as far as pages ask for it; the address that the browser is sent to. */
	async function click(first: Response, user = 'erin', action = 'allow'): Promise<URL> {
		let response = first;
		for (let page = 0; page < 4 && response.status === 200; page += 1) {
			const text = await response.text();
			const interaction = interactionOf(text);
			if (text.includes('name="user"')) response = await post('/sign-in', form({ interaction, user }));
			else if (text.includes('/confirm"'))
				response = await post('/confirm', form({ interaction, action: 'confirm' }));
			else response = await post('/consent', form({ interaction, action }));
		}
		return new URL(response.headers.get('location') ?? `${origin}/no-redirect-${response.status}`);
	}

	/** A code, by way of the pages. */
	async function code(changes: Changes = {}): Promise<string> {
		const location = await click(await authorize(changes));
		return location.searchParams.get('code') ?? `no code: ${location}`;
	}

	const token = (parameters: Changes, headers?: Record<string, string>) =>
		post('/token', form(parameters), headers);

	const exchange = (codeValue: string, changes: Changes = {}, headers?: Record<string, string>) =>
		token(
			{
				grant_type: 'authorization_code',
				client_id: 'playground-spa',
				code: codeValue,
				code_verifier: verifier,
				redirect_uri: redirectUri,
				...changes
			},
			headers
		);

	/** The whole flow. */
	async function tokens(changes: Changes = {}): Promise<TokenBody> {
		return (await exchange(await code(changes))).json() as Promise<TokenBody>;
	}

	const refresh = (refreshToken: string | undefined, changes: Changes = {}) =>
		token({
			grant_type: 'refresh_token',
			client_id: 'playground-spa',
			refresh_token: refreshToken,
			...changes
		});

	const callApi = (accessToken: string | undefined, path?: string, init?: RequestInit) =>
		answer(apiRequest(accessToken, path, init), browser);

	return {
		realm,
		browser,
		clock,
		decisions,
		send,
		get,
		post,
		authorize,
		click,
		code,
		token,
		exchange,
		tokens,
		refresh,
		callApi,
		/** The checks of the last decision that failed, by id. */
		failed: () =>
			(decisions.at(-1)?.checks ?? []).filter(({ status }) => status === 'fail').map(({ id }) => id),
		/** Another browser: without what this one remembers. */
		forget: () => {
			delete browser.cookie;
		}
	};
}

export type Server = ReturnType<typeof createServer>;

/** The ports of the API alone, for what goes wrong behind one of them. */
export const apiOf = ({ realm, get }: Server): Api => ({
	resource,
	issuer,
	fetchJwks: async () => (await get('/jwks')).json(),
	store: realm.store,
	now: realm.now,
	random: realm.random
});

export const basic = (id: string, secret: string): Record<string, string> => ({
	authorization: `Basic ${btoa(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`)}`
});
