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
const piece = /\$'((?:[^'\\]|\\.)*)'|'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)|([^\s'"\\;|]+)/gsy;

/** Where a command ends for the shell: another one begins, or its output is taken elsewhere. */
const isEnd = (text: string, at: number): boolean => /^(?:[|;]|&(?=[&\s]|$))/.test(text.slice(at, at + 2));

/** What stands in the next line goes on with the command, though nothing says so: lines are broken by who pastes them. */
const goesOn = (text: string, at: number): boolean =>
	/^\s*(?:--?[a-z]|["']|https?:\/\/)/i.test(text.slice(at, at + 200));

/** The words of the first command of a text, and what stands under it. */
export interface Command {
	words: string[];
	/** What it printed, if that was pasted with it. */
	output: string;
}

/**
 * Reads a command line of a POSIX shell. A line may go on after `\`, `^` or a backtick at its end. In that of Windows, as
 * browsers copy it, `^` stands before every sign that means something there.
 */
export function readCommand(command: string): Command {
	const joined = command.replace(/[\\^`]\r?\n\s*/g, ' ');
	const text = /\s\^"/.test(joined) ? joined.replace(/\^(.)/g, '$1') : joined;
	const words: string[] = [];
	let word: string | undefined;
	let at = 0;
	while (at < text.length) {
		piece.lastIndex = at;
		const found = word === undefined && isEnd(text, at) ? null : piece.exec(text);
		if (!found) {
			if (word !== undefined) words.push(word);
			word = undefined;
			const isLine = text[at] === '\n';
			if (isLine && words.length > 0 && !goesOn(text, at)) return { words, output: text.slice(at + 1) };
			if (isEnd(text, at)) return { words, output: text.slice(at).replace(/^.*\n?/, '') };
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
	return { words: word === undefined ? words : [...words, word], output: '' };
}

/** Long names of the short options that take a value, and of those that are read without one. */
const long: Record<string, string> = {
	...{
		A: 'user-agent',
		b: 'cookie',
		c: 'cookie-jar',
		C: 'continue-at',
		d: 'data',
		D: 'dump-header',
		e: 'referer'
	},
	...{
		E: 'cert',
		F: 'form',
		H: 'header',
		K: 'config',
		m: 'max-time',
		o: 'output',
		P: 'ftp-port',
		Q: 'quote'
	},
	...{
		r: 'range',
		t: 'telnet-option',
		T: 'upload-file',
		u: 'user',
		U: 'proxy-user',
		w: 'write-out',
		x: 'proxy'
	},
	...{ X: 'request', y: 'speed-time', Y: 'speed-limit', z: 'time-cond', G: 'get', I: 'head', ':': 'next' }
};

/** The options of curl 8 that take a value: the next word is theirs, and no address. */
const withValue = new Set(
	`abstract-unix-socket alt-svc aws-sigv4 cacert capath cert cert-type ciphers config connect-timeout connect-to
	continue-at cookie cookie-jar create-file-mode crlfile curves data data-ascii data-binary data-raw data-urlencode
	delegation dns-interface dns-ipv4-addr dns-ipv6-addr dns-servers doh-url dump-header ech egd-file engine etag-compare
	etag-save expect100-timeout expand-data expand-header expand-url expand-user form form-string ftp-account
	ftp-alternative-to-user ftp-method ftp-port ftp-ssl-ccc-mode happy-eyeballs-timeout-ms haproxy-clientip header
	hostpubmd5 hostpubsha256 hsts interface ip-tos ipfs-gateway json keepalive-cnt keepalive-time key key-type krb libcurl
	limit-rate local-port login-options mail-auth mail-from mail-rcpt max-filesize max-redirs max-time netrc-file noproxy
	oauth2-bearer output output-dir parallel-max parallel-max-host pass pinnedpubkey preproxy proto proto-default
	proto-redir proxy proxy-cacert proxy-capath proxy-cert proxy-cert-type proxy-ciphers proxy-crlfile proxy-header
	proxy-key proxy-key-type proxy-pass proxy-pinnedpubkey proxy-service-name proxy-tls13-ciphers proxy-tlsauthtype
	proxy-tlspassword proxy-tlsuser proxy-user proxy1.0 pubkey quote random-file range rate referer request
	request-target resolve retry retry-delay retry-max-time sasl-authzid service-name sigalgs socks4 socks4a socks5
	socks5-gssapi-service socks5-hostname speed-limit speed-time stderr telnet-option tftp-blksize time-cond tls-max
	tls13-ciphers tlsauthtype tlspassword tlsuser trace trace-ascii trace-config unix-socket upload-file upload-flags url
	url-query user user-agent variable vlan-priority write-out`.split(/\s+/)
);

/** The options in one word: `--name`, `--name=value`, or letters of which the first that takes a value has the rest. */
function optionsOf(word: string): { name: string; value?: string }[] {
	const [, name, joined] = /^--([^=]+)(?:=(.*))?$/s.exec(word) ?? [];
	if (name !== undefined) return [joined === undefined ? { name } : { name, value: joined }];
	const options: { name: string; value?: string }[] = [];
	for (let at = 1; at < word.length; at += 1) {
		const letter = word[at] ?? '';
		const option = long[letter] ?? letter;
		const rest = word.slice(at + 1);
		if (withValue.has(option))
			return [...options, rest === '' ? { name: option } : { name: option, value: rest }];
		options.push({ name: option });
	}
	return options;
}

/** Where the shell sends what a command prints: `>file`, `2> file`, `2>&1`. */
const redirect = /^(?:\d|&)?>{1,2}(.*)$/s;

/**
 * Options with their values in order, of the first request alone: `--next` begins another. A word that is none is an
 * address; behind `--` all are.
 */
function optionsIn(words: readonly string[]): Pair[] {
	const options: Pair[] = [];
	let onlyAddresses = false;
	for (let at = 0; at < words.length; at += 1) {
		const word = words[at] ?? '';
		const [, file] = redirect.exec(word) ?? [];
		if (file !== undefined) {
			if (file === '') at += 1;
			continue;
		}
		if (word === '--') onlyAddresses = true;
		else if (onlyAddresses || !/^-./.test(word)) options.push(['url', word]);
		else
			for (const { name, value } of optionsOf(word)) {
				if (name === 'next') return options;
				options.push([name, value ?? (withValue.has(name) ? (words[(at += 1)] ?? '') : '')]);
			}
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
		if (name === 'oauth2-bearer') return [['authorization', `Bearer ${value}`]];
		if (name === 'json')
			return [
				['content-type', 'application/json'],
				['accept', 'application/json']
			];
		const [, key, text] = (name === 'header' && /^([^:;]+)[:;]\s*(.*)$/s.exec(value)) || [];
		return key === undefined ? [] : [[key.trim(), text ?? '']];
	});
}

/** What goes out, of the options of one request. Undefined: they name no address of the web. */
function requestOf(options: readonly Pair[]): HttpRequest | undefined {
	const valueOf = (name: string): string | undefined => options.findLast(([key]) => key === name)?.[1];
	const has = (name: string): boolean => valueOf(name) !== undefined;
	// Of several addresses each is asked by itself, with the same options: the first is the first message.
	const address = options.find(([name]) => name === 'url')?.[1] ?? '';
	const url = /^https?:\/\//i.test(address) ? address : `https://${address}`;
	if (address === '' || !URL.canParse(url)) return undefined;
	const textOf = ([name, value]: Pair): string =>
		name === 'data-urlencode' || name === 'url-query' ? encoded(value) : value;
	const data = options.filter(([name]) => /^(?:data|json)/.test(name)).map(textOf);
	const query = [
		...options.filter(([name]) => name === 'url-query').map(textOf),
		...(has('get') ? data : [])
	];
	const headers = headersFrom(options);
	const body = data.length === 0 || has('get') ? undefined : data.join('&');
	const target = new URL(url);
	if (query.length > 0)
		target.search = formatForm([...parseForm(target.search), ...parseForm(query.join('&'))]);
	const usual = body !== undefined || has('form') ? 'POST' : has('head') ? 'HEAD' : 'GET';
	return {
		method: (valueOf('request') ?? usual).toUpperCase(),
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

/** What stands before a command: the prompt of a shell, what is set for it alone, and what runs it. */
const before =
	'[ \\t]{0,20}(?:[^\\n]{0,200}?[$#%>❯»✗➜λ][ \\t]*)?(?:(?:sudo|time|exec)[ \\t]+|[A-Za-z_]\\w{0,60}=[^\\s"\';|]{0,500}[ \\t]+)*';
const atStart = new RegExp(`^${before}(?=curl(?:\\.exe)?\\s)`, 'i');
const atLine = new RegExp(`^${before}(?=curl(?:\\.exe)?\\s)`, 'im');

/** Where the first line with a command begins; -1: there is none. */
export const commandAt = (text: string): number => text.search(atLine);

/** Quotes of a word processor around a word; inside of others they are part of what is sent. */
const plainQuotes = (text: string): string =>
	text
		.replace(/\u00A0/g, ' ')
		.replace(/(^|[\s=])[“”„]([^“”"]*)[“”](?=\s|$)/g, '$1"$2"')
		.replace(/(^|[\s=])[‘’]([^‘’']*)[‘’](?=\s|$)/g, "$1'$2'");

/** What a command sends, and what it printed where that stands under it. Undefined: it is no curl command. */
export function parseCurl(text: string): { request: HttpRequest; output: string } | undefined {
	const { words, output } = readCommand(plainQuotes(text.trim()).replace(atStart, ''));
	const [program = '', ...rest] = words;
	const request = /^curl(?:\.exe)?$/i.test(program) ? requestOf(optionsIn(rest)) : undefined;
	return request && { request, output };
}
