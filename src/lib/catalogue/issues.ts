/**
 * The lists of faults that frameworks and validators answer with. They have members of their own, `code` and `type` and
 * `status`, which are not the authorization code and not the status of the flow: what they say stands under a path and
 * in a message.
 */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const messageNames = ['message', 'msg', 'defaultMessage', 'error_description', 'detail', 'reason', 'title'];
const pathNames = [
	'path',
	'loc',
	'instancePath',
	'dataPath',
	'propertyName',
	'property',
	'field',
	'parameter',
	'param',
	'pointer',
	'key',
	'name'
];
const kindNames = ['type', 'keyword', 'rule', 'constraint', 'kind', 'code'];
const listNames = [
	'issues',
	'errors',
	'details',
	'detail',
	'violations',
	'validationErrors',
	'fieldErrors',
	'invalidParams',
	'invalid_params',
	'invalid-params',
	'error',
	'message',
	'cause'
];

/** Where in the request a fault is, without the part of it that every fault has. */
function pathOf(value: unknown): string {
	const parts = Array.isArray(value) ? value : typeof value === 'string' ? value.split(/[./]/) : [];
	return parts
		.filter((part): part is string => typeof part === 'string' && /^[\w-]{1,60}$/.test(part))
		.filter((part) => !/^(?:body|query|params|form|request|data)$/.test(part))
		.join('.');
}

const firstOf = <T>(names: readonly string[], read: (name: string) => T | undefined): T | undefined => {
	for (const name of names) {
		const found = read(name);
		if (found !== undefined) return found;
	}
	return undefined;
};

const textIn = (record: Record<string, unknown>, names: readonly string[]): string | undefined =>
	firstOf(names, (name) => {
		const value = record[name];
		return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 500) : undefined;
	});

/** What was not sent has no type: that it is not the expected one says that it is missing. */
const plainly = (message: string): string =>
	/\b(?:received|got|was|is|input_value=)\s?(?:undefined|null|None|nil)\b/i.test(message)
		? 'required'
		: message;

function issueOf(record: Record<string, unknown>): string[] {
	const source = isRecord(record['source']) ? record['source'] : {};
	const path = firstOf(pathNames, (name) => pathOf(record[name] ?? source[name]) || undefined);
	const message = textIn(record, messageNames) ?? (path ? textIn(record, kindNames) : undefined);
	if (path === undefined || message === undefined) return [];
	return [`${path}: ${withoutMembers(plainly(message))}`];
}

const isSaying = (value: unknown): value is string | string[] =>
	typeof value === 'string' ||
	(Array.isArray(value) && value.length > 0 && value.every((entry) => typeof entry === 'string'));

/** `{ "code_verifier": ["This field is required."] }`: names of parameters, each with what is wrong with it. */
function namedFaults(record: Record<string, unknown>): string[] {
	return Object.entries(record)
		.filter((entry): entry is [string, string | string[]] => isSaying(entry[1]))
		.slice(0, 10)
		.map(([name, said]) => `${name}: ${plainly([said].flat().join(' ').slice(0, 500))}`);
}

const isOfLists = (record: Record<string, unknown>): boolean => {
	const values = Object.values(record);
	return values.length > 0 && values.every((value) => Array.isArray(value) && isSaying(value));
};

function wordsOf(record: Record<string, unknown>): string[] {
	const issue = issueOf(record);
	if (issue.length > 0) return issue;
	const words = Object.entries(record)
		.filter(([name, value]) => !/code|status/i.test(name) && typeof value === 'string')
		.map(([, value]) => String(value).slice(0, 500));
	return words.length > 0 ? [words.join(' ')] : [];
}

const deepest = 4;

function within(value: unknown, depth: number): string[] {
	if (depth > deepest) return [];
	if (Array.isArray(value)) {
		return value
			.filter(isRecord)
			.slice(0, 10)
			.flatMap((entry) => {
				const inner = issueTexts(entry, depth + 1);
				return inner.length > 0 ? inner : wordsOf(entry);
			});
	}
	return isRecord(value) ? [...issueTexts(value, depth + 1), ...namedFaults(value)] : [];
}

/** A list in JSON that was put into a text. */
function listIn(value: unknown): unknown {
	if (typeof value !== 'string' || !/^\s*\[\s*\{/.test(value)) return value;
	try {
		return JSON.parse(value);
	} catch {
		return undefined;
	}
}

/** Each fault that is listed in a value, as `parameter: what is wrong with it`. Empty where nothing is listed. */
export function issueTexts(value: unknown, depth = 0): string[] {
	if (Array.isArray(value)) return within(value, depth);
	if (!isRecord(value)) return [];
	if (isOfLists(value) && !listNames.some((name) => name in value)) return namedFaults(value);
	const own = depth > 0 ? issueOf(value) : [];
	if (own.length > 0) return own;
	const listed = listNames.flatMap((name) => {
		const list = listIn(value[name]);
		if (name === 'error' || name === 'cause' || name === 'message') {
			return isRecord(list) ? issueTexts(list, depth + 1) : Array.isArray(list) ? within(list, depth) : [];
		}
		return within(list, depth);
	});
	return [...new Set(listed)];
}

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
