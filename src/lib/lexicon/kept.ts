/**
 * What stays in an export: an allow-list, by normalised names (`secrets.ts`). Everything that is not here becomes a
 * placeholder: a name that nobody foresaw is no leak. Of what stays, each text is still looked through for secrets.
 */
import { errorCodes } from './errors';
import { keptHeaders } from './kept-headers';
import { metadataNames } from './metadata';
import { parameterNames } from './parameters';
import { normalName } from './normal-name';
import { isSecretName } from './secrets';

const setOf = (names: readonly string[]): ReadonlySet<string> => new Set(names.map(normalName));

/** Sentences: what an error says in words. They are looked through most closely. */
const sentences = setOf(['error_description', 'error', 'error_uri']);

/** What other servers call the same: kept of an answer that is an error, and of an object with an error in it. */
const errorWords = setOf([
	...[
		'error_message',
		'errorMessage',
		'errorSummary',
		'errorCode',
		'internalErrorCode',
		'error_codes',
		'error_hint'
	],
	...[
		'error_reason',
		'error_subtype',
		'suberror',
		'message',
		'msg',
		'detail',
		'title',
		'description',
		'reason'
	],
	...['status', 'statusCode', 'type', 'correlation_id', 'trace_id', 'timestamp', 'errorId', 'errorLink'],
	...['request_id']
]);

/** Members of a token's header, of a public key and of a key set (RFC 7515 §4.1, RFC 7517 §4). */
const keyMembers = [
	...['alg', 'enc', 'zip', 'kid', 'typ', 'cty', 'crit', 'jku', 'x5u', 'x5c', 'x5t', 'x5t#S256', 'b64'],
	...['kty', 'use', 'key_ops', 'ext']
];

/** Kept of an object that says itself that it is a key (`kty`): elsewhere `x` and `n` may be anything. */
const publicJwkMembers = setOf(['n', 'e', 'crv', 'x', 'y', 'exp', 'nbf', 'iat']);

/** Claims that a check or a person who helps needs. Whoever the token is about is not among them. */
const keptClaims = [
	...[
		'iss',
		'aud',
		'azp',
		'exp',
		'iat',
		'nbf',
		'auth_time',
		'scope',
		'scp',
		'nonce',
		'at_hash',
		'c_hash',
		's_hash'
	],
	...[
		'acr',
		'amr',
		'client_id',
		'typ',
		'events',
		'cnf',
		'jkt',
		'x5t#S256',
		'token_use',
		'ver',
		'gty',
		'active'
	],
	...['token_type', 'htm', 'htu', 'ath']
] as const;

/** Members of client metadata (RFC 7591 §2) that identify an application, never a person. */
const clientMembers = [
	...['client_id_issued_at', 'client_secret_expires_at', 'redirect_uris', 'token_endpoint_auth_method'],
	...['grant_types', 'response_types', 'application_type', 'subject_type', 'registration_client_uri'],
	...['post_logout_redirect_uris', 'id_token_signed_response_alg', 'dpop_bound_access_tokens', 'require_pkce']
];

/** Protected resource metadata (RFC 9728 §2) and members that only some metadata documents have. */
const documentMembers = [
	...[
		'authorization_servers',
		'bearer_methods_supported',
		'resource_signing_alg_values_supported',
		'resource_name'
	],
	...['resource_documentation', 'prompt_values_supported', 'backchannel_authentication_endpoint'],
	...[
		'revocation_endpoint',
		'registration_endpoint',
		'resource_metadata',
		'tls_client_certificate_bound_access_tokens'
	]
];

/** Members of an answer, and parameters of a request, that are the protocol itself. */
const protocolMembers = [
	...['expires_in', 'refresh_token_expires_in', 'refresh_expires_in', 'ext_expires_in', 'not-before-policy'],
	...['issued_token_type', 'subject_token_type', 'requested_token_type', 'actor_token_type', 'interval'],
	...['verification_uri', 'authorization_pending', 'iss', 'essential', 'userinfo', 'keys', 'realm', 'algs'],
	...['locale_hint', 'client_assertion_type', 'token_type_hint', 'response_mode', 'prompt', 'max_age']
];

/** Of the parameters that have a text, those that stand for a person, a session or an invitation do not stay. */
const parametersTakenOut = setOf(['session_state', 'login_hint', 'logout_hint', 'invitation', 'code']);

const keptMembers: ReadonlySet<string> = new Set(
	[
		...parameterNames.filter((name) => !isSecretName(name) && !parametersTakenOut.has(normalName(name))),
		...metadataNames,
		...keptClaims,
		...keyMembers,
		...clientMembers,
		...documentMembers,
		...protocolMembers
	].map(normalName)
);

/** Words that are a parameter's name in a request and may be anything in the answer of an API. */
const requestOnly = setOf([
	...[
		'state',
		'connection',
		'organization',
		'display',
		'resource',
		'audience',
		'prompt',
		'claims',
		'request'
	],
	...['realm', 'use', 'ext', 'interval', 'locale_hint', 'issuer', 'keys', 'userinfo', 'ver']
]);

/** By what stands under these the log of a provider finds the failure: chance made it, and it opens nothing. */
const logIds = setOf(['correlation_id', 'trace_id', 'errorId', 'request_id', 'requestId']);

export const isLogId = (name: string, value: string): boolean =>
	logIds.has(normalName(name)) && /^[\w.:-]{6,80}$/.test(value);

/** Whether what stands under this name is words of a server, to be looked through closely. */
export const isSentence = (name: string): boolean => {
	const normal = normalName(name);
	return sentences.has(normal) || errorWords.has(normal);
};

/** What is known of the object in which a name stands. */
export interface Surroundings {
	/** The answer is an error, or the object has an `error` in it. */
	failed?: boolean;
	/** The object is a key: it has a `kty`. */
	key?: boolean;
	/** The answer of an API, whose members are whatever they are. */
	foreign?: boolean;
}

/** Whether a value stays where it stands under this name. */
export function isKept(
	name: string,
	{ failed = false, key = false, foreign = false }: Surroundings = {}
): boolean {
	const normal = normalName(name);
	if (key && publicJwkMembers.has(normal)) return true;
	if (sentences.has(normal) || (failed && errorWords.has(normal))) return true;
	return keptMembers.has(normal) && !(foreign && requestOnly.has(normal));
}

/** Stems of words that a program gives to an error. */
const errorStem =
	/invalid|error|denied|expire|missing|require|unsupported|unauthori|forbidden|fail|exceed|limit|exist|found|allowed|mismatch|bad_|not_|malformed|revoked|conflict|unknown|temporar|unavailable|interaction|consent/i;

/** Whether a `code` is the name or the number of an error, as many servers have it, and no authorization code. */
export const isErrorCode = (value: string): boolean =>
	errorCodes.some((code) => code === value) ||
	/^(?:\d{1,3}|[A-Z]{2,8}\d{3,8})$/.test(value) ||
	(/^[a-z]+(?:[._-]?[a-z]+)*$/i.test(value) && value.length <= 60 && errorStem.test(value));

/** A name as names are written: with other signs between its letters a text is no word, but has the letters of one. */
const writtenName = /^[\p{L}\p{N}]+(?:[ ._-][\p{L}\p{N}]+)*$/u;

/** Words of the protocol: one that is also somebody's secret is not taken out of sentences and names. */
export const isVocabulary = (text: string): boolean =>
	writtenName.test(text) && vocabulary.has(normalName(text));

const vocabulary: ReadonlySet<string> = new Set([
	...keptMembers,
	...errorCodes.map(normalName),
	...sentences,
	...errorWords,
	...keptHeaders.map(normalName),
	...['code', 'token', 'query', 'fragment', 'formpost', 'public', 'pairwise', 'openid', 'profile', 'email'],
	...[
		'address',
		'phone',
		'offlineaccess',
		'bearer',
		'basic',
		'dpop',
		's256',
		'plain',
		'none',
		'https',
		'http'
	],
	...[
		'authorizationcode',
		'refreshtoken',
		'clientcredentials',
		'implicit',
		'idtoken',
		'accesstoken',
		'secret'
	],
	...[
		'clientsecret',
		'codeverifier',
		'callback',
		'authorize',
		'redacted',
		'true',
		'false',
		'null',
		'localhost'
	],
	...['clientsecretbasic', 'clientsecretpost', 'privatekeyjwt', 'password', 'test', 'demo', 'user', 'admin']
]);
