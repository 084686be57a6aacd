import type { SourceFile } from './source';

/** What a component says of itself, and the state that it has by that. */
const signs = {
	error: /\berror\??:/,
	disabled: /\bdisabled\?:|HTML(?:Button|Input|Textarea)Attributes/,
	waiting: /\btrying\??:|\bwaiting\b/
};

/** Only shapes: no text of its own could be long. */
const wordless = ['Icon', 'PartMissing'];

const nameOf = (path: string): string => path.replace(/^.*\/|\.svelte$/g, '');

/** Components that the gallery does not show, or not in a state that they have, one line each. */
export function galleryProblems(
	components: readonly SourceFile[],
	specimens: Record<string, readonly { state: string }[]>
): string[] {
	const names = components.map(({ path }) => nameOf(path));
	const gone = Object.keys(specimens).filter((name) => !names.includes(name));
	return [
		...gone.map((name) => `${name} is shown, and is no component`),
		...components.flatMap(({ path, text }) => {
			const name = nameOf(path);
			const shown = specimens[name]?.map(({ state }) => state) ?? [];
			if (shown.length === 0) return [`${name} is not shown`];
			const states = Object.entries(signs).flatMap(([state, sign]) => (sign.test(text) ? [state] : []));
			return [...states, ...(wordless.includes(name) ? [] : ['long'])]
				.filter((state) => !shown.includes(state))
				.map((state) => `${name} is not shown ${state}`);
		})
	];
}
