import { readFileSync } from 'node:fs';
import { diagnosisCodes } from '$lib/lexicon/causes';
import * as v from 'valibot';

const Text = v.object({
	id: v.string(),
	set: v.string(),
	source: v.string(),
	provider: v.string(),
	step: v.string(),
	status: v.optional(v.number()),
	issuer: v.optional(v.string()),
	error: v.optional(v.string()),
	error_description: v.optional(v.string()),
	error_reason: v.optional(v.string()),
	raw: v.optional(v.string()),
	codes: v.array(v.picklist([...diagnosisCodes, 'unknown'])),
	lang: v.string(),
	kind: v.picklist(['structured', 'client', 'pasted'])
});

export type Text = v.InferOutput<typeof Text>;

export const corpus: readonly Text[] = v.parse(
	v.array(Text),
	JSON.parse(readFileSync(new URL('./corpus.json', import.meta.url), 'utf8'))
);

const ofRules: ReadonlySet<string> = new Set([
	'provider',
	'unseen',
	'paraphrased',
	'blind',
	'terse',
	'recalled',
	'documented',
	'wild',
	'source',
	'fresh',
	'final',
	'none',
	'written'
]);

/**
 * The rules were written with eleven sets in view, and two more, `none` and `written`, are no answers of servers but words of
 * our own: of unseen words only the others tell.
 */
export const isUnseenByRules = ({ set }: Text): boolean => !ofRules.has(set);

const texts: ReadonlySet<string> = new Set(
	corpus.flatMap(({ error_description, raw }) => [error_description ?? '', raw ?? ''])
);

/** A test that asks for what was taught would find nothing out. */
export const isTextOfCorpus = (text: string): boolean => texts.has(text);
