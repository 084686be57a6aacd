import type { clientChecks } from '$lib/lexicon/client-checks';
import type { CheckText } from './check-text';
import { configureCheckTexts } from './configure-checks';
import { issuerCheckTexts } from './issuer-checks';
import { idTokenCheckTexts } from './id-token-checks';
import { responseCheckTexts } from './response-checks';

/** A text for each check of our client: one that is missing does not compile. */
export const clientCheckTexts: Record<keyof typeof clientChecks, CheckText> = {
	...issuerCheckTexts,
	...configureCheckTexts,
	...responseCheckTexts,
	...idTokenCheckTexts
};
