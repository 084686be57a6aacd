/** The languages in which a step can be shown as code, in the order of the list. */
export const snippetLanguages = [
	'curl',
	'http-file',
	'javascript',
	'typescript',
	'node',
	'python-requests',
	'python-authlib',
	'go',
	'java',
	'kotlin',
	'swift',
	'objective-c',
	'csharp',
	'php',
	'ruby',
	'rust',
	'dart',
	'perl'
] as const;

export type SnippetLanguage = (typeof snippetLanguages)[number];

/** A mistake that people make with this step in code, said beside it. */
export const snippetTraps = [
	'origin',
	'form-not-json',
	'plus',
	'padding',
	'hex',
	'double-encoding',
	'weak-random',
	'state-unchecked',
	'decoded-only',
	'secret-in-app'
] as const;

export type SnippetTrap = (typeof snippetTraps)[number];
