import type { SnippetLanguage, SnippetTrap } from '$lib/lexicon/snippets';
import type { StepId } from '$lib/lexicon/steps';
import type { Scene } from './scene';

/** What runs by itself: it prints what it makes, and nothing else. Undefined: this step is nothing in this language. */
export type Snippet = (scene: Scene) => string;

export interface Language {
	id: SnippetLanguage;
	/** Name of the file that a step's code is put into. */
	file: string;
	/** What has to be installed beside the language itself, as its own tool names it. */
	packages: readonly string[];
	steps: Partial<Record<StepId, Snippet>>;
	/** What to watch at a step, beside the code. */
	traps: Partial<Record<StepId, readonly SnippetTrap[]>>;
}
