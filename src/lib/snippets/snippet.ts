import type { SnippetAbsence, SnippetLanguage, SnippetTrap } from '$lib/lexicon/snippets';
import type { StepId } from '$lib/lexicon/steps';
import type { Scene } from './scene';

/**
 * Code that runs by itself, and writes what it makes to the standard output and nothing else:
 * `verifier`, `challenge`: the value, on a line. `authorize`: the address, on a line. `callback`: the code, on a line.
 * `configure`, `exchange`, `call`, `renew`: a line that has the status, then the body as it came (curl: the whole head);
 * a library that reads the answer itself prints what it has read, as JSON.
 * `tokens`: the claims of the ID token as JSON, once it is verified.
 * What is refused goes to the error output by the words of `refusals`, with an exit code that is not 0.
 * Undefined: a value of this scene has no spelling in this language.
 */
export type Snippet = (scene: Scene) => string | undefined;

export interface Language {
	id: SnippetLanguage;
	/** Name of the file that a step's code is put into. */
	file: (step: StepId) => string;
	/** The command that installs what a step needs beside the language itself, by the language's own tool. */
	install: Partial<Record<StepId, string>>;
	/** The code of each step, or why there is none. */
	steps: Record<StepId, Snippet | SnippetAbsence>;
	/** What to watch at a step, beside the code: the usual, or those of them that can happen in this language. */
	traps: Traps;
}

export type Traps = Partial<Record<StepId, readonly SnippetTrap[]>>;

export const usualTraps: Traps = {
	verifier: ['weak-random'],
	challenge: ['padding', 'hex'],
	authorize: ['double-encoding'],
	callback: ['state-unchecked', 'double-encoding'],
	exchange: ['form-not-json', 'plus', 'origin', 'secret-in-app'],
	tokens: ['decoded-only'],
	renew: ['form-not-json', 'plus', 'secret-in-app']
};

/** What code says when it refuses an answer. In every language the same words. */
export const refusals = {
	/** RFC 6749 §10.12. */
	state: 'state differs: this answers another request',
	/** RFC 6749 §4.1.2. */
	unaskedState: 'state is there, and none was sent: this answers another request',
	/** RFC 9207 §2.4. */
	issuer: 'iss differs: another server answered',
	/** RFC 6749 §4.1.2.1: the error follows. */
	error: 'the server refused: ',
	/** OIDC Core §3.1.3.7 rule 11. */
	nonce: 'nonce differs: the ID token is of another request',
	/** OIDC Core §3.1.3.7 rule 3. */
	audience: 'aud differs: the ID token is for another client',
	/** OIDC Core §2. */
	claims: 'the ID token lacks sub, exp or iat'
} as const;
