import { endpoint } from '../call';
import type { Realm } from '../realm';
import { markup, type Html } from './html';

/**
 * No `form-action`: it would also rule the redirect that follows a form, and that one goes to the client's origin.
 * No framing (RFC 6749 §10.13), no script, nothing from elsewhere.
 */
const policy = "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none'";

export const pageHeaders = {
	'content-type': 'text/html; charset=utf-8',
	'content-security-policy': policy,
	'x-frame-options': 'DENY',
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'same-origin',
	'cache-control': 'no-store'
} as const;

/** The address of an endpoint as seen from a page: without the origin, so that it works wherever it is served. */
export function pathOf(realm: Realm, path: string): string {
	const { pathname, search } = new URL(endpoint(realm, path));
	return pathname + search;
}

/** For people who are lost here: where the realm says that they can go. */
export const homeLink = ({ home, texts }: Realm): Html | undefined =>
	home === undefined ? undefined : markup`<p><a href="${home}">${texts.home}</a></p>`;

/** A page of the authorization server: its own look, so that nobody takes it for the client. */
export function page(realm: Realm, title: string, main: Html, status = 200): Response {
	const { texts } = realm;
	const { host } = new URL(realm.issuer);
	const body = markup`<!doctype html>
		<html lang="${texts.language}">
			<head>
				<meta charset="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="color-scheme" content="light dark" />
				<meta name="robots" content="noindex" />
				<title>${texts.titleOf(title)}</title>
				<link rel="icon" href="data:," />
				<link rel="stylesheet" href="${pathOf(realm, '/pages.css')}" />
			</head>
			<body>
				<header>
					<p><strong>${texts.server}</strong> <span>${host}${new URL(realm.issuer).pathname}</span></p>
				</header>
				<main>${main}</main>
				<footer><p>${texts.footer}</p></footer>
			</body>
		</html>`;
	return new Response(body.text, { status, headers: pageHeaders });
}
