import type { SnippetLanguage } from '$lib/lexicon/snippets';

/** What a language is called in the list, and how its code is run. */
export const languageTexts: Record<SnippetLanguage, { name: string; how: string }> = {
	curl: { name: 'curl', how: 'Run it with bash. Random octets and hashes come from OpenSSL.' },
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
	go: { name: 'Go (x/oauth2)', how: 'Run it with go run, in a module that has the packages.' },
	java: {
		name: 'Java',
		how: 'Run it with java, from version 17 on: it takes a file of source. A library is put on the class path (-cp).'
	},
	kotlin: { name: 'Kotlin (Android, JVM)', how: 'Compile it with kotlinc, or put it into an app.' },
	'kotlin-appauth': {
		name: 'Kotlin (Android, AppAuth)',
		how: 'Put it into an app. Its redirect URI belongs into the build file (appAuthRedirectScheme).'
	},
	swift: { name: 'Swift', how: 'Run it with swift on macOS, or put it into an app.' },
	'objective-c': {
		name: 'Objective-C',
		how: 'Compile it with clang -fobjc-arc and the frameworks that it imports, or put it into an app.'
	},
	csharp: { name: 'C#', how: 'Put it into a project of dotnet as its only program, and run that.' },
	php: { name: 'PHP', how: 'Run it with php, with its extension curl.' },
	ruby: { name: 'Ruby', how: 'Run it with ruby.' },
	rust: { name: 'Rust (reqwest)', how: 'Put it into src/main.rs of a project of cargo, and run that.' },
	dart: { name: 'Dart, Flutter', how: 'Run it with dart run, in a package that has the libraries.' },
	perl: { name: 'Perl', how: 'Run it with perl.' }
};
