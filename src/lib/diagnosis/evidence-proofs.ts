/** What the two requests and the answer between them prove when they are held side by side: a byte is a byte. */
import {
	challengeFaults,
	cookieLosses,
	redirectDifferences,
	valueChanges,
	type ChallengeFault,
	type ValueChange
} from '$lib/lexicon/proofs';
import { tell } from '$lib/lexicon/said';
import type { Session } from './evidence';
import { isAboutElse, sign, type EvidenceRule } from './evidence-rule';
import type { Read } from './seen';
import type { Sign } from './sign';

const among = <Name extends string>(names: readonly Name[], text: string | undefined): Name | undefined =>
	names.find((name) => name === text);

const methodFaults: ReadonlySet<ChallengeFault> = new Set([
	...(['method-on-plain', 'method-plain', 'method-missing', 'method-case', 'method-unknown'] as const)
]);

/** The verifier is another one, or the requests lack one of the two: the challenge itself may be right. */
const otherFaults: ReadonlySet<ChallengeFault> = new Set([
	...(['other-attempt', 'other', 'verifier-encoded', 'verifier-missing', 'challenge-missing'] as const)
]);

/** Whether a challenge was made of the verifier that was sent, and made wrongly. */
export function isChallengeWrong(text: string | undefined): boolean {
	const fault = among(challengeFaults, text);
	return fault !== undefined && !otherFaults.has(fault);
}

const isToken = ({ step, place }: Read): boolean =>
	place === 'token' || (place === undefined && step === 'token');

/** RFC 7636 §4.6. */
function challengeSign(session: Session, read: Read): Sign | false {
	const fault = among(challengeFaults, session.text('challengeFault'));
	if (fault === undefined || !isToken(read) || isAboutElse(read)) return false;
	if (methodFaults.has(fault)) return sign('pkce-method-mismatch', 0.98, tell('challenge-fault', fault));
	if (isChallengeWrong(fault)) return sign('pkce-challenge-misderived', 0.98, tell('challenge-fault', fault));
	const owner = session.text('verifierOwner');
	if (fault === 'other-attempt' && owner !== undefined)
		return sign('pkce-verifier-mismatch', 0.98, tell('verifier-of-named-attempt', owner));
	return fault === 'other' || fault === 'verifier-encoded'
		? sign('pkce-verifier-mismatch', 0.98, tell('challenge-fault', fault))
		: false;
}

/** Both values of a challenge are public: the one that was sent went through the address bar. */
function challengesSign(session: Session, read: Read): Sign | false {
	const found = challengeSign(session, read);
	const [expected, sent] = [session.text('expectedChallenge'), session.text('challenge')];
	return (
		found !== false &&
		expected !== undefined &&
		sent !== undefined &&
		expected !== sent &&
		// By the method `plain` it is the verifier itself, which is nobody's to read.
		session.text('challengeMethod') === 'S256' &&
		sign(found.code, found.weight, tell('two-challenges', expected, sent))
	);
}

/** The method as it was written. */
function methodSign(session: Session, read: Read): Sign | false {
	const found = challengeSign(session, read);
	const method = session.text('challengeMethod');
	return (
		found !== false &&
		found.code === 'pkce-method-mismatch' &&
		method !== undefined &&
		sign(found.code, found.weight, tell('value-of', 'code_challenge_method', method))
	);
}

const differences: EvidenceRule = (session, read) => {
	const found = session.list('redirectDifferences') ?? [];
	const named = redirectDifferences.filter(
		(name) => found.includes(name) && name !== 'not-repeated' && name !== 'only-repeated'
	);
	return (
		named.length > 0 &&
		isToken(read) &&
		!isAboutElse(read) &&
		sign('redirect-uri-differs-at-token', 0.98, tell('redirect-uris-differ', ...named))
	);
};

/** What came as one value and went as another: the same value in another spelling, or a part of it. */
const alterations: ReadonlySet<ValueChange> = new Set([
	...(['plus', 'encoded', 'decoded', 'letter-case', 'alphabet', 'space', 'cut', 'longer'] as const)
]);

const code: EvidenceRule = (session, read) => {
	const change = among(valueChanges, session.text('codeChange'));
	if (change === undefined || change === 'missing' || change === 'unasked') return false;
	return (
		isToken(read) && !isAboutElse(read) && sign('code-differs', 0.98, tell('value-change', 'code', change))
	);
};

const state: EvidenceRule = (session, read) => {
	const change = among(valueChanges, session.text('stateChange'));
	if (change === undefined || read.place !== 'authorization') return false;
	if (alterations.has(change)) return sign('state-altered', 0.98, tell('value-change', 'state', change));
	const owner = session.text('stateOwner');
	if (owner !== undefined) return sign('state-mismatch', 0.98, tell('state-of-named-attempt', owner));
	// An error that came without it is told by itself.
	if (change === 'missing')
		return read.error === '' && sign('state-mismatch', 0.95, tell('value-change', 'state', change));
	return sign('state-mismatch', 0.98, tell('state-of-another-attempt'));
};

/** OIDC Core §3.1.2.6: in a frame of another site the server sees who is signed in only where the browser sends cookies. */
const frame: EvidenceRule = (session, read) =>
	read.error === 'login_required' &&
	session.flag('silentFrame') === true &&
	session.flag('frameCookie') !== true &&
	sign(
		'silent-frame-without-session',
		0.98,
		tell(session.flag('frameCookie') === false ? 'frame-without-cookie' : 'frame-of-another-site')
	);

const preflight: EvidenceRule = (session) => {
	const lacks = session.list('preflightLacks') ?? [];
	return lacks.length > 0 && sign('origin-not-allowed', 0.97, tell('preflight-refused', ...lacks));
};

/** Where the application refused the answer: what it had kept for the sign-in it finds by its cookie. */
const cookies: EvidenceRule = (session, read) => {
	const lost = session.list('cookiesLost') ?? [];
	const why = cookieLosses.filter((name) => lost.includes(name));
	return (
		why.length > 0 &&
		read.place === 'authorization' &&
		read.error === '' &&
		sign('callback-cookie-lost', 0.97, tell('cookies-did-not-come', ...why))
	);
};

export const proofEvidence: readonly EvidenceRule[] = [
	challengeSign,
	challengesSign,
	methodSign,
	differences,
	code,
	state,
	frame,
	cookies,
	preflight
];
