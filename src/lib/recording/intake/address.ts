/** Addresses: what is there their host and their path tell, as far as they do. */
import { isLoopback } from '$lib/message/loopback';
import type { Brought } from './found';
import { isNameOfCode } from './names';
import { isLikeServer, placeOf } from './places';
import { secretsIn } from '$lib/message/pasted/secrets';

const likeApi =
	/^(?:api|mcp|gateway|graph)[.-]|\/(?:api|mcp|sse|graphql|rest)(?:\/|$)|\/v\d+(?:\.\d+)?\/.|\/v(?!2\.0\/?$)\d+(?:\.\d+)?\/?$/i;
/** No issuer ends like these, whatever its host is called. */
const isApi = /\/(?:mcp|sse|graphql)\/?$/i;
const wellKnown = /\/\.well-known\/(?:openid-configuration|oauth-authorization-server)/;

/** An issuer has no query and no fragment (RFC 8414 §2), and nobody's password. */
const bareOf = ({ origin, pathname }: URL, text: string): string =>
	`${origin}${/^[^?#]*\/(?:[?#]|$)/.test(text.replace(/^\w+:\/\//, '')) ? pathname : pathname.replace(/\/$/, '')}`;

export function ofAddress(text: string): Brought | undefined {
	const url = URL.canParse(text) ? new URL(text) : undefined;
	if (!url || !/^https?:$/.test(url.protocol) || url.host === '') return undefined;
	const secrets = secretsIn(text);
	const place = placeOf(url);
	const like = `${url.host}${url.pathname}`;
	const found = (kind: Brought['kind'], address: string): Brought => ({ kind, address, secrets });
	if (url.pathname.includes('/.well-known/oauth-protected-resource')) return found('resource', text);
	if (wellKnown.test(url.pathname))
		return url.search === ''
			? found('issuer', bareOf(url, text))
			: { ...found('endpoint', text), place: 'metadata' };
	if (isApi.test(url.pathname)) return found('resource', text);
	if (place) return { ...found('endpoint', text), place };
	if (!isLikeServer(url)) return found(likeApi.test(like) ? 'resource' : 'address', text);
	if (likeApi.test(like)) return found('address', text);
	return url.search === ''
		? found('issuer', bareOf(url, text))
		: { ...found('endpoint', text), place: 'page' };
}

/** A name of a host in any script, with what may stand behind it. */
const host = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}(?::\d+)?(?:[/?#]\S*)?$/u;
/** Numbers in the place of one, or a name of a network of containers: with a port or a path, which nothing else has. */
const bareHost =
	/^(?:(?:\d{1,3}\.){3}\d{1,3}(?::\d{2,5}(?:[/?#]\S*)?|\/\S*)|\[[\da-f:.]{2,45}\](?::\d{2,5})?(?:[/?#]\S*)?|[a-z][\w-]*:\d{2,5}\/[a-z]\S*)$/i;
const longest = 20_000;

/** The address that a host stands for without its scheme: by `http:` on this machine, and where no certificate is likely. */
function withScheme(text: string): string | undefined {
	if (text.length > longest) return undefined;
	const plain = `http://${text}`;
	if (/^[a-z\d]/i.test(text) && URL.canParse(plain) && isLoopback(new URL(plain))) return plain;
	const isBare = bareHost.test(text) && URL.canParse(plain);
	if (isBare) return /443$/.test(new URL(plain).port) ? `https://${text}` : plain;
	const isName = host.test(text) && !isNameOfCode(text.replace(/[/?#].*$/s, ''));
	return isName && URL.canParse(`https://${text}`) ? `https://${text}` : undefined;
}

/** An address as it would be opened, also one of an application; undefined: it is none. */
export const addressOf = (text: string): string | undefined =>
	withScheme(text) ?? (URL.canParse(text) ? text : undefined);

/** A name of a host without its scheme: a domain of a provider, mostly. */
export function ofDomain(text: string): Brought | undefined {
	const address = withScheme(text);
	const found = address === undefined ? undefined : ofAddress(address);
	if (!found) return undefined;
	const isHost = !/[/?#]./.test(text);
	return found.kind === 'issuer' || (found.kind === 'address' && isHost)
		? { ...found, kind: 'domain' }
		: found;
}
