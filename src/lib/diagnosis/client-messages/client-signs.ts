import { tell } from '$lib/lexicon/said';
import type { Read } from '../seen';
import type { Sign } from '../sign';
import { shortened } from '../text-signs';
import { clientMessageIn } from './client-messages';

/** As sure as the code of a provider that is documented: the library prints these words for one thing alone. */
const weight = 0.95;

/** What the message of a library speaks for, where it is printed for exactly one cause. */
export function clientSigns({ error, texts }: Pick<Read, 'error' | 'texts'>): Sign[] {
	const found = clientMessageIn([error, ...texts].filter(Boolean).join(': '));
	if (found?.message.code === undefined) return [];
	return [{ code: found.message.code, weight, because: tell('quoted', shortened(found.words)), own: true }];
}
