/** What the tokens of a paste are called: by the member that each was, by what each says of itself, else by number. */
import { tokensPageTexts as texts } from '$lib/lessons/en/tokens/page';
import type { ReadToken } from '$lib/tokens/reading';

const nameOf = ({ name, kind, form }: ReadToken): string =>
	texts.names[name] ??
	(name !== '' ? name : kind && kind.kind !== 'unsaid' ? texts.kinds[kind.kind] : texts.forms[form]);

export function namesOf(tokens: readonly ReadToken[]): string[] {
	const names = tokens.map(nameOf);
	return names.map((name, index) => {
		const many = names.filter((other) => other === name).length > 1;
		const number = names.slice(0, index + 1).filter((other) => other === name).length;
		return many ? texts.numbered(name, number) : name;
	});
}
