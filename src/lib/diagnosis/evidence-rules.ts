import { tell } from '$lib/lexicon/said';
import { isPlaceholder } from '$lib/lexicon/placeholders';
import type { Sign } from './sign';
import { isLoopback } from '$lib/message/loopback';
import { isChallengeForm, isVerifierForm } from '$lib/message/challenge';
import type { Session } from './evidence';
import { hiddenSign } from './hidden-sign';
import type { Read } from './seen';
import { differ, sign, type EvidenceRule } from './evidence-rule';
import { accessEvidence, networkEvidence } from './evidence-access';
import { missingEvidence } from './evidence-missing';
import { proofEvidence } from './evidence-proofs';
import { discoveryEvidence } from './evidence-discovery';

function differsByPort(sent: string, registered: string): boolean {
	if (!URL.canParse(sent) || !URL.canParse(registered)) return false;
	const [one, other] = [new URL(sent), new URL(registered)];
	return (
		isLoopback(one) &&
		one.port !== other.port &&
		one.hostname === other.hostname &&
		one.pathname === other.pathname
	);
}

const isBack = ({ step, error }: Read): boolean =>
	step === 'token' || (step === undefined && error === 'invalid_grant');

const isFront = ({ step }: Read): boolean =>
	step === 'authorize' || step === 'callback' || step === undefined;

const isRefresh = (session: Session): boolean => session.text('grantType') === 'refresh_token';

const pkceEvidence: readonly EvidenceRule[] = [
	(session, read) => {
		const verifier = session.text('verifierSent') ?? session.text('verifier');
		return (
			isBack(read) &&
			verifier !== undefined &&
			!isPlaceholder(verifier) &&
			!isVerifierForm(verifier) &&
			sign('pkce-verifier-malformed', 0.97, tell('verifier-form', verifier.length))
		);
	},
	(session, read) =>
		isBack(read) &&
		session.text('challengeFault') === undefined &&
		differ(session.text('expectedChallenge'), session.text('challenge')) &&
		sign('pkce-verifier-mismatch', 0.98, tell('verifier-of-another-challenge')),
	(session, read) =>
		isBack(read) &&
		differ(session.text('verifier'), session.text('verifierSent')) &&
		sign('pkce-verifier-mismatch', 0.98, tell('verifier-of-another-attempt')),
	(session, read) => {
		const challenge = session.text('challenge');
		const method = session.text('challengeMethod');
		// RFC 7636 §4.2: the digest in hex digits is 64 characters, and base64url characters as well.
		const found =
			method === 'S256' && challenge !== undefined
				? tell('challenge-length', `${challenge.length}`)
				: tell('challenge-form');
		return (
			isFront(read) &&
			challenge !== undefined &&
			!isPlaceholder(challenge) &&
			!isChallengeForm(challenge, method) &&
			// A server that takes it may refuse for another reason.
			(!isChallengeForm(challenge, 'plain') || (read.error ?? 'invalid_request') === 'invalid_request') &&
			sign('pkce-challenge-malformed', 0.96, found)
		);
	},
	(session, read) => {
		const methods = session.list('methodsSupported');
		const method = session.text('challengeMethod') ?? (session.text('challenge') ? 'plain' : undefined);
		return (
			isFront(read) &&
			method !== undefined &&
			methods !== undefined &&
			methods.length > 0 &&
			!methods.includes(method) &&
			sign('pkce-method-unsupported', 0.96, tell('not-among', method, ...methods))
		);
	}
];

const addressEvidence: readonly EvidenceRule[] = [
	(session, read) => {
		const asked = session.text('redirectUriAuthorize');
		const sent = session.text('redirectUriToken');
		return (
			isBack(read) &&
			asked !== undefined &&
			sent !== undefined &&
			asked !== sent &&
			sign('redirect-uri-differs-at-token', 0.98, tell('two-values', asked, sent))
		);
	},
	(session, read) =>
		isBack(read) &&
		differ(session.text('clientIdAuthorize'), session.text('clientIdToken')) &&
		sign('code-issued-to-another-client', 0.97, tell('two-client-ids')),
	(session, read) =>
		isBack(read) &&
		differ(session.text('issuerAuthorize'), session.text('issuerToken')) &&
		sign('issuer-mismatch', 0.97, tell('two-issuers'))
];

/** RFC 6749 §4.1.2.1: of these the server tells nobody but the person, unless it publishes what it decided. */
const unansweredEvidence: readonly EvidenceRule[] = [
	(session) => {
		const sent = session.text('redirectUriAuthorize');
		const registered = session.list('registeredRedirectUris') ?? [];
		return (
			sent !== undefined &&
			session.list('refusedFor')?.includes('as-redirect-uri-registered') &&
			sign('redirect-uri-not-registered', 0.98, tell('not-among', sent, ...registered))
		);
	},
	// RFC 8252 §7.3: a server MUST allow any port of a loopback address.
	(session) => {
		const sent = session.text('redirectUriAuthorize');
		const registered = session.list('registeredRedirectUris') ?? [];
		return (
			sent !== undefined &&
			registered.some((one) => differsByPort(sent, one)) &&
			sign('redirect-uri-not-registered', 0.98, tell('loopback-port', sent))
		);
	},
	(session) => {
		const sent = session.text('clientIdAuthorize');
		return (
			sent !== undefined &&
			session.list('refusedFor')?.includes('as-client-known') &&
			sign('client-unknown', 0.98, tell('value-of', 'client_id', sent))
		);
	},
	// Nothing came back, and this is what differs from a request that the walk would have made.
	(session, read) => {
		const sent = session.text('redirectUriAuthorize');
		const built = session.text('redirectUriBuilt');
		return (
			read.place === 'authorization' &&
			session.flag('answered') === false &&
			session.list('refusedFor') === undefined &&
			sent !== undefined &&
			built !== undefined &&
			sent !== built &&
			sign('redirect-uri-not-registered', 0.85, tell('two-values', sent, built))
		);
	}
];

const shortLifetime = 60_000;
const codeLifetime = 5 * 60_000;
const tooLong = 60 * 60_000;

const codeEvidence: readonly EvidenceRule[] = [
	(session, read) => {
		const times = session.number('codeSentTimes') ?? 0;
		return (
			isBack(read) &&
			!isRefresh(session) &&
			times > 1 &&
			sign('code-already-used', 0.97, tell('code-sent-times', times))
		);
	},
	(session, read) => {
		const received = session.number('codeReceivedAt');
		const sent = session.number('codeSentAt');
		const late = received !== undefined && sent !== undefined ? sent - received : 0;
		if (!isBack(read) || isRefresh(session) || late < shortLifetime) return false;
		// Some servers let a code live for a minute: there it may be the cause, and nothing proves it.
		if (late < codeLifetime)
			return (
				read.error === 'invalid_grant' &&
				sign('code-expired', 0.7, tell('code-sent-seconds-after', Math.round(late / 1000)))
			);
		return sign(
			'code-expired',
			late > tooLong ? 0.97 : 0.93,
			tell('code-sent-after', Math.round(late / 60_000))
		);
	},
	(session, read) =>
		isBack(read) &&
		isRefresh(session) &&
		(session.number('refreshTokenSentTimes') ?? 0) > 1 &&
		sign('refresh-token-reused', 0.96, tell('refresh-token-sent-before')),
	(session, read) =>
		isBack(read) &&
		isRefresh(session) &&
		session.flag('olderRefreshTokenRefused') &&
		sign('refresh-token-reused', 0.97, tell('older-refresh-token-sent')),
	(session, read) =>
		read.step === 'callback' &&
		session.text('stateChange') === undefined &&
		differ(session.text('stateSent'), session.text('stateReturned')) &&
		sign('state-mismatch', 0.98, tell('state-of-another-attempt')),
	(session) => {
		const [found, address] = [session.text('issuerOfDocument'), session.text('issuerOfAddress')];
		return (
			found !== undefined &&
			address !== undefined &&
			found !== address &&
			sign('issuer-mismatch', 0.97, tell('issuer-of-document', found, address))
		);
	},
	// RFC 9207 §2.4: an answer that does not name the issuer of the request is to be refused.
	(session, read) => {
		const expected = session.text('issuerExpected');
		const returned = session.text('issuerReturned');
		if (read.step !== 'callback' || expected === undefined) return false;
		if (returned !== undefined)
			return sign('issuer-mismatch', 0.97, tell('issuer-of-answer', returned, expected));
		return (
			session.flag('issuerPromised') === true &&
			sign('issuer-mismatch', 0.9, tell('issuer-promised', expected))
		);
	}
];

const evidenceRules: readonly EvidenceRule[] = [
	...missingEvidence,
	...proofEvidence,
	...pkceEvidence,
	...addressEvidence,
	...unansweredEvidence,
	...codeEvidence,
	hiddenSign,
	...accessEvidence,
	...discoveryEvidence,
	networkEvidence
];

/** What the run itself speaks for. It outweighs words: a server's sentence may be general, a byte is a byte. */
export const sessionSigns = (session: Session, read: Read): Sign[] =>
	evidenceRules
		.map((evidenceRule) => evidenceRule(session, read))
		.filter((found): found is Sign => Boolean(found));
