import type { PhraseTexts } from '../../said';

/** Secrets that are known by their look. */
export const secretPhrases = {
	'private-key': 'private key',
	'api-key': 'API key',
	'some-token': 'token',
	'user-name-and-password': 'user name and password',
	'long-value': 'a long value'
} satisfies Partial<PhraseTexts>;
