import { readerOf, type PhraseTexts } from '../../said';
import { answerPhrases } from './answers';
import { formPhrases } from './forms';
import { grantPhrases } from './grants';
import { keyPhrases } from './keys';
import { outcomePhrases } from './outcomes';
import { recordedPhrases } from './recorded';
import { requestPhrases } from './requests';
import { valuePhrases } from './values';

/** Every phrase of a check. */
export const phraseTexts = {
	...valuePhrases,
	...formPhrases,
	...keyPhrases,
	...answerPhrases,
	...requestPhrases,
	...recordedPhrases,
	...grantPhrases,
	...outcomePhrases
} satisfies PhraseTexts;

/** What a check says, in words. */
export const textOf = readerOf(phraseTexts, valuePhrases['not-known']);
