import { headerOf, type HttpRequest } from '$lib/wire/http';
import { usualTraps, type Language } from '../snippet';

/**
 * What the format reads as something else, and has no other spelling for: a variable, and at the beginning of a line of the
 * body a file, a script, a comment, the next request.
 */
const isRead = ({ body = '', ...head }: HttpRequest): boolean =>
	/\{\{/.test(body + JSON.stringify(head)) || /^\s*(?:#|\/\/|[<>@])/m.test(body) || /\r/.test(body);

const isLine = (text: string): boolean => !/[\r\n\0\u2028\u2029]/.test(text);

const isWord = (text: string): boolean => /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(text);

/** A redirect would take the message, with all that is in it, to another address. */
const stays = '# @no-redirect';

/** As it is sent, line by line: the format of the editors is that of HTTP. Undefined: it would be read as something else. */
function send(request: HttpRequest): string | undefined {
	const { method, url, headers, body } = request;
	const isSayable =
		isWord(method) &&
		URL.canParse(url) &&
		headers.every(([name, value]) => isWord(name) && isLine(value)) &&
		!isRead(request);
	if (!isSayable) return undefined;
	const { href } = new URL(url);
	const type = body === undefined || headerOf(headers, 'content-type') ? [] : ['content-type: text/plain'];
	const lines = [stays, `${method} ${href}`, ...headers.map(([name, value]) => `${name}: ${value}`), ...type];
	return `${lines.join('\n')}\n${body === undefined ? '' : `\n${body}\n`}`;
}

export const httpFile: Language = {
	id: 'http-file',
	file: (step) => `${step}.http`,
	install: {},
	steps: {
		configure: ({ requests }) => send(requests.configure),
		verifier: 'sends-only',
		challenge: 'sends-only',
		authorize: 'sends-only',
		callback: 'sends-only',
		exchange: ({ requests }) => send(requests.exchange),
		tokens: 'sends-only',
		call: ({ requests }) => send(requests.call),
		renew: ({ requests }) => send(requests.renew)
	},
	traps: { exchange: usualTraps.exchange ?? [], renew: usualTraps.renew ?? [] }
};
