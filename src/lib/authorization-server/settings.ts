/**
 * What a realm is configured with: plain JSON, so that it can be edited, exported and imported. Whatever comes
 * from outside (a file, the browser's storage) goes through `realmSettingsSchema`.
 */
import * as v from 'valibot';
import { withoutAnyPort } from '$lib/message/loopback';

const text = v.pipe(v.string(), v.maxLength(2_000));

/** Control characters, and those that turn the text around them: `moc.knab` would read as another name. */
const isPlain = (value: string): boolean => !/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(value);

/** What people are shown of an application, an API or a person. */
export const name = v.pipe(
	v.string(),
	v.trim(),
	v.minLength(1),
	v.maxLength(200),
	v.check(isPlain, 'a name with control characters')
);
const seconds = (maximum: number) => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(maximum));
const day = 86_400;
const year = 365 * day;

/** A scope token: RFC 6749 §3.3. */
const scopeToken = v.pipe(v.string(), v.regex(/^[\x21\x23-\x5b\x5d-\x7e]{1,200}$/));
/** Client identifiers are made of visible characters and spaces: RFC 6749 §2.2. */
const clientId = v.pipe(v.string(), v.regex(/^[\x20-\x7e]{1,200}$/));

const scriptSchemes = new Set(['javascript:', 'data:', 'vbscript:', 'blob:', 'file:', 'about:']);

function isRedirectUri(uri: string): boolean {
	const plain = withoutAnyPort(uri);
	if (!URL.canParse(plain) || plain.includes('#') || /[^\x21-\x7e]/.test(plain)) return false;
	return !scriptSchemes.has(new URL(plain).protocol);
}

/**
 * Absolute, without a fragment (RFC 6749 §3.1.2), in the characters that a URI has (RFC 3986 §2: others are
 * percent-encoded, or no header could carry it), and never of a scheme that runs script.
 */
export const redirectUri = v.pipe(text, v.check(isRedirectUri, 'not a redirect URI'));
const origin = v.pipe(
	text,
	v.check((value) => URL.canParse(value) && new URL(value).origin === value, 'not an origin')
);

export const applicationTypes = ['native', 'spa', 'web', 'machine'] as const;
export const grantTypes = ['authorization_code', 'refresh_token', 'client_credentials'] as const;
export const clientAuthMethods = [
	'none',
	'client_secret_basic',
	'client_secret_post',
	'private_key_jwt'
] as const;
/** `client_secret`: Basic or body, whichever the client uses. RFC 6749 §2.3.1 wants the first and allows the second. */
export const applicationAuthMethods = [...clientAuthMethods, 'client_secret'] as const;
export const signingAlgorithms = ['RS256', 'PS256', 'ES256', 'EdDSA'] as const;
/** `json`: UserInfo is not signed, as OIDC Core §5.3.2 has it where nothing else was agreed. */
export const userinfoForms = ['json', ...signingAlgorithms] as const;

const privateParts = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];
const keyPart = v.exactOptional(v.pipe(v.string(), v.maxLength(2_000)));

/** Asymmetric, and the public half alone: a private key has no business here. Other members are left out. */
const publicJwk = v.pipe(
	v.looseObject({}),
	v.check((jwk) => !privateParts.some((part) => part in jwk), 'a private key'),
	v.object({
		kty: v.pipe(v.string(), v.regex(/^(?:RSA|EC|OKP)$/)),
		use: keyPart,
		alg: keyPart,
		kid: keyPart,
		crv: keyPart,
		x: keyPart,
		y: keyPart,
		n: keyPart,
		e: keyPart
	})
);

/** The public keys of a client, as RFC 7517 §5 writes them. One key alone (§4) is a set of one. */
export const keySetSchema = v.union([
	v.object({ keys: v.pipe(v.array(publicJwk), v.minLength(1), v.maxLength(10)) }),
	v.pipe(
		publicJwk,
		v.transform((jwk) => ({ keys: [jwk] }))
	)
]);

export const applicationSchema = v.object({
	clientId,
	name,
	type: v.picklist(applicationTypes),
	/** Only for `web` and `machine`; a public client has none: RFC 6749 §2.1. */
	clientSecret: v.exactOptional(v.pipe(v.string(), v.minLength(16), v.maxLength(200))),
	redirectUris: v.pipe(v.array(redirectUri), v.maxLength(20)),
	logoutUris: v.pipe(v.array(redirectUri), v.maxLength(20)),
	allowedOrigins: v.pipe(v.array(origin), v.maxLength(20)),
	grants: v.array(v.picklist(grantTypes)),
	authMethod: v.picklist(applicationAuthMethods),
	rotateRefreshTokens: v.boolean(),
	firstParty: v.boolean(),
	idTokenAlgorithm: v.picklist(signingAlgorithms),
	/** `userinfo_signed_response_alg` of a registration. An earlier build had none. */
	userinfoForm: v.optional(v.picklist(userinfoForms), 'json'),
	/** What verifies its request objects (RFC 9101 §6.2) and its assertions (RFC 7523 §3). */
	jwks: v.exactOptional(keySetSchema),
	/** RFC 9126 §6 */
	requirePushedRequests: v.exactOptional(v.boolean()),
	/** RFC 9101 §10.5 */
	requireSignedRequests: v.exactOptional(v.boolean()),
	/** RFC 9449 §5.2 */
	requireDpop: v.exactOptional(v.boolean())
});

export const apiSchema = v.object({
	/** The audience of its access tokens: an absolute URI, RFC 8707 §2. */
	identifier: v.pipe(
		text,
		v.check((value) => URL.canParse(value) && !value.includes('#'), 'not a URI')
	),
	name,
	scopes: v.pipe(v.array(v.object({ name: scopeToken, description: text })), v.maxLength(100)),
	allowOfflineAccess: v.boolean(),
	tokenLifetime: seconds(30 * day),
	signingAlgorithm: v.picklist(signingAlgorithms),
	skipConsentForFirstParty: v.boolean()
});

export const userSchema = v.object({
	sub: v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,255}$/)),
	username: name,
	password: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
	name,
	givenName: text,
	familyName: text,
	email: text,
	emailVerified: v.boolean(),
	roles: v.pipe(v.array(text), v.maxLength(50)),
	metadata: v.record(v.pipe(v.string(), v.maxLength(200)), text)
});

export const ruleSchema = v.object({
	id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,60}$/)),
	name,
	/** `rule`: `function (user, context, callback)`; `action`: `exports.onExecutePostLogin`. */
	kind: v.picklist(['rule', 'action']),
	enabled: v.boolean(),
	code: v.pipe(v.string(), v.maxLength(100_000))
});

/** Lifetimes are in seconds. */
const policyParts = v.object({
	allowPlain: v.boolean(),
	/** Of public clients: RFC 9700 §2.1.1. */
	requirePkce: v.boolean(),
	/** Not said: as of public ones. An earlier build had one switch for both. */
	requirePkceOfConfidential: v.exactOptional(v.boolean()),
	requireState: v.boolean(),
	requireNonce: v.boolean(),
	codeLifetime: seconds(600),
	idTokenLifetime: seconds(day),
	/** Of opaque access tokens; those of an API have the API's own. */
	accessTokenLifetime: seconds(30 * day),
	refreshTokenLifetime: seconds(year),
	sessionLifetime: seconds(30 * day),
	/** How far the server's clock is off, to see what a client makes of it. */
	clockOffset: v.pipe(v.number(), v.integer(), v.minValue(-year), v.maxValue(year)),
	issParameter: v.boolean(),
	rememberConsent: v.boolean(),
	allowRegistration: v.boolean(),
	/** Of every application: see there. */
	requirePushedRequests: v.exactOptional(v.boolean()),
	requireSignedRequests: v.exactOptional(v.boolean()),
	requireDpop: v.exactOptional(v.boolean()),
	/** Whether proofs have to carry a nonce of the server, here and at the API: RFC 9449 §8. */
	dpopNonce: v.exactOptional(v.boolean()),
	defaultAudience: v.exactOptional(text),
	/** Keys made before are no longer used to sign: milliseconds since the epoch. Set to now, it rotates them. */
	keysNotBefore: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0)))
});

export const policySchema = v.pipe(
	policyParts,
	v.transform((policy) => ({
		...policy,
		requirePkceOfConfidential: policy.requirePkceOfConfidential ?? policy.requirePkce
	}))
);

const unique = (values: string[]): boolean => new Set(values).size === values.length;

/** RFC 6749 §2.1: who authenticates with a secret has one, who cannot keep one has none; with a key, the key. */
const secretFits = ({ authMethod, clientSecret, jwks }: v.InferOutput<typeof applicationSchema>): boolean =>
	authMethod.startsWith('client_secret') === (clientSecret !== undefined) &&
	(authMethod !== 'private_key_jwt' || jwks !== undefined);

const realmParts = v.object({
	applications: v.pipe(
		v.array(applicationSchema),
		v.maxLength(200),
		v.check((all) => unique(all.map((one) => one.clientId)), 'two applications have the same client id'),
		v.check(
			(all) => all.every(secretFits),
			'an application has a secret that it may not have, or lacks one or its keys'
		)
	),
	apis: v.pipe(
		v.array(apiSchema),
		v.maxLength(50),
		v.check((all) => unique(all.map(({ identifier }) => identifier)), 'two APIs have the same identifier')
	),
	users: v.pipe(
		v.array(userSchema),
		v.maxLength(200),
		v.check((all) => unique(all.map(({ sub }) => sub)), 'two users have the same sub'),
		v.check(
			(all) => unique(all.map((one) => one.username.toLowerCase())),
			'two users have the same user name'
		)
	),
	rules: v.pipe(
		v.array(ruleSchema),
		v.maxLength(50),
		v.check((all) => unique(all.map(({ id }) => id)), 'two rules have the same id')
	),
	policy: policySchema
});

/** RFC 9700 §4.15: an API that reads `sub` must not take a client that acts for itself for a person. */
export const realmSettingsSchema = v.pipe(
	realmParts,
	v.check(
		({ applications, users }) =>
			!users.some(({ sub }) => applications.some(({ clientId }) => clientId === sub)),
		'an application has the sub of a user as its client id'
	)
);

/**
 * What is taken in. A default audience that is no API would refuse every request that names none; what was kept so is
 * still read, because a realm must not be lost for it.
 */
export const newRealmSettingsSchema = v.pipe(
	realmSettingsSchema,
	v.forward(
		v.check(
			({ apis, policy: { defaultAudience } }) =>
				defaultAudience === undefined || apis.some(({ identifier }) => identifier === defaultAudience),
			'no API has this identifier'
		),
		['policy', 'defaultAudience']
	)
);

export type Application = v.InferOutput<typeof applicationSchema>;
export type Api = v.InferOutput<typeof apiSchema>;
export type User = v.InferOutput<typeof userSchema>;
export type Rule = v.InferOutput<typeof ruleSchema>;
export type Policy = v.InferOutput<typeof policySchema>;
export type RealmSettings = v.InferOutput<typeof realmSettingsSchema>;
export type SigningAlgorithm = (typeof signingAlgorithms)[number];
export type GrantType = (typeof grantTypes)[number];
