import { plainDescription, redirect } from './answer';
import type { ResponseMode } from './authorize/context';
import type { Refusal } from './decide';
import { formPostPage } from './pages/form-post';
import type { Realm } from './realm';

export interface ReturnAddress {
	redirectUri: string;
	state?: string | undefined;
	responseMode?: ResponseMode | undefined;
}

type Parameters = [name: string, value: string][];

/** RFC 9207 §2: every authorization response, an error too, says who it is from. */
function complete(realm: Realm, { state }: ReturnAddress, parameters: Parameters): Parameters {
	const all = [...parameters];
	if (state !== undefined) all.push(['state', state]);
	if (realm.settings.policy.issParameter) all.push(['iss', realm.issuer]);
	return all;
}

/** The redirect URI's own query is kept as it is: RFC 6749 §3.1.2. */
async function send(realm: Realm, address: ReturnAddress, parameters: Parameters): Promise<Response> {
	const { redirectUri, responseMode = 'query' } = address;
	const all = complete(realm, address, parameters);
	if (responseMode === 'form_post') return formPostPage(realm, redirectUri, all);
	const query = new URLSearchParams(all).toString();
	if (responseMode === 'fragment') return redirect(`${redirectUri}#${query}`);
	return redirect(`${redirectUri}${redirectUri.includes('?') ? '&' : '?'}${query}`);
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
