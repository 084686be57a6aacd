import { fail, ok, type Result } from '$lib/lexicon/result';
import type { SecretFaultReason } from '$lib/lexicon/key-notes';
import { note, type Phrase } from '$lib/lexicon/said';
import { decodeBase64 } from '$lib/wire/base64';
import { decodeBase64url } from '$lib/wire/base64url';

/** How a secret was typed: which bytes it stands for, only the person knows. */
export const secretForms = ['text', 'base64url', 'base64', 'hex'] as const;

export type SecretForm = (typeof secretForms)[number];

/** `position`: of the first character that is none of the form, from zero. */
export interface SecretFault {
	reason: SecretFaultReason;
	position?: number;
}

/** The bytes of a typed secret. Text is taken as it stands, in UTF-8, with the spaces in it. */
export function readSecret(typed: string, form: SecretForm): Result<Uint8Array, SecretFault> {
	if (typed === '') return fail({ reason: 'empty' });
	if (form === 'text') return ok(new TextEncoder().encode(typed));
	const text = typed.trim();
	if (text === '') return fail({ reason: 'empty' });
	if (form === 'hex') return hexBytes(text);
	if (form === 'base64url') {
		const bytes = decodeBase64url(text.replace(/={1,2}$/, ''));
		return bytes.ok ? bytes : fail({ reason: 'not-base64url', position: bytes.failure.position });
	}
	const bytes = decodeBase64(text);
	if (bytes) return ok(bytes);
	const bad = text.search(/[^A-Za-z0-9+/=]/);
	return fail({ reason: 'not-base64', position: bad === -1 ? text.length : bad });
}

function hexBytes(text: string): Result<Uint8Array, SecretFault> {
	const bad = text.search(/[^0-9A-Fa-f]/);
	if (bad !== -1) return fail({ reason: 'not-hex', position: bad });
	if (text.length % 2 === 1) return fail({ reason: 'odd-hex', position: text.length });
	return ok(
		Uint8Array.from({ length: text.length / 2 }, (_, at) => parseInt(text.slice(2 * at, 2 * at + 2), 16))
	);
}

/**
 * What there is to say of a secret that verifies: whoever can verify with it can also sign, and one that is shorter than
 * the hash can be guessed.
 * @see [RFC 7518 §3.2](https://www.rfc-editor.org/rfc/rfc7518#section-3.2)
 */
export function notesOnSecret(secret: Uint8Array, alg: string): Phrase[] {
	const wanted = Number(alg.slice(2)) / 8;
	const short = secret.length < wanted;
	return [note('secret-makes-too'), ...(short ? [note('secret-short', alg, secret.length, wanted)] : [])];
}
