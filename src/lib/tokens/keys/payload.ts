import { isJsonObject, stringOf, type JsonObject } from '$lib/message/json-body';
import { decodeBase64url } from '$lib/wire/base64url';
import { parseJson } from '$lib/wire/json';
import type { Compact } from './compact';

/** The claims, where the payload is some; nothing of them is trusted. */
function claimsOf({ header, parts }: Compact): JsonObject | undefined {
	const bytes = decodeBase64url(parts[1]);
	const text = header.b64 === false ? parts[1] : bytes.ok ? new TextDecoder().decode(bytes.value) : '';
	const value = parseJson(text);
	return isJsonObject(value) ? value : undefined;
}

/** What a token says of when it was issued, in milliseconds, where that is a date. */
export function issuedAt(token: Compact): number | undefined {
	const iat = claimsOf(token)?.iat;
	return typeof iat === 'number' && iat > 0 && iat < 8e12 ? iat * 1000 : undefined;
}

export function issuerOf(token: Compact): string | undefined {
	const claims = claimsOf(token);
	return claims && stringOf(claims, 'iss');
}
