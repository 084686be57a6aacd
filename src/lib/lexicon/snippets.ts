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
	'kotlin-appauth',
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

/**
 * Why there is no code for a step. `sends-only`: the language is a list of requests, and computes nothing. `no-library`: no
 * kept library of the language does it, and by hand it is too easily done wrong. `plain`: the challenge is the verifier.
 * `no-id-token`: the request is not one of OpenID Connect. `no-keys`: it is not known where the keys are. `other-mode`: the
 * answer does not come in a query. `unbuilt`: the message of the step could not be built. `unwritable`: a value has
 * characters that the language cannot write.
 */
export const snippetAbsences = [
	'sends-only',
	'no-library',
	'plain',
	'no-id-token',
	'no-keys',
	'other-mode',
	'unbuilt',
	'unwritable'
] as const;

export type SnippetAbsence = (typeof snippetAbsences)[number];

/**
 * Why code was not executed. `editor-only`: it is run by an editor. `device`: it needs a device, or a window for the person
 * to sign in at. `toolchain`: what runs it was not at hand. `untried`: it was, and nobody has compiled and run it.
 */
export const notExecuted = ['editor-only', 'device', 'toolchain', 'untried'] as const;

export type NotExecuted = (typeof notExecuted)[number];
