import { addressParts, type AddressPart } from '$lib/lexicon/compared';

const decoded = (text: string): string => {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
};

const withoutSlash = (text: string): string => text.replace(/\/$/, '');

/** How two paths differ, by the least that makes them equal. */
function pathPart(one: string, other: string): AddressPart {
	if (withoutSlash(one) === withoutSlash(other)) return 'slash';
	if (decoded(one) === decoded(other)) return 'encoding';
	return one.toLowerCase() === other.toLowerCase() ? 'case' : 'path';
}

/** What of two addresses differs, in the order of the lexicon; nothing where one of them is no address. */
export function addressDifference(one: string, other: string): AddressPart[] {
	if (one === other || !URL.canParse(one) || !URL.canParse(other)) return [];
	const [here, there] = [new URL(one), new URL(other)];
	const differs = (member: 'protocol' | 'hostname' | 'port' | 'search' | 'hash'): boolean =>
		here[member] !== there[member];
	const found = new Set<AddressPart>([
		...(differs('protocol') ? (['scheme'] as const) : []),
		...(differs('hostname') ? (['host'] as const) : []),
		...(differs('port') ? (['port'] as const) : []),
		...(here.pathname === there.pathname ? [] : [pathPart(here.pathname, there.pathname)]),
		...(differs('search') ? (['query'] as const) : []),
		...(differs('hash') ? (['fragment'] as const) : [])
	]);
	// Where addresses are compared as texts (RFC 6749 §3.1.2.3), this is a difference as well.
	if (found.size > 0) return addressParts.filter((part) => found.has(part));
	return [withoutSlash(one) === withoutSlash(other) ? 'slash' : 'spelling'];
}
