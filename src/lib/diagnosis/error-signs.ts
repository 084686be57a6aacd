import type { DiagnosisCode, DiagnosisStep } from '$lib/lexicon/causes';
import { tell, type Said } from '$lib/lexicon/said';
import type { Sign } from './sign';
import type { Place } from './places';
import type { Read } from './seen';

/**
 * What an error code of the standards leaves open when no words come with it, most likely first. Codes that name one
 * cause are `exact`: they speak beside the words. The others speak only when the words say nothing.
 */
interface ErrorMeaning {
	codes: Partial<Record<DiagnosisStep | Place | 'any', readonly DiagnosisCode[]>>;
	exact?: true;
	/** What is left to think where the run denies all of these. */
	otherwise?: readonly DiagnosisCode[];
}

const grantCauses: readonly DiagnosisCode[] = [
	'code-already-used',
	'pkce-verifier-mismatch',
	'redirect-uri-differs-at-token',
	'code-expired'
];

/** RFC 6749 §5.2: of a refresh token the same error says that it is invalid, expired, revoked or another client's. */
const refreshCauses: readonly DiagnosisCode[] = [
	'refresh-token-revoked',
	'refresh-token-expired',
	'refresh-token-reused'
];

const clientCauses: readonly DiagnosisCode[] = ['client-authentication-required', 'client-unknown'];

const errorMeanings: Record<string, ErrorMeaning> = {
	invalid_grant: { codes: { refresh: refreshCauses, token: grantCauses, grant: [], any: grantCauses } },
	invalid_client: {
		codes: {
			authorize: ['client-unknown'],
			callback: ['client-unknown'],
			par: clientCauses,
			any: clientCauses
		}
	},
	unauthorized_client: {
		codes: {
			authorize: ['grant-not-enabled'],
			callback: ['grant-not-enabled'],
			any: ['grant-not-enabled', 'client-authentication-required']
		}
	},
	invalid_scope: { codes: { any: ['scope-not-allowed'] } },
	insufficient_scope: { codes: { any: ['insufficient-scope'] }, exact: true },
	missing_scope: { codes: { any: ['insufficient-scope'] }, exact: true },
	unsupported_grant_type: { codes: { any: ['grant-not-enabled'] } },
	unsupported_response_type: {
		codes: { any: ['response-type-unsupported'] },
		otherwise: ['grant-not-enabled']
	},
	unsupported_response_mode: { codes: { any: ['request-malformed'] } },
	invalid_target: { codes: { any: ['audience-not-allowed'] } },
	invalid_resource: { codes: { any: ['audience-not-allowed'] } },
	invalid_token: { codes: { any: ['access-token-invalid'] } },
	invalid_redirect_uri: {
		codes: { token: ['redirect-uri-differs-at-token'], any: ['redirect-uri-not-registered'] }
	},
	redirect_uri_mismatch: {
		codes: {
			token: ['redirect-uri-differs-at-token', 'redirect-uri-not-registered'],
			any: ['redirect-uri-not-registered']
		}
	},
	access_denied: {
		codes: {
			authorize: ['user-denied', 'access-policy-denied'],
			callback: ['user-denied', 'access-policy-denied'],
			token: ['client-authentication-required', 'access-policy-denied'],
			grant: ['access-policy-denied'],
			userinfo: ['insufficient-scope'],
			api: ['insufficient-scope']
		}
	},
	login_required: { codes: { any: ['login-required'] }, exact: true, otherwise: ['user-denied'] },
	interaction_required: { codes: { any: ['interaction-required'] } },
	account_selection_required: { codes: { any: ['interaction-required'] }, exact: true },
	mfa_required: { codes: { any: ['interaction-required'] }, exact: true },
	insufficient_user_authentication: { codes: { any: ['interaction-required'] }, exact: true },
	unmet_authentication_requirements: { codes: { any: ['interaction-required'] }, exact: true },
	consent_required: { codes: { any: ['consent-required'] } },
	invalid_dpop_proof: { codes: { any: ['dpop-proof-invalid'] }, otherwise: ['dpop-required'] },
	use_dpop_nonce: {
		codes: { any: ['dpop-nonce-required'] },
		exact: true,
		otherwise: ['dpop-required', 'dpop-proof-invalid']
	},
	invalid_request_uri: { codes: { any: ['par-required', 'request-malformed'] } },
	request_not_supported: { codes: { any: ['request-malformed'] } },
	request_uri_not_supported: { codes: { any: ['request-malformed'] } },
	registration_not_supported: { codes: { any: ['request-malformed'] } },
	invalid_authorization_details: { codes: { any: ['request-malformed'] } },
	invalid_request_object: { codes: { any: ['request-malformed'] } },
	slow_down: { codes: { any: ['rate-limited'] }, exact: true },
	too_many_requests: { codes: { any: ['rate-limited'] }, exact: true },
	invalid_request: { codes: { any: ['request-malformed', 'request-parameter-missing'] } }
};

/** Codes that the standards define carry a fixed meaning; all others are read as words. */
export const isStandardError = (error: string): boolean =>
	Object.hasOwn(errorMeanings, error) || error === 'server_error' || error === 'temporarily_unavailable';

type Asked = Pick<Read, 'error' | 'step' | 'place'>;

const meaningOf = (error: string): ErrorMeaning | undefined =>
	Object.hasOwn(errorMeanings, error) ? errorMeanings[error] : undefined;

function meant({ error, step, place }: Asked): readonly DiagnosisCode[] {
	const codes = meaningOf(error)?.codes;
	return (place && codes?.[place]) ?? (step && codes?.[step]) ?? codes?.any ?? [];
}

const graded = (codes: readonly DiagnosisCode[], top: number, because: Said): Sign[] =>
	codes.map((code, place) => ({ code, weight: top - place * 0.04, because }));

/** The error codes that name one cause. */
export const exactErrorSigns = (asked: Asked): Sign[] =>
	meaningOf(asked.error)?.exact ? graded(meant(asked), 0.9, tell('error-code', asked.error)) : [];

/** What is left to think when no words were understood: the error code, then the status. */
export function openErrorSigns(
	read: Read,
	allowed: (signs: readonly Sign[]) => Sign[] = (signs) => [...signs]
): Sign[] {
	const { error, status, texts } = read;
	const all = meant(read);
	const left = error === 'invalid_request' && texts.some(Boolean) ? all.slice(0, 1) : all;
	const because = tell('error-code', error);
	const byError = allowed(graded(left, 0.55, because));
	if (byError.length > 0) return byError;
	const otherwise = allowed(graded(meaningOf(error)?.otherwise ?? [], 0.5, because)).slice(0, 1);
	return otherwise.length > 0
		? otherwise
		: allowed(graded(statusCauses(read), 0.45, tell('http-status', status ?? '')));
}

const errorNames = new RegExp(
	`\\b(?:error )?(?:${[...Object.keys(errorMeanings), 'server_error'].join('|')})\\b`,
	'gi'
);

/** The standard error that a text names by its very code, as in `iframe closed: login_required`. */
export const standardErrorIn = (text: string): string =>
	[...text.matchAll(/\b[a-z]+(?:_[a-z]+)+\b/g)].find(([name]) => Object.hasOwn(errorMeanings, name))?.[0] ??
	'';

/** The words of an HTTP status, which tell nothing that the status does not tell. */
const reasonPhrase =
	/^\W*(?:bad request|unauthorized|forbidden|not found|internal server error|bad gateway|service unavailable)\W*$/i;

/** A status line within a text, such as “400 Bad Request.”. */
const statusLine = /\b[45]\d\d (?:bad request|unauthorized|forbidden|not found)\b[.:]?/gi;

/** A text without the names of standard errors in it, when words remain: “INVALID_CLIENT: Invalid redirect URI”. */
export function withoutErrorNames(text: string): string {
	const rest = text.replace(errorNames, ' ').replace(statusLine, ' ');
	const words = rest.replace(/\berror\b|\d+/gi, '').trim();
	return /[a-z]{3}|[^\x00-\x7f]{2}/i.test(words) && !reasonPhrase.test(words) ? rest : '';
}

/** An API refuses for reasons of its own as well: its words have to be about access. */
const aboutAccess = /access|permi|forbid|den(?:y|ied)|authori|scope|token|role|privilege/i;

/** Places of which nobody but the client is refused with 401. */
const placesOfClients: ReadonlySet<Place | undefined> = new Set([
	'par',
	'token',
	'refresh',
	'introspection',
	'revocation'
]);

function statusCauses({ step, place, status, texts }: Read): readonly DiagnosisCode[] {
	if (status === 429) return ['rate-limited'];
	if (status === 431 || status === 494) return ['request-headers-too-large'];
	if (status === 405 || status === 415) return ['request-malformed'];
	if ((step === 'token' || placesOfClients.has(place)) && status === 401) return clientCauses;
	if ((step === 'api' || step === 'userinfo') && status === 401) return ['access-token-invalid'];
	const said = texts.join(' ');
	const refused = (step === 'api' || step === 'userinfo') && status === 403;
	if (refused && (said === '' || aboutAccess.test(said))) return ['insufficient-scope'];
	return [];
}
