/** The realm of a provider in a terminal: that of the playground, with what programs on the same machine need. */
import { defaultRealmSettings } from '$lib/authorization-server/realm';
import type { Api, Application, RealmSettings } from '$lib/authorization-server/settings';

/** Where the playground itself is served: `npm start`, `npm run dev`. */
const playgrounds = ['http://localhost:4173', 'http://localhost:5173'];

/** Known to everybody who reads this: it keeps nothing from anybody, and is there because libraries want one. */
export const developmentSecret = 'a-secret-for-development';

export interface NamedApi {
	identifier: string;
	scopes: readonly string[];
}

export interface RealmChanges {
	/** Of each built-in client, beside those of a playground on this machine. */
	redirectUris?: readonly string[];
	logoutUris?: readonly string[];
	/** Beside the sample API. The first is meant where a client names none. */
	apis?: readonly NamedApi[];
	/** Of confidential clients; public ones always need it: RFC 9700 §2.1.1. */
	requirePkce?: boolean;
}

/** Any port of the loopback, as a program in a terminal opens one for the callback: RFC 8252 §7.3. */
const asNative = (application: Application, { redirectUris = [] }: RealmChanges): Application => ({
	...application,
	clientId: 'playground-native',
	name: 'A program in a terminal',
	type: 'native',
	redirectUris: ['http://127.0.0.1:*/callback', 'http://[::1]:*/callback', ...redirectUris],
	allowedOrigins: []
});

const asWeb = (application: Application): Application => ({
	...application,
	clientId: 'playground-web',
	name: 'A web server',
	type: 'web',
	clientSecret: developmentSecret,
	authMethod: 'client_secret',
	grants: ['authorization_code', 'refresh_token', 'client_credentials']
});

const toScopes = (names: readonly string[]): Api['scopes'] =>
	[...new Set(names)].map((name) => ({ name, description: name }));

/** A named API is like the sample one, but for its scopes. To name the sample one is to add scopes to it. */
function withApis(sample: Api, named: readonly NamedApi[]): Api[] {
	const isSample = ({ identifier }: NamedApi): boolean => identifier === sample.identifier;
	const taken = sample.scopes.map(({ name }) => name);
	const added = named
		.filter(isSample)
		.flatMap(({ scopes }) => scopes.filter((name) => !taken.includes(name)));
	const others = named
		.filter((api) => !isSample(api))
		.map(({ identifier, scopes }) => ({
			...sample,
			identifier,
			name: identifier.slice(0, 200),
			scopes: toScopes(scopes)
		}));
	return [{ ...sample, scopes: [...sample.scopes, ...toScopes(added)] }, ...others];
}

/**
 * A default API, since no client library names one and offline access is of an API: without, none of them would get
 * a refresh token. In the playground there is none: what an API is, is a part of what it teaches.
 */
export function terminalSettings(origin: string, changes: RealmChanges): RealmSettings {
	const { redirectUris = [], logoutUris = [], apis = [], requirePkce = false } = changes;
	const start = defaultRealmSettings({ origin, base: '' });
	const [application] = start.applications;
	const [sample] = start.apis;
	if (!application || !sample) return start;
	const page: Application = {
		...application,
		redirectUris: [
			...new Set([
				...application.redirectUris,
				...playgrounds.map((site) => `${site}/callback/`),
				...redirectUris
			])
		],
		logoutUris: [
			...new Set([...application.logoutUris, ...playgrounds.map((site) => `${site}/`), ...logoutUris])
		]
	};
	return {
		...start,
		applications: [page, asNative({ ...page, logoutUris: [...logoutUris] }, changes), asWeb(page)],
		apis: withApis(sample, apis),
		policy: {
			...start.policy,
			defaultAudience: apis[0]?.identifier ?? sample.identifier,
			requirePkceOfConfidential: requirePkce
		}
	};
}
