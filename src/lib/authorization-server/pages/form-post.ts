import { encodeBase64 } from '$lib/wire/base64';
import type { Realm } from '../realm';
import { markup, Html } from './html';
import { page } from './layout';

/** The one script of this server. Its hash is in the page's policy; without script there is a button. */
const script = 'document.forms[0].submit()';

async function scriptHash(): Promise<string> {
	const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(script));
	return `'sha256-${encodeBase64(new Uint8Array(digest))}'`;
}

/**
 * The authorization response as a form that the browser posts to the redirect URI.
 * @see [OIDC Form Post §2](https://openid.net/specs/oauth-v2-form-post-response-mode-1_0.html#FormPostResponseMode)
 */
export async function formPostPage(
	realm: Realm,
	action: string,
	parameters: [string, string][]
): Promise<Response> {
	const fields = parameters.map(
		([name, value]) => markup`<input type="hidden" name="${name}" value="${value}" /> `
	);
	const { formPost } = realm.texts;
	const response = page(
		realm,
		formPost.head,
		markup`<h1>${formPost.title}</h1>
			<form method="post" action="${action}">
				${fields}
				<button class="main" type="submit">${formPost.action}</button>
			</form>
			<script>${new Html(script)}</script>`
	);
	const policy = response.headers.get('content-security-policy') ?? '';
	response.headers.set('content-security-policy', `${policy}; script-src ${await scriptHash()}`);
	return response;
}
