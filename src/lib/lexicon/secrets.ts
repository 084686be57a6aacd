/**
 * Which names stand for a secret, however they are written: `accessToken`, `ACCESS_TOKEN` and `access-token` are one.
 * Screen, export, storage and links ask here. What may stay in an export is the other list, `kept.ts`.
 */

import { longestName, normalName, remembering } from './normal-name';

/** Names of parameters of a query or a form, and of members of a JSON body, as the standards write them. */
export const secretParameters = [
	'access_token',
	'actor_token',
	'assertion',
	/** OpenID Connect CIBA: whoever has it can poll for the tokens. */
	'auth_req_id',
	'client_assertion',
	'client_secret',
	'code',
	'code_verifier',
	'device_code',
	/** The private key of DPoP proofs as this app keeps it; it never goes on the wire. */
	'dpop_jwk',
	'id_token',
	'id_token_hint',
	/** Who is to sign in or out, mostly an e-mail address: a person's, and no secret of anybody's. */
	'login_hint',
	'logout_hint',
	'password',
	'refresh_token',
	'registration_access_token',
	/** A secured authorization response (JARM): it carries the code. */
	'response',
	'subject_token',
	'token',
	'user_code',
	/** SAML 2.0 and WS-Federation, where a provider signs in at another one. */
	'RelayState',
	'SAMLart',
	'SAMLRequest',
	'SAMLResponse',
	'wctx',
	'wresult'
] as const;

/** Header names in lower case. */
const secretHeaders = [
	'authorization',
	'authentication-info',
	'client-cert',
	'cookie',
	'dpop',
	'proxy-authentication-info',
	'proxy-authorization',
	'set-cookie'
] as const;

/** Names that are secret by what they end with, each word by word: `my_api_key`, `X-Auth-Token`, `newPassword`. */
const secretEndings = [
	...[
		'token',
		'tokens',
		'secret',
		'secrets',
		'password',
		'passwords',
		'passwd',
		'pwd',
		'passphrase',
		'passcode'
	],
	...[
		'assertion',
		'credential',
		'credentials',
		'cookie',
		'cookies',
		'authorization',
		'jwt',
		'jwe',
		'otp',
		'totp'
	],
	...['pin', 'ticket', 'signature', 'sig', 'csrf', 'xsrf', 'invitation', 'session', 'sid'],
	...['api key', 'access key', 'private key', 'secret key', 'signing key', 'encryption key', 'account key'],
	...[
		'subscription key',
		'functions key',
		'shared key',
		'master key',
		'auth key',
		'session key',
		'private jwk'
	],
	...[
		'session id',
		'transaction id',
		'auth code',
		'authorization code',
		'device code',
		'user code',
		'oob code'
	],
	...['verification code', 'recovery code', 'recovery codes', 'backup code', 'backup codes', 'binding code'],
	...['session code', 'code verifier', 'login hint', 'login code', 'security code', 'one time code']
].map((words) => words.replaceAll(' ', ''));

/** Claims by which a person is recognised wherever the value stands (OIDC Core §5.1), and what servers add to them. */
const identifyingClaims = [
	...['sub', 'name', 'given_name', 'family_name', 'middle_name', 'nickname', 'preferred_username', 'email'],
	...['phone_number', 'username', 'user_name', 'user_id', 'uid', 'upn', 'unique_name', 'oid']
];

/** The members of a JWK that only its owner may have (RFC 7518 §6.2.2, RFC 7518 §6.3.2, RFC 7518 §6.4.1). */
export const privateJwkMembers: ReadonlySet<string> = new Set(['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k']);

const parameters: ReadonlySet<string> = new Set(secretParameters.map(normalName));
const headers: ReadonlySet<string> = new Set(secretHeaders.map(normalName));
const endings: ReadonlySet<string> = new Set(secretEndings);
/** Written as one word too: no other name ends like these. */
const closedEndings =
	/(?:accesstoken|refreshtoken|idtoken|clientsecret|password|passwd|apikey|privatekey|sessionid)$/;

/** The words of a name: `APIKey`, `api_key` and `apiKey` have two. */
const wordsOf = (name: string): string[] =>
	name
		.replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
		.replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
		.toLowerCase()
		.split(/[^\p{L}\p{N}]+/u)
		.filter(Boolean);

/** Names that end like a secret's and hold a yes or a no (RFC 8705 §3.3, RFC 9449 §5.2). */
const lookalikes: ReadonlySet<string> = new Set([
	'tlsclientcertificateboundaccesstokens',
	'dpopboundaccesstokens'
]);

function endsSecretly(name: string): boolean {
	if (lookalikes.has(normalName(name))) return false;
	const words = wordsOf(name);
	return (
		[1, 2, 3].some((count) => endings.has(words.slice(-count).join(''))) ||
		closedEndings.test(normalName(name))
	);
}

export const isSecretParameter = remembering(
	(name) => name.length <= longestName && (parameters.has(normalName(name)) || endsSecretly(name))
);

const identifying: ReadonlySet<string> = new Set(identifyingClaims.map(normalName));

export const isIdentifying = (name: string): boolean => identifying.has(normalName(name));

/** Hints say who a person is. Whoever types one means to send it, so it may be kept and shared; it is not exported. */
export const isHint = (name: string): boolean => ['loginhint', 'logouthint'].includes(normalName(name));

export const isSecretHeader = (name: string): boolean =>
	name.length <= longestName && (headers.has(normalName(name)) || endsSecretly(name));

/** Whether what stands under this name is secret, wherever it stands. */
export const isSecretName = (name: string): boolean => isSecretParameter(name) || isSecretHeader(name);

/**
 * What a secret looks like where no name tells, as the sources of patterns (flags `iu`): a key in PEM, a token in the
 * compact form of JOSE, the credential behind a scheme of authentication.
 */
export const secretLooks = {
	key: '-----BEGIN [A-Z0-9 ]{1,60}-----[^]*?(?:-----END [A-Z0-9 ]{1,60}-----|$)',
	token: '(?<![\\w-])e[yw][\\w-]{6,}(?:\\.[\\w-]*){0,4}',
	credential:
		'(?<![\\w-])(?<before>(?:Bearer|DPoP|Basic|Negotiate|NTLM)[ \\t]+)(?<credential>[\\w.~+/=:-]{4,})',
	/** How issuers begin their tokens; with its letters as they are (no flag `i`). */
	issued:
		'\\b(?:gh[a-z]_\\w{20}|github_pat_\\w{20}|glpat-[\\w-]{16}|GOCSPX-[\\w-]{16}|xox[a-z]-[\\w-]{10}|[sr]k_(?:live|test)_\\w{10}|AKIA[A-Z0-9]{12}|AIza[\\w-]{30}|ya29\\.[\\w-]{10}|SG\\.[\\w-]{16})'
} as const;

/** A secret as it may be shown: its first six characters, so that two can be told apart. */
export const maskSecret = (value: string): string => `${value.slice(0, 6)}…`;
