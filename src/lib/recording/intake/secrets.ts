/** The names of what is secret in a text. */
import { isSecretParameter } from '$lib/lexicon/secrets';
import type { Pair } from '$lib/wire/form';

export const secretsOf = (pairs: readonly Pair[]): string[] => [
	...new Set(pairs.flatMap(([name, value]) => (value !== '' && isSecretParameter(name) ? [name] : [])))
];

/** Names in any text: `"access_token": "…"`, `code_verifier=…`, `Authorization: Bearer …`. */
export function secretsIn(text: string): string[] {
	const named = [...text.matchAll(/\b([a-z_]+)"?\s*[=:]\s*"?[^\s"&,}]{6}/gi)].map(([, name = '']) => name);
	const bearer = /\b(?:Bearer|DPoP)\s+[\w.~+/-]{12,}/i.test(text) ? ['access_token'] : [];
	return [...new Set([...named.filter((name) => name.includes('_') && isSecretParameter(name)), ...bearer])];
}
