/** The edit of what a signed request says (RFC 9101 §4): its parameters as rows, and the request signed again in its place. */
import { objectParameters } from '$lib/message/authorization-request';
import { decodeToken } from '$lib/message/jwt';
import { valueOf, type Pair } from '$lib/wire/form';
import type { HttpRequest } from '$lib/wire/http';
import { toEditable, type EditableMessage } from './edit';

/** The request object that an edit carries. */
export const requestObjectIn = ({ parameters }: EditableMessage): string | undefined =>
	valueOf(parameters, 'request');

/** What it says, as rows; undefined: it cannot be read. */
export function insideOf(requestObject: string): Pair[] | undefined {
	const decoded = decodeToken(requestObject);
	return decoded.ok ? objectParameters(decoded.value.claims) : undefined;
}

/** Whether it says this, in whatever order: whoever makes it adds what has to be in it. */
export function says(requestObject: string, rows: readonly Pair[]): boolean {
	const sorted = (pairs: readonly Pair[] = []): string =>
		JSON.stringify(pairs.map((pair) => JSON.stringify(pair)).sort());
	return sorted(insideOf(requestObject)) === sorted(rows);
}

/** The edit with the request object of this message in the place of its own. */
export function withRequestObjectOf(message: EditableMessage, signed: HttpRequest): EditableMessage {
	const made = requestObjectIn(toEditable(signed));
	return {
		...message,
		parameters: message.parameters.map(([name, value]): Pair => [
			name,
			name === 'request' ? (made ?? value) : value
		])
	};
}
