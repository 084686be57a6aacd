import { parameterNames } from '$lib/lexicon/parameters';

/** Names of one word that mean a parameter in a sentence as well. */
const words = 'code|state|nonce|scope|resource|audience|prompt|token';

/** A name as it stands in a sentence: in snake case, or one of the words. */
export const nameInText = new RegExp(`\\b(?:[a-z]+(?:_[a-z]+)+|${words})\\b`, 'g');

/** What a fault of a request can be about; an error is none of its parameters. */
export const requestNames: ReadonlySet<string> = new Set(
	parameterNames.filter(
		(name) => !name.startsWith('error') && (name.includes('_') || words.split('|').includes(name))
	)
);
