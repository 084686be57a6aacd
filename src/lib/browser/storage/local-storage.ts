import { loadPart } from '$lib/lexicon/part';
import type { Configuration } from '$lib/trace/configuration';
import { openStoredValue, type StoredValue } from './stored-value';

/** The configurations of earlier walks, newest first: no secret, token or code is in their schema. */
export const openStoredConfigurations = (
	base: string,
	storage: () => Storage = () => localStorage
): StoredValue<Configuration[]> =>
	openStoredValue(storage, `pkce-playground ${base}/ configurations`, {
		format: (list) => JSON.stringify(list),
		parse: async (text) => (await loadPart(() => import('./parse-configurations'))).parseConfigurations(text)
	});
