/** What is typed into a form and back: a draft becomes an item only by the server's own schema. */
import * as v from 'valibot';
import { fail, ok, type Result } from '$lib/lexicon/result';
import { wrongInLine } from '$lib/lessons/en/provider/field-text';
import type { Draft, Faults } from '$lib/state/record-form.svelte';
import type { Field } from './fields';

const linesOf = (text: string): string[] =>
	text
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '');

const cut = (line: string, at: RegExp): [string, string] => {
	const [first = ''] = line.split(at, 1);
	return [first.trim(), line.slice(first.length).replace(at, '').trim()];
};

const asText = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

function toTyped(field: Field, value: unknown): Draft[string] {
	switch (field.kind) {
		case 'toggle':
			return value === true;
		case 'checks':
			return asList(value).map(asText);
		case 'lines':
			return asList(value).map(asText).join('\n');
		case 'scopes':
			return v
				.parse(v.fallback(v.array(v.object({ name: v.string(), description: v.string() })), []), value)
				.map(({ name, description }) => `${name} ${description}`.trim())
				.join('\n');
		case 'pairs':
			return Object.entries(v.parse(v.fallback(v.record(v.string(), v.string()), {}), value))
				.map(([name, text]) => `${name}: ${text}`)
				.join('\n');
		case 'json':
			return value === undefined ? '' : JSON.stringify(value, undefined, 2);
		default:
			return asText(value);
	}
}

/** What is no JSON stays text, which no schema of an object takes. */
function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

/** An item as it is typed. */
export const toDraft = (fields: readonly Field[], item: object): Draft =>
	Object.fromEntries(fields.map((field) => [field.name, toTyped(field, Reflect.get(item, field.name))]));

function fromTyped(field: Field, typed: Draft[string] | undefined): unknown {
	if (typeof typed === 'boolean' || Array.isArray(typed)) return typed;
	const text = typed ?? '';
	switch (field.kind) {
		case 'lines':
			return linesOf(text);
		case 'scopes':
			return linesOf(text).map((line) => {
				const [name, description] = cut(line, /\s+/);
				return { name, description };
			});
		case 'pairs':
			return Object.fromEntries(linesOf(text).map((line) => cut(line, /:/)));
		case 'number':
			return text.trim() === '' ? NaN : Number(text);
		case 'json':
			return text.trim() === '' ? undefined : parseJson(text);
		case 'text':
			return field.optional && text.trim() === '' ? undefined : text.trim();
		default:
			return text;
	}
}

/** What the form does not show has the value that it needs not to be there. */
const hidden = (field: Field): unknown => (field.kind === 'lines' ? [] : undefined);

function fromDraft(fields: readonly Field[], draft: Draft): Record<string, unknown> {
	const values = fields.map((field): [string, unknown] => [
		field.name,
		(field.when?.(draft) ?? true) ? fromTyped(field, draft[field.name]) : hidden(field)
	]);
	return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

function faultsOf(fields: readonly Field[], issues: readonly v.BaseIssue<unknown>[]): Faults {
	const faults: Faults = {};
	for (const { path = [] } of issues) {
		const [first, second] = path.map(({ key }) => key);
		const field = fields.find(({ name }) => name === first);
		if (!field) continue;
		const { wrong } = field.text;
		faults[field.name] ??= typeof second === 'number' ? wrongInLine(second + 1, wrong) : wrong;
	}
	return faults;
}

/**
 * The item that a draft stands for. `rest`: its members that no field has. `taken`: the values of fields that
 * another item has already.
 */
export function parseDraft<T>(
	fields: readonly Field[],
	schema: v.GenericSchema<unknown, T>,
	draft: Draft,
	{ rest = {}, taken = {} }: { rest?: object; taken?: Record<string, readonly string[]> } = {}
): Result<T, Faults> {
	const item = { ...rest, ...fromDraft(fields, draft) };
	const parsed = v.safeParse(schema, item);
	const faults = parsed.success ? {} : faultsOf(fields, parsed.issues);
	for (const field of fields) {
		const value = Reflect.get(item, field.name);
		if (typeof value === 'string' && taken[field.name]?.includes(value.toLowerCase()))
			faults[field.name] ??= field.text.wrong;
	}
	return parsed.success && Object.keys(faults).length === 0 ? ok(parsed.output) : fail(faults);
}
