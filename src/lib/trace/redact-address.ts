/** An address without its secrets: who signs in by it, what its path and its query give away. */
import { isSecretName } from '$lib/lexicon/secrets';
import { isRandom } from './redact-looks';
import { percentDecoded } from './pairs-scan';

interface Tools {
	take: (name: string, value: string, strong?: boolean) => string;
	isKept: (value: string) => boolean;
	form: (text: string) => string;
	sentence: (text: string) => string;
}

const decodedSegment = (text: string): string => percentDecoded(text.replaceAll('+', '%2B'));

/** One part of a path. The parts of the server's published addresses stay, however they look. */
function redactSegment(segment: string, { take, isKept, sentence }: Tools): string {
	const text = decodedSegment(segment);
	if (isKept(text)) return segment;
	const [, name = '', value = ''] = /^([^=]+)=([^]+)$/.exec(text) ?? [];
	if (isSecretName(name)) return `${name}=${take(name, value)}`;
	if (isRandom(text)) return take('path', text);
	const changed = text.length < 8 ? text : sentence(text);
	return changed === text ? segment : encodeURIComponent(changed.toWellFormed());
}

/** Matrix parameters: `/a;b=1;c=2` (RFC 3986 §3.3). */
function redactPath(path: string, tools: Tools): string {
	return path
		.split('/')
		.map((segment) => {
			const [first = '', ...parameters] = segment.split(';');
			const kept = redactSegment(first, tools);
			return [kept, ...parameters.map((pair) => tools.form(pair))].join(';');
		})
		.join('/');
}

/** The user in an address (RFC 3986 §3.2.1), whole: mostly the password alone is secret, but who is to know. */
function redactUser(authority: string, { take }: Tools): string {
	const at = authority.lastIndexOf('@');
	if (at < 0) return authority;
	const user = decodedSegment(authority.slice(0, at));
	const password = user.slice(user.indexOf(':') + 1);
	if (password !== user) take('userinfo', password);
	return `${take('userinfo', user)}${authority.slice(at)}`;
}

/** A query, or a fragment, which may be an address of its own: `#/callback?code=…`. */
function redactPairs(text: string, tools: Tools): string {
	const at = text.search(/[?#]/);
	if (at >= 0 && !text.slice(0, at).includes('=')) {
		return `${redactPath(text.slice(0, at), tools)}${text[at] ?? ''}${redactPairs(text.slice(at + 1), tools)}`;
	}
	return text.includes('=') ? tools.form(text) : redactPath(text, tools);
}

/** Any text that stands where an address should. */
export function redactAddress(url: string, tools: Tools): string {
	const [, scheme = '', rest = ''] = /^([a-z][a-z0-9+.-]*:(?:\/\/)?)?([^]*)$/i.exec(url) ?? [];
	const [, hierarchy = '', query, fragment] = /^([^?#]*)(?:\?([^#]*))?(?:#([^]*))?$/.exec(rest) ?? [];
	const end = scheme.endsWith('//') ? hierarchy.search(/[/\\]|$/) : 0;
	return [
		scheme,
		redactUser(hierarchy.slice(0, end), tools),
		redactPath(hierarchy.slice(end), tools),
		...(query === undefined ? [] : ['?', redactPairs(query, tools)]),
		...(fragment === undefined ? [] : ['#', redactPairs(fragment, tools)])
	].join('');
}
