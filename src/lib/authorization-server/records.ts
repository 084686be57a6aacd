/**
 * What lies in the store is read like any input: an earlier build, another page of the origin or a person may have
 * written it. One schema for each kind of this server; what does not fit is as good as not there.
 */
import type { JWK } from 'jose';
import * as v from 'valibot';
import { responseModes, type AuthorizationRequest } from './authorize/context';
import type { CodeRecord } from './codes';
import type { ConsentRecord } from './consents';
import type { KeptDecision } from './decision-log';
import type { Answered } from './form-answer';
import type { AccessRecord, Grant, RefreshRecord } from './grants';
import type { Interaction } from './interaction-pages';
import type { SigningKey } from './keys';
import type { Kind } from './kinds';
import type { Pushed } from './pushed-requests';
import type { JsonObject } from './rules-port';
import type { Login } from './sessions';
import { applicationSchema, redirectUri, signingAlgorithms } from './settings';

type Schema<T> = v.GenericSchema<unknown, T>;

const text = v.string();
const texts = v.array(text);
const maybe = v.exactOptional(text);
/** As much as a `Date` can hold, in milliseconds or in seconds. */
const time = v.pipe(v.number(), v.minValue(-8.64e15), v.maxValue(8.64e15));
const yes = v.literal(true);
/** In a header. */
const visible = v.pipe(text, v.regex(/^[\x21-\x7e]{1,200}$/));

/** What has a circle in it, or a number that JSON does not know, cannot be sent. */
function isJsonObject(value: unknown): boolean {
	try {
		return typeof value === 'object' && JSON.stringify(value).startsWith('{');
	} catch {
		return false;
	}
}
const json = v.custom<JsonObject>(isJsonObject);

const login: Schema<Login> = v.object({ sub: text, authTime: time, sid: text, acr: text });

const claims = v.object({ idToken: texts, userinfo: texts, sub: maybe, acr: v.exactOptional(texts) });
const challenge = v.object({ value: text, method: v.picklist(['S256', 'plain']) });

const request: Schema<AuthorizationRequest> = v.object({
	clientId: text,
	redirectUri,
	redirectUriSent: v.boolean(),
	scope: texts,
	audience: maybe,
	state: maybe,
	nonce: maybe,
	challenge: v.exactOptional(challenge),
	loginHint: maybe,
	responseMode: v.picklist(responseModes),
	prompt: texts,
	maxAge: v.exactOptional(time),
	claims: v.exactOptional(claims),
	hintSub: maybe,
	acrValues: v.exactOptional(texts),
	dpopJkt: maybe,
	requestUri: maybe,
	parameters: v.record(text, text)
});

const interaction: Schema<Interaction> = v.object({
	request,
	login: v.exactOptional(login),
	ruled: v.exactOptional(v.object({ scope: texts, accessToken: json, idToken: json })),
	again: maybe
});

const grant: Schema<Grant> = v.object({
	id: text,
	clientId: text,
	sub: text,
	scope: texts,
	audience: maybe,
	authTime: v.exactOptional(time),
	sid: maybe,
	nonce: maybe,
	acr: maybe,
	claims: v.exactOptional(claims),
	customClaims: v.exactOptional(v.object({ accessToken: json, idToken: json })),
	endsAt: v.exactOptional(time)
});

const code: Schema<CodeRecord> = v.object({
	clientId: text,
	redirectUri: text,
	redirectUriSent: v.boolean(),
	challenge: v.exactOptional(challenge),
	dpopJkt: maybe,
	expiresAt: time,
	grant
});

const access: Schema<AccessRecord> = v.object({
	grantId: text,
	clientId: text,
	sub: text,
	scope: texts,
	audience: texts,
	issuedAt: time,
	expiresAt: time,
	jkt: maybe
});

const refresh: Schema<RefreshRecord> = v.object({
	grantId: text,
	clientId: text,
	scope: texts,
	expiresAt: time,
	jkt: maybe
});

const pushed: Schema<Pushed> = v.object({
	clientId: text,
	pairs: v.array(v.strictTuple([text, text])),
	signed: v.boolean(),
	dpopJkt: maybe,
	expiresAt: time
});

const consent: Schema<ConsentRecord> = v.object({ clientId: text, sub: text, scope: texts, audience: maybe });

const answered: Schema<Answered> = v.object({
	next: maybe,
	clientId: maybe,
	redirectUri: v.exactOptional(redirectUri)
});

const decision: Schema<KeptDecision> = v.object({
	requestId: text,
	state: maybe,
	decision: v.custom<KeptDecision['decision']>(
		(value) =>
			isJsonObject(value) && v.is(v.object({ at: time, checks: v.array(v.custom(isJsonObject)) }), value)
	)
});

/** What WebCrypto calls the algorithm, and the hash or the curve that goes with it. */
const platformNames: Record<(typeof signingAlgorithms)[number], string> = {
	RS256: 'RSASSA-PKCS1-v1_5 SHA-256',
	PS256: 'RSA-PSS SHA-256',
	ES256: 'ECDSA P-256',
	EdDSA: 'Ed25519'
};

const algorithmSchema = v.object({
	name: text,
	hash: v.optional(v.object({ name: text })),
	namedCurve: v.optional(text)
});

function platformName({ algorithm }: CryptoKey): string {
	const parsed = v.safeParse(algorithmSchema, algorithm);
	if (!parsed.success) return '';
	const { name, hash, namedCurve } = parsed.output;
	return [name, hash?.name ?? namedCurve].filter(Boolean).join(' ');
}

const isSigning = (value: unknown): boolean =>
	value instanceof CryptoKey && value.type === 'private' && value.usages.includes('sign');

const publicJwk = v.custom<JWK>(
	(value) => isJsonObject(value) && v.is(v.object({ kty: text, kid: text }), value)
);

const key: Schema<SigningKey> = v.pipe(
	v.object({
		kid: text,
		alg: v.picklist(signingAlgorithms),
		privateKey: v.custom<CryptoKey>(isSigning),
		publicJwk,
		createdAt: time,
		retired: v.exactOptional(v.boolean())
	}),
	v.check(({ alg, privateKey }) => platformName(privateKey) === platformNames[alg]),
	v.check(({ kid, publicJwk }) => publicJwk.kid === kid)
);

/** The kinds of the sample API are its own to read. */
export type OwnKind = Exclude<Kind, 'timesheet' | 'timesheet-person' | 'api-proof-seen'>;

export const recordSchemas: Record<OwnKind, v.GenericSchema> = {
	/** Whoever reads the settings says what becomes of unreadable ones. */
	realm: v.unknown(),
	key,
	application: applicationSchema,
	cookie: text,
	session: login,
	consent,
	logins: v.pipe(v.number(), v.safeInteger()),
	interaction,
	'sign-out': v.object({
		login,
		returning: v.exactOptional(v.object({ clientId: text, uri: redirectUri, state: maybe }))
	}),
	account: v.object({ login }),
	answered,
	pushed,
	'pushed-unanswered': yes,
	code,
	'code-unused': yes,
	grant,
	access,
	refresh,
	'refresh-unused': yes,
	'proof-seen': yes,
	'assertion-seen': yes,
	'dpop-nonce': yes,
	'dpop-nonce-current': visible,
	decision
};
