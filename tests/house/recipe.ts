/** The recipe for a step in CONTRIBUTING.md: the places that it names, and who else knows every step. */
import type { SourceFile } from './source';

/** The files that a recipe names, from `src`, with `<…>` for what differs from step to step. */
export function placesIn(document: string, title: string): string[] {
	const recipe =
		new RegExp(`^\\*\\*${title}\\.\\*\\*[^]*?(?=\\n\\n|$(?![^]))`, 'm').exec(document)?.[0] ?? '';
	const named = [...recipe.matchAll(/`([\w+<>./-]+\/[\w+<>./-]+)`/g)].map((match) => match[1]!);
	return [...new Set(named)].map((path) => (path.startsWith('routes/') ? path : `lib/${path}`));
}

/** The place of one step. */
export const placeOfStep = (place: string, id: string, index: number): string =>
	`src/${place}`
		.replaceAll('<id>', id)
		.replaceAll('<Id>', id[0]!.toUpperCase() + id.slice(1))
		.replaceAll('<nn>', String(index + 1).padStart(2, '0'));

/** Files that have the name of every step as a text or as a key: where another step would be missing. */
export const knowersOf = (ids: readonly string[], files: readonly SourceFile[]): string[] =>
	files
		.filter(({ text }) => ids.every((id) => new RegExp(`['"]${id}['"]|(?<![\\w.])${id}:`).test(text)))
		.map(({ path }) => path);
