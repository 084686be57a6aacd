import { parseForm, type Pair } from '$lib/wire/form';
import type { HttpRequest } from '$lib/wire/http';

/** The parameters of a URL's query, in order. */
export const queryPairs = (url: string): Pair[] => (URL.canParse(url) ? parseForm(new URL(url).search) : []);

/** What a message of the browser carries: its form, if it posts one, else the parameters of its URL. */
export const carriedPairs = ({ url, body }: HttpRequest): Pair[] =>
	body === undefined ? queryPairs(url) : parseForm(body);
