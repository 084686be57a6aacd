/** What somebody changed in a form, in words: which settings, and from what to what where that is short and no secret. */
import { saveTexts } from '$lib/lessons/en/provider/dashboard';
import { optionLabels } from '$lib/lessons/en/provider/provider';
import type { Draft } from '$lib/state/record-form.svelte';
import type { Change } from '$lib/state/unsaved.svelte';
import type { Field } from './fields';

/** What is not shown is not kept either: a list that disappears with the type is emptied. */
const effective = (field: Field, draft: Draft): Draft[string] =>
	(field.when?.(draft) ?? true) ? (draft[field.name] ?? '') : '';

const isSame = (one: Draft[string], other: Draft[string]): boolean => String(one) === String(other);

const isOption = (word: string): word is keyof typeof optionLabels => Object.hasOwn(optionLabels, word);

function inWords({ kind }: Field, value: Draft[string]): string | undefined {
	if (kind === 'toggle') return value === true ? saveTexts.on : saveTexts.off;
	if (kind === 'number') return String(value);
	const word = String(value);
	return kind === 'select' && isOption(word) ? optionLabels[word].split(':', 1)[0] : undefined;
}

export function changesOf(fields: readonly Field[], kept: Draft, draft: Draft): Change[] {
	return fields.flatMap((field) => {
		const [before, after] = [effective(field, kept), effective(field, draft)];
		if (isSame(before, after)) return [];
		const { label } = field.text;
		const [from, to] = [inWords(field, before), inWords(field, after)];
		return [from === undefined || to === undefined ? { label } : { label, from, to }];
	});
}

/** A few of them in one line. */
export function listOf(changes: readonly Change[], most = 3): string {
	const words = changes.slice(0, most).map(({ label, from, to }) => saveTexts.change(label, from, to));
	return saveTexts.list(words, Math.max(0, changes.length - most));
}
