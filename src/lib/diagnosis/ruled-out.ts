import { formType } from '$lib/message/form-body';
import { isLoopback } from '$lib/message/loopback';
import type { DiagnosisCode } from '$lib/lexicon/causes';
import { isChallengeForm, isVerifierForm } from '$lib/message/challenge';
import { wasAskedWith, wasSentWith, type Session, type SessionEvidence } from './evidence';
import { nameInText, requestNames } from './parameter-names';
import type { Read } from './seen';
import { requiredOf } from './evidence-missing';
import { deviceCode, tokenExchange } from './grants';
import { isChallengeWrong } from './evidence-proofs';

/** Whether the run has a fact with which a cause cannot be true. */
type Denial = (session: Session, read: Read) => boolean;

const lacks =
	(name: string): Denial =>
	(session) =>
		wasSentWith(session, name) === false;

const isTrue =
	(name: keyof SessionEvidence): Denial =>
	(session) =>
		session.flag(name) === true;

const isFalse =
	(name: keyof SessionEvidence): Denial =>
	(session) =>
		session.flag(name) === false;

const is =
	(name: keyof SessionEvidence, value: string): Denial =>
	(session) =>
		session.text(name) === value;

const areEqual =
	(one: keyof SessionEvidence, other: keyof SessionEvidence): Denial =>
	(session) =>
		session.text(one) !== undefined && session.text(one) === session.text(other);

const challengeSent: Denial = (session) =>
	Boolean(session.text('challenge') ?? wasAskedWith(session, 'code_challenge'));

const noChallenge: Denial = (session) => wasAskedWith(session, 'code_challenge') === false;

const challengeHasItsForm: Denial = (session) => {
	const challenge = session.text('challenge');
	return challenge !== undefined && isChallengeForm(challenge, session.text('challengeMethod'));
};

/** S256, which the metadata does not leave out. */
const methodIsKnown: Denial = (session) => {
	const methods = session.list('methodsSupported');
	return session.text('challengeMethod') === 'S256' && (!methods?.length || methods.includes('S256'));
};

const verifierSent: Denial = (session) =>
	Boolean(session.text('verifierSent') ?? wasSentWith(session, 'code_verifier'));

const verifierHasItsForm: Denial = (session) => isVerifierForm(session.text('verifierSent') ?? '');

/** The challenge was made of this very verifier, in a way that no server goes. */
const challengeIsWrong: Denial = (session) => isChallengeWrong(session.text('challengeFault'));

/** RFC 6749 §3.2 and Appendix B: what every message to these endpoints is. */
const isWellFormed = (session: Session): boolean =>
	session.text('method') === 'POST' &&
	session.text('mediaType') === formType &&
	(session.text('sentAs') ?? 'form') === 'form' &&
	session.list('doubledParameters')?.length === 0;

const aboutForm =
	/\bmethods?\b|\bget\b|\bpost\b|content.?type|media type|urlencoded|\bjson\b|duplicate|repeated|more than once|multiple/i;

/** What is left of “malformed” where method, encoding and number are right: a value. */
const aboutValue =
	/malformed|invalid|illegal|pars|format|syntax|value|unsupported|characters|too (?:long|short)|must be|bad/i;

const isAboutForm = ({ status, texts }: Read): boolean => {
	const words = texts.join(' ');
	return status === 405 || status === 415 || aboutForm.test(words) || !aboutValue.test(words);
};

/** The parameters that the words of a server name. */
function namesIn({ texts }: Read, sent: readonly string[]): string[] {
	const names = [...texts.join(' ').matchAll(nameInText)].map(([name]) => name);
	return names.filter((name) => requestNames.has(name) || sent.includes(name));
}

/** What the standard requires was sent, and so was every parameter that the words name. */
function nothingMissing(session: Session, read: Read): boolean {
	const sent = session.list('requestParameters');
	const needed = requiredOf(read.place, session);
	if (!sent || !needed.every((name) => sent.includes(name))) return false;
	const named = namesIn(read, sent);
	if (named.length > 0) return named.every((name) => sent.includes(name));
	return read.texts.length === 0 && needed.length > 0;
}

/** A name, not an address in numbers, and not this machine. */
const isOrdinaryHost = (url: URL): boolean =>
	!isLoopback(url) && /^(?=.*\.)[^*[]*[a-z][^*[]*$/.test(url.hostname);

function isOrdinaryAddress(address: string | undefined): boolean {
	if (address === undefined || !URL.canParse(address)) return false;
	const url = new URL(address);
	return url.protocol === 'https:' && url.hash === '' && isOrdinaryHost(url);
}

const redirectUriIsOrdinary: Denial = (session) => isOrdinaryAddress(session.text('redirectUriAuthorize'));

const noScope: Denial = (session, { place }) =>
	(place === 'authorization' || place === 'par') && wasAskedWith(session, 'scope') === false;

/** The token has every scope that the answer asks for. */
const scopeIsEnough: Denial = (session) => {
	const granted = session.text('grantedScope')?.split(' ');
	const required = session.text('requiredScope')?.split(' ').filter(Boolean) ?? [];
	return granted !== undefined && required.length > 0 && required.every((name) => granted.includes(name));
};

const noOfflineAccess: Denial = (session) =>
	session.list('authorizationParameters') !== undefined &&
	!(session.text('scope') ?? '').split(' ').includes('offline_access');

/** No prompt=none was sent. */
const mayAsk: Denial = (session) =>
	session.list('authorizationParameters') !== undefined && session.text('prompt') !== 'none';

const stateIsOrdinary: Denial = (session) => /^[\w-]{16,}$/.test(session.text('stateSent') ?? '');

/** The proof has a nonce, and the answer brings no other. */
const nonceIsCurrent: Denial = (session) => {
	const sent = session.text('proofNonce');
	return sent !== undefined && (session.text('nonceOffered') ?? sent) === sent;
};

/** RFC 8693 §2.1: no other grant shows a token. */
const showsNoToken: Denial = (session, { place }) =>
	place === 'grant' && session.text('grantType') !== tokenExchange;

/** RFC 8628 §3.5: no other grant has asked a person elsewhere. */
const asksNobody: Denial = (session, { place }) =>
	place === 'grant' && session.text('grantType') !== deviceCode;

const formIsRight: Denial = (session, read) => isWellFormed(session) && isAboutForm(read);

/** Nothing that was sent can deny these: they are about settings, sessions and people at the server. */
const none: readonly Denial[] = [];

/**
 * Each cause that says something about what was sent, with the facts that deny it. What is denied is no answer, whatever
 * the words of the server: its sentence may be general or wrong, and what went out is known.
 */
export const denials: Readonly<Record<DiagnosisCode, readonly Denial[]>> = {
	'pkce-challenge-missing': [challengeSent],
	'pkce-challenge-malformed': [challengeHasItsForm, noChallenge],
	'pkce-challenge-misderived': none,
	'pkce-method-mismatch': none,
	'pkce-method-unsupported': [methodIsKnown, noChallenge],
	'pkce-verifier-mismatch': [
		areEqual('expectedChallenge', 'challenge'),
		lacks('code_verifier'),
		challengeIsWrong
	],
	'pkce-verifier-missing': [verifierSent],
	'pkce-verifier-malformed': [verifierHasItsForm, lacks('code_verifier')],
	'pkce-verifier-without-challenge': [challengeSent, lacks('code_verifier')],
	'redirect-uri-not-registered': none,
	'redirect-uri-differs-at-token': [areEqual('redirectUriAuthorize', 'redirectUriToken')],
	'redirect-uri-form-not-allowed': [redirectUriIsOrdinary],
	'post-logout-redirect-uri-not-registered': none,
	'code-expired': [lacks('code')],
	'code-already-used': [lacks('code')],
	'code-differs': none,
	'code-issued-to-another-client': [areEqual('clientIdAuthorize', 'clientIdToken'), lacks('code')],
	'issuer-mismatch': [
		areEqual('issuerAuthorize', 'issuerToken'),
		areEqual('issuerOfDocument', 'issuerOfAddress')
	],
	'session-expired': none,
	'client-unknown': none,
	'client-authentication-required': none,
	'client-secret-not-allowed': [is('clientAuthentication', 'none')],
	'client-platform-not-spa': [isFalse('fromPage')],
	// What a page sends has an Origin.
	'origin-header-required': [isTrue('fromPage')],
	'origin-not-allowed': [isFalse('fromPage')],
	'endpoint-unreachable': [isTrue('answered')],
	'scope-not-allowed': [noScope],
	'insufficient-scope': [scopeIsEnough, isFalse('accessTokenSent')],
	'offline-access-not-allowed': [noOfflineAccess],
	'audience-not-allowed': none,
	'login-required': [mayAsk],
	'silent-frame-without-session': none,
	'interaction-required': none,
	'consent-required': none,
	'admin-consent-required': none,
	// Nobody was asked.
	'user-denied': [is('prompt', 'none'), asksNobody],
	'account-not-allowed': none,
	'access-policy-denied': none,
	'refresh-token-expired': [lacks('refresh_token')],
	'refresh-token-reused': [lacks('refresh_token')],
	'refresh-token-revoked': [lacks('refresh_token')],
	'grant-not-enabled': none,
	'response-type-unsupported': [is('responseType', 'code')],
	'state-invalid': [stateIsOrdinary],
	'state-mismatch': [areEqual('stateSent', 'stateReturned')],
	'state-altered': none,
	'callback-cookie-lost': none,
	'par-required': [isTrue('pushed')],
	'dpop-required': [isTrue('proofSent')],
	'dpop-nonce-required': [isFalse('proofSent'), nonceIsCurrent],
	'dpop-proof-invalid': [isFalse('proofSent')],
	'dpop-proof-time-invalid': [isFalse('proofSent')],
	'request-malformed': [formIsRight],
	'request-parameter-missing': [nothingMissing],
	'rate-limited': none,
	'request-headers-too-large': none,
	'nonce-mismatch': none,
	'signing-key-unknown': none,
	'signing-algorithm-unexpected': none,
	'clocks-differ': none,
	'access-token-invalid': [isFalse('accessTokenSent'), showsNoToken],
	// A client that has a token has found the server.
	'discovery-failed': [isTrue('accessTokenSent')],
	'resource-metadata-mismatch': [isTrue('accessTokenSent')],
	'registration-failed': none,
	'pkce-not-advertised': none,
	'server-failed': none
};

/** Whether the run denies a cause. */
export const isDenied = (code: DiagnosisCode, session: Session, read: Read): boolean =>
	denials[code].some((denies) => denies(session, read));
