import type { MarkId } from '$lib/lexicon/marks';
import type { MoveId } from '$lib/lexicon/steps';

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
	nowhere: 'In no message of this attempt.',
	toCome: 'Not in this attempt so far.',
	notRecorded: 'Not in the recording.'
} as const;

/** The messages on the large diagram, and what answers them. */
export const messageNames: Record<MoveId | 'authorization-response', { request: string; answer: string }> = {
	discovery: { request: 'Metadata request', answer: 'Metadata answer' },
	'oauth-metadata': { request: 'Metadata request', answer: 'Metadata answer' },
	jwks: { request: 'Key set request', answer: 'Key set answer' },
	par: { request: 'Pushed request', answer: 'Push answer' },
	authorization: { request: 'Authorization request', answer: 'Authorization answer' },
	'authorization-response': { request: 'Callback', answer: 'Callback' },
	token: { request: 'Token request', answer: 'Token answer' },
	api: { request: 'API call', answer: 'API answer' },
	userinfo: { request: 'UserInfo request', answer: 'UserInfo answer' },
	refresh: { request: 'Refresh request', answer: 'Refresh answer' },
	introspection: { request: 'Introspection request', answer: 'Introspection answer' },
	revocation: { request: 'Revocation request', answer: 'Revocation answer' },
	logout: { request: 'Sign-out request', answer: 'Sign-out answer' }
};

/** One message of the diagram, as it is said to who does not see it. */
interface SaidMessage {
	name: string;
	from: string;
	to: string;
	detail: string;
	values: readonly string[];
	state: 'crossed' | 'refused' | 'lost' | 'expected';
}

const said = ({ name, from, to, detail, values, state }: SaidMessage): string =>
	[
		`${name}, from ${from} to ${to}`,
		...(detail === '' ? [] : [detail]),
		...(values.length === 0 ? [] : [`carries ${values.join(', ')}`]),
		...{
			crossed: [],
			refused: ['refused'],
			lost: ['no answer could be read'],
			expected: ['not sent yet']
		}[state]
	].join('; ');

export const scoreTexts = {
	messages: 'Messages in order',
	said,
	edited: 'edited',
	/** A button: on to the next message with this value. */
	next: (value: string): string => `Next message with the ${value}`,
	only: (value: string): string => `No other message carries the ${value}.`,
	found: (value: string, place: number, count: number): string =>
		`The ${value} is in ${count} messages. This is message ${place}.`,
	saveSvg: 'Save as SVG',
	savePng: 'Save as PNG'
} as const;
