/** Where the values of a walk stand in code, as each language spells them. */
import { isSecretParameter } from '$lib/lexicon/secrets';
import { secretParts } from '../message/secret-parts';
import type { MarkId } from '$lib/lexicon/marks';
import { spellings } from '$lib/snippets/literals';
import { sceneValues, type Scene, type SceneValue, type SceneValueName } from '$lib/snippets/scene';
import { formatForm } from '$lib/wire/form';

export interface CodePart {
	text: string;
	mark?: MarkId;
	secret?: boolean;
	/** A word that is to be replaced. */
	placeholder?: boolean;
}

/** Shorter values would be found inside innocent text. */
const leastLength = 6;

const markOf = {
	verifier: 'code_verifier',
	challenge: 'code_challenge',
	state: 'state',
	nonce: 'nonce',
	code: 'code',
	access_token: 'access_token',
	id_token: 'id_token',
	refresh_token: 'refresh_token',
	client_secret: undefined
} as const satisfies Record<SceneValueName, MarkId | undefined>;

/** As it is, as it stands in an address and in a form, and as languages write it. */
function formsOf(value: string): string[] {
	const sent = [value, encodeURIComponent(value.toWellFormed()), formatForm([['', value]]).slice(1)];
	return [...new Set([...sent, ...spellings(value)])];
}

type Known = [form: string, part: Omit<CodePart, 'text'>];

const longFormsOf = (value: string): string[] => (value.length < leastLength ? [] : formsOf(value));

/** The longer ones first: one value may begin with another. */
const knownIn = ({ values, others }: Scene): Known[] =>
	[
		...sceneValues.map((name) => {
			const mark = markOf[name];
			return { ...values[name], ...(mark ? { mark } : {}), secret: isSecretParameter(mark ?? name) };
		}),
		...others.map((other) => ({ ...other, secret: true }))
	]
		.flatMap(({ text, actual, ...part }) =>
			longFormsOf(text).map((form): Known => [form, actual ? part : { placeholder: true }])
		)
		.sort(([one], [other]) => other.length - one.length);

/** The first place at which any of them stands. */
function nextIn(text: string, from: number, known: readonly Known[]): [at: number, Known] | undefined {
	let first: [number, Known] | undefined;
	for (const one of known) {
		const at = text.indexOf(one[0], from);
		if (at !== -1 && (!first || at < first[0])) first = [at, one];
	}
	return first;
}

/** The code cut at the values of the walk, and at what else looks like a secret. */
export function codeParts(code: string, scene: Scene): CodePart[] {
	const known = knownIn(scene);
	const parts: CodePart[] = [];
	let done = 0;
	for (let next = nextIn(code, 0, known); next; next = nextIn(code, done, known)) {
		const [at, [form, part]] = next;
		parts.push(...secretParts(code.slice(done, at)), { text: form, ...part });
		done = at + form.length;
	}
	return [...parts, ...secretParts(code.slice(done))];
}

const allOf = ({ values, others }: Scene): SceneValue[] => [
	...sceneValues.map((name) => values[name]),
	...others
];

/** Placeholders that the code has, in the order of the walk. */
export const placeholdersIn = (code: string, scene: Scene): string[] =>
	allOf(scene)
		.filter(({ text, actual }) => !actual && code.includes(text))
		.map(({ text }) => text);

/** Whether the code has values of the run, however they are spelled. */
export const hasSecretsIn = (code: string, scene: Scene): boolean =>
	allOf(scene).some(({ text, actual }) => actual && formsOf(text).some((form) => code.includes(form)));
