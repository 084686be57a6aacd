/** Where in a token the first thing that is wrong with it stands: in which part, and at which character of that. */
import type { TokenFault } from '$lib/message/pasted/faults';
import { encryptedParts, signedParts } from '$lib/lexicon/token-forms';
import type { ReadToken } from '$lib/tokens/reading';

export interface FaultPlace {
	part: number;
	at: number;
}

function partOf(parts: readonly string[], at: number): FaultPlace | undefined {
	let begin = 0;
	for (const [part, { length }] of parts.entries()) {
		if (at <= begin + length) return { part, at: at - begin };
		begin += length + 1;
	}
	return undefined;
}

/** Three octets are four characters (RFC 4648 §4): where the one is that holds the beginning of this character. */
const encodedAt = (text: string, inside: number): number =>
	Math.floor((new TextEncoder().encode(text.slice(0, inside)).length * 8) / 6);

function placeOf({ part, at, inside }: TokenFault, { parts, claims, header }: ReadToken) {
	if (at !== undefined) return partOf(parts, at);
	const names: readonly string[] = parts.length === 5 ? encryptedParts : signedParts;
	const index = names.indexOf(part ?? '');
	if (inside === undefined || index < 0) return undefined;
	return { part: index, at: encodedAt((index === 0 ? header : claims) ?? '', inside) };
}

export const placeOfFault = (token: ReadToken): FaultPlace | undefined =>
	token.faults.map((fault) => placeOf(fault, token)).find((place) => place !== undefined);
