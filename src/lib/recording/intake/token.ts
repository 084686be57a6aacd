/** Tokens, alone or among names. */
import type { BroughtKind } from '$lib/lexicon/brought';
import { isSecretParameter } from '$lib/lexicon/secrets';
import type { TokenForm } from '$lib/lexicon/token-forms';
import { decodeToken, disclosuresIn } from '$lib/message/jwt';
import { readPastedTokens } from '$lib/message/pasted/read';
import type { Brought } from './found';
import { isNameOfCode } from './names';
import { trouble } from './trouble';

/** A token alone, or behind the word by which it is sent. */
export const tokenIn = (text: string): string =>
	text.replace(/^(?:authorization:\s*)?(?:Bearer|DPoP)\s+/i, '').replace(/^["']|["']$/g, '');

export function ofJose(text: string): Brought | undefined {
	const token = tokenIn(text);
	if (!token.startsWith('ey') || /\s/.test(token)) return undefined;
	// Behind an SD-JWT stand disclosures: it is signed all the same.
	const decoded = decodeToken(disclosuresIn(token)?.jwt ?? token);
	if (decoded.ok) return { kind: 'jwt', token, secrets: ['token'] };
	return decoded.failure.reason === 'encrypted' ? { kind: 'encrypted-token', secrets: ['token'] } : undefined;
}

/** Random letters and digits; a number of an error, a name of a constant and a UUID are something else. */
export function ofOpaque(text: string): Brought | undefined {
	const token = tokenIn(text);
	const isRandom = /^[\w.~+/-]{24,}={0,2}$/.test(token) && /\d/.test(token) && /[a-z]/i.test(token);
	const isName =
		isNameOfCode(token) ||
		/_[A-Z]+_/.test(token) ||
		/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(token);
	return isRandom && !isName ? { kind: 'opaque-token', secrets: ['token'] } : undefined;
}

/** Known by how it begins (https://github.com/paseto-standard/paseto-spec): it is no JWT, and no secret word of a server. */
export function ofPaseto(text: string): Brought | undefined {
	const token = tokenIn(text);
	const isOne = /^v[1-4]\.(?:public|local)\.[\w-]{16,}(?:\.[\w-]+)?$/.test(token);
	return isOne ? { kind: 'paseto', token, secrets: ['token'] } : undefined;
}

const alone: Partial<Record<TokenForm, BroughtKind>> = {
	jws: 'jwt',
	'sd-jwt': 'jwt',
	jwe: 'encrypted-token',
	broken: 'broken-token'
};

/**
 * Tokens with names before them, several of them, one that is damaged or in pieces. A random word alone is no token, and a
 * text that tells of an error is read for that.
 */
export function ofTokens(text: string): Brought | undefined {
	const around = text.replace(/\b(?:access|id|refresh|logout)_token\b|\be[yw][\w-]{8,}[\w.~-]*/gi, '');
	if (trouble.test(around)) return undefined;
	const { tokens } = readPastedTokens(text);
	const [first, ...others] = tokens;
	const isJose = tokens.some(({ form }) => form !== 'opaque');
	if (!first || !(isJose || tokens.some(({ name }) => name !== undefined))) return undefined;
	const kind = first.name === undefined && others.length === 0 ? alone[first.form] : undefined;
	if (kind) return { kind, token: first.text, bare: first.text, secrets: ['token'] };
	const names = tokens.flatMap(({ name }) => (name !== undefined && isSecretParameter(name) ? [name] : []));
	return { kind: 'tokens', secrets: names.length > 0 ? [...new Set(names)] : ['token'] };
}
