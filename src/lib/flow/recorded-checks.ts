/**
 * The checks that only a recording can show, beside those of the answer. Where tokens came although something was wrong, the
 * conclusions on the server say so: then these say nothing of it.
 */
import type { Check } from '$lib/lexicon/check';
import { check, checkThat } from '$lib/lexicon/recording-checks';
import { isForeignMark } from '$lib/lexicon/removed';
import { say } from '$lib/lexicon/said';
import { challengeOf } from '$lib/message/challenge';
import { sentValue } from '$lib/message/token-request';
import type { Fact } from '$lib/trace/fact';
import { isSuccess, isUnanswered } from '$lib/wire/http';
import { corsChecks } from './cors-checks';
import { asked, sentInRedemption } from './proof';
import { bearerIn } from './proof-of-bearer';
import { proofsOf, type Proofs } from './proofs';
import type { Outcome, Session } from './session';
import { timesSent } from './times-sent';

type Read = (session: Session, fact: Fact) => Promise<Session>;

async function challengeCheck(session: Session, { challenge }: Proofs): Promise<Check[]> {
	if (!challenge.known) return [];
	if (challenge.value.matches) return [check('exchange-challenge', 'pass')];
	const { how } = challenge.value;
	// RFC 7636 §4.6: what is missing is told by other checks.
	const verifier = sentInRedemption(session, 'code_verifier');
	const method = asked(session, 'code_challenge_method');
	const isHashed = method.known && method.value === 'S256' && verifier.known;
	const owner =
		how === 'other' && verifier.known
			? session.challenges[await challengeOf(verifier.value, 'S256')]
			: undefined;
	return [
		check('exchange-challenge', 'fail', {
			expected: isHashed ? await challengeOf(verifier.value, 'S256') : undefined,
			actual:
				owner === undefined || isForeignMark(owner)
					? say('challenge-fault', how)
					: say('verifier-of-attempt', owner)
		})
	];
}

function addressCheck(session: Session, { redirectUri }: Proofs): Check[] {
	if (!redirectUri.known) return [];
	const [first, second] = [asked(session, 'redirect_uri'), sentInRedemption(session, 'redirect_uri')];
	const expected = first.known ? first.value : say('none-sent');
	if (redirectUri.value.equal)
		return [check('exchange-redirect-uri', 'pass', { expected, actual: expected })];
	const actual = second.known ? say('differ-in', second.value, ...redirectUri.value.how) : say('none-sent');
	return [check('exchange-redirect-uri', 'fail', { expected, actual })];
}

/** A code is a secret: how it changed is said, and not what it was. */
const codeCheck = ({ code }: Proofs): Check[] =>
	code.known
		? [
				checkThat('exchange-code', code.value.equal, {
					expected: say('the-code-that-came'),
					actual: code.value.equal ? say('the-code-that-came') : say('value-change', code.value.how)
				})
			]
		: [];

function onceCheck({ facts }: Session, fact: Fact, { exchange }: Outcome, { uses }: Proofs): Check[] {
	const code = sentValue(exchange.request, 'code');
	if (!uses.known || code === undefined) return [];
	const count = timesSent([...facts, fact], 'code', code, exchange.at);
	return [
		checkThat('exchange-code-once', count <= 1, {
			expected: say('times-sent', 1),
			actual: say('times-sent', count)
		})
	];
}

/** RFC 6749 §4.1.2: ten minutes are the most that is recommended; many servers have one. */
const [soon, latest] = [60, 600];

function soonCheck({ secondsToRedeem }: Proofs): Check[] {
	if (!secondsToRedeem.known || secondsToRedeem.value < 0) return [];
	const seconds = Math.round(secondsToRedeem.value);
	const status = seconds < soon ? 'pass' : seconds < latest ? 'warn' : 'fail';
	return [
		check('exchange-code-soon', status, {
			expected: say('seconds-after-at-most', soon),
			actual: say('seconds-after', seconds)
		})
	];
}

/** A server that takes it otherwise is not wrong to be kind: then it is a notice at most. */
function formCheck({ exchange }: Outcome, { tokenRequest }: Proofs, isRefused: boolean): Check[] {
	if (!tokenRequest.known) return [];
	const { sentAs } = tokenRequest.value;
	const compared = { expected: say('a-form'), actual: say('sent-as', sentAs) };
	if (sentAs === 'form') return [check('exchange-form', 'pass', compared)];
	// Without a type at all the headers may not be known.
	const isTyped = exchange.request.headers.some(([name]) => name.toLowerCase() === 'content-type');
	if (sentAs === 'untyped-form' && !isTyped) return [];
	return [check('exchange-form', isRefused ? 'fail' : 'warn', compared)];
}

/** OIDC Core §11. */
function consentCheck(session: Session): Check[] {
	const { exchange } = session;
	const [scope, prompt] = [asked(session, 'scope'), asked(session, 'prompt')];
	const scopes = scope.known ? scope.value.split(' ') : [];
	const isWanted = ['openid', 'offline_access'].every((name) => scopes.includes(name));
	if (!isWanted || !exchange?.value || exchange.value.refresh_token !== undefined) return [];
	if (prompt.known ? prompt.value.split(' ').includes('consent') : prompt.why !== 'not-sent') return [];
	return [
		check('exchange-consent', 'warn', {
			expected: say('named', 'prompt', 'consent'),
			actual: prompt.known ? say('named', 'prompt', prompt.value) : say('missing')
		})
	];
}

/** What a tolerance bears: OIDC Core §3.1.3.7 leaves the seconds open. */
const tolerance = 60;

function clockCheck({ clock }: Proofs): Check[] {
	if (!clock.known)
		return clock.why === 'time-zone'
			? [check('recorded-clock', 'skipped', { actual: say('may-be-a-zone') })]
			: [];
	const { seconds } = clock.value;
	const apart = seconds > 0 ? say('clock-ahead', seconds) : say('clock-behind', -seconds);
	return [
		check('recorded-clock', Math.abs(seconds) <= tolerance ? 'pass' : 'warn', {
			expected: say('same-clock'),
			actual: seconds === 0 ? say('same-clock') : apart
		})
	];
}

async function ofToken(session: Session, fact: Fact, outcome: Outcome): Promise<Check[]> {
	const proofs = await proofsOf({ ...session, outcomes: [...session.outcomes, outcome] });
	const { response } = outcome.exchange;
	const isRefused = response !== undefined && outcome.value === undefined && !isSuccess(response.status);
	const wrong = isRefused
		? [
				...(await challengeCheck(session, proofs)),
				...addressCheck(session, proofs),
				...codeCheck(proofs),
				...onceCheck(session, fact, outcome, proofs),
				...soonCheck(proofs)
			]
		: [];
	return [
		...wrong,
		...formCheck(outcome, proofs, isRefused),
		...consentCheck(session),
		...clockCheck(proofs)
	];
}

/** RFC 6750 §2.1. Another token may have come before the recording began. */
function ofCall(session: Session, outcome: Outcome): Check[] {
	const bearer = bearerIn(session, outcome.exchange);
	if (!bearer.known) {
		return [
			check('call-bearer', 'skipped', {
				actual: say(bearer.why === 'taken-out' ? 'taken-out' : 'not-recorded')
			})
		];
	}
	const { sent } = bearer.value;
	if (sent === 'unknown') return [];
	const { response } = outcome.exchange;
	const isTaken = response !== undefined && isSuccess(response.status);
	return [
		check('call-bearer', sent === 'access-token' ? 'pass' : isTaken ? 'warn' : 'fail', {
			expected: say('the-access-token'),
			actual: say('token-sent', sent)
		})
	];
}

const places = { token: 'exchange', api: 'api', userinfo: 'userinfo' } as const;

const isPlace = (move: string): move is keyof typeof places => Object.hasOwn(places, move);

/** The same reading; of a recording, with what its messages show beside one another. */
export const withRecordedChecks =
	(read: Read): Read =>
	async (session, fact) => {
		const next = await read(session, fact);
		if (!next.recorded || fact.kind !== 'exchanged' || !isPlace(fact.move)) return next;
		const replay = next.replays.at(-1);
		if (replay?.exchange === fact.exchange) {
			const made = await ofToken({ ...next, exchange: replay }, fact, replay);
			const replays = next.replays.with(-1, { ...replay, checks: [...replay.checks, ...made] });
			return { ...next, replays };
		}
		const place = places[fact.move];
		const outcome = next[place];
		// Of a request alone nobody knows whether it was refused.
		if (outcome?.exchange !== fact.exchange || isUnanswered(outcome.exchange)) return next;
		const made = fact.move === 'token' ? await ofToken(next, fact, outcome) : ofCall(next, outcome);
		const checks = [...outcome.checks, ...made, ...corsChecks(next, outcome)];
		return { ...next, [place]: { ...outcome, checks } };
	};
