/** A curl command as people copy it, out of a terminal or the tools of a browser, back as the message that it sends. */
import { formatForm, parseForm, type Pair } from './form';
import { headerOf, type Header, type HttpRequest } from './http';

const formMedia = 'application/x-www-form-urlencoded';

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t' };

/** What `\` makes of the next letter between `$'` and `'`, as browsers write it. */
const unescaped = (text: string): string =>
	text.replace(/\\(u[0-9a-f]{4}|x[0-9a-f]{2}|.)/gis, (_, next: string) =>
		next.length > 1 ? String.fromCharCode(parseInt(next.slice(1), 16)) : (escapes[next] ?? next)
	);

/** One piece of a word: in quotes of some kind, after a backslash, or bare. */
const piece = /\$'((?:[^'\\]|\\.)*)'|'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)|([^\s'"\\]+)/gsy;

/** The words of a command line for a POSIX shell. A line may go on after `\`, `^` or a backtick at its end. */
export function wordsOf(command: string): string[] {
	const text = command.replace(/[\\^`]\r?\n\s*/g, ' ');
	const words: string[] = [];
	let word: string | undefined;
	let at = 0;
	while (at < text.length) {
		piece.lastIndex = at;
		const found = piece.exec(text);
		if (!found) {
			if (word !== undefined) words.push(word);
			word = undefined;
			at += 1;
			continue;
		}
		const [whole, ansi, single, double, escaped, bare] = found;
		const said =
			ansi === undefined
				? (single ?? double?.replace(/\\(["\\$`])/g, '$1') ?? escaped ?? bare ?? '')
				: unescaped(ansi);
		word = (word ?? '') + said;
		at += whole.length;
	}
	return word === undefined ? words : [...words, word];
}

/** Short names of the options that are read, and of those whose value is passed over. */
const long: Record<string, string> = {
	X: 'request',
	H: 'header',
	d: 'data',
	u: 'user',
	G: 'get',
	I: 'head',
	A: 'user-agent',
	b: 'cookie',
	e: 'referer'
};
const withValue = new Set([
	...[
		'request',
		'header',
		'data',
		'data-raw',
		'data-binary',
		'data-ascii',
		'data-urlencode',
		'json',
		'user',
		'url'
	],
	...[
		'user-agent',
		'cookie',
		'referer',
		'output',
		'max-time',
		'connect-timeout',
		'proxy',
		'cert',
		'key',
		'cacert'
	],
	...['resolve', 'cookie-jar', 'write-out', 'retry', 'interface', 'o', 'm', 'x', 'E', 'c', 'w', 'form', 'F']
]);

/** Options with their values in order; a word that is none is the address. */
function optionsIn(words: readonly string[]): Pair[] {
	const options: Pair[] = [];
	for (let at = 0; at < words.length; at += 1) {
		const word = words[at] ?? '';
		const [, name, joined] = /^--([^=]+)(?:=(.*))?$/s.exec(word) ?? [];
		const short = name === undefined ? /^-([A-Za-z])(.*)$/s.exec(word) : null;
		const option = name ?? (short ? (long[short[1] ?? ''] ?? short[1]) : undefined);
		if (option === undefined) options.push(['url', word]);
		else if (!withValue.has(option)) options.push([option, '']);
		else options.push([option, joined ?? (short?.[2] || words[(at += 1)]) ?? '']);
	}
	return options;
}

/** `name=value` of `--data-urlencode`: the value is encoded, the name is not. */
const encoded = (text: string): string => {
	const [, name = '', value = ''] = /^([^=@]*=)?(.*)$/s.exec(text) ?? [];
	return `${name}${encodeURIComponent(value.toWellFormed())}`;
};

const basic = (user: string): string =>
	`Basic ${btoa([...new TextEncoder().encode(user)].map((byte) => String.fromCharCode(byte)).join(''))}`;

function headersFrom(options: readonly Pair[]): Header[] {
	return options.flatMap(([name, value]): Header[] => {
		if (name === 'user') return [['authorization', basic(value)]];
		if (name === 'json')
			return [
				['content-type', 'application/json'],
				['accept', 'application/json']
			];
		const [, key, text] = (name === 'header' && /^([^:;]+)[:;]\s*(.*)$/s.exec(value)) || [];
		return key === undefined ? [] : [[key.trim(), text ?? '']];
	});
}

/** Undefined: it is no curl command, or names no address of the web. */
export function parseCurl(command: string): HttpRequest | undefined {
	const [program = '', ...words] = wordsOf(command.trim().replace(/^[$>#]\s+/, ''));
	if (!/^curl(?:\.exe)?$/i.test(program)) return undefined;
	const options = optionsIn(words);
	const valueOf = (name: string): string | undefined => options.findLast(([key]) => key === name)?.[1];
	const address = valueOf('url') ?? '';
	const url = /^https?:\/\//i.test(address) ? address : `https://${address}`;
	if (address === '' || !URL.canParse(url)) return undefined;
	const data = options
		.filter(([name]) => /^(?:data|json)/.test(name))
		.map(([name, value]) => (name === 'data-urlencode' ? encoded(value) : value));
	const isQuery = valueOf('get') !== undefined;
	const headers = headersFrom(options);
	const body = data.length === 0 || isQuery ? undefined : data.join('&');
	const target = new URL(url);
	if (isQuery) target.search = formatForm([...parseForm(target.search), ...parseForm(data.join('&'))]);
	return {
		method: (
			valueOf('request') ?? (valueOf('head') === undefined ? (body === undefined ? 'GET' : 'POST') : 'HEAD')
		).toUpperCase(),
		url: target.href,
		// What curl adds to a body whose type is not said.
		headers: [
			...headers,
			...(body === undefined || headerOf(headers, 'content-type') !== undefined
				? []
				: [['content-type', formMedia] satisfies Header])
		],
		...(body === undefined ? {} : { body })
	};
}
