/** PASETO, by https://github.com/paseto-standard/paseto-spec: `v4.public.…`, `v2.local.…`, perhaps with a footer. */
import { decodeBase64url } from '$lib/wire/base64url';
import { parseJson } from '$lib/wire/json';
import { isJsonObject, type JsonObject } from '../json-body';

const form = /^v([1-4])\.(public|local)\.([\w-]+)(?:\.([\w-]+))?$/;

/** How many octets the signature at the end of a public one has: RSA, Ed25519, P-384, Ed25519. */
const signatures = [256, 64, 96, 64];

export interface Paseto {
	version: number;
	/** `public` is signed and can be read, `local` is encrypted. */
	purpose: 'public' | 'local';
	claims?: JsonObject;
	/** As it was written; it is never encrypted. */
	footer?: string;
	/** How many octets stand behind the claims as their signature. */
	signature?: number;
}

const textOf = (bytes: Uint8Array): string | undefined => {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return undefined;
	}
};

/** Undefined: it is none. */
export function readPaseto(token: string): Paseto | undefined {
	const [, digit, purpose, payload = '', end] = form.exec(token.trim()) ?? [];
	const bytes = decodeBase64url(payload);
	if (digit === undefined || !bytes.ok) return undefined;
	const version = Number(digit);
	const behind = end === undefined ? undefined : decodeBase64url(end);
	const footer = behind?.ok ? textOf(behind.value) : undefined;
	const rest = footer === undefined ? {} : { footer };
	if (purpose === 'local') return { version, purpose, ...rest };
	const signature = signatures[version - 1] ?? 0;
	const value = parseJson(textOf(bytes.value.slice(0, Math.max(0, bytes.value.length - signature))) ?? '');
	return {
		version,
		purpose: 'public',
		signature,
		...(isJsonObject(value) ? { claims: value } : {}),
		...rest
	};
}
