/**
 * Whether an address leads to this machine: asked here and nowhere else. A host counts as the URL parser spells it
 * in an address of the web: `127.1` and `0x7f.1` are 127.0.0.1 then, and what only begins like an IPv4 address is a name.
 */

const webSchemes: ReadonlySet<string> = new Set(['http:', 'https:']);

/** After parsing an IPv4 address has four decimal numbers, and no name ends in a number. */
const ipv4 = /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/;
/** RFC 6761 §6.3: `localhost.` and the names that fall within it; the dot at the end may be left out. */
const name = /^(?:[^.]+\.)*localhost\.?$/;

/**
 * 127.0.0.0/8 (RFC 1122 §3.2.1.3), [::1] (RFC 4291 §2.5.3), `localhost` and `*.localhost`. Not 0.0.0.0, which is no
 * address of a server, and not an IPv4 address inside an IPv6 one, which browsers do not take for this machine either.
 * Of a scheme that is none of the web's the parser leaves the host as it stands, so that it says nothing.
 */
export function isLoopback({ protocol, hostname }: URL): boolean {
	if (!webSchemes.has(protocol)) return false;
	return hostname === '[::1]' || ipv4.test(hostname) || name.test(hostname);
}

/** What a message of the web can go to. Whether it may go there unencrypted is for whoever sends it to say. */
export const isWebScheme = ({ protocol }: URL): boolean => webSchemes.has(protocol);

/** `https:` anywhere, `http:` on this machine only. */
export const isSecureOrLoopback = (url: URL): boolean =>
	url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));

/** RFC 8252 §7.3: the two literals whose port a native application may choose anew each time. Not the name. */
const literals: ReadonlySet<string> = new Set(['127.0.0.1', '[::1]']);
const port = /^(http:\/\/(?:127\.0\.0\.1|\[::1\])):(\d+|\*)(?=[/?#]|$)/;

/** A registration may write `http://127.0.0.1:*` or `http://[::1]:*` for any port: the URI without that star. */
export const withoutAnyPort = (uri: string): string =>
	uri.replace(port, (whole, origin: string, number: string) => (number === '*' ? origin : whole));

/** A redirect URI at one of the literals without its port; undefined where the port counts. */
export function withoutChosenPort(uri: string): string | undefined {
	const plain = withoutAnyPort(uri);
	if (!URL.canParse(plain)) return undefined;
	const { protocol, hostname } = new URL(plain);
	return protocol === 'http:' && literals.has(hostname) ? plain.replace(port, '$1') : undefined;
}
