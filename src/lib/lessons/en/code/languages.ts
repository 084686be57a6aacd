import type { SnippetLanguage } from '$lib/lexicon/snippets';

/** What a language is called in the list, and how its code is run. */
export const languageTexts: Record<SnippetLanguage, { name: string; how: string }> = {
	curl: { name: 'curl', how: 'Run it with bash. What is hashed is hashed by OpenSSL.' },
	'http-file': {
		name: 'HTTP file',
		how: 'Send it from VS Code with REST Client, or from a JetBrains editor.'
	},
	javascript: {
		name: 'JavaScript (browser)',
		how: 'It is a module of a page. The server must let the page’s origin read its answers (CORS).'
	},
	typescript: { name: 'TypeScript (oauth4webapi)', how: 'Run it with tsx, or as a module of a page.' },
	node: { name: 'Node.js', how: 'Run it with node, from version 20 on.' },
	'python-requests': { name: 'Python (requests)', how: 'Run it with python3.' },
	'python-authlib': { name: 'Python (Authlib)', how: 'Run it with python3.' },
	perl: { name: 'Perl', how: 'Run it with perl.' }
};
