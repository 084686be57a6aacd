/**
 * Which entries of a recording may belong to a sign-in. What is which message is decided elsewhere: here only what can be
 * none is left out, so that thousands of pictures and scripts need no room.
 */
import { headerOf, isSuccess } from '$lib/wire/http';
import type { HarEntry } from '$lib/wire/har-entry';

/** `sign`: something of it speaks of signing in. `plain`: nothing does, and nothing says that it cannot. */
export type Relevance = 'sign' | 'plain' | 'asset';

/** Parameters that the flow carries in addresses, and names that its endpoints have. */
const inAddress =
	/[?&#](?:code|state|error|client_id|response_type|request_uri|request|response|id_token|access_token|grant_type|code_verifier|id_token_hint|SAMLRequest|SAMLResponse)=|\/\.well-known\/|\/[^?#]*(?:authoriz|oauth|oidc|openid|token|jwks|certs|keys|userinfo|introspect|revo[ck]|log-?in|log-?out|sign-?in|sign-?out|sso|callback|session|register)/i;
const inBody =
	/\b(?:grant_type|client_id|code_verifier|response_type|id_token|access_token|token|redirect_uris?|password)\b/;

const assetsAs: readonly string[] = [
	...['image', 'imageset', 'stylesheet', 'script', 'font', 'media', 'manifest', 'texttrack'],
	...['css', 'js', 'img']
];
const neverAsset: readonly string[] = ['document', 'xhr', 'fetch', 'preflight'];
const assetTypes = /^(?:image|font|audio|video)\/|^text\/css|javascript|^application\/(?:wasm|font|x-font)/i;

function isAsset({ exchange: { request, response }, fetchedAs, mime }: HarEntry): boolean {
	if (request.method !== 'GET' && request.method !== 'HEAD') return false;
	if (assetsAs.includes(fetchedAs)) return true;
	const came = response !== undefined && (isSuccess(response.status) || response.status === 304);
	return came && !neverAsset.includes(fetchedAs) && assetTypes.test(mime);
}

function hasSign({ exchange: { request, response }, fetchedAs }: HarEntry): boolean {
	const isRefused = response === undefined || [401, 403].includes(response.status);
	const isMoved = response !== undefined && response.status >= 300 && response.status < 400;
	const isAuthorized = ['authorization', 'dpop'].some(
		(name) => headerOf(request.headers, name) !== undefined
	);
	return (
		isAuthorized ||
		isRefused ||
		(isMoved && response.status !== 304) ||
		request.method === 'OPTIONS' ||
		fetchedAs === 'document'
	);
}

export function relevanceOf(entry: HarEntry): Relevance {
	const { request } = entry.exchange;
	const speaks = inAddress.test(request.url.slice(0, 20_000));
	if (isAsset(entry))
		return /[?&#](?:code|error|id_token|access_token)=/.test(request.url) ? 'sign' : 'asset';
	if (speaks || hasSign(entry)) return 'sign';
	return inBody.test((entry.sent().text ?? '').slice(0, 20_000)) ? 'sign' : 'plain';
}
