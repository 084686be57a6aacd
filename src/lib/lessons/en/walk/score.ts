import type { MarkId } from '$lib/lexicon/marks';

/** The lanes of the diagram. */
export const actorTexts = {
	'authorization-server': 'Authorization server',
	browser: 'Browser',
	'resource-server': 'API'
} as const;

/** The values by one word each, on the arrows. */
export const shortMarks: Record<MarkId, string> = {
	code_verifier: 'verifier',
	code_challenge: 'challenge',
	state: 'state',
	nonce: 'nonce',
	code: 'code',
	access_token: 'access',
	id_token: 'ID',
	refresh_token: 'refresh'
};

const steps = (places: readonly number[]): string =>
	places.length === 1 ? `step ${places[0]}` : `steps ${places.slice(0, -1).join(', ')} and ${places.at(-1)}`;

/** What the client holds. Places are numbers of steps. */
export const handTexts = {
	title: 'In the browser’s hand',
	sent: (places: readonly number[]): string => `Sent in ${steps(places)}.`,
	came: (places: readonly number[]): string => `Came in ${steps(places)}.`,
	nowhere: 'In no message so far.',
	toCome: 'Still to come.'
} as const;
