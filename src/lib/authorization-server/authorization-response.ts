import { formatForm, withQuery } from '$lib/wire/form';
import { plainDescription, redirect } from './answer';
import type { ResponseMode } from './authorize/context';
import type { Refusal } from './decide';
import { signJwt } from './keys';
import { formPostPage } from './pages/form-post';
import type { Realm } from './realm';

export interface ReturnAddress {
	redirectUri: string;
	state?: string | undefined;
	responseMode?: ResponseMode | undefined;
	/** Who the answer is for: the audience of a signed one. */
	clientId?: string | undefined;
}

type Parameters = [name: string, value: string][];

/** What signed responses are signed with: JARM §3 has RS256 as the default. */
export const responseAlgorithm = 'RS256';

/** Seconds; JARM §2.1 recommends at most ten minutes. */
const lifetime = 300;

/** RFC 9207 §2: every authorization response, an error too, says who it is from. */
function complete(realm: Realm, { state }: ReturnAddress, parameters: Parameters): Parameters {
	const all = [...parameters];
	if (state !== undefined) all.push(['state', state]);
	if (realm.settings.policy.issParameter) all.push(['iss', realm.issuer]);
	return all;
}

/**
 * The whole response as one signed parameter. Its `iss` is that of the JWT.
 * @see [JARM §2.1](https://openid.net/specs/oauth-v2-jarm-final.html)
 */
async function secured(
	realm: Realm,
	{ clientId }: ReturnAddress,
	parameters: Parameters
): Promise<Parameters> {
	const response = await signJwt(realm, responseAlgorithm, 'JWT', {
		...Object.fromEntries(parameters),
		iss: realm.issuer,
		aud: clientId,
		exp: Math.floor(realm.now() / 1_000) + lifetime
	});
	return [['response', response]];
}

/** The redirect URI's own query is kept as it is: RFC 6749 §3.1.2. JARM §2.3 has a mode for each plain one. */
async function send(realm: Realm, address: ReturnAddress, parameters: Parameters): Promise<Response> {
	const { redirectUri, responseMode = 'query' } = address;
	const plain = complete(realm, address, parameters);
	const all = responseMode.endsWith('jwt') ? await secured(realm, address, plain) : plain;
	if (responseMode.startsWith('form_post')) return formPostPage(realm, redirectUri, all);
	const query = formatForm(all);
	if (responseMode.startsWith('fragment')) return redirect(`${redirectUri}#${query}`);
	return redirect(withQuery(redirectUri, query));
}

/** @see [RFC 6749 §4.1.2](https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2) */
export const codeResponse = (realm: Realm, address: ReturnAddress, code: string): Promise<Response> =>
	send(realm, address, [['code', code]]);

/** @see [RFC 6749 §4.1.2.1](https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1) */
export const errorResponse = (realm: Realm, address: ReturnAddress, refusal: Refusal): Promise<Response> =>
	send(realm, address, [
		['error', refusal.error],
		['error_description', plainDescription(refusal.description)]
	]);
