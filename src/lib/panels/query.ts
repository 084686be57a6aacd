import { parseForm, type Pair } from '$lib/wire/form';

/** The parameters of a URL's query, in order. */
export const queryPairs = (url: string): Pair[] => (URL.canParse(url) ? parseForm(new URL(url).search) : []);
