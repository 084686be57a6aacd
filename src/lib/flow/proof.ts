/** Values of an attempt that are compared, each as it went: known, or why it is not. */
import { isPlaceholder } from '$lib/lexicon/placeholders';
import { isForeignMark } from '$lib/lexicon/removed';
import type { ProofGap } from '$lib/lexicon/proofs';
import { requestSays } from '$lib/message/authorization-request';
import { responseSays } from '$lib/message/authorization-response';
import { readClientRequest, sentPairs } from '$lib/message/token-request';
import { navigationTo } from '$lib/trace/exchanges';
import { valueOf, type Pair } from '$lib/wire/form';
import type { HttpRequest } from '$lib/wire/http';
import type { Attempt } from './session';
import { isEmptied, isFromElsewhere } from './withheld';

export type Proof<Value> = { known: true; value: Value } | { known: false; why: ProofGap };

export const known = <Value>(value: Value): { known: true; value: Value } => ({ known: true, value });
export const unknown = (why: ProofGap): { known: false; why: ProofGap } => ({ known: false, why });

/** RFC 6749 §3.1: one without a value was not sent. */
function valueIn(attempt: Attempt, pairs: readonly Pair[], name: string): Proof<string> {
	const value = valueOf(pairs, name);
	const believed = isFromElsewhere(attempt);
	if (!value) return unknown(value === '' && believed && isEmptied(pairs) ? 'taken-out' : 'not-sent');
	return isPlaceholder(value) || (believed && isForeignMark(value)) ? unknown('taken-out') : known(value);
}

/** What the authorization requests say, one entry for each; undefined: it stands for one that is not known. */
const requestsOf = ({ authorizationRequests, pushed }: Attempt): (readonly Pair[] | undefined)[] =>
	authorizationRequests.map((sent) => requestSays(navigationTo(sent), pushed ? [pushed.exchange] : []));

/** Of several requests with the same state nothing tells which one the answer is for, unless they agree. */
export function asked(attempt: Attempt, name: string): Proof<string> {
	const requests = requestsOf(attempt);
	if (requests.length === 0 || requests.includes(undefined)) return unknown('not-recorded');
	const [first, ...others] = requests.map((pairs) => valueIn(attempt, pairs ?? [], name));
	const isSame = others.every((one) => JSON.stringify(one) === JSON.stringify(first));
	return isSame && first ? first : unknown('ambiguous');
}

/** What came back. Inside of a JWT it counts as well (JARM §2.1). */
export function receivedValue(attempt: Attempt, name: string): Proof<string> {
	const { authorizationResponse } = attempt;
	if (!authorizationResponse) return unknown('not-recorded');
	const pairs = responseSays(authorizationResponse);
	const isSecured = valueOf(pairs, 'response') !== undefined;
	return isSecured ? unknown('not-recorded') : valueIn(attempt, pairs, name);
}

/** What a request carries. */
export const sentIn = (attempt: Attempt, request: HttpRequest, name: string): Proof<string> =>
	readClientRequest(request) ? valueIn(attempt, sentPairs(request), name) : unknown('not-recorded');

/** What the newest token request carries. One of which nothing can be read was not recorded whole. */
export function sentInRedemption(attempt: Attempt, name: string): Proof<string> {
	const request = attempt.exchange?.exchange.request;
	return request ? sentIn(attempt, request, name) : unknown('not-recorded');
}
