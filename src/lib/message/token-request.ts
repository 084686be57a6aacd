/** What a request of a client to a server says: RFC 6749 §4.1.3, and how it was sent when it was sent wrongly. */
import type { SentAs } from '$lib/lexicon/proofs';
import { parseForm, queryOf, valueOf, type Pair } from '$lib/wire/form';
import type { HttpRequest } from '$lib/wire/http';
import { isForm } from './form-body';
import { memberPairs, parseJsonObject } from './json-body';

interface ClientRequest {
	sentAs: SentAs;
	parameters: Pair[];
}

const jsonPairs = (body: string): Pair[] => {
	const parsed = parseJsonObject(body);
	return parsed.ok ? memberPairs(parsed.value) : [];
};

/** RFC 7578 §4.2: each part has its name in a header. */
const multipartPairs = (body: string): Pair[] =>
	[...body.matchAll(/;\s*name="([^"]+)"[^\r\n]*(?:\r?\n[^\r\n]+)*\r?\n\r?\n([^]*?)\r?\n--/gi)].map(
		([, name = '', value = '']): Pair => [name, value]
	);

/** Undefined: it says nothing. What was typed as a form is taken as one, whatever it looks like: a server does the same. */
export function readClientRequest(request: HttpRequest): ClientRequest | undefined {
	const { body = '', url } = request;
	const known = (sentAs: SentAs, parameters: Pair[]): ClientRequest | undefined =>
		parameters.length === 0 ? undefined : { sentAs, parameters };
	const query = known('query', queryOf(url));
	if (/^\s*\{/.test(body)) return known('json', jsonPairs(body)) ?? query;
	if (isForm(request)) return known('form', parseForm(body)) ?? query;
	if (/^--\S+\r?\ncontent-disposition\s*:/i.test(body))
		return known('multipart', multipartPairs(body)) ?? query;
	return (/^[\w.-]+=\S*$/.test(body) ? known('untyped-form', parseForm(body)) : undefined) ?? query;
}

/** All of its parameters, and those that stand beside them in the address. */
export function sentPairs(request: HttpRequest): Pair[] {
	const { sentAs, parameters } = readClientRequest(request) ?? { parameters: [] };
	return sentAs === 'query' ? parameters : [...parameters, ...queryOf(request.url)];
}

/** One value of it, however it was sent. RFC 6749 §3.2: one without a value was not sent. */
export const sentValue = (request: HttpRequest, name: string): string | undefined =>
	valueOf(sentPairs(request), name) || undefined;
