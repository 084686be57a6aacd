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

const without = (...left: StepId[]): StepId[] => stepIds.filter((step) => !left.includes(step));

/**
 * What `tests/snippets` executes, against RFC 7636 and the server of `npm run idp`. The page says of code what stands here,
 * and the tests run what stands here: a step that is named and not run fails them.
 */
export const executed: Record<SnippetLanguage, Executed> = {
	curl: { with: 'bash 5.2.15, curl 7.88.1, OpenSSL 3.0.22', steps: without('tokens') },
	'http-file': { steps: [], others: 'editor-only' },
	javascript: { with: 'Chromium 156.0.8078.108, jose 6.2.17', steps: stepIds },
	typescript: { with: 'Node.js 20.20.2, oauth4webapi 3.8.8, jose 6.2.17', steps: stepIds },
	node: { with: 'Node.js 20.20.2, jose 6.2.17', steps: stepIds },
	'python-requests': { with: 'Python 3.11.7, requests 2.34.2, PyJWT 2.15.1', steps: stepIds },
	'python-authlib': { with: 'Python 3.11.7, Authlib 1.8.0, joserfc 1.7.5', steps: stepIds },
	go: { with: 'Go 1.24.4, golang.org/x/oauth2 0.27.0, go-oidc 3.4.0', steps: stepIds },
	java: { with: 'OpenJDK 21.0.13, jose4j 0.9.6', steps: stepIds },
	kotlin: { steps: [], others: 'untried' },
	'kotlin-appauth': { steps: [], others: 'device' },
	swift: { with: 'Swift 6.0.3', steps: without('challenge', 'authorize', 'tokens'), others: 'toolchain' },
	'objective-c': { steps: [], others: 'toolchain' },
	csharp: { with: 'Mono 6.12.0.199', steps: without('tokens'), others: 'toolchain' },
	php: { with: 'PHP 8.4.27', steps: without('tokens'), others: 'toolchain' },
	ruby: { with: 'Ruby 3.3.8, jwt 2.7.1', steps: stepIds },
	rust: { steps: [], others: 'untried' },
	dart: { steps: [], others: 'toolchain' },
	perl: { with: 'Perl 5.36.0, Crypt::JWT 0.034', steps: stepIds }
};
