/**
 * What the messages of an attempt prove, in plain facts that hold no value of a message: they can be kept, compared and
 * handed on with a file from which the values were taken out. A placeholder is compared with nothing.
 */
import { areHashedApart, isHashed } from '$lib/lexicon/removed';
import {
	proofsVersion,
	type Bearer,
	type ChallengeFault,
	type CookieLoss,
	type ProofGap,
	type RedirectDifference,
	type SentAs,
	type ValueChange
} from '$lib/lexicon/proofs';
import { challengeOf, isVerifierForm } from '$lib/message/challenge';
import { challengeFault } from '$lib/message/misderived';
import { readClientRequest } from '$lib/message/token-request';
import { redirectDifference, valueChange } from '$lib/message/value-change';
import type { HttpRequest } from '$lib/wire/http';
import { bearerOf } from './proof-of-bearer';
import { clockOf } from './proof-of-clock';
import { applicationCookies, serverCookies, toldCookies } from './proof-of-cookies';
import { landingOf, type Landed } from './proof-of-landing';
import { signatureOf } from './proof-of-signature';
import { secondsToRedeem, usesOf, type Uses } from './proof-of-uses';
import { asked, known, receivedValue, sentInRedemption, unknown, type Proof } from './proof';
import type { Attempt, Session } from './session';

export type { Proof } from './proof';

/** `attempt`: the place of the other attempt in the walk, from 0, where the value is that of another one. */
interface OfOther {
	attempt?: number;
}

export interface Proofs {
	version: typeof proofsVersion;
	/** Whether the challenge is that of the verifier, by the method that was sent. */
	challenge: Proof<{ matches: true } | ({ matches: false; how: ChallengeFault } & OfOther)>;
	/** Whether the state came back as it was sent. */
	state: Proof<{ equal: true } | ({ equal: false; how: ValueChange } & OfOther)>;
	/** Whether both requests name the same redirect URI, or both none. */
	redirectUri: Proof<{ equal: true } | { equal: false; how: RedirectDifference[] }>;
	/** Whether the code was sent as it came. */
	code: Proof<{ equal: true } | ({ equal: false; how: ValueChange } & OfOther)>;
	/** The token requests that carry the code. */
	uses: Proof<Uses>;
	/** From the code to the first token request that carries it. */
	secondsToRedeem: Proof<number>;
	/** Of the ID token that came for the code. */
	signature: Proof<{ valid: boolean; alg?: string; kid?: string }>;
	/** Seconds by which the clock of the server was ahead of the recorder's. */
	clock: Proof<{ seconds: number; by: 'date' | 'iat' }>;
	/** How the parameters of the token request were sent: RFC 6749 §3.2, §4.1.3. */
	tokenRequest: Proof<{ sentAs: SentAs }>;
	/** What the newest call of an API carried as its token. */
	bearer: Proof<{ sent: Bearer }>;
	/** Whether the cookies that the application set before the person left came back with the answer. */
	cookies: CookiesProof;
	/** The same of the server, on its last page. */
	serverCookies: CookiesProof;
	/** What the application did with the browser that came back. */
	landing: Proof<Landed>;
}

type CookiesProof = Proof<{ back: true } | { back: false; how: CookieLoss[] }>;

const isNotSent = (one: Proof<string>): boolean => !one.known && one.why === 'not-sent';

const place = (one: Attempt | undefined): OfOther => (one ? { attempt: one.id } : {});

/** The other attempts that sent or got a value. */
const withValue = (
	others: readonly Attempt[],
	value: string,
	valueIn: (one: Attempt) => Proof<string>
): Attempt | undefined =>
	others.find((one) => {
		const its = valueIn(one);
		return its.known && its.value === value;
	});

/** RFC 7636 §4.6: the attempt whose challenge is that of this verifier, or whose verifier is that of this challenge. */
async function ownerOf(
	others: readonly Attempt[],
	verifier: string,
	challenge: string
): Promise<Attempt | undefined> {
	const hash = await challengeOf(verifier, 'S256');
	const byChallenge = withValue(others, hash, (one) => asked(one, 'code_challenge'));
	if (byChallenge) return byChallenge;
	for (const one of others) {
		const its = sentInRedemption(one, 'code_verifier');
		if (its.known && (await challengeOf(its.value, 'S256')) === challenge) return one;
	}
	return undefined;
}

async function challengeProof(session: Attempt, others: readonly Attempt[]): Promise<Proofs['challenge']> {
	const challenge = asked(session, 'code_challenge');
	const verifier = sentInRedemption(session, 'code_verifier');
	if (challenge.known && isNotSent(verifier)) return known({ matches: false, how: 'verifier-missing' });
	if (verifier.known && isNotSent(challenge)) return known({ matches: false, how: 'challenge-missing' });
	if (!challenge.known) return challenge;
	if (!verifier.known) return verifier;
	const method = asked(session, 'code_challenge_method');
	if (!method.known && method.why !== 'not-sent') return method;
	const [of, by] = [verifier.value, challenge.value];
	const how = await challengeFault(of, by, method.known ? method.value : undefined);
	if (how === undefined) return known({ matches: true });
	// Both hashed by who saved the file, as other values of it are: nothing is left that gives the challenge.
	const besides = [asked(session, 'state'), receivedValue(session, 'code')];
	const isFileHashed = besides.some((one) => one.known && isHashed(one.value));
	if (how === 'other' && isHashed(of) && isHashed(by) && isFileHashed) return unknown('taken-out');
	if (how !== 'other' || !isVerifierForm(of)) return known({ matches: false, how });
	const other = await ownerOf(others, of, by);
	return known({ matches: false, how: other ? 'other-attempt' : how, ...place(other) });
}

/** How one value became another; where it is nothing like it, whose it is. */
function changed(was: string, is: string, owner: () => Attempt | undefined): Proofs['state'] {
	const how = valueChange(was, is);
	if (how === undefined) return known({ equal: true });
	if (how === 'other' && areHashedApart(was, is) && !owner()) return unknown('taken-out');
	const other = owner();
	return known({ equal: false, how: other ? 'other-attempt' : how, ...place(other) });
}

function stateProof(session: Attempt, others: readonly Attempt[]): Proofs['state'] {
	const sent = asked(session, 'state');
	const came = receivedValue(session, 'state');
	if (sent.known && came.known)
		return changed(sent.value, came.value, () => withValue(others, came.value, (one) => asked(one, 'state')));
	// RFC 6749 §4.1.2: it comes back where it was sent, and only there.
	if (sent.known && !came.known && came.why === 'not-sent') return known({ equal: false, how: 'missing' });
	if (came.known && !sent.known && sent.why === 'not-sent') return known({ equal: false, how: 'unasked' });
	return sent.known ? unknown(came.known ? 'not-sent' : came.why) : sent;
}

function codeProof(session: Attempt, others: readonly Attempt[]): Proofs['code'] {
	const came = receivedValue(session, 'code');
	if (!came.known) return came;
	const sent = sentInRedemption(session, 'code');
	if (!sent.known) return sent.why === 'not-sent' ? known({ equal: false, how: 'missing' }) : sent;
	return changed(came.value, sent.value, () =>
		withValue(others, sent.value, (one) => receivedValue(one, 'code'))
	);
}

/** RFC 6749 §4.1.3: where the authorization request had one, the token request has the very same. */
function redirectProof(session: Attempt): Proofs['redirectUri'] {
	const first = asked(session, 'redirect_uri');
	const second = sentInRedemption(session, 'redirect_uri');
	if (first.known && second.known) {
		const how = redirectDifference(first.value, second.value);
		return known(how.length === 0 ? { equal: true } : { equal: false, how });
	}
	if (first.known && isNotSent(second)) return known({ equal: false, how: ['not-repeated'] });
	if (second.known && isNotSent(first)) return known({ equal: false, how: ['only-repeated'] });
	if (isNotSent(first) && isNotSent(second)) return known({ equal: true });
	const gap = (one: Proof<string>): ProofGap | undefined => (one.known ? undefined : one.why);
	const gaps = [gap(first), gap(second)];
	return unknown(gaps.find((one) => one !== undefined && one !== 'not-sent') ?? 'not-recorded');
}

function formProof({ exchange }: Attempt): Proofs['tokenRequest'] {
	const sent: HttpRequest | undefined = exchange?.exchange.request;
	const read = sent && readClientRequest(sent);
	return read ? known({ sentAs: read.sentAs }) : unknown('not-recorded');
}

/** `attempts`: those of the whole walk, so that a value of another one is known as its. */
export async function proofsOf(session: Session, attempts: readonly Attempt[] = []): Promise<Proofs> {
	const others = attempts.filter(({ id }) => id !== session.id);
	return {
		version: proofsVersion,
		challenge: await challengeProof(session, others),
		state: stateProof(session, others),
		redirectUri: redirectProof(session),
		code: codeProof(session, others),
		uses: usesOf(session, attempts),
		secondsToRedeem: secondsToRedeem(session, attempts),
		signature: signatureOf(session),
		clock: clockOf(session),
		tokenRequest: formProof(session),
		bearer: bearerOf(session),
		cookies: toldCookies(applicationCookies(session)),
		serverCookies: toldCookies(serverCookies(session)),
		landing: landingOf(session, attempts)
	};
}
