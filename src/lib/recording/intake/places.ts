/** Addresses of a server that are not its issuer, by the layouts that servers have. What is there the address only suggests. */
import type { ServerPlace } from '$lib/lexicon/brought';

/** What names of hosts and the parts of paths say to people. */
const serverHost =
	/(?:^|[.-])(?:login|auth|sso|accounts?|id|idp|identity|oauth2?|oidc|signin|keycloak|adfs|connect)[.-]|(?:okta|auth0|onelogin|pingone|amazoncognito|ciamlogin|b2clogin|microsoftonline|duosecurity|zitadel|frontegg|fusionauth|workos|descope|kinde|logto)\b/i;
const serverPath =
	/\/(?:realms|oauth2?|openid-connect|oidc|idp|adfs|auth|connect|tenants?)(?:\/|$)|\/v2\.0\/?$/i;

export const isLikeServer = ({ host, pathname }: URL): boolean =>
	serverHost.test(host) || serverPath.test(pathname);

/** Ends of paths that say it anywhere, in the order in which they are asked. */
const telling: [ServerPlace, RegExp][] = [
	['device', /\/(?:device_?(?:code|authorization)|device\/(?:code|authorize)|auth\/device)$/],
	['registration', /\/clients-registrations\/[\w-]+$|\/(?:connect|oidc|oauth2?)\/register$/],
	['authorization', /\/(?:authorize|openid-connect\/auth|oauth2?(?:\/v\d)?\/auth|dialog\/oauth)$/],
	['keys', /\/(?:jwks(?:\.json)?|openid-connect\/certs|discovery\/(?:v2\.0\/)?keys)$/],
	['userinfo', /\/userinfo$/],
	['introspection', /\/introspect(?:ion)?$/],
	['page', /\/login-actions\/[\w-]+$/]
];
/** Ends of paths that say it at what looks like a server. */
const likely: [ServerPlace, RegExp][] = [
	['token', /\/(?:access_)?token$/],
	['keys', /\/(?:certs|keys)$/],
	['logout', /\/(?:logout|log-out|sign-?out|signoff|end[_-]?session)$/],
	['revocation', /\/revo(?:ke|cation)$/],
	['push', /\/par(?:\/request)?$/],
	['page', /\/(?:login|sign-?in|error|consent|register)$|\.(?:html?|aspx?|jsp|php)$/]
];

/** Undefined: it may be anything. */
export function placeOf(url: URL): ServerPlace | undefined {
	const path = url.pathname.toLowerCase().replace(/\/$/, '');
	const forms = isLikeServer(url) ? [...telling, ...likely] : telling;
	return forms.find(([, form]) => form.test(path))?.[0];
}
