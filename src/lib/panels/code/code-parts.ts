/** Where the values of a walk stand in code, as each language spells them. */
import { isSecretParameter } from '$lib/lexicon/secrets';
import { secretParts } from '../message/secret-parts';
import type { MarkId } from '$lib/lexicon/marks';
import { spellings } from '$lib/snippets/literals';
import { sceneValues, type Scene, type SceneValueName } from '$lib/snippets/scene';
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
	if (value.length < leastLength) return [];
	const sent = [value, encodeURIComponent(value.toWellFormed()), formatForm([['', value]]).slice(1)];
	return [...new Set([...sent, ...spellings(value)])];
}

type Known = [form: string, part: Omit<CodePart, 'text'>];

/** The longer ones first: one value may begin with another. */
const knownIn = ({ values }: Scene): Known[] =>
	sceneValues
		.flatMap((name) => {
			const { text, actual } = values[name];
			const mark = markOf[name];
			const part = actual
				? { ...(mark ? { mark } : {}), secret: isSecretParameter(mark ?? name) }
				: { placeholder: true };
			return formsOf(text).map((form): Known => [form, part]);
		})
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

/** Placeholders that the code has, in the order of the walk. */
export const placeholdersIn = (code: string, { values }: Scene): string[] =>
	sceneValues
		.map((name) => values[name])
		.filter(({ text, actual }) => !actual && code.includes(text))
		.map(({ text }) => text);
