import type { NotExecuted, SnippetLanguage } from '$lib/lexicon/snippets';
import { stepIds, type StepId } from '$lib/lexicon/steps';

/** What ran the code of a language, and of which steps; and why not of the others that have code. */
export interface Executed {
	/** With its version, as it names itself. */
	with?: string;
	steps: readonly StepId[];
	/** Of the steps that have code and are not among those. */
	others?: NotExecuted;
}

/**
 * What `tests/snippets` executes, against RFC 7636 and the server of `npm run idp`. The page says of code what stands here,
 * and the tests run what stands here: a step that is named and not run fails them.
 */
export const executed: Record<SnippetLanguage, Executed> = {
	'python-requests': { with: 'Python 3.11.7, requests 2.31.0, PyJWT 2.10.1', steps: stepIds }
};
