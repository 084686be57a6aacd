/** Ordered name-value pairs: a query or a form keeps its order and its duplicates. */
export type Pair = [name: string, value: string];

const isPair = (value: unknown): value is Pair =>
	Array.isArray(value) && value.length === 2 && value.every((one) => typeof one === 'string');

/** Whether a value that was kept is a list of pairs. By hand: pages that start with it would start with a library for it. */
export const arePairs = (value: unknown): value is Pair[] => Array.isArray(value) && value.every(isPair);

/** Pairs of `a=1&b=2` (WHATWG URL §5.1). One leading `?` or `#` is dropped. */
export const parseForm = (text: string): Pair[] =>
	[...new URLSearchParams(`?${text.replace(/^[?#]/, '')}`)].map(([name, value]) => [name, value]);

/** Pairs of the query of a URL, also of a relative or a broken one. */
export const queryOf = (url: string): Pair[] => parseForm(/\?([^#]*)/.exec(url)?.[1] ?? '');

export const formatForm = (pairs: readonly Pair[]): string => new URLSearchParams([...pairs]).toString();

/** A URL without a fragment, with a query after the one it may have, which stays as it is: RFC 6749 §3.1.2. */
export const withQuery = (url: string, query: string): string =>
	`${url}${url.includes('?') ? '&' : '?'}${query}`;

/** Names that occur more than once, each named once, in order of appearance. */
export function duplicates(pairs: readonly Pair[]): string[] {
	const seen = new Set<string>();
	const again = new Set<string>();
	for (const [name] of pairs) (seen.has(name) ? again : seen).add(name);
	return [...again];
}

export const valueOf = (pairs: readonly Pair[], name: string): string | undefined =>
	pairs.find(([key]) => key === name)?.[1];
