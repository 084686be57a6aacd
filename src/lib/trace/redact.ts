/**
 * A trace without its secrets. Every value that stands under a secret name (lexicon/secrets) is collected first,
 * then replaced wherever it occurs, also where it stands under another name or inside other text. The same value
 * gets the same placeholder, so that a reader still sees which values are equal.
 */
import { isSecretHeader, isSecretParameter, placeholderOf } from '$lib/lexicon/secrets';
import type { HttpRequest, HttpResponse } from '$lib/wire/http';
import { parseForm, queryOf, type Pair } from '$lib/wire/form';
import type { Fact, Trace } from './fact';
import { replacer } from './spelling';

/** Shorter texts would be found inside innocent ones. */
const leastLength = 4;

type Named = [name: string, value: string];

/** The pairs of the query and of the fragment, also of a relative or a broken URL. */
const urlPairs = (url: string): Pair[] => [...queryOf(url), ...parseForm(/#(.*)/s.exec(url)?.[1] ?? '')];

const secretUrlPairs = (url: string): Named[] => urlPairs(url).filter(([name]) => isSecretParameter(name));

function bodyPairs(body: string | undefined): Named[] {
	if (!body) return [];
	try {
		return jsonPairs(JSON.parse(body));
	} catch {
		return parseForm(body);
	}
}

function jsonPairs(value: unknown): Named[] {
	if (Array.isArray(value)) return value.flatMap(jsonPairs);
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([name, member]: [string, unknown]) =>
		typeof member === 'string' ? [[name, member] as Named] : jsonPairs(member)
	);
}

/** The values of secret headers: without the scheme (`Bearer …`), so that the kind of header stays readable. */
const headerPairs = ({ headers }: Pick<HttpRequest, 'headers'>): Named[] =>
	headers
		.filter(([name]) => isSecretHeader(name))
		.map(([name, value]) => [name, value.replace(/^(Bearer|DPoP|Basic) /i, '')]);

const messagePairs = (message: HttpRequest | HttpResponse): Named[] => [
	...headerPairs(message),
	...message.headers.flatMap(([, value]) => secretUrlPairs(value)),
	...('url' in message ? secretUrlPairs(message.url) : []),
	...bodyPairs(message.body).filter(([name]) => isSecretParameter(name))
];

function factPairs(fact: Fact): Named[] {
	switch (fact.kind) {
		case 'configured':
			return [
				...fact.configuration.extra.filter(([name]) => isSecretParameter(name)),
				...secretUrlPairs(fact.configuration.apiUrl)
			];
		case 'generated':
			return Object.entries(fact.values).filter(([name]) => isSecretParameter(name));
		case 'left':
			return [...secretUrlPairs(fact.url), ...secretUrlPairs(fact.asked ?? '')];
		case 'returned':
			return [
				...secretUrlPairs(fact.url),
				...bodyPairs(fact.body).filter(([name]) => isSecretParameter(name))
			];
		case 'decided':
		case 'observed':
			return [];
		case 'exchanged':
			return [fact.exchange.request, fact.exchange.response, fact.asked].flatMap((message) =>
				message ? messagePairs(message) : []
			);
	}
}

/** Every secret value of a trace, under the first name that it was seen with. Longest first. */
export function secretsOf(trace: Trace): Named[] {
	const found = new Map<string, string>();
	for (const [name, value] of trace.flatMap(factPairs)) {
		if (value.length >= leastLength && !found.has(value)) found.set(value, name.toLowerCase());
	}
	return [...found].map(([value, name]): Named => [name, value]).sort(([, a], [, b]) => b.length - a.length);
}

/** Members that hold a word of this app, never one from outside: a secret may be such a word by accident. */
const ownWords: ReadonlySet<string> = new Set([
	'kind',
	'step',
	'move',
	'via',
	'way',
	'id',
	'status',
	'rfc',
	'reason',
	'came'
]);

/** Every text of a JSON-plain value, rewritten. */
function rewrite<T>(value: T, change: (text: string) => string): T {
	const walk = (part: unknown): unknown => {
		if (typeof part === 'string') return change(part);
		if (Array.isArray(part)) return part.map(walk);
		if (typeof part !== 'object' || part === null) return part;
		return Object.fromEntries(
			Object.entries(part).map(([name, member]) => [name, ownWords.has(name) ? member : walk(member)])
		);
	};
	return walk(value) as T;
}

/** The trace without these values, each replaced by its placeholder in every spelling. */
function replaceValues(trace: Trace, placeholders: readonly [value: string, placeholder: string][]): Trace {
	const replacers = placeholders.map(([value, placeholder]) => replacer(value, placeholder));
	return rewrite(trace, (text) => replacers.reduce((rest, replace) => replace(rest), text));
}

/** The trace with each secret replaced by `redacted-<name>-<n>`, in every spelling. */
export function redact(trace: Trace): Trace {
	const counts = new Map<string, number>();
	const placeholders = secretsOf(trace).map(([name, value]): [string, string] => {
		const count = (counts.get(name) ?? 0) + 1;
		counts.set(name, count);
		return [value, placeholderOf(name, count)];
	});
	return replaceValues(trace, placeholders);
}
