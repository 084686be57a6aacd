/** What is compared how, and what it means when it differs: data. The order of meanings is that of the lexicon. */
import { comparedSubjects, type ComparedSubject, type DifferenceMeaning } from '$lib/lexicon/compared';

/**
 * `set`: words or items, in whatever order. `presence`: new in every attempt, so that only its being there counts.
 * `amount`: seconds, told where they differ by more than what is left to chance. `late`, `clock`: seconds as well, told
 * where one of them is long, and where they are far apart.
 * `prose`: what a server writes, without the numbers that it gives each message. `moment`: seconds since 1970, new in every
 * token: told where one of them is missing, or is no moment.
 */
export type Way = 'text' | 'set' | 'presence' | 'amount' | 'late' | 'clock' | 'address' | 'prose' | 'moment';

export interface Row {
	meaning: DifferenceMeaning;
	way: Way;
	subjects: readonly ComparedSubject[];
	names: readonly (string | RegExp)[];
}

const tokens = ['id-token', 'access-token', 'token'] as const;
const asked = ['configuration', 'request', 'token-request'] as const;

/** The first row that fits is taken. */
export const rows: readonly Row[] = [
	{ meaning: 'end', way: 'text', subjects: ['end'], names: [/^/] },
	{ meaning: 'proof', way: 'text', subjects: ['proofs'], names: [/^/] },
	{ meaning: 'check', way: 'text', subjects: ['checks'], names: [/^/] },
	{ meaning: 'issuer', way: 'address', subjects: ['configuration'], names: ['issuer'] },
	{ meaning: 'issuer', way: 'address', subjects: ['response'], names: ['iss'] },
	{ meaning: 'client', way: 'text', subjects: asked, names: ['client_id'] },
	{ meaning: 'endpoint', way: 'address', subjects: ['request', 'token-request'], names: ['@address'] },
	{ meaning: 'redirect-uri', way: 'address', subjects: asked, names: ['redirect_uri'] },
	{ meaning: 'came-back-to', way: 'address', subjects: ['response'], names: ['@address'] },
	{ meaning: 'response-type', way: 'set', subjects: asked, names: ['response_type'] },
	{ meaning: 'challenge', way: 'presence', subjects: ['request'], names: ['code_challenge'] },
	{ meaning: 'challenge-method', way: 'text', subjects: ['request'], names: ['code_challenge_method'] },
	{ meaning: 'verifier', way: 'presence', subjects: ['token-request'], names: ['code_verifier'] },
	{ meaning: 'grant', way: 'text', subjects: ['token-request'], names: ['grant_type'] },
	{
		meaning: 'client-authentication',
		way: 'text',
		subjects: ['configuration', 'token-request'],
		names: ['@client-authentication']
	},
	{ meaning: 'client-secret', way: 'text', subjects: ['token-request'], names: ['client_secret'] },
	{ meaning: 'sent-as', way: 'text', subjects: ['token-request'], names: ['@sent-as'] },
	{
		meaning: 'possession',
		way: 'presence',
		subjects: ['token-request', 'request'],
		names: ['@dpop', 'dpop_jkt']
	},
	{ meaning: 'origin-header', way: 'presence', subjects: ['token-request'], names: ['@origin'] },
	{ meaning: 'authorization-error', way: 'text', subjects: ['response'], names: ['error'] },
	{ meaning: 'token-error', way: 'text', subjects: ['token-answer'], names: ['error'] },
	{ meaning: 'failure', way: 'text', subjects: ['token-answer'], names: ['@failure'] },
	{ meaning: 'status', way: 'text', subjects: ['token-answer'], names: ['@status'] },
	{
		meaning: 'error-words',
		way: 'prose',
		subjects: ['response', 'token-answer'],
		names: ['error_description', 'error_subcode', 'suberror']
	},
	{ meaning: 'audience', way: 'set', subjects: asked, names: ['audience', 'resource'] },
	{ meaning: 'token-audience', way: 'set', subjects: tokens, names: ['aud'] },
	{ meaning: 'scope', way: 'set', subjects: asked, names: ['scope'] },
	{ meaning: 'granted-scope', way: 'set', subjects: ['tokens', ...tokens], names: ['scope', 'scp'] },
	{ meaning: 'access-token-form', way: 'text', subjects: ['tokens'], names: ['@form'] },
	{ meaning: 'refresh-token', way: 'presence', subjects: ['tokens'], names: ['refresh_token'] },
	{ meaning: 'id-token', way: 'presence', subjects: ['tokens'], names: ['id_token'] },
	{ meaning: 'token-type', way: 'text', subjects: ['tokens'], names: ['token_type'] },
	{ meaning: 'lifetime', way: 'amount', subjects: ['tokens'], names: ['expires_in'] },
	{ meaning: 'lifetime', way: 'amount', subjects: tokens, names: ['@lifetime'] },
	{ meaning: 'algorithm', way: 'text', subjects: tokens, names: ['header.alg', 'header.enc'] },
	{
		meaning: 'key',
		way: 'text',
		subjects: tokens,
		names: [
			...['header.kid', 'header.x5t', 'header.x5t#S256', 'header.jku', 'header.x5u', 'header.x5c'],
			/^header\.jwk\b/
		]
	},
	{ meaning: 'type', way: 'text', subjects: tokens, names: ['header.typ', 'header.cty'] },
	{ meaning: 'token-use', way: 'text', subjects: tokens, names: ['token_use', 'typ', 'idtyp'] },
	{ meaning: 'bound-key', way: 'text', subjects: tokens, names: [/^cnf\b/] },
	{ meaning: 'expiry', way: 'moment', subjects: tokens, names: ['exp'] },
	{ meaning: 'token-moment', way: 'moment', subjects: tokens, names: ['iat', 'nbf', 'auth_time'] },
	{ meaning: 'token-issuer', way: 'address', subjects: tokens, names: ['iss'] },
	{
		meaning: 'tenant',
		way: 'text',
		subjects: tokens,
		names: ['tid', 'org_id', 'org_name', 'hd', 'tenant', 'tenant_id']
	},
	{ meaning: 'token-version', way: 'text', subjects: tokens, names: ['ver', 'version'] },
	{ meaning: 'subject', way: 'text', subjects: tokens, names: ['sub', 'oid', 'uid'] },
	{ meaning: 'actor', way: 'text', subjects: tokens, names: [/^(?:act|may_act)\b/] },
	{ meaning: 'disclosed', way: 'set', subjects: tokens, names: ['@disclosed', '@unread-disclosures'] },
	{ meaning: 'disclosed', way: 'text', subjects: tokens, names: [/^~/] },
	{ meaning: 'authorized-party', way: 'text', subjects: tokens, names: ['azp', 'client_id', 'appid', 'cid'] },
	{
		meaning: 'permissions',
		way: 'set',
		subjects: tokens,
		names: [
			...['permissions', 'roles', 'groups', 'entitlements', 'wids', 'authorization_details'],
			/^(?:realm_access|resource_access|authorization)\b.*/,
			// RFC 7519 §4.2: names of one's own are addresses, and end with what they are.
			/(?:^|[/:._])(?:roles?|groups?|permissions|entitlements)$/i
		]
	},
	{ meaning: 'state', way: 'presence', subjects: ['request', 'response'], names: ['state'] },
	{ meaning: 'nonce', way: 'presence', subjects: ['request', ...tokens], names: ['nonce'] },
	{ meaning: 'response-mode', way: 'text', subjects: ['configuration', 'request'], names: ['response_mode'] },
	{ meaning: 'prompt', way: 'set', subjects: ['request'], names: ['prompt'] },
	{ meaning: 'max-age', way: 'text', subjects: ['request'], names: ['max_age'] },
	{ meaning: 'acr', way: 'set', subjects: ['request', ...tokens], names: ['acr_values', 'acr', 'amr'] },
	{
		meaning: 'sign-in-at',
		way: 'text',
		subjects: ['request'],
		names: ['connection', 'organization', 'domain_hint', 'kc_idp_hint', 'idp', 'identity_provider']
	},
	{ meaning: 'login-hint', way: 'text', subjects: ['request'], names: ['login_hint'] },
	{ meaning: 'answer', way: 'text', subjects: ['answers'], names: [/^/] },
	{ meaning: 'clock', way: 'clock', subjects: ['times'], names: ['@clock'] },
	{ meaning: 'code-waited', way: 'late', subjects: ['times'], names: ['@wait'] },
	{ meaning: 'metadata-issuer', way: 'address', subjects: ['metadata'], names: ['issuer'] },
	{
		meaning: 'pkce-methods',
		way: 'set',
		subjects: ['metadata'],
		names: ['code_challenge_methods_supported']
	},
	{
		meaning: 'endpoint-published',
		way: 'address',
		subjects: ['metadata'],
		names: [/_endpoint$/, 'jwks_uri']
	},
	{ meaning: 'grants-published', way: 'set', subjects: ['metadata'], names: ['grant_types_supported'] },
	{
		meaning: 'client-methods',
		way: 'set',
		subjects: ['metadata'],
		names: [/_endpoint_auth_methods_supported$/]
	},
	{ meaning: 'algorithms-published', way: 'set', subjects: ['metadata'], names: [/_alg_values_supported$/] },
	{ meaning: 'supported', way: 'set', subjects: ['metadata'], names: [/_supported$/] },
	{ meaning: 'signing-key', way: 'text', subjects: ['keys'], names: [/^/] },
	{ meaning: 'claim', way: 'text', subjects: tokens, names: [/^(?!header\.|@)/] }
];

/** New in every attempt, in every token or at every answer: that the values differ says nothing. */
const newEachTime: ReadonlySet<string> = new Set([
	...[
		'state',
		'nonce',
		'code_challenge',
		'code_verifier',
		'code',
		'request',
		'request_uri',
		'@dpop',
		'dpop_jkt'
	],
	...[
		'client_assertion',
		'session_state',
		'response',
		'id_token',
		'access_token',
		'refresh_token',
		'@origin',
		'ext_expires_in'
	],
	...[
		'exp',
		'iat',
		'nbf',
		'jti',
		'auth_time',
		'at_hash',
		'_sd',
		'c_hash',
		's_hash',
		'rt_hash',
		'sid',
		'updated_at'
	],
	...[
		'uti',
		'rh',
		'aio',
		'ver_jti',
		'origin_jti',
		'event_id',
		'session_id',
		'expires_on',
		'expires_at',
		'not_before'
	],
	...[
		'client-request-id',
		'correlation_id',
		'trace_id',
		'timestamp',
		'error_uri',
		'requestId',
		'client_info'
	],
	...[
		'id_token_expires_in',
		'refresh_token_expires_in',
		'refresh_expires_in',
		'not-before-policy',
		'assertion'
	],
	...[
		'id_token_hint',
		'logout_hint',
		'registration_access_token',
		'device_code',
		'user_code',
		'user_session_id'
	],
	...[
		'xms_ftd',
		'xms_tcdt',
		'x-client-current-telemetry',
		'x-client-last-telemetry',
		'xms_sub',
		'ctx',
		'sso_nonce'
	]
]);

const compared: ReadonlySet<ComparedSubject> = new Set([
	'metadata',
	'keys',
	'configuration',
	'checks',
	'answers'
]);

/** The rows of a subject, as they are looked up: ten thousand names are not held against each. */
function rowsOf(subject: ComparedSubject) {
	const byName = new Map<string, number>();
	const patterns: [number, RegExp][] = [];
	for (const [at, { subjects, names }] of rows.entries()) {
		if (!subjects.includes(subject)) continue;
		for (const name of names) {
			if (typeof name !== 'string') patterns.push([at, name]);
			else if (!byName.has(name)) byName.set(name, at);
		}
	}
	return { byName, patterns };
}

const bySubject = new Map(comparedSubjects.map((subject) => [subject, rowsOf(subject)]));

function rowFor(subject: ComparedSubject, name: string): Row | undefined {
	const { byName, patterns } = bySubject.get(subject) ?? rowsOf(subject);
	const exact = byName.get(name) ?? rows.length;
	const pattern = patterns.find(([at, one]) => at < exact && one.test(name));
	return rows[pattern?.[0] ?? exact];
}

/** How a value is compared and what it means; without a meaning it is told among the rest. */
export function rowOf(subject: ComparedSubject, name: string): { meaning?: DifferenceMeaning; way: Way } {
	const row = rowFor(subject, name);
	if (row?.way !== 'moment' && newEachTime.has(name) && !compared.has(subject)) {
		const meaning = row?.meaning === 'claim' ? undefined : row?.meaning;
		return { way: 'presence', ...(meaning ? { meaning } : {}) };
	}
	return row ?? { way: 'text' };
}
