/** What the messages of a run prove, in the words of the diagnosis: how a value came out wrong, and whose it is. */
import { fold } from '$lib/flow/fold';
import { proofsOf, type Proof, type Proofs } from '$lib/flow/proofs';
import type { Attempt, Outcome, ReceivedAuthorizationResponse, Session } from '$lib/flow/session';
import { preflightLacks } from '$lib/flow/cors-checks';
import { onlyKnown } from '$lib/lexicon/only-known';
import type { Trace } from '$lib/trace/fact';
import { challengeOf } from '$lib/message/challenge';
import type { SessionEvidence } from './evidence';
import { isSilentFrame, cookieOfFrame } from './frame-evidence';

/** Only in a recording can a value of another attempt turn up: here every attempt has its own. */
const attemptsOf = async ({ recorded }: Session, trace: Trace): Promise<readonly Attempt[]> =>
	recorded ? (await fold(trace)).attempts : [];

type Compared = Proofs['state'];

const changeOf = (proof: Compared): string | undefined =>
	proof.known && !proof.value.equal ? proof.value.how : undefined;

/** By its state, which a person finds again in the list; where it has none, by its place. */
function nameOf(attempts: readonly Attempt[], id: number | undefined): string | undefined {
	const other = attempts.find((one) => one.id === id);
	return other && (other.authorizationRequest?.state ?? `${other.id + 1}`);
}

const isUnknown = <Value>(proof: Proof<Value>): boolean => !proof.known;

/** What the verifier that went out gives by the method of the request: the server computes the same. */
async function expectedChallenge(
	evidence: SessionEvidence,
	challenge: Proofs['challenge']
): Promise<SessionEvidence> {
	const { verifierSent, challengeMethod = 'plain' } = evidence;
	if (verifierSent === undefined || evidence.challenge === undefined || isUnknown(challenge)) return {};
	return {
		expectedChallenge: await challengeOf(verifierSent, challengeMethod === 'S256' ? 'S256' : 'plain')
	};
}

/** Only where no answer could be read: one that was read says by itself what is wrong. */
const corsEvidence = (session: Session, { exchange }: Outcome): SessionEvidence => {
	const lacks = exchange.response ? [] : preflightLacks(session, exchange);
	return lacks.length > 0 ? { preflightLacks: lacks } : {};
};

/** Of a token request: `outcome` may be one before the newest. */
export async function proofOfOutcome(
	session: Session,
	trace: Trace,
	outcome: Outcome,
	evidence: SessionEvidence
): Promise<SessionEvidence> {
	const cors = corsEvidence(session, outcome);
	if (outcome.move !== 'token') return cors;
	const attempts = await attemptsOf(session, trace);
	const { value: _, ...sent } = outcome;
	const proofs = await proofsOf({ ...session, exchange: sent }, attempts);
	const { challenge, code, redirectUri } = proofs;
	const wrong = challenge.known && !challenge.value.matches ? challenge.value : undefined;
	return onlyKnown({
		...cors,
		...(await expectedChallenge(evidence, challenge)),
		challengeFault: wrong?.how,
		verifierOwner: nameOf(attempts, wrong?.attempt),
		codeChange: changeOf(code),
		redirectDifferences: redirectUri.known && !redirectUri.value.equal ? redirectUri.value.how : undefined
	});
}

/** Of an authorization response. */
export async function proofOfResponse(
	session: Session,
	trace: Trace,
	authorizationResponse: ReceivedAuthorizationResponse
): Promise<SessionEvidence> {
	const attempts = await attemptsOf(session, trace);
	const { state, cookies, landing } = await proofsOf({ ...session, authorizationResponse }, attempts);
	const isRefused = landing.known && landing.value.came === 'refused';
	return onlyKnown({
		stateChange: changeOf(state),
		stateOwner: nameOf(attempts, state.known && !state.value.equal ? state.value.attempt : undefined),
		cookiesLost: isRefused && cookies.known && !cookies.value.back ? cookies.value.how : undefined,
		silentFrame: isSilentFrame(session),
		frameCookie: cookieOfFrame(session)
	});
}
