/** The members of a JSON object by their paths, so that what is nested is compared by itself. */
import { isJsonObject, type JsonObject } from '$lib/message/json-body';
import { formatWritten, type WrittenJson } from '$lib/wire/written-json';
import { typedValue, type Value } from './told';

/** Objects within objects that are opened; what is deeper is compared as one value. */
const deepest = 5;

/** A name that needs no brackets in a path. */
const isPlain = (name: string): boolean => /^[^\s.[\]"@]+$/.test(name);

const inBrackets = (name: string): string => `[${JSON.stringify(name)}]`;

/** A plain value, or a list by its items: an item that is an object is compared as a whole. */
export function writtenValue(value: unknown, { numberIn }: Pick<WrittenJson, 'numberIn'>): Value {
	const textOf = (one: unknown): string =>
		typeof one === 'string' && numberIn(one) === undefined
			? one
			: formatWritten(one, numberIn, { sorted: true });
	if (Array.isArray(value)) {
		const items = value.map(textOf);
		return typedValue('list', formatWritten(value, numberIn, { sorted: true }), items);
	}
	if (numberIn(value) !== undefined) return typedValue('number', textOf(value));
	// An empty text is one all the same: where nothing stands, nobody sees it.
	if (typeof value === 'string') return typedValue('text', value === '' ? '""' : value);
	const type = value === null ? 'null' : typeof value;
	return typedValue(
		type === 'number' || type === 'boolean' || type === 'null' ? type : 'object',
		textOf(value)
	);
}

/**
 * Every value by its path: `realm_access.roles`, `resource_access["my.app"].roles`. The outermost names stand as they
 * are, but for those that would be taken for names of ours.
 */
export function membersByPath(
	object: JsonObject,
	{ numberIn }: Pick<WrittenJson, 'numberIn'>
): [path: string, value: Value][] {
	const made: [string, Value][] = [];
	const outermost = new Set(Object.keys(object));
	const open = (within: JsonObject, path: string, depth: number): void => {
		for (const [name, value] of Object.entries(within)) {
			const own = pathOf(path, name, outermost);
			const isOpened = isJsonObject(value) && depth < deepest && Object.keys(value).length > 0;
			if (isOpened) open(value, own, depth + 1);
			else made.push([own, writtenValue(value, { numberIn })]);
		}
	};
	open(object, '', 0);
	return made;
}

function pathOf(path: string, name: string, outermost: ReadonlySet<string>): string {
	if (path === '') return /^(?:header\.|[@~])/.test(name) ? inBrackets(name) : name;
	const plain = `${path}.${name}`;
	return isPlain(name) && !outermost.has(plain) ? plain : `${path}${inBrackets(name)}`;
}
