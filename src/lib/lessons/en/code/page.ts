import type { NotExecuted, SnippetAbsence } from '$lib/lexicon/snippets';
import type { StepId } from '$lib/lexicon/steps';

/** The words around the code of a step. */
export const codeTexts = {
	language: 'Language',
	values: 'What the code is made with',
	run: 'Values of this run',
	placeholders: 'Placeholders',
	code: (file: string): string => `Code: ${file}`,
	save: 'Save',
	install: 'Install first:',
	fill: 'To fill in:',
	used: 'This code was redeemed already, and works once. For another one begin a new attempt.',
	secrets: 'The secrets of this run are in the code, also when they are hidden on screen and you copy it.',
	traps: 'What goes wrong here',
	executed: (version: string, against: string): string =>
		`The tests of this project execute such code with other values: ${version}, against ${against}.`,
	notExecuted: 'Not executed:'
} as const;

const against: Partial<Record<StepId, string>> = {
	verifier: 'the grammar of RFC 7636 §4.1',
	challenge: 'the example of RFC 7636 Appendix B'
};

/** What the tests run the code of a step against. */
export const againstText = (step: StepId): string =>
	against[step] ?? 'its server for the terminal (npm run idp)';

export const notExecutedTexts: Record<NotExecuted, string> = {
	'editor-only': 'an editor runs it, and the tests have none.',
	device: 'it needs a device, or a window for the person to sign in.',
	toolchain: 'what compiles and runs it was not at hand.',
	untried: 'it has not been compiled and run yet.'
};

/** Why there is no code. */
export const absenceTexts: Record<SnippetAbsence, string> = {
	'sends-only':
		'Such a file sends requests and computes nothing: this step is nothing in it. Choose another language.',
	'no-library':
		'To verify a signature takes a library, and there is none for this. By hand it is too easily done wrong. Choose another language.',
	plain: 'With the method “plain” the challenge is the verifier: there is nothing to compute.',
	'no-id-token': 'The scope has no “openid” in it: there is no ID token to verify.',
	'no-keys': 'The metadata does not say where the keys are (jwks_uri): the ID token cannot be verified.',
	'other-mode':
		'This answer is not in the query of the address. The code would read a query, so it is of no use here.',
	unbuilt: 'The message of this step cannot be built yet. The step says what is missing.',
	unwritable: 'One of the values has characters that cannot be written in this language. Choose another one.'
};
