import { isLoopback } from './loopback';

/**
 * Where a host is, as far as its name or address tells: what a page may do with it depends on that. The three spaces
 * are those of browsers: https://wicg.github.io/local-network-access/#ip-address-space-section.
 */

type AddressSpace = 'loopback' | 'local' | 'public' | 'unknown';

const privateV4 = [
	/^10\./, // RFC 1918 §3
	/^172\.(?:1[6-9]|2\d|3[01])\./,
	/^192\.168\./,
	/^169\.254\./, // RFC 3927 §2.1
	/^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./ // RFC 6598 §7
];

/** Unique local addresses (RFC 4193 §3.1), and link-local ones (RFC 4291 §2.5.6). */
const privateV6 = /^(?:f[cd][0-9a-f]{2}|fe[89ab][0-9a-f]):/;

/**
 * Names that no public name server answers for: RFC 6762 §3 and its Appendix G, RFC 8375, RFC 6761 §6.2, and
 * `internal`, which is kept free for this.
 */
const privateNames = /\.(?:local|internal|home\.arpa|test|intranet|private|corp|home|lan)$/;

const isV4 = (host: string): boolean => /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host);

function spaceOfV4(address: string): AddressSpace {
	return privateV4.some((range) => range.test(address)) ? 'local' : 'public';
}

/** `::ffff:c0a8:105` is 192.168.1.5 for those who speak IPv6 only: RFC 4291 §2.5.5.2. */
function mappedV4(address: string): string | undefined {
	const [, high, low] = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(address) ?? [];
	if (high === undefined || low === undefined) return undefined;
	return [high, low].flatMap((part) => [parseInt(part, 16) >> 8, parseInt(part, 16) & 255]).join('.');
}

function spaceOfV6(address: string): AddressSpace {
	const mapped = mappedV4(address);
	if (mapped !== undefined) return spaceOfV4(mapped);
	return privateV6.test(address) ? 'local' : 'public';
}

/**
 * The space of the host of an address of the web. A name with dots may lead anywhere: `unknown`. So does a host of
 * another scheme, which the parser leaves as it stands.
 */
export function addressSpaceOf(url: URL): AddressSpace {
	if (isLoopback(url)) return 'loopback';
	if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'unknown';
	const name = url.hostname.replace(/\.$/, '');
	if (name.startsWith('[')) return spaceOfV6(name.slice(1, -1));
	if (isV4(name)) return spaceOfV4(name);
	return !name.includes('.') || privateNames.test(name) ? 'local' : 'unknown';
}
