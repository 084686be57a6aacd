/** A message as rows that a person can edit, and back. Only what was touched changes. */
import { isForm } from '$lib/message/form-body';
import { isJsonObject } from '$lib/message/json-body';
import { arePairs, formatForm, parseForm, type Pair } from '$lib/wire/form';
import { type Header, type HttpRequest } from '$lib/wire/http';
import { parseJson } from '$lib/wire/json';
import { onlyKnown } from '$lib/lexicon/only-known';

/** `place`: whether the parameters stand in the query or in a form body. `rest`: a body that is no form. */
export interface EditableMessage {
	method: string;
	/** Without the query when `place` is `query`. */
	address: string;
	place: 'query' | 'form';
	parameters: Pair[];
	headers: Header[];
	rest?: string;
}

const isText = (value: unknown): value is string => typeof value === 'string';

/** An edit that was kept as JSON; undefined when it is none. By hand: the step would start with a library for it. */
export function parseEditable(text: string): EditableMessage | undefined {
	const kept = parseJson(text);
	if (!isJsonObject(kept)) return undefined;
	const { method, address, place, parameters, headers, rest } = kept;
	if (!isText(method) || !isText(address) || (place !== 'query' && place !== 'form')) return undefined;
	if (!arePairs(parameters) || !arePairs(headers)) return undefined;
	if (rest !== undefined && !isText(rest)) return undefined;
	return { method, address, place, parameters, headers, ...onlyKnown({ rest }) };
}

export function toEditable(request: HttpRequest): EditableMessage {
	const headers = request.headers.map(([name, value]): Header => [name, value]);
	if (request.body !== undefined && isForm(request)) {
		const parameters = parseForm(request.body);
		return { method: request.method, address: request.url, place: 'form', parameters, headers };
	}
	const [address = '', ...query] = request.url.split('?');
	const parameters = parseForm(query.join('?'));
	const rest = request.body === undefined ? {} : { rest: request.body };
	return { method: request.method, address, place: 'query', parameters, headers, ...rest };
}

/** Rows without a name are left out. */
export function fromEditable(message: EditableMessage): HttpRequest {
	const named = message.parameters.filter(([name]) => name !== '');
	const text = formatForm(named);
	const headers = message.headers.filter(([name]) => name !== '');
	const { method, address } = message;
	if (message.place === 'form') return { method, url: address, headers, body: text };
	const url = text === '' ? address : `${address}?${text}`;
	return { method, url, headers, ...onlyKnown({ body: message.rest }) };
}

/** What an edit changed, by name, for a list that a person reads. */
export function changesOf(asked: HttpRequest, sent: HttpRequest): string[] {
	const [before, after] = [toEditable(asked), toEditable(sent)];
	const changes: string[] = [];
	if (before.method !== after.method) changes.push('method');
	if (before.address !== after.address) changes.push('address');
	if (before.rest !== after.rest) changes.push('body');
	return [
		...changes,
		...namesChanged(before.parameters, after.parameters),
		...namesChanged(before.headers, after.headers)
	];
}

function namesChanged(before: readonly Pair[], after: readonly Pair[]): string[] {
	const text = (pairs: readonly Pair[], name: string): string =>
		JSON.stringify(pairs.filter(([key]) => key === name));
	const names = [...new Set([...before, ...after].map(([name]) => name))];
	return names.filter((name) => text(before, name) !== text(after, name));
}
