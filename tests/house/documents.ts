import { rooms } from './rooms.js';

const listed = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');

function mayImport({ imports, types = [], only = {} }: (typeof rooms)[string]): string {
	const parts = [
		listed(imports),
		types.length === 0 ? '' : `types of ${listed(types)}`,
		...Object.entries(only).map(([file, names]) => `in \`${file}\` also ${listed(names)}`)
	].filter((part) => part !== '');
	return parts.length === 0 ? 'nothing of ours' : parts.join('; ');
}

/** The table of rooms as CONTRIBUTING.md has it, one row a room, cells without padding. */
export const roomRows = (): string[][] =>
	Object.entries(rooms).map(([name, room]) => [`\`${name}\``, room.holds, mayImport(room), room.why]);

/** The cells of every row of the tables in a Markdown text. */
export const tableRows = (markdown: string): string[][] =>
	markdown
		.split('\n')
		.filter((line) => line.startsWith('|'))
		.map((line) =>
			line
				.slice(1, line.lastIndexOf('|'))
				.split('|')
				.map((cell) => cell.trim())
		);

/** Links of a Markdown text that stay in the project, without the part after `#`. */
export const localLinks = (markdown: string): string[] =>
	[...markdown.matchAll(/\]\(([^)\s]+)\)/g)]
		.map((match) => match[1]!.replace(/#.*$/, ''))
		.filter((target) => target !== '' && !/^[a-z]+:/.test(target));

/** The scripts that a text tells people to run. */
export const scriptsNamed = (markdown: string): string[] => [
	...new Set(
		[...markdown.matchAll(/`?npm (?:run ([a-z:-]+)|(start|test)\b)/g)].map((match) => (match[1] ?? match[2])!)
	)
];
