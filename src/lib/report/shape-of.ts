/** What kind of client an attempt is of and what it asked for, as it was sent. What was not seen is left out. */
import { isOn } from '$lib/flow/extensions';
import type { Session } from '$lib/flow/session';
import { toldTexts as texts } from '$lib/lessons/en/report/told';
import { isReference, requestParameters, requestSays } from '$lib/message/authorization-request';
import { readClientCredentials } from '$lib/message/client-authentication';
import { isLoopback, isWebScheme } from '$lib/message/loopback';
import { sentValue } from '$lib/message/token-request';
import { navigationTo, pushesIn } from '$lib/trace/exchanges';
import type { FactOf, Trace } from '$lib/trace/fact';
import { valueOf, type Pair } from '$lib/wire/form';
import { headerOf } from '$lib/wire/http';

/**
 * How the client showed who it is. A recording may have lost the header of that name: there none is no sign of a public
 * client.
 */
function authenticationOf({ configuration, exchange, recorded }: Session): string | undefined {
	const request = exchange?.exchange.request;
	if (!request) {
		if (recorded || !configuration) return undefined;
		return texts.configured(texts.application[configuration.authentication ?? 'none']);
	}
	const { method } = readClientCredentials(headerOf(request.headers, 'authorization'), (name) =>
		sentValue(request, name)
	);
	return method === 'none' && exchange.exchange.via !== 'page' ? undefined : texts.application[method];
}

function redirectOf(redirectUri: string | undefined): string | undefined {
	if (redirectUri === undefined || !URL.canParse(redirectUri)) return undefined;
	const url = new URL(redirectUri);
	if (isLoopback(url)) return texts.redirect.device;
	return isWebScheme(url) ? texts.redirect.web : texts.redirect.scheme;
}

const joined = (parts: readonly (string | undefined)[]): string | undefined => {
	const known = parts.filter((part) => part !== undefined);
	return known.length === 0 ? undefined : known.join(', ');
};

export const applicationOf = (session: Session): string | undefined =>
	joined([authenticationOf(session), redirectOf(session.configuration?.redirectUri)]);

/** RFC 7636 §4.3: a challenge without a method is plain. */
function pkceOf(pairs: readonly Pair[]): string {
	const method = valueOf(pairs, 'code_challenge_method') || 'plain';
	return valueOf(pairs, 'code_challenge') ? texts.flow.pkce(method) : texts.flow.withoutPkce;
}

/** What was asked for, by the request that went out: `left` and `trace` are of what leaves. */
export function flowOf(session: Session, left: FactOf<'left'> | undefined, trace: Trace): string | undefined {
	if (!left) return undefined;
	const request = navigationTo(left);
	const pairs = requestSays(request, pushesIn(trace));
	const pushed = isReference(request) ? texts.flow.pushed : undefined;
	const signed = valueOf(requestParameters(request), 'request') ? texts.flow.signed : undefined;
	if (!pairs) return joined([texts.flow.unknown, signed]);
	const type = valueOf(pairs, 'response_type');
	const mode = valueOf(pairs, 'response_mode');
	return joined([
		type === 'code' ? texts.flow.code : type ? texts.flow.other(type) : undefined,
		pkceOf(pairs),
		mode ? texts.flow.mode(mode) : undefined,
		pushed,
		signed,
		isOn(session, 'dpop') ? texts.flow.dpop : undefined
	]);
}

/** A parameter of the authorization request, as it leaves. */
export function askedFor(left: FactOf<'left'> | undefined, trace: Trace, name: string): string | undefined {
	const pairs = left && requestSays(navigationTo(left), pushesIn(trace));
	return (pairs && valueOf(pairs, name)) || undefined;
}
