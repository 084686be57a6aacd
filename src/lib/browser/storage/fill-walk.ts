import type { Configuration } from '$lib/trace/configuration';
import { filledIn } from '$lib/trace/configuration-fields';
import { openDrafts } from './kept-values';

/** Types a configuration into the walk's first form, and what else stands there; nothing of the walk so far is lost by it. */
export async function fillWalk(
	base: string,
	configuration: Configuration,
	storage?: () => Storage,
	typed: Readonly<Record<string, string>> = {}
): Promise<void> {
	const drafts = openDrafts(base, storage);
	const { value } = await drafts.read();
	drafts.write({ ...filledIn(value, configuration), ...typed });
}

/** Types one text into a field of the walk, by the name under which it is kept. */
export async function noteTyped(base: string, name: string, text: string): Promise<void> {
	const drafts = openDrafts(base);
	const { value } = await drafts.read();
	drafts.write({ ...value, [name]: text });
}
