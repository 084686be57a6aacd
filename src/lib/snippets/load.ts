import { loadPart } from '$lib/lexicon/part';
import type { SnippetLanguage } from '$lib/lexicon/snippets';
import type { Language } from './snippet';

/** Files that are fetched when one of their languages is chosen. */
const families = {
	web: () => loadPart(() => import('./families/web')),
	scripts: () => loadPart(() => import('./families/scripts')),
	compiled: () => loadPart(() => import('./families/compiled')),
	apps: () => loadPart(() => import('./families/apps'))
};

const familyOf: Record<SnippetLanguage, keyof typeof families> = {
	curl: 'web',
	'http-file': 'web',
	javascript: 'web',
	typescript: 'web',
	node: 'web',
	'python-requests': 'scripts',
	'python-authlib': 'scripts',
	go: 'compiled',
	java: 'compiled',
	kotlin: 'compiled',
	'kotlin-appauth': 'apps',
	swift: 'apps',
	'objective-c': 'apps',
	csharp: 'compiled',
	php: 'scripts',
	ruby: 'scripts',
	rust: 'compiled',
	dart: 'apps',
	perl: 'scripts'
};

export async function loadLanguage(id: SnippetLanguage): Promise<Language> {
	const { languages } = await families[familyOf[id]]();
	const found = languages.find((language) => language.id === id);
	if (!found) throw new Error(`No language ${id}`);
	return found;
}
