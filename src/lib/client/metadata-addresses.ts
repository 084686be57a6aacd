import { parseEndpoint } from './endpoint';
import { withoutWellKnown } from '$lib/message/well-known';

/** `oidc`: OpenID Connect Discovery. `oauth2`: RFC 8414, where the well-known part comes before the path. */
export type DiscoveryKind = 'oidc' | 'oauth2';

/** A place where the metadata of an issuer may be. */
interface MetadataAddress {
	kind: DiscoveryKind;
	url: string;
}

const names = {
	oidc: '/.well-known/openid-configuration',
	oauth2: '/.well-known/oauth-authorization-server'
} as const;

/**
 * Every place where servers publish the metadata of an issuer, the standards' own first: behind the issuer (OIDC
 * Discovery §4), between its host and its path (RFC 8414 §3, and §5 for the other name), and where some have it
 * besides: with the slash at the end kept, and at the root. Empty: the issuer is no URL that may be asked.
 */
export function metadataAddresses(issuer: string): MetadataAddress[] {
	const url = parseEndpoint(withoutWellKnown(issuer), 'issuer');
	if (!url.ok || url.value.search !== '') return [];
	const { origin, pathname } = url.value;
	const path = pathname.replace(/\/$/, '');
	const at = (kind: DiscoveryKind, before: string, behind: string): MetadataAddress => ({
		kind,
		url: `${origin}${before}${names[kind]}${behind}`
	});
	const all = [
		at('oidc', path, ''),
		at('oauth2', '', path),
		at('oidc', '', path),
		at('oauth2', path, ''),
		...(path !== '' && pathname.endsWith('/') ? [at('oauth2', '', pathname)] : []),
		at('oidc', '', ''),
		at('oauth2', '', '')
	];
	return all.filter((one, index) => all.findIndex((other) => other.url === one.url) === index);
}
