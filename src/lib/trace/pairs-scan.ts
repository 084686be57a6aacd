/** Pairs of names and values as they are written in forms, queries, cookies, multipart bodies and pages: rewritten in place. */
import { decodedText } from './spelling';
import { parseForm } from '$lib/wire/form';

/** A value that comes back as it was keeps its spelling. */
type ChangeValue = (name: string, value: string) => string;

/** One layer of percent-encoding, with a plus for a space. What is malformed is itself. */
export function percentDecoded(text: string): string {
	const spaced = text.replaceAll('+', ' ');
	if (!spaced.includes('%')) return spaced;
	return parseForm(`v=${text.replaceAll('&', '%26')}`)[0]?.[1] ?? spaced;
}

export const percentEncoded = (text: string): string =>
	new URLSearchParams([['', text.toWellFormed()]]).toString().slice(1);

/** `a=1&b=2`, written back with nothing changed but values. `name`: what is done with a part that is no pair. */
export const rewriteForm = (text: string, change: ChangeValue, alone: (text: string) => string): string =>
	text
		.split('&')
		.map((part) => {
			const at = part.indexOf('=');
			if (at < 0) return changedSpelling(part, alone);
			const name = part.slice(0, at);
			const value = percentDecoded(part.slice(at + 1));
			const changed = change(percentDecoded(name), value);
			const written = changed === value ? part.slice(at + 1) : percentEncoded(changed);
			return `${changedSpelling(name, alone)}=${written}`;
		})
		.join('&');

function changedSpelling(written: string, change: (text: string) => string): string {
	const text = percentDecoded(written);
	const changed = change(text);
	return changed === text ? written : percentEncoded(changed);
}

/** `a=1; b=2` of `Cookie` and `Set-Cookie` (RFC 6265 §4.1, RFC 6265 §4.2). `isAttribute`: what of it is no cookie. A pair with no good name goes as a whole. */
export const rewriteCookies = (
	text: string,
	change: (value: string) => string,
	{ isAttribute, isName }: Record<'isAttribute' | 'isName', (name: string) => boolean>
): string =>
	text
		.split(';')
		.map((part, index) => {
			const [whole = '', before = '', name = '', value = ''] = /^(\s*([^=]*)=)?([^]*)$/.exec(part) ?? [];
			const bare = whole.trim();
			if (before === '') return bare === '' || (index > 0 && isAttribute(bare)) ? part : ` ${change(bare)}`;
			if (index > 0 && isAttribute(name.trim())) return part;
			return isName(name.trim()) ? `${before}${change(value.trim())}` : ` ${change(bare)}`;
		})
		.join(';')
		.trim();

/** Where the parts of a multipart body begin (RFC 2046 §5.1), also of one in another text. */
const boundaryOf = (text: string): string | undefined =>
	/content-disposition\s*:/i.test(text)
		? /(?:^|[\s"'])(--[^\s"']{1,100})\r?\n(?=[^]{0,300}?content-disposition)/i.exec(text)?.[1]
		: undefined;

export const isMultipart = (text: string): boolean => boundaryOf(text) !== undefined;

/** A body of parts, each with its name in a header; `other`: the headers of a part, and what has no name. */
export function rewriteMultipart(text: string, change: ChangeValue, other: (text: string) => string): string {
	const boundary = boundaryOf(text) ?? '';
	return text
		.split(boundary)
		.map((part) => {
			const [whole = '', head = '', gap = '', body = '', end = ''] =
				/^([^]*?)(\r?\n\r?\n)([^]*?)(\r?\n)?$/.exec(part) ?? [];
			if (whole === '') return other(part);
			const [, quoted, bare] = /[;\s]name\s*=\s*(?:"([^"]*)"|([^\s;]+))/i.exec(head) ?? [];
			const name = quoted ?? bare;
			return `${other(head)}${gap}${name === undefined ? other(body) : change(name, body)}${end}`;
		})
		.join(boundary);
}

const escapedAttribute = (text: string): string =>
	text
		.replaceAll('&', '&amp;')
		.replaceAll('"', '&quot;')
		.replaceAll("'", '&#39;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;');

interface Attribute {
	name: string;
	value: string;
	from: number;
	to: number;
}

interface Tag {
	name: string;
	attributes: Attribute[];
	end: number;
}

const tagName = /<([a-z][\w:.-]{0,60})/iy;
const attribute = /[\s/]*([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)("?)|'([^']*)('?)|([^\s"'<>]*)))?/y;

/** The tag that begins here; undefined: none does. */
function tagAt(text: string, at: number): Tag | undefined {
	tagName.lastIndex = at;
	const begun = tagName.exec(text);
	// `<https://…>` is an address in brackets.
	if (!begun || text.startsWith('//', tagName.lastIndex)) return undefined;
	const attributes: Attribute[] = [];
	let end = tagName.lastIndex;
	for (;;) {
		attribute.lastIndex = end;
		const found = attribute.exec(text);
		if (!found) break;
		const [whole, name = '', double, doubleEnd = '', single, singleEnd = '', bare] = found;
		end = attribute.lastIndex;
		const written = double ?? single ?? bare;
		const closing = (doubleEnd + singleEnd).length;
		if (written !== undefined) {
			const to = found.index + whole.length - closing;
			attributes.push({ name: name.toLowerCase(), value: written, from: to - written.length, to });
		}
	}
	const close = /[\s/]*>/y;
	close.lastIndex = end;
	return { name: begun[1]?.toLowerCase() ?? '', attributes, end: close.test(text) ? close.lastIndex : end };
}

const named = ({ attributes }: Tag): string | undefined =>
	['name', 'id', 'property'].flatMap(
		(wanted) => attributes.find(({ name, value }) => name === wanted && value !== '')?.value ?? []
	)[0];

interface PageVisitor {
	/** The value of a field, such as a hidden one. */
	field: ChangeValue;
	/** The value of any other attribute. */
	attribute: (value: string) => string;
	/** What stands between an element's tags and the next tag. */
	content: (element: string, text: string) => string;
}

export const isPage = (text: string): boolean => /<[a-z!?/]/i.test(text);

/** A page or a document of XML: its fields, its attributes and its text rewritten. */
export function rewritePage(text: string, visitor: PageVisitor): string {
	const parts: string[] = [];
	let done = 0;
	let element = '';
	for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', Math.max(done, at + 1))) {
		const tag = tagAt(text, at);
		if (!tag) continue;
		if (at > done) parts.push(visitor.content(element, text.slice(done, at)));
		let from = at;
		const name = named(tag);
		for (const { name: attributeName, value, from: start, to } of tag.attributes) {
			if (start < from) continue;
			const plain = decodedEntities(value);
			const isField = name !== undefined && (attributeName === 'value' || attributeName === 'content');
			const changed = isField ? visitor.field(name, plain) : visitor.attribute(plain);
			if (changed === plain) continue;
			parts.push(text.slice(from, start), escapedAttribute(changed));
			from = to;
		}
		parts.push(text.slice(from, tag.end));
		element = tag.name === 'textarea' ? (name ?? '') : tag.name;
		done = tag.end;
	}
	if (done < text.length) parts.push(visitor.content(element, text.slice(done)));
	return parts.join('');
}

const decodedEntities = (text: string): string => {
	const parts = text.split(/(&(?:#x[\da-f]{1,6}|#\d{1,7}|[a-z]{2,4});)/i);
	return parts.map((part, index) => (index % 2 === 1 ? decodedText(part) : part)).join('');
};
