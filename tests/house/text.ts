import type { SourceFile } from './source';

/** Tests may be longer: a list of requirements of one subject is read by searching in it. */
const maxLines = (path: string): number => (path.startsWith('tests/') ? 450 : 300);

/** Lists with one entry in a line and nothing else in them: to split one would only hide half of it. */
const listsOfAnyLength = new Set(['src/lib/lexicon/citations.ts']);

export function sizeProblems({ path, text }: SourceFile): string[] {
	const lines = text.trimEnd().split('\n').length;
	const most = maxLines(path);
	return lines > most && !listsOfAnyLength.has(path) ? [`${path} has ${lines} lines, over ${most}`] : [];
}

/** What may not stand in code: a pattern, and the reason that the failure shows. */
const inCode: [RegExp, string][] = [
	[/\{@html\b/, 'puts text from somewhere into the page as HTML'],
	[/\b(?:TODO|FIXME|XXX)\b/, 'leaves work undone'],
	[/\beslint-disable(?!-next-line [\w@/-]+ -- \S)/, 'switches ESLint off without saying which rule and why'],
	[/@ts-(?:ignore|nocheck)\b/, 'switches the compiler off']
];

const inTests: [RegExp, string][] = [
	[/\b(?:test|it|describe|suite)(?:\.\w+)*\.(?:only|skip|todo|fixme)\b/, 'leaves tests out'],
	[/\bwaitForTimeout\b/, 'sleeps'],
	[/\bretries?: [1-9]/, 'tries again until it passes']
];

/** What is about how the text was made and not about what it says, or names a place that no reader has. */
const anywhere: [RegExp, string][] = [
	[/(?:^|[\s"'`(=])\/work\//, 'names a path of one machine'],
	[/\.\.\/shared\b/, 'points out of the project'],
	[/\bissue #?\d+\b/i, 'speaks of a ticket; say what is so'],
	[
		/\b(?:registry\.npmjs|registry\.yarnpkg|deb\.debian|unpkg\.com|cdn\.jsdelivr)\b/,
		'names a registry or a CDN'
	],
	[/\b(?:language models?|chat ?bots?|AI assistants?)\b/i, 'speaks of tools; say what is so']
];

export function textProblems({ path, text }: SourceFile): string[] {
	const rules = [
		...anywhere,
		...(/\.(ts|js|svelte)$/.test(path) ? inCode : []),
		...(path.startsWith('tests/') ? inTests : [])
	];
	return text
		.split('\n')
		.flatMap((line, index) =>
			rules.flatMap(([pattern, why]) => (pattern.test(line) ? [`${path}:${index + 1} ${why}`] : []))
		);
}

const maxReadmeLines = 12;

export const readmeProblems = (room: string, text: string | undefined): string[] => {
	if (text === undefined) return [`${room} has no README.md`];
	const lines = text.trimEnd().split('\n').length;
	return lines > maxReadmeLines ? [`${room}/README.md has ${lines} lines, over ${maxReadmeLines}`] : [];
};

/** Rune classes are in one room, so that there is one place that remembers. */
export const runeFileProblems = ({ path }: SourceFile): string[] =>
	path.endsWith('.svelte.ts') && !path.startsWith('src/lib/state/')
		? [`${path} belongs into src/lib/state`]
		: [];

/** Names of folders that say of what kind their files are, and not of what they are about. */
const kinds = new Set(['utils', 'util', 'common', 'helpers', 'services', 'types', 'shared', 'misc']);

export const folderProblems = ({ path }: SourceFile): string[] =>
	path
		.split('/')
		.slice(0, -1)
		.flatMap((folder) => (kinds.has(folder) ? [`${path}: "${folder}" names a kind, not a place`] : []));

/** Lines that are neither empty nor comment. */
export const codeLines = ({ text }: SourceFile): number =>
	text.split('\n').filter((line) => !/^\s*(?:$|\/\/|\/?\*)/.test(line)).length;
