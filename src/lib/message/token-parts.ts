/** What is in the parts of a token beyond what it says. */
import { flawsOfJson, type JsonFlaws } from '$lib/wire/json-flaws';
import { stringOf } from './json-body';
import { encryptedHeader, type DecodedToken } from './jwt';
import { textOfPart } from './part-text';

/** The header of what is encrypted (RFC 7516 §3.1): it alone is not hidden. */
export function encryptionOf(token: string): { alg: string; enc: string } | undefined {
	const header = encryptedHeader(token);
	return header && { alg: stringOf(header, 'alg') ?? '', enc: stringOf(header, 'enc') ?? '' };
}

/** Header and claims as they were written. */
export function textsOf({
	parts: [header, payload]
}: Pick<DecodedToken, 'parts'>): [header: string, claims: string] {
	return [textOfPart(header) ?? '', textOfPart(payload) ?? ''];
}

/** What of header and claims is read otherwise by other readers. */
export function flawsOfToken(token: DecodedToken): JsonFlaws {
	const [header, claims] = textsOf(token).map(flawsOfJson);
	return {
		doubled: [...(header?.doubled ?? []), ...(claims?.doubled ?? [])],
		inexact: [...(header?.inexact ?? []), ...(claims?.inexact ?? [])]
	};
}
