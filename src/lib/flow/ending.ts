/**
 * What a walk has come to, as far as its facts say: who signed in, what crossed and how long it took, what is missing.
 * Nothing is said that was not verified, and a time is one that was measured.
 */
import { hasFailed, type Check } from '$lib/lexicon/check';
import { isUnanswered } from '$lib/wire/http';
import { decodeToken } from '$lib/message/jwt';
import { isRedacted } from './redacted';
import { isTurnedAway } from './turned-away';
import type { ScoreArrow } from './score';
import { allChecks, type Session } from './session';
import { isVerified } from './verified';

/** How the sign-in came out. Only `verified` has a name: nobody else may be believed who it was. */
export type SignIn =
	| { kind: 'verified'; name: string }
	| { kind: 'taken-out' | 'unverified' | 'not-believed' | 'doubtful' | 'unnamed' }
	| {
			kind:
				'refused' | 'replayed' | 'turned-away' | 'code' | 'unusable' | 'waiting' | 'nothing' | 'not-recorded';
	  }
	| { kind: 'error'; error: string };

const longestName = 60;

/** OIDC Core §5.1: the claims that name a person, from what others call them to what only the server knows. */
function nameIn(token: string): string | undefined {
	const decoded = decodeToken(token);
	if (!decoded.ok) return undefined;
	const { claims } = decoded.value;
	const said = [claims.name, claims.preferred_username, claims.email, claims.sub].find(
		(one): one is string => typeof one === 'string' && one.trim() !== ''
	);
	return said && said.length > longestName ? `${said.slice(0, longestName)}…` : said;
}

function signInByToken(session: Session, idToken: string | undefined): SignIn {
	if (idToken === undefined) return { kind: 'unnamed' };
	if (isRedacted(session)) return { kind: 'taken-out' };
	const { idTokenChecks, firstIdTokenChecks = [], authorizationResponse, exchange } = session;
	if (hasFailed([...firstIdTokenChecks, ...idTokenChecks])) return { kind: 'not-believed' };
	if (hasFailed([...(authorizationResponse?.checks ?? []), ...(exchange?.checks ?? [])]))
		return { kind: 'doubtful' };
	const name = isVerified(idTokenChecks) ? nameIn(idToken) : undefined;
	return name === undefined ? { kind: 'unverified' } : { kind: 'verified', name };
}

export function signInOf(session: Session): SignIn {
	const { tokens, exchange, authorizationResponse: came, authorizationRequest, recorded } = session;
	// Sent once more and refused: whoever has the tokens may not know that they were taken back (RFC 6749 §4.1.2).
	if (!tokens && session.tokensBefore.length > 0) return { kind: 'replayed' };
	if (tokens) return signInByToken(session, tokens.id_token);
	if (exchange && !exchange.withheld && !isUnanswered(exchange.exchange)) return { kind: 'refused' };
	if (came?.error) return { kind: 'error', error: came.error.error };
	if (came && came.code === undefined) return { kind: 'unusable' };
	if (recorded) return { kind: 'not-recorded' };
	if (came) return { kind: 'code' };
	if (authorizationRequest && isTurnedAway(session)) return { kind: 'turned-away' };
	return { kind: authorizationRequest ? 'waiting' : 'nothing' };
}

/** A message and its answer, or a way that the browser went. */
export interface LedgerEntry {
	sent: ScoreArrow;
	answer?: ScoreArrow;
	/** How long the answer took, in milliseconds; missing where nobody measured it. */
	ms?: number;
	/** Where its time stands in the sum of all, and how much of it that is, in hundredths. */
	from: number;
	share: number;
}

/** In the order in which they went. What the person did between them takes no time here. */
export function ledgerOf(score: readonly ScoreArrow[]): LedgerEntry[] {
	const crossed = score.filter(({ state }) => state !== 'expected');
	const pairs = crossed.flatMap((sent, index) => {
		if (sent.answer && sent.name !== 'authorization-response') return [];
		const next = crossed[index + 1];
		const answer = next?.answer && next.name === sent.name ? next : undefined;
		return [{ sent, ...(answer ? { answer } : {}), ...(answer?.ms === undefined ? {} : { ms: answer.ms }) }];
	});
	const whole = pairs.reduce((sum, { ms = 0 }) => sum + ms, 0);
	let before = 0;
	return pairs.map((pair) => {
		const { ms = 0 } = pair;
		const part = (time: number): number => (whole === 0 ? 0 : (time / whole) * 100);
		const entry = { ...pair, from: part(before), share: part(ms) };
		before += ms;
		return entry;
	});
}

/** Every check of an attempt: what the client found, and what the servers say that they decided. */
export function checksOf({
	authorizationResponse,
	unanswered = [],
	outcomes,
	idTokenChecks,
	firstIdTokenChecks = []
}: Session): Check[] {
	return [
		...(authorizationResponse?.checks ?? []),
		...[...(authorizationResponse?.inside ?? []), ...unanswered].flatMap(({ checks }) => checks),
		...outcomes.flatMap((outcome) => [
			...allChecks(outcome),
			...(outcome.exchange.inside ?? []).flatMap(({ checks }) => checks)
		]),
		...firstIdTokenChecks,
		...idTokenChecks
	];
}

/** How many messages from the browser carried the verifier. */
export const timesShown = (score: readonly ScoreArrow[]): number =>
	score.filter(
		({ from, state, carries }) =>
			from === 'browser' && state !== 'expected' && carries.includes('code_verifier')
	).length;
