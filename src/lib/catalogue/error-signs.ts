import type { DiagnosisCode, DiagnosisStep, Sign } from './codes';
import type { Read } from './seen';

/**
 * What an error code of the standards leaves open when no words come with it, most likely first. Codes that name one
 * cause are `exact`: they speak beside the words. The others speak only when the words say nothing.
 */
interface ErrorMeaning {
	codes: Partial<Record<DiagnosisStep | 'any', readonly DiagnosisCode[]>>;
	exact?: true;
}

const grantCauses: readonly DiagnosisCode[] = [
	'code-already-used',
	'pkce-verifier-mismatch',
	'redirect-uri-differs-at-token',
	'code-expired'
];

const clientCauses: readonly DiagnosisCode[] = ['client-authentication-required', 'client-unknown'];

const errorMeanings: Record<string, ErrorMeaning> = {
	invalid_grant: { codes: { token: grantCauses, any: grantCauses } },
	invalid_client: {
		codes: { authorize: ['client-unknown'], callback: ['client-unknown'], any: clientCauses }
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
	unsupported_response_type: { codes: { any: ['response-type-unsupported'] } },
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
			userinfo: ['insufficient-scope'],
			api: ['insufficient-scope']
		}
	},
	login_required: { codes: { any: ['login-required'] }, exact: true },
	interaction_required: { codes: { any: ['interaction-required'] } },
	account_selection_required: { codes: { any: ['interaction-required'] }, exact: true },
	mfa_required: { codes: { any: ['interaction-required'] }, exact: true },
	insufficient_user_authentication: { codes: { any: ['interaction-required'] }, exact: true },
	unmet_authentication_requirements: { codes: { any: ['interaction-required'] }, exact: true },
	consent_required: { codes: { any: ['consent-required'] } },
	invalid_dpop_proof: { codes: { any: ['dpop-proof-invalid'] } },
	use_dpop_nonce: { codes: { any: ['dpop-nonce-required'] }, exact: true },
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

function meant(error: string, step: DiagnosisStep | undefined): readonly DiagnosisCode[] {
	const meaning = Object.hasOwn(errorMeanings, error) ? errorMeanings[error] : undefined;
	return (step && meaning?.codes[step]) ?? meaning?.codes.any ?? [];
}

const graded = (codes: readonly DiagnosisCode[], top: number, because: string): Sign[] =>
	codes.map((code, place) => ({ code, weight: top - place * 0.04, because }));

/** The error codes that name one cause. */
export function exactErrorSigns(error: string, step: DiagnosisStep | undefined): Sign[] {
	return errorMeanings[error]?.exact ? graded(meant(error, step), 0.9, `error=${error}`) : [];
}

/** What is left to think when no words were understood: the error code, then the status. */
export function openErrorSigns({ error, step, status, texts }: Read): Sign[] {
	const all = meant(error, step);
	const left = error === 'invalid_request' && texts.some(Boolean) ? all.slice(0, 1) : all;
	const byError = graded(left, 0.55, `error=${error}`);
	return byError.length > 0
		? byError
		: graded(statusCauses(step, status, texts), 0.45, `HTTP ${status ?? ''}`);
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
	return /[a-z]{3}/i.test(words) && !reasonPhrase.test(words) ? rest : '';
}

/** An API refuses for reasons of its own as well: its words have to be about access. */
const aboutAccess = /access|permi|forbid|den(?:y|ied)|authori|scope|token|role|privilege/i;

function statusCauses(
	step: DiagnosisStep | undefined,
	status: number | undefined,
	texts: readonly string[]
): readonly DiagnosisCode[] {
	if (status === 429) return ['rate-limited'];
	if (status === 405 || status === 415) return ['request-malformed'];
	if (step === 'token' && status === 401) return clientCauses;
	if ((step === 'api' || step === 'userinfo') && status === 401) return ['access-token-invalid'];
	const said = texts.join(' ');
	const refused = (step === 'api' || step === 'userinfo') && status === 403;
	if (refused && (said === '' || aboutAccess.test(said))) return ['insufficient-scope'];
	return [];
}
