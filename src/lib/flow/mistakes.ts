/**
 * The mistakes that are made here on purpose, as data: where in the walk each is made, what it takes to make it, and
 * what becomes of the message. Nothing is sent by it: the edit lies open, and the person sends.
 */
import type { CheckId } from '$lib/lexicon/check';
import type { MarkId } from '$lib/lexicon/marks';
import type { MistakeId } from '$lib/lexicon/mistakes';
import type { MoveId, StepId } from '$lib/lexicon/steps';
import { octetsOf } from '$lib/message/challenge';
import type { EditableMessage } from './edit';
import { isOn } from './extensions';
import { firstOpen } from './first-open';
import { statusOf } from './fold';
import { isRedacted } from './redacted';
import type { Session } from './session';

export interface Mistake {
	/** The value that it touches; a redirect URI is none of those that are followed by eye. */
	mark?: MarkId;
	/** The step that has to be done for it. */
	after: StepId;
	/** Whether this attempt can be broken that way. One that is over cannot: a new one can. */
	isOpen: (session: Session) => boolean;
	/** The check that stops it where the servers are ours. */
	stoppedBy: CheckId;
	/** The message that is edited. Without one, `made` says what is done instead. */
	move?: (session: Session) => MoveId;
	edit?: (message: EditableMessage, session: Session) => EditableMessage;
	/** The callback URL that is pasted. */
	paste?: (session: Session) => string | undefined;
}

const reversed = (text: string): string => [...text].reverse().join('');

function withParameter(message: EditableMessage, name: string, change: (value: string) => string) {
	const parameters = message.parameters.map(([key, value]): [string, string] =>
		key === name ? [key, change(value)] : [key, value]
	);
	return { ...message, parameters };
}

/** The digest as most tools print it. What is no digest stays as it is. */
function inHex(challenge: string): string {
	const octets = octetsOf(challenge);
	return octets?.length === 32
		? [...octets].map((octet) => octet.toString(16).padStart(2, '0')).join('')
		: challenge;
}

/** One slash more or less at the end: the same page on most hosts, another address to a comparison of strings. */
const otherAddress = (url: string): string => (url.endsWith('/') ? url.slice(0, -1) : `${url}/`);

/** The authorization request says what it asks for in its URL, or in the request that was pushed before. */
const authorizationMove = (session: Session): MoveId => (isOn(session, 'par') ? 'par' : 'authorization');

/** Its values are this browser's own: placeholders and what somebody else's browser sent cannot be sent again. */
const isOwn = (session: Session): boolean => !isRedacted(session) && !session.recorded;

const beforeSignIn = (session: Session): boolean =>
	isOwn(session) &&
	session.state !== undefined &&
	!session.pushed &&
	session.authorizationRequest === undefined;

export const mistakes: Record<MistakeId, Mistake> = {
	/** RFC 7636 §4.6: what whoever steals a code has, as they lack the verifier. */
	'wrong-verifier': {
		mark: 'code_verifier',
		after: 'callback',
		isOpen: (session) => isOwn(session) && Boolean(session.authorizationResponse?.code) && !session.exchange,
		stoppedBy: 'as-verifier-matches',
		move: () => 'token',
		edit: (message) => withParameter(message, 'code_verifier', reversed)
	},
	/** RFC 7636 §4.2: the digest goes into base64url as bytes. */
	'hex-challenge': {
		mark: 'code_challenge',
		after: 'challenge',
		isOpen: beforeSignIn,
		stoppedBy: 'as-challenge-form',
		move: authorizationMove,
		edit: (message, { code_challenge_method }) =>
			code_challenge_method === 'S256' ? withParameter(message, 'code_challenge', inHex) : message
	},
	/** RFC 9700 §4.1.3: compared as a string with those that are registered. */
	'other-redirect-uri': {
		after: 'challenge',
		isOpen: beforeSignIn,
		stoppedBy: 'as-redirect-uri-registered',
		move: authorizationMove,
		edit: (message) => withParameter(message, 'redirect_uri', otherAddress)
	},
	/** RFC 6749 §10.5: a code is for one use. */
	'code-again': {
		mark: 'code',
		after: 'exchange',
		isOpen: (session) => isOwn(session) && session.exchange?.value !== undefined,
		stoppedBy: 'as-code-unused'
	},
	/** RFC 6749 §10.12: an answer that belongs to somebody else's attempt. */
	'wrong-state': {
		mark: 'state',
		after: 'callback',
		isOpen: (session) => isOwn(session) && session.authorizationResponse?.code !== undefined,
		stoppedBy: 'callback-state',
		paste: ({ authorizationResponse }) => {
			const url = authorizationResponse?.url ?? '';
			const other = url.replace(/([?&#]state=)([^&#]*)/, (_, name, value) => `${name}${reversed(value)}`);
			return other === url ? undefined : other;
		}
	},
	/** RFC 9068 §4: an ID token is for the client, and says nothing about what it may do. */
	'id-token-at-api': {
		mark: 'id_token',
		after: 'exchange',
		isOpen: (session) => isOwn(session) && session.tokens !== undefined,
		stoppedBy: 'rs-token-typ',
		move: () => 'api',
		edit: (message, { tokens }) => ({
			...message,
			headers: message.headers.map(([name, value]) =>
				name.toLowerCase() === 'authorization' && tokens?.id_token !== undefined
					? [name, value.replace(tokens.access_token, tokens.id_token)]
					: [name, value]
			)
		})
	}
};

/** Whether the walk is far enough for it, and not too far. */
export const isReady = (session: Session, id: MistakeId): boolean => mistakes[id].isOpen(session);

/** Whether it takes a new attempt: this one is too far, or has failed on the way. */
export function takesAnew(session: Session, id: MistakeId): boolean {
	const open = firstOpen(session, mistakes[id].after);
	const isOver = open === undefined || statusOf(open, session) === 'failed';
	return session.server !== undefined && isOver && !isReady(session, id);
}
