/** The error in a body of any form: JSON of many makes, a form, a URL, a page, or plain words. */
import { issueTexts, withoutMembers } from './issues';
import { parseJson } from '$lib/wire/json';
import { isJsonObject } from '$lib/message/json-body';
import { parseForm } from '$lib/wire/form';

export const longest = 20_000;

export const textOf = (value: unknown): string =>
	typeof value === 'string' ? value.slice(0, longest).trim() : typeof value === 'number' ? String(value) : '';

const errorNames = ['error', 'errorCode', 'error_code', 'code', 'type', 'internalErrorCode'];
const reasonNames = ['error_reason', 'internalErrorCode', 'error_subtype', 'suberror', 'errorCode'];
const descriptionNames = [
	'error_description',
	'errorSummary',
	'error_message',
	'errorMessage',
	'message',
	'msg',
	'detail',
	'title',
	'description',
	'error_hint',
	'reason'
];

function firstText(fields: Record<string, unknown>, names: readonly string[]): string {
	for (const name of names) {
		const text = textOf(fields[name]);
		if (text) return text;
	}
	return '';
}

export interface Fields {
	error: string;
	reason: string;
	description: string;
}

export function fieldsOfRecord(record: Record<string, unknown>): Fields {
	const inner = isJsonObject(record['error']) ? record['error'] : undefined;
	const described = firstText(record, descriptionNames) || (inner ? firstText(inner, descriptionNames) : '');
	const own = readable(described);
	const listed = issueTexts(record).filter((text) => !own.includes(text));
	return {
		error: firstText(record, errorNames) || (inner ? firstText(inner, errorNames) : ''),
		reason: firstText(record, reasonNames),
		description: [own, ...listed].filter(Boolean).join('\n')
	};
}

const plainFields = (description: string): Fields => ({ error: '', reason: '', description });

/** Error fields in a query, fragment or form body; a whole callback URL does as well. */
export function fieldsOfForm(text: string): Fields | undefined {
	const query = /(?:^|[?#&])(error(?:_\w+)?=[^\s"'<>]*.*)/s.exec(text)?.[1];
	if (!query) return undefined;
	const fields = Object.fromEntries(parseForm(query.replace(/[#\s].*$/s, '')));
	return fieldsOfRecord(fields);
}

const textOfHtml = (html: string): string =>
	html
		.replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, ' ')
		.replace(/<br\s*\/?>|<\/(?:p|div|h\d|li|title|td|tr)>/gi, '\n')
		.replace(/<[^>]*>/g, ' ')
		.replace(/&(?:quot|#34|#39|#x27|apos);/g, "'")
		.replace(/&(?:amp|lt|gt|nbsp);/g, ' ');

export const withoutMarkup = (text: string): string =>
	/<\/?[a-z][^>]*>/i.test(text) ? textOfHtml(text) : text;

function fieldsOfJson(text: string): Fields | undefined {
	const value = parseJson(text);
	if (isJsonObject(value)) return fieldsOfRecord(value);
	if (Array.isArray(value)) {
		const first = fieldsOfRecord(value.find(isJsonObject) ?? {});
		return { ...first, description: issueTexts(value).join('\n') || first.description };
	}
	return typeof value === 'string' ? plainFields(value) : undefined;
}

/** Words, also where a list of faults was put into them as JSON: “Validation failed: [{…}]”. */
export function readable(text: string): string {
	const start = text.search(/[[{]\s*["{[]/);
	if (start === -1) return withoutMembers(text);
	const end = Math.max(text.lastIndexOf(']'), text.lastIndexOf('}'));
	const told = issueTexts(parseJson(text.slice(start, end + 1)));
	if (told.length === 0) return withoutMembers(text);
	return [withoutMembers(text.slice(0, start)).trim(), ...told].filter(Boolean).join('\n');
}

export function fieldsOfText(text: string): Fields {
	if (/^[{["]/.test(text)) {
		const json = fieldsOfJson(text);
		if (json) return json;
	}
	const form = fieldsOfForm(text);
	if (form) return form;
	return plainFields(readable(withoutMarkup(text)));
}
