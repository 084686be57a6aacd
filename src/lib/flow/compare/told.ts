/** What one side of a comparison says: values by subject and name, each known, not there, or not known. */
import type { ComparedSubject, ValueType } from '$lib/lexicon/compared';
import { isPlaceholder, placeholderStart } from '$lib/lexicon/placeholders';
import { formatWritten } from '$lib/wire/written-json';

/** Why a value is not known: it stands in no recording, was taken out of the file, or is encrypted. */
export type Missing = 'not-recorded' | 'taken-out' | 'encrypted';

export type Value =
	/** `items`: of a list. `hidden`: compared, and never shown. `type`: of a value of JSON; a parameter has none. */
	| { is: 'known'; text: string; items?: readonly string[]; hidden?: true; type?: ValueType }
	| { is: 'unknown'; why: Missing };

/** A message or a document of one side. `otherwise`: why what is not in it is not known; without it, it is not there. */
export interface Told {
	values: ReadonlyMap<string, Value>;
	otherwise?: Missing;
}

/** Where a subject is missing, it was not there, or it is not known whether it was. */
export type Side = ReadonlyMap<ComparedSubject, Told | 'not-recorded'>;

/** The same text for the same value, in whatever order its members stand. */
export const canonical = (value: unknown): string => formatWritten(value, () => undefined, { sorted: true });

/** A placeholder, whole or as a part: of an address a part alone may have been taken out. */
const wasTakenOut = (text: string): boolean =>
	text.includes(placeholderStart) && text.split(/[^\w-]+/).some((word) => isPlaceholder(word));

const known = (text: string, more: { items?: readonly string[]; type?: ValueType } = {}): Value =>
	wasTakenOut(text) ? { is: 'unknown', why: 'taken-out' } : { is: 'known', text, ...more };

export const textValue = (text: string): Value => known(text);

export const hiddenValue = (text: string): Value => {
	const value = known(text);
	return value.is === 'known' ? { ...value, hidden: true } : value;
};

/** A value of JSON with its type: "5" is not 5. */
export const typedValue = (type: ValueType, text: string, items?: readonly string[]): Value =>
	known(text, { type, ...(items ? { items } : {}) });

/** A value of JSON: a text as it stands, a list of plain values by its items. */
export function jsonValue(value: unknown): Value {
	if (typeof value === 'string') return known(value);
	if (!Array.isArray(value) || value.some((one) => typeof one === 'object')) return known(canonical(value));
	const items = value.map((one) => (typeof one === 'string' ? one : canonical(one)));
	return known(canonical(value), { items });
}

/** The first value of a name counts; an empty one says nothing (RFC 6749 §3.1). */
export function toldOf(entries: Iterable<readonly [name: string, value: Value]>, otherwise?: Missing): Told {
	const values = new Map<string, Value>();
	for (const [name, value] of entries) {
		const isEmpty = value.is === 'known' && value.text === '';
		if (!isEmpty && !values.has(name)) values.set(name, value);
	}
	return { values, ...(otherwise ? { otherwise } : {}) };
}
