import { tell } from '$lib/lexicon/said';
import { isStandardError } from '../error-signs';
import type { Read } from '../seen';
import type { Sign } from '../sign';
import { shortened } from '../text-signs';
import { clientMessageIn, type FoundMessage } from './client-messages';

/** As sure as a code of a provider that is documented: the library prints these words for one thing alone. */
const weight = 0.95;

const foundIn = ({ error, texts }: Read): FoundMessage | undefined =>
	clientMessageIn([error, ...texts].filter(Boolean).join(': '));

/** What the message of a library speaks for, where it is printed for exactly one cause. */
export function clientSigns(read: Read): Sign[] {
	const found = foundIn(read);
	if (found?.message.code === undefined) return [];
	return [{ code: found.message.code, weight, because: tell('quoted', shortened(found.words)), own: true }];
}

/** The lines of a text that do not have the words; of a message that wraps another, all but the words. */
function without(text: string, { message, words }: FoundMessage): string {
	const cut = text.split(words);
	if (message.wraps === true) return cut.join(' ').trim();
	return cut
		.map((part, at) => {
			const after = at === 0 ? part : part.replace(/^.*/, '');
			return at === cut.length - 1 ? after : after.replace(/.*$/, '');
		})
		.join('')
		.trim();
}

/**
 * An answer without the words of a library that mean none of the causes: read as those of a server they would mean
 * something else. “Nonce” in them is no nonce of a proof, and “the callback” no redirect URI.
 */
export function withoutClientWords(read: Read): Read {
	const found = foundIn(read);
	if (!found || found.message.code !== undefined || found.message.open === true) return read;
	const error = isStandardError(read.error) ? read.error : '';
	return { ...read, error, texts: read.texts.map((text) => without(text, found)).filter(Boolean) };
}
