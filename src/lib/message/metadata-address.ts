/** Which issuer an address of metadata stands for, and which one a document names. */

const names = 'openid-configuration|oauth-authorization-server';
const inText = new RegExp(`https?://[^\\s"'<>]*/\\.well-known/(?:${names})[^\\s"'<>]*`, 'i');
const wellKnown = new RegExp(`^(https?://[^/]+)(.*?)/\\.well-known/(?:${names})([^?#]*)`, 'i');

/**
 * The issuer of the first such address in a text: its well-known part stands behind the path of the issuer (OIDC
 * Discovery §4), or before it (RFC 8414 §3.1). Undefined: there is none.
 */
export function issuerOfAddress(text: string): string | undefined {
	const [, origin, before = '', behind = ''] = wellKnown.exec(inText.exec(text)?.[0] ?? '') ?? [];
	return origin && origin + before + behind;
}

/** `issuer` of a metadata document (RFC 8414 §2) with whatever around it. Undefined: there is none in the text. */
export function issuerInDocument(text: string): string | undefined {
	const isDocument = /"(?:(?:authorization|token)_endpoint|jwks_uri)"\s*:/.test(text);
	const [, issuer] = (isDocument && /"issuer"\s*:\s*"([^"\\]{1,500})"/.exec(text)) || [];
	return issuer;
}
