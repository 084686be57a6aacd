/** The authorization request as code says it: an endpoint, what is put behind it, and what the answer to it has. */
import type { Session } from '$lib/flow/session';
import type { Scene } from '$lib/snippets/scene';
import { queryOf, valueOf, type Pair } from '$lib/wire/form';

/** The pairs without these, each taken out once, wherever it stands. Undefined: one of them is not there. */
function without(pairs: readonly Pair[], taken: readonly Pair[]): Pair[] | undefined {
	const left = [...pairs];
	for (const [name, value] of taken) {
		const at = left.findIndex((pair) => pair[0] === name && pair[1] === value);
		if (at === -1) return undefined;
		left.splice(at, 1);
	}
	return left;
}

const beforeQuery = (url: string): string => url.replace(/[?#].*$/s, '');

const isSamePlace = (one: string, other: string): boolean =>
	URL.canParse(one) && URL.canParse(other)
		? beforeQuery(new URL(one).href) === beforeQuery(new URL(other).href)
		: beforeQuery(one) === beforeQuery(other);

/**
 * The address as an endpoint and what is put behind it. Its own query stays with the endpoint (RFC 6749 §3.1), where the
 * address has all of it, in whatever order; an address that goes elsewhere is its own endpoint.
 */
export function authorizationOf(
	url: string,
	endpoint: string
): Pick<Scene, 'authorizationEndpoint' | 'authorization'> {
	const authorization = isSamePlace(url, endpoint) ? without(queryOf(url), queryOf(endpoint)) : undefined;
	return authorization
		? { authorizationEndpoint: endpoint, authorization }
		: { authorizationEndpoint: beforeQuery(url), authorization: queryOf(url) };
}

/** Whether the request has them: what was sent counts, and else what is built; signed or pushed it has what a walk makes. */
export function askedFor(
	{ authorizationRequest: sent, configuration }: Session,
	authorization: readonly Pair[],
	isRun: boolean
): Pick<Scene, 'hasState' | 'hasNonce'> {
	if (isRun && sent) return { hasState: sent.state !== undefined, hasNonce: sent.nonce !== undefined };
	const isInside = authorization.some(([name]) => name === 'request' || name === 'request_uri');
	const isOpenId = (configuration?.scope ?? '').split(' ').includes('openid');
	return {
		hasState: isInside || Boolean(valueOf(authorization, 'state')),
		hasNonce: isInside ? isOpenId : Boolean(valueOf(authorization, 'nonce'))
	};
}
