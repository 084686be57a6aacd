import { headerOf, type Header, type HttpRequest } from './http';

/** A header name (RFC 9110 §5.1): nothing that curl would read as something else, such as `@file`. */
const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** What no argument of a command can hold. */
const hasNul = (text: string): boolean => /\0/.test(text);

/** One word of a POSIX shell: between single quotes nothing has a meaning but the single quote. */
export const quoteWord = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** `name: ` alone would take the header away; `name;` is how curl writes an empty one. */
const headerOption = ([name, value]: Header): string[] => [
	'--header',
	value === '' ? `${name};` : `${name}: ${value}`
];

function headerOptions(request: HttpRequest, origin: string | undefined): string[][] {
	const { headers, body } = request;
	const has = (name: string): boolean => headerOf(headers, name) !== undefined;
	return [
		...headers.map(headerOption),
		...(origin === undefined || has('origin') ? [] : [headerOption(['origin', origin])]),
		...(has('content-type') || bodyOf(request) === undefined
			? []
			: [body === undefined ? ['--header', 'content-type:'] : headerOption(['content-type', textType])])
	];
}

/** What a browser adds to a body of text. */
const textType = 'text/plain;charset=UTF-8';

/** What goes out as body: nothing with GET and HEAD; with POST and PUT at least a length of nothing. */
function bodyOf({ method, body }: HttpRequest): string | undefined {
	if (method === 'GET' || method === 'HEAD') return undefined;
	return body ?? (method === 'POST' || method === 'PUT' ? '' : undefined);
}

/** Each option with its value. */
function curlOptions(request: HttpRequest, origin: string | undefined): string[][] | undefined {
	const { method, url, headers } = request;
	const body = bodyOf(request);
	if (!token.test(method) || !URL.canParse(url) || hasNul(body ?? '')) return undefined;
	const isLine = (value: string): boolean => !/[\r\n]/.test(value) && !hasNul(value);
	if (!headers.every(([name, value]) => token.test(name) && isLine(value))) return undefined;
	const target = new URL(url);
	target.hash = '';
	return [
		// Without globbing brackets and braces in the address are themselves.
		['--include', '--silent', '--show-error', '--globoff'],
		// After `--request HEAD` curl would wait for a body that never comes.
		method === 'HEAD' ? ['--head'] : ['--request', method],
		...headerOptions(request, origin),
		// Not `--data`: there a body that begins with @ names a file.
		...(body === undefined ? [] : [['--data-raw', body]]),
		['--url', target.href]
	];
}

/**
 * The arguments of a curl command that sends this message to the byte and prints the answer with its head. `origin`:
 * the page that it is sent as, or undefined for a message without an `Origin` header. Undefined: no command line can
 * say it (a NUL, a line break in a header, an address that is no URL).
 */
export const curlArguments = (request: HttpRequest, origin: string | undefined): string[] | undefined =>
	curlOptions(request, origin)?.flat();

const isPlain = (word: string): boolean => /^[A-Za-z0-9-]+$/.test(word);

/** The same as a command for a POSIX shell, one option a line. */
export function formatCurl(request: HttpRequest, origin: string | undefined): string | undefined {
	const lines = curlOptions(request, origin)?.map((words) =>
		words.map((word) => (isPlain(word) ? word : quoteWord(word))).join(' ')
	);
	return lines && `curl ${lines.join(' \\\n  ')}`;
}
