/**
 * The score of a walk: every message that crossed, and those that are still to come, as arrows between three parties.
 * What crossed is read from facts; what is to come says only what this client is going to send.
 */
import type { MarkId } from '$lib/lexicon/marks';
import { stepIds, type StepId } from '$lib/lexicon/steps';
import type { FactOf } from '$lib/trace/fact';
import { isSpared } from './first-open';
import { statusOf } from './status';
import { marksIn, marksOf } from './marks';
import { isOn } from './extensions';
import { hasFailedResponse } from './has-failed';
import { pair, planned, type ScoreArrow } from './planned-score';
import { isUnanswered, type Exchange } from '$lib/wire/http';
import type { Session } from './session';
import { wireMessagesOf, wireTextsOf, type WireMessage } from './wire-messages';
import { isTurnedAway } from './turned-away';

export type { ScoreArrow } from './planned-score';

const pathOf = (url: string): { path?: string } => (URL.canParse(url) ? { path: new URL(url).pathname } : {});

/** What one way of a message carries is looked for when somebody asks: of a long walk the newest messages alone are. */
function withCarried(
	arrow: Omit<ScoreArrow, 'carries'>,
	way: 0 | 1,
	message: WireMessage,
	session: Session
): ScoreArrow {
	let found: readonly MarkId[] | undefined;
	return {
		...arrow,
		get carries() {
			return (found ??= marksIn(wireTextsOf(message)[way]?.text ?? '', marksOf(session)));
		}
	};
}

/** With an error in it, or one that the client may not take. Another answer of the attempt is none of these for that. */
function isRefused({ url, body }: FactOf<'returned'>, { authorizationResponse: came }: Session): boolean {
	return came?.url === url && came.body === body && (came.error !== undefined || hasFailedResponse(came));
}

/** The server says that it refused this request, on a page of its own. */
const wasTurnedAway = ({ at, url }: FactOf<'left'>, session: Session): boolean => {
	const { authorizationRequest: sent } = session;
	return sent?.at === at && sent.url === url && isTurnedAway(session);
};

/** A recorder measures as a page does; of one message that somebody brought nobody knows how long it took. */
function timeOf({ recorded }: Session, { via, ms }: Exchange): Pick<ScoreArrow, 'ms' | 'pasted'> {
	if (recorded) return ms > 0 ? { ms } : {};
	return via === 'pasted' ? { pasted: true } : { ms };
}

function arrowsOf(message: WireMessage, session: Session): ScoreArrow[] {
	const carrying = (arrow: Omit<ScoreArrow, 'carries'>, way: 0 | 1): ScoreArrow =>
		withCarried(arrow, way, message, session);
	if (message.kind === 'navigation') {
		const { fact, from, to, request } = message;
		const refused = fact.kind === 'returned' ? isRefused(fact, session) : wasTurnedAway(fact, session);
		return [
			carrying(
				{
					step: fact.step,
					name:
						fact.kind === 'returned'
							? 'authorization-response'
							: fact.step === 'renew'
								? 'logout'
								: 'authorization',
					answer: fact.kind === 'returned',
					from,
					to,
					state: refused ? 'refused' : 'crossed',
					...(fact.kind === 'left' ? { method: request.method } : {}),
					...pathOf(request.url),
					at: fact.at,
					...(fact.kind === 'left' && fact.asked !== undefined ? { edited: true } : {})
				},
				0
			)
		];
	}
	const { fact, to } = message;
	const { request, response, at, assumed } = fact.exchange;
	const both = { step: fact.step, name: fact.move, at, ...(fact.asked ? ({ edited: true } as const) : {}) };
	const there = carrying(
		{
			...both,
			answer: false,
			from: 'browser',
			to,
			state: response || isUnanswered(fact.exchange) ? 'crossed' : 'lost',
			method: request.method,
			...pathOf(request.url)
		},
		0
	);
	if (!response) return [there];
	return [
		there,
		carrying(
			{
				...both,
				answer: true,
				from: to,
				to: 'browser',
				state: response.status >= 400 ? 'refused' : 'crossed',
				...(assumed ? {} : { status: response.status }),
				...timeOf(session, fact.exchange)
			},
			1
		)
	];
}

/** A pushed or signed request stands in the URL by a reference or as a JWT; the nonce is for an ID token alone. */
const isInUrl = (session: Session, name: ScoreArrow['name'], id: MarkId): boolean =>
	name !== 'authorization' ||
	(!isOn(session, 'par') &&
		!isOn(session, 'request-object') &&
		(id !== 'nonce' || (session.configuration?.scope.split(' ').includes('openid') ?? false)));

/** What of a planned message is known to be in it: the values that this attempt has. */
function expectedOf(session: Session, step: StepId): ScoreArrow[] {
	const known = new Set(marksOf(session).map(([id]) => id));
	const pushed =
		step === 'authorize' && isOn(session, 'par') && !session.pushed ? pair('authorize', 'par') : [];
	return [...pushed, ...planned.filter((arrow) => arrow.step === step)].map((arrow) => ({
		...arrow,
		state: 'expected',
		carries: arrow.answer
			? []
			: arrow.carries.filter((id) => known.has(id) && isInUrl(session, arrow.name, id))
	}));
}

/**
 * Everything of this attempt that crossed, in order; then, for each step that has sent nothing, what it is going to. Of a
 * recording nothing more is sent.
 */
export function scoreOf(session: Session): ScoreArrow[] {
	const crossed = wireMessagesOf(session.facts).flatMap((message) => arrowsOf(message, session));
	if (session.recorded) return crossed;
	const begun = new Set(crossed.map(({ step }) => step));
	const open = stepIds.filter(
		(id) => !begun.has(id) && statusOf(id, session) !== 'done' && !isSpared(id, session)
	);
	return [...crossed, ...open.flatMap((id) => expectedOf(session, id))];
}
