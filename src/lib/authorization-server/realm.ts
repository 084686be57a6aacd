import type { Check, Decision } from '$lib/lexicon/check';
import type { PageTexts } from './pages/texts';
import type { RuleRunner } from './rules-port';
import type { Application, Policy, RealmSettings, User } from './settings';

/** When an entry ends, in milliseconds since the epoch; of an update, it may depend on what is written. */
export type Expiry<T> = number | ((next: T) => number);

/**
 * Where the server keeps what must survive a request. Values are structured-cloneable, `CryptoKey` included.
 * `expiresAt`: milliseconds since the epoch, after which the entry is as good as gone. How much of each kind is kept
 * is in `kinds.ts`.
 */
export interface Store {
	get<T>(kind: string, key: string): Promise<T | undefined>;
	put(kind: string, key: string, value: unknown, expiresAt?: number): Promise<void>;
	remove(kind: string, key: string): Promise<void>;
	/** Gets and removes in one atomic move: of two that take, one gets undefined. */
	take<T>(kind: string, key: string): Promise<T | undefined>;
	/**
	 * Reads and writes in one atomic move: what `change` makes of the value takes its place, and of two at the same time
	 * the later sees what the earlier wrote. Undefined: nothing is written.
	 */
	update<T>(
		kind: string,
		key: string,
		change: (known: T | undefined) => T | undefined,
		expiresAt?: Expiry<T>
	): Promise<void>;
	list<T>(kind: string): Promise<[key: string, value: T][]>;
}

/**
 * The browser's one cookie for this server, carried beside the messages: in a worker and in a page the platform's
 * Request and Response drop `Cookie` and `Set-Cookie` (Fetch: forbidden header names). Over HTTP the host makes real
 * cookies of it. A jar is of one request; a request without credentials has an empty one.
 */
export interface Jar {
	read(): Promise<string | undefined>;
	/** `expiresAt`: milliseconds since the epoch. */
	write(value: string, expiresAt: number): Promise<void>;
	clear(): Promise<void>;
}

/** One authorization server: its settings and its ports. There is nothing else that it knows or touches. */
export interface Realm {
	/** Without a trailing slash: RFC 8414 §2. */
	issuer: string;
	settings: RealmSettings;
	store: Store;
	/** The words of the pages. */
	texts: PageTexts;
	/** Where people go who are lost here: of the site that this server is part of, if it is part of one. */
	home?: string;
	/** Where whoever was sent here by that site learns what was decided about a request that got no answer. */
	explained?: string;
	/** Milliseconds since the epoch. */
	now(): number;
	/** `count` bytes from a cryptographically secure generator. */
	random(count: number): Uint8Array;
	/** Without one nobody stays signed in. */
	jar?: Jar;
	/** Runs what people wrote. Without one, a realm with rules that are switched on lets nobody in. */
	rules?: RuleRunner;
	report?(decision: Decision, about: { requestId: string; state?: string }): Promise<void> | void;
	/**
	 * What whoever runs this server can do about what it refused, in sentences for its own pages. Never sent to a client.
	 */
	adviseOn?(checks: readonly Check[]): readonly string[];
}

const timesheetScopes = [
	{ name: 'read:timesheets', description: 'See your timesheets' },
	{ name: 'create:timesheets', description: 'Add entries to your timesheets' },
	{ name: 'delete:timesheets', description: 'Remove entries from your timesheets' },
	{ name: 'approve:timesheets', description: 'Approve the entries of other people' },
	{ name: 'read:contacts', description: 'See who you work with' }
];

const users: User[] = [
	{
		sub: 'user-erin',
		username: 'erin',
		password: 'timesheets',
		name: 'Erin Example',
		givenName: 'Erin',
		familyName: 'Example',
		email: 'erin@example.com',
		emailVerified: true,
		roles: ['employee'],
		metadata: { department: 'Design' }
	},
	{
		sub: 'user-omar',
		username: 'omar',
		password: 'timesheets',
		name: 'Omar Sample',
		givenName: 'Omar',
		familyName: 'Sample',
		email: 'omar@example.com',
		emailVerified: false,
		roles: ['employee'],
		metadata: { department: 'Engineering' }
	},
	{
		sub: 'user-mona',
		username: 'mona',
		password: 'timesheets',
		name: 'Mona Manager',
		givenName: 'Mona',
		familyName: 'Manager',
		email: 'mona@example.com',
		emailVerified: true,
		roles: ['employee', 'manager'],
		metadata: { department: 'Design' }
	}
];

const policy: Policy = {
	allowPlain: false,
	requirePkce: true,
	requirePkceOfConfidential: true,
	requireState: false,
	requireNonce: false,
	codeLifetime: 60,
	idTokenLifetime: 3_600,
	accessTokenLifetime: 3_600,
	refreshTokenLifetime: 30 * 86_400,
	sessionLifetime: 8 * 3_600,
	clockOffset: 0,
	issParameter: true,
	rememberConsent: true,
	allowRegistration: true,
	requirePushedRequests: false,
	requireSignedRequests: false,
	requireDpop: false,
	dpopNonce: false
};

const playground = (site: string, origin: string): Application => ({
	clientId: 'playground-spa',
	name: 'PKCE Playground',
	type: 'spa',
	redirectUris: [`${site}/callback/`],
	logoutUris: [`${site}/`],
	allowedOrigins: [origin],
	grants: ['authorization_code', 'refresh_token'],
	authMethod: 'none',
	rotateRefreshTokens: true,
	firstParty: true,
	idTokenAlgorithm: 'RS256',
	userinfoForm: 'json'
});

/**
 * What a realm starts with: the playground as a public client, the Timesheets API, and two people.
 * `origin` has no trailing slash; `base` is '' or starts with a slash and does not end with one.
 */
export function defaultRealmSettings({ origin, base }: { origin: string; base: string }): RealmSettings {
	const site = `${origin}${base}`;
	return {
		applications: [playground(site, origin)],
		apis: [
			{
				identifier: `${site}/api`,
				name: 'Timesheets',
				scopes: structuredClone(timesheetScopes),
				allowOfflineAccess: true,
				tokenLifetime: 3_600,
				signingAlgorithm: 'RS256',
				skipConsentForFirstParty: false
			}
		],
		users: structuredClone(users),
		rules: [],
		policy: { ...policy }
	};
}
