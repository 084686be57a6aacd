/** Addresses: what is there their host and their path tell, as far as they do. */
import { isLoopback } from '$lib/message/loopback';
import type { Brought } from './found';
import { isNameOfCode } from './names';
import { secretsIn } from './secrets';

/** What names of hosts and the beginnings of paths say to people. */
const likeServer =
	/^(?:login|auth|sso|accounts?|id|idp|identity|oauth|oidc|signin|keycloak|adfs|connect)[.-]|(?:okta|auth0|onelogin|pingone|amazoncognito|ciamlogin|b2clogin|microsoftonline|duosecurity|zitadel|frontegg|fusionauth|workos|descope|kinde|logto)\b|\/(?:realms|oauth2?|oidc|idp|adfs|auth|connect|tenants?)(?:\/|$)|\/v2\.0\/?$/i;
const likeApi = /^(?:api|mcp|gateway|graph)[.-]|\/(?:api|mcp|sse|graphql|rest|v\d+)(?:\/|$)/i;
const wellKnown = /\/\.well-known\/(?:openid-configuration|oauth-authorization-server)/;

export function ofAddress(text: string): Brought | undefined {
	const url = URL.canParse(text) ? new URL(text) : undefined;
	if (!url || !/^https?:$/.test(url.protocol) || url.host === '') return undefined;
	const place = `${url.host}${url.pathname}`;
	const address = text;
	if (url.pathname.includes('/.well-known/oauth-protected-resource'))
		return { kind: 'resource', address, secrets: [] };
	if (wellKnown.test(url.pathname) || likeServer.test(place)) return { kind: 'issuer', address, secrets: [] };
	return { kind: likeApi.test(place) ? 'resource' : 'address', address, secrets: secretsIn(text) };
}

/** A name of a host without its scheme: a domain of a provider, mostly; on this machine it is reached by `http:`. */
export function ofDomain(text: string): Brought | undefined {
	const isName = /^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z]{2,}(?::\d+)?(?:\/\S*)?$/i.test(text);
	const plain = `http://${text}`;
	const isHere = /^[a-z\d]/i.test(text) && URL.canParse(plain) && isLoopback(new URL(plain));
	if ((!isName || isNameOfCode(text.replace(/\/.*$/s, ''))) && !isHere) return undefined;
	const address = isHere ? plain : `https://${text}`;
	const brought = ofAddress(address);
	return brought?.kind === 'resource' ? brought : { kind: 'domain', address, secrets: [] };
}
