/**
 * The mistakes that are made here on purpose, as data: where in the walk each is made, what it takes to make it, and
 * what becomes of the message. Nothing is sent by it: the edit lies open, and the person sends.
 */
import type { CheckId } from '$lib/lexicon/check';
import type { MarkId } from '$lib/lexicon/marks';
import type { MistakeId, MistakeObstacle } from '$lib/lexicon/mistakes';
import type { MoveId, StepId } from '$lib/lexicon/steps';
import { responseParameters, stateOfResponse } from '$lib/message/authorization-response';
import { octetsOf } from '$lib/message/challenge';
import { withQuery, valueOf } from '$lib/wire/form';
import type { EditableMessage } from './edit';
import { isOn } from './extensions';
import { firstOpen } from './first-open';
import { statusOf } from './status';
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
	/** Why this walk cannot be broken that way at all, whatever comes. */
	obstacle?: (session: Session, apiUrl: string) => MistakeObstacle | undefined;
	/** Where the walk stands when it was done right: there it is led to once more. */
	mendedAt: StepId;
	/** What was used once is used up: doing it right takes a new attempt. */
	spends: boolean;
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

/** RFC 9101 §4: whoever changes a value in it breaks the signature, and that is what the server would find. */
const signedRequest = (session: Session): MistakeObstacle | undefined =>
	isOn(session, 'request-object') ? 'signed-request' : undefined;

/** A posted form as the address that says the same. */
function callbackOf({ authorizationResponse: came }: Session): string | undefined {
	return came && (came.body === undefined ? came.url : withQuery(came.url, came.body));
}

/** What came is known; before that, what was asked for. */
function secured({ authorizationResponse: came, configuration }: Session): boolean {
	if (came) return valueOf(responseParameters(came), 'response') !== undefined;
	return configuration?.responseMode?.endsWith('jwt') ?? false;
}

/** OIDC Core §3.1.2.1: without `openid` there is none. */
const asksForIdToken = (scope: string | undefined): boolean =>
	scope === undefined || scope.split(' ').includes('openid');

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
		mendedAt: 'exchange',
		spends: true,
		move: () => 'token',
		edit: (message) => withParameter(message, 'code_verifier', reversed)
	},
	/** RFC 7636 §4.2: the digest goes into base64url as bytes. */
	'hex-challenge': {
		mark: 'code_challenge',
		after: 'challenge',
		isOpen: beforeSignIn,
		stoppedBy: 'as-challenge-form',
		mendedAt: 'callback',
		spends: true,
		obstacle: (session) =>
			signedRequest(session) ?? (session.code_challenge_method === 'plain' ? 'plain-challenge' : undefined),
		move: authorizationMove,
		edit: (message, { code_challenge_method }) =>
			code_challenge_method === 'S256' ? withParameter(message, 'code_challenge', inHex) : message
	},
	/** RFC 9700 §4.1.3: compared as a string with those that are registered. */
	'other-redirect-uri': {
		after: 'challenge',
		isOpen: beforeSignIn,
		stoppedBy: 'as-redirect-uri-registered',
		mendedAt: 'callback',
		spends: true,
		obstacle: signedRequest,
		move: authorizationMove,
		edit: (message) => withParameter(message, 'redirect_uri', otherAddress)
	},
	/** RFC 6749 §10.5: a code is for one use. */
	'code-again': {
		mark: 'code',
		after: 'exchange',
		isOpen: (session) => isOwn(session) && session.exchange?.value !== undefined,
		stoppedBy: 'as-code-unused',
		mendedAt: 'exchange',
		spends: true
	},
	/** RFC 6749 §10.12: an answer that belongs to somebody else's attempt. */
	'wrong-state': {
		mark: 'state',
		after: 'callback',
		isOpen: (session) => {
			const { authorizationResponse: came, authorizationRequest: sent } = session;
			return isOwn(session) && came?.code !== undefined && stateOfResponse(came) === sent?.state;
		},
		stoppedBy: 'callback-state',
		mendedAt: 'callback',
		spends: true,
		obstacle: (session) => {
			if (secured(session)) return 'signed-response';
			const sent = session.authorizationRequest;
			return sent && sent.state === undefined ? 'no-state' : undefined;
		},
		paste: (session) => {
			const url = callbackOf(session) ?? '';
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
		mendedAt: 'call',
		spends: false,
		obstacle: ({ configuration, tokens }, apiUrl) => {
			const comes = tokens ? tokens.id_token !== undefined : asksForIdToken(configuration?.scope);
			if (!comes) return 'no-id-token';
			return configuration && apiUrl === '' ? 'no-api' : undefined;
		},
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

/** Why this walk cannot be broken that way. `apiUrl`: where the API would be called. */
export const obstacleTo = (session: Session, id: MistakeId, apiUrl: string): MistakeObstacle | undefined =>
	session.recorded ? 'recorded' : mistakes[id].obstacle?.(session, apiUrl);

/** Whether it takes a new attempt: this one is too far, or has failed on the way. */
export function takesAnew(session: Session, id: MistakeId): boolean {
	const open = firstOpen(session, mistakes[id].after);
	const isOver = open === undefined || statusOf(open, session) === 'failed';
	return session.server !== undefined && isOver && !isReady(session, id);
}
