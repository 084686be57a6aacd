/** Nesting beyond this is no claim that anybody reads. */
export const deepest = 16;

const dangerousKeys: readonly string[] = ['__proto__', 'constructor', 'prototype'];

/**
 * What makes a parsed JSON value unfit to be passed on: a key that code elsewhere could take for an object's prototype
 * when it copies the value, or nesting that recursion elsewhere could choke on. Undefined if it is fit.
 */
export function findFlaw(value: unknown, depth = 0): 'prototype' | 'too deep' | undefined {
	if (typeof value !== 'object' || value === null) return undefined;
	if (depth === deepest) return 'too deep';
	for (const [key, inner] of Object.entries(value)) {
		if (dangerousKeys.includes(key)) return 'prototype';
		const flaw = findFlaw(inner, depth + 1);
		if (flaw) return flaw;
	}
	return undefined;
}
