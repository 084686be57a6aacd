import type { Check } from '$lib/lexicon/check';
import { check, checkThat } from '$lib/lexicon/client-check';
import type { AskFailure } from '$lib/lexicon/failure';
import { ok, type Result } from '$lib/lexicon/result';
import { say } from '$lib/lexicon/said';
import { queryOf, valueOf } from '$lib/wire/form';
import type { HttpRequest } from '$lib/wire/http';
import type { ServerMetadata } from './discovery';
import { parseEndpoint } from './endpoint';

interface LogoutParameters {
	client_id: string;
	id_token_hint?: string | undefined;
	/** Where the browser goes afterwards; it has to be registered. Empty: it stays at the provider. */
	post_logout_redirect_uri: string;
	/** Comes back with the browser. Left out where it comes back nowhere. */
	state?: string | undefined;
}

/**
 * The URL that ends the session at the provider, opened by the browser. Refused: a server without that endpoint.
 * @see [OIDC RP-Initiated Logout §2](https://openid.net/specs/openid-connect-rpinitiated-1_0.html#RPLogout)
 */
export function askLogout(
	server: ServerMetadata,
	parameters: LogoutParameters
): Result<HttpRequest, AskFailure> {
	const endpoint = parseEndpoint(server.end_session_endpoint, 'end_session_endpoint');
	if (!endpoint.ok) return endpoint;
	const url = endpoint.value;
	const { state, ...others } = parameters;
	for (const [name, value] of Object.entries(others)) if (value) url.searchParams.set(name, value);
	if (state && parameters.post_logout_redirect_uri) url.searchParams.set('state', state);
	return ok({ method: 'GET', url: url.href, headers: [] });
}

const withoutState = (text: string): string => {
	const url = new URL(text);
	url.searchParams.delete('state');
	return url.href;
};

/**
 * The address at which the browser ended, held against the request that sent it to sign out: that it is the one that was
 * asked for, and that the state came back with it. An address without the parameter is one that the provider ended at.
 * @see [OIDC RP-Initiated Logout §3](https://openid.net/specs/openid-connect-rpinitiated-1_0.html#RedirectionAfterLogout)
 */
export function readLogoutReturn(came: string, sent: string): Check[] {
	const asked = queryOf(sent);
	const [address, state] = [valueOf(asked, 'post_logout_redirect_uri'), valueOf(asked, 'state')];
	const found = valueOf(queryOf(came), 'state');
	if (!URL.canParse(came) || !address || !URL.canParse(address)) {
		const actual = URL.canParse(came) ? say('without', 'post_logout_redirect_uri') : came;
		return [
			check('logout-return-address', address ? 'fail' : 'skipped', {
				actual,
				...(address ? { expected: address } : {})
			}),
			check('logout-return-state', 'skipped', { actual: say('without', 'post_logout_redirect_uri') })
		];
	}
	return [
		checkThat('logout-return-address', withoutState(came) === withoutState(address), {
			expected: address,
			actual: came
		}),
		state === undefined
			? check('logout-return-state', 'skipped', { actual: say('none-sent') })
			: checkThat('logout-return-state', found === state, {
					expected: state,
					actual: found ?? say('missing')
				})
	];
}
