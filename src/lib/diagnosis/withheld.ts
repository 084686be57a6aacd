/**
 * What a file does not show because it was taken out of it: nothing is made of a mark in the place of a value, and what would
 * decide between the causes that are left is named, so that one fact can be asked for.
 */
import type { DiagnosisCode } from '$lib/lexicon/causes';
import { areComparable, removalOf } from '$lib/lexicon/removed';
import { carriedIn, isEmptied, isFromElsewhere, withheldNames } from '$lib/flow/withheld';
import type { Session } from '$lib/flow/session';
import { requestSays } from '$lib/message/authorization-request';
import { navigationTo, pushesIn } from '$lib/trace/exchanges';
import type { Trace } from '$lib/trace/fact';
import type { Pair } from '$lib/wire/form';
import { headerOf, type Exchange } from '$lib/wire/http';
import type { SessionEvidence } from './evidence';

/** Two values of a run that are held against each other. */
const compared = [
	['stateSent', 'stateReturned'],
	['redirectUriAuthorize', 'redirectUriToken'],
	['redirectUriAuthorize', 'redirectUriBuilt'],
	['clientIdAuthorize', 'clientIdToken'],
	['issuerExpected', 'issuerReturned']
] as const satisfies (keyof SessionEvidence)[][];

const isText = (value: unknown): value is string => typeof value === 'string';

/** Values whose marks can only be told equal or not, against another that has such a mark too. */
function isKept(evidence: SessionEvidence, name: string, value: string): boolean {
	const removal = removalOf(value);
	const others = compared
		.filter((pair) => pair.some((one) => one === name))
		.flatMap((pair) => pair.filter((one) => one !== name).map((one) => evidence[one]));
	const isWithOthers = others.filter(isText).every((other) => areComparable(value, other));
	if (removal === undefined || removal === 'ours') return isWithOthers;
	return removal === 'hash' && others.some(isText) && isWithOthers;
}

/**
 * The names that had a value. RFC 6749 §3.1: a parameter without one counts as left out; but whoever empties a message before
 * handing it on empties several, and every one was there.
 */
export function sentNames(session: Session, pairs: readonly Pair[] | undefined): string[] | undefined {
	const isGone = pairs !== undefined && isFromElsewhere(session) && isEmptied(pairs);
	return pairs && [...new Set(pairs.filter(([, value]) => isGone || value !== '').map(([name]) => name))];
}

/** The messages that a cause is sought in, each as names and values: what was asked, what came back, and what failed. */
export function messagesOf(session: Session, trace: Trace, exchange?: Exchange): Pair[][] {
	const { authorizationRequest: left, authorizationResponse, tokens, recorded, configuration } = session;
	const asked = left && requestSays(navigationTo(left), pushesIn(trace));
	const header = exchange && headerOf(exchange.request.headers, 'authorization')?.replace(/^\S+ +/, '');
	const isBare = recorded && configuration?.authentication === undefined && header === undefined;
	return [
		[...(asked ?? [])],
		authorizationResponse?.parameters ?? [],
		exchange ? carriedIn(exchange) : [],
		tokens ? [['access_token', tokens.access_token]] : [],
		header === undefined ? [] : [['authorization', header]],
		// A file without the header stands as one with a mark in it.
		isBare ? [['authorization', '***']] : []
	];
}

/** The evidence without what a mark stands for. */
export function withoutMarks(
	session: Session,
	evidence: SessionEvidence,
	messages: readonly Pair[][]
): SessionEvidence {
	if (!isFromElsewhere(session)) return evidence;
	const kept = Object.fromEntries(
		Object.entries(evidence).filter(
			([name, value]: [string, unknown]) => !isText(value) || isKept(evidence, name, value)
		)
	);
	const namesIn = (pairs: readonly Pair[]): string[] => [
		...withheldNames(session, pairs),
		...(isEmptied(pairs) ? pairs.filter(([, value]) => value === '').map(([name]) => name) : [])
	];
	const removed = [...new Set(messages.flatMap(namesIn))];
	return removed.length > 0 ? { ...kept, removed } : kept;
}

const pkce = ['code_verifier', 'code_challenge'];
const credentials = ['authorization', 'client_secret', 'client_assertion'];
const accessToken = ['access_token', 'authorization'];

/** The values that tell whether a cause is the one. */
const decidedBy: Partial<Record<DiagnosisCode, readonly string[]>> = {
	'pkce-challenge-malformed': ['code_challenge'],
	'pkce-verifier-mismatch': pkce,
	'pkce-verifier-malformed': ['code_verifier'],
	'redirect-uri-not-registered': ['redirect_uri'],
	'redirect-uri-differs-at-token': ['redirect_uri'],
	'redirect-uri-form-not-allowed': ['redirect_uri'],
	'code-already-used': ['code'],
	'code-issued-to-another-client': ['client_id'],
	'client-unknown': ['client_id'],
	'client-authentication-required': credentials,
	'client-secret-not-allowed': credentials,
	'issuer-mismatch': ['iss'],
	'scope-not-allowed': ['scope'],
	'insufficient-scope': ['scope', ...accessToken],
	'audience-not-allowed': ['audience', 'resource'],
	'refresh-token-reused': ['refresh_token'],
	'state-invalid': ['state'],
	'state-mismatch': ['state'],
	'dpop-proof-invalid': ['dpop'],
	'access-token-invalid': accessToken
};

/** What of it was taken out of the file: the fact that decides has to be asked for. */
export function withheldFor(code: DiagnosisCode, removed: readonly string[] = []): { withheld?: string[] } {
	const withheld = (decidedBy[code] ?? []).filter((name) => removed.includes(name));
	return withheld.length > 0 ? { withheld } : {};
}
