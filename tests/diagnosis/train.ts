/**
 * Makes `src/lib/diagnosis/model/weights.ts` from the corpus: `npm run train:diagnosis`. The mix of words and rules is fitted on
 * texts whose sources are left out in turn; the weights of words that are kept are learned from all texts.
 */
import { writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { askedOf } from './answers';
import { corpus, isUnseenByRules } from './corpus';
import { fitMix, learnFrom, leaveOut } from './left-out';

const mix = fitMix(leaveOut(corpus).filter(({ asked }) => isUnseenByRules(asked.text)));
const packed = learnFrom(corpus.map((text) => askedOf(text, true)));
const written = `// Made by \`npm run train:diagnosis\`: change the corpus or the trainer, never this.
import type { Packed } from './model';

export const learned: Packed = ${JSON.stringify({ ...packed, mix })};
`;
const options = {
	parser: 'typescript',
	useTabs: true,
	singleQuote: true,
	trailingComma: 'none',
	printWidth: 110
} as const;
writeFileSync(
	new URL('../../src/lib/diagnosis/model/weights.ts', import.meta.url),
	await format(written, options)
);
console.log(`${corpus.length} texts, ${packed.counts.length} features, ${packed.places.length} weights`);
