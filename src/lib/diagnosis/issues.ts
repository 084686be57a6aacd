import { isJsonObject } from '$lib/message/json-body';
import { parseJson } from '$lib/wire/json';
import { requestNames } from './parameter-names';

/**
 * The lists of faults that frameworks and validators answer with, in whatever members they put them. They have members
 * of their own, `code` and `type` and `status`, which are not the authorization code and not the status of the flow: what
 * they say stands under the name of a parameter, or in a message beside a path.
 */
const messageNames = [
	'message',
	'msg',
	'defaultMessage',
	'errorSummary',
	'errorMessage',
	'error_description',
	'detail',
	'description',
	'reason',
	'title'
];
const pathNames = [
	'path',
	'loc',
	'instancePath',
	'dataPath',
	'propertyName',
	'propertyPath',
	'property',
	'field',
	'parameter',
	'param',
	'pointer',
	'key',
	'name'
];
const kindNames = ['keyword', 'rule', 'constraint', 'kind', 'type', 'code'];

/** Members whose texts are sentences, wherever they stand. */
const saying: ReadonlySet<string> = new Set([
	...messageNames,
	'errors',
	'details',
	'messages',
	'constraints'
]);

/** `codeVerifier` is `code_verifier`. */
const isParameter = (name: string): boolean =>
	requestNames.has(name.replace(/(?<=[a-z])[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));

/** Where in the request a fault is, without the part of it that every fault has. */
function pathOf(value: unknown): string {
	const parts = Array.isArray(value) ? value : typeof value === 'string' ? value.split(/[./]/) : [];
	return parts
		.filter((part): part is string => typeof part === 'string' && /^[\w-]{1,60}$/.test(part))
		.filter((part) => !/^(?:body|query|params|form|request|data|token)$/.test(part))
		.join('.');
}

const firstOf = <T>(names: readonly string[], read: (name: string) => T | undefined): T | undefined => {
	for (const name of names) {
		const found = read(name);
		if (found !== undefined) return found;
	}
	return undefined;
};

const longestMessage = 500;

const textIn = (record: Record<string, unknown>, names: readonly string[]): string | undefined =>
	firstOf(names, (name) => {
		const value = record[name];
		return typeof value === 'string' && value.trim() !== ''
			? value.trim().slice(0, longestMessage)
			: undefined;
	});

/** What was not sent has no type: that it is not the expected one says that it is missing. */
const plainly = (message: string): string =>
	/\b(?:received|got|was|is|input_value=)\s?(?:undefined|null|None|nil)\b/i.test(message)
		? 'required'
		: withoutMembers(message);

/** A path and what is wrong there. */
function issueOf(record: Record<string, unknown>): string[] {
	const source = isJsonObject(record['source']) ? record['source'] : {};
	const path = firstOf(pathNames, (name) => pathOf(record[name] ?? source[name]) || undefined);
	if (path === undefined) return [];
	const constraints = isJsonObject(record['constraints']) ? Object.values(record['constraints']) : [];
	const message =
		textIn(record, messageNames) ??
		constraints.find((value): value is string => typeof value === 'string') ??
		textIn(record, kindNames);
	return message === undefined ? [] : [`${path}: ${plainly(message)}`];
}

const isTexts = (value: unknown): value is string[] =>
	Array.isArray(value) && value.length > 0 && value.every((entry) => typeof entry === 'string');

/** `{ "code_verifier": ["This field is required."] }`: the name of a parameter with what is wrong with it. */
function namedFault(name: string, said: unknown, depth: number): string[] {
	if (!isParameter(name)) return [];
	if (isTexts(said)) return [`${name}: ${plainly(said.join(' ').slice(0, longestMessage))}`];
	const message = isJsonObject(said) ? textIn(said, [...messageNames, ...kindNames]) : undefined;
	if (message !== undefined) return [`${name}: ${plainly(message)}`];
	// On the outside the same names echo what was sent, and `code` is what programs call the kind of a fault.
	const isEcho = depth === 0 || name === 'code' || name === 'state';
	return typeof said === 'string' && !isEcho ? [`${name}: ${plainly(said.slice(0, longestMessage))}`] : [];
}

/** A list in JSON that was put into a text. */
const unpacked = (value: unknown): unknown =>
	typeof value === 'string' && /^\s*\[\s*\{/.test(value) ? parseJson(value) : value;

/** The words of an entry of a list that has no path, without its codes. */
const wordsOf = (record: Record<string, unknown>): string =>
	Object.entries(record)
		.filter(([name, value]) => !/code|status|type/i.test(name) && typeof value === 'string')
		.map(([, value]) => String(value).slice(0, longestMessage))
		.join(' ');

const deepest = 6;
const most = 20;

function inList(list: readonly unknown[], depth: number, isSaying: boolean): string[] {
	return list.slice(0, most).flatMap((entry) => {
		if (typeof entry === 'string') return isSaying ? [plainly(entry.slice(0, longestMessage))] : [];
		const inner = inside(entry, depth + 1);
		return inner.length > 0 || !isJsonObject(entry) ? inner : [wordsOf(entry)].filter(Boolean);
	});
}

function inside(value: unknown, depth: number): string[] {
	if (depth > deepest) return [];
	if (Array.isArray(value)) return inList(value, depth, true);
	if (!isJsonObject(value)) return [];
	const issue = depth > 0 ? issueOf(value) : [];
	if (issue.length > 0) return issue;
	return Object.entries(value)
		.slice(0, 2 * most)
		.flatMap(([name, member]) => {
			const fault = namedFault(name, member, depth);
			if (fault.length > 0) return fault;
			const inner = unpacked(member);
			if (Array.isArray(inner)) return inList(inner, depth, saying.has(name));
			if (isJsonObject(inner)) return inside(inner, depth + 1);
			return depth > 1 && saying.has(name) && typeof inner === 'string' ? [plainly(inner)] : [];
		});
}

/** Each fault that is listed in a value, as `parameter: what is wrong with it` or as it is said. Empty: none is. */
export const issueTexts = (value: unknown): string[] => [...new Set(inside(value, 0))].slice(0, most);

/**
 * A text without the members of an error object that are left in it, as a program prints one: `"code": "invalid_type"`,
 * `code: 401`, `status=400`, `{ code: 'ERR_BAD_REQUEST' }`. A `code` with a number or a name behind it is one of these;
 * the value of an authorization code is neither.
 */
export const withoutMembers = (text: string): string =>
	text
		.replace(
			/(["'])(?:code|type|status(?:[_ ]?code)?|errno)\1\s*:\s*(?:"[^"]{0,80}"|'[^']{0,80}'|-?\d+)/gi,
			' '
		)
		.replace(
			/(?<!\b(?:auth|authorization|grant|oauth|verification|invalid|the|this|your) )\b(?:[Ee]rror|[Ss]tatus|err)?[_ ]?(?:[Cc]ode|[Ss]tatus|errno)\s*[:=]\s*["']?(?:-?\d{1,6}|[A-Z]{3,}[A-Z0-9]*|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|[a-z]+(?:_[a-z]+)+)\b["']?(?!\w)/g,
			' '
		);
