import { formType } from '$lib/message/form-body';
import { isLoopback } from '$lib/message/loopback';
import type { DiagnosisCode } from '$lib/lexicon/causes';
import { isChallengeForm, isVerifierForm } from '$lib/message/challenge';
import { wasAskedWith, wasSentWith, type Session } from './evidence';
import { nameInText, requestNames } from './parameter-names';
import type { Read } from './seen';
import { requiredOf } from './evidence-missing';

/** A fact of the run with which a cause cannot be true. `shows` says it, for whoever reads the table or a test of it. */
export interface Denial {
	shows: string;
	holds: (session: Session, read: Read) => boolean;
}

const isEqual = (one: string | undefined, other: string | undefined): boolean =>
	one !== undefined && one === other;

const deny = (shows: string, holds: Denial['holds']): Denial => ({ shows, holds });

const lacks = (name: string): Denial =>
	deny(`no ${name} was sent`, (session) => wasSentWith(session, name) === false);

const challengeSent = deny('the authorization request had a code_challenge', (session) =>
	Boolean(session.text('challenge') ?? wasAskedWith(session, 'code_challenge'))
);

const noProof = deny('no proof was sent', (session) => session.flag('proofSent') === false);

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

/** Nothing that was sent can deny these: they are about settings, sessions and people at the server. */
const none: readonly Denial[] = [];

const mayAsk = deny('no prompt=none was sent', (session) =>
	session.list('authorizationParameters') === undefined ? false : session.text('prompt') !== 'none'
);

/**
 * Each cause that says something about what was sent, with the facts that deny it. What is denied is no answer, whatever
 * the words of the server: its sentence may be general or wrong, and what went out is known.
 */
export const denials: Readonly<Record<DiagnosisCode, readonly Denial[]>> = {
	'pkce-challenge-missing': [challengeSent],
	'pkce-challenge-malformed': [
		deny('the challenge has the form of its method', (session) => {
			const challenge = session.text('challenge');
			return challenge !== undefined && isChallengeForm(challenge, session.text('challengeMethod'));
		}),
		deny('no code_challenge was sent', (session) => wasAskedWith(session, 'code_challenge') === false)
	],
	'pkce-method-unsupported': [
		deny('S256 was sent, and the metadata does not leave it out', (session) => {
			const methods = session.list('methodsSupported');
			return session.text('challengeMethod') === 'S256' && (!methods?.length || methods.includes('S256'));
		}),
		deny('no code_challenge was sent', (session) => wasAskedWith(session, 'code_challenge') === false)
	],
	'pkce-verifier-mismatch': [
		deny('the verifier gives the challenge that was sent', (session) =>
			isEqual(session.text('expectedChallenge'), session.text('challenge'))
		),
		lacks('code_verifier')
	],
	'pkce-verifier-missing': [
		deny('a code_verifier was sent', (session) =>
			Boolean(session.text('verifierSent') ?? wasSentWith(session, 'code_verifier'))
		)
	],
	'pkce-verifier-malformed': [
		deny('the verifier has its form', (session) => isVerifierForm(session.text('verifierSent') ?? '')),
		lacks('code_verifier')
	],
	'pkce-verifier-without-challenge': [challengeSent, lacks('code_verifier')],
	'redirect-uri-not-registered': none,
	'redirect-uri-differs-at-token': [
		deny('both requests have the same redirect_uri', (session) =>
			isEqual(session.text('redirectUriAuthorize'), session.text('redirectUriToken'))
		)
	],
	'redirect-uri-form-not-allowed': [
		deny('redirect_uri is an https address with a host name and no fragment', (session) =>
			isOrdinaryAddress(session.text('redirectUriAuthorize'))
		)
	],
	'post-logout-redirect-uri-not-registered': none,
	'code-expired': [lacks('code')],
	'code-already-used': [lacks('code')],
	'code-issued-to-another-client': [
		deny('both requests have the same client_id', (session) =>
			isEqual(session.text('clientIdAuthorize'), session.text('clientIdToken'))
		),
		lacks('code')
	],
	'issuer-mismatch': [
		deny('the answer with the code names the issuer that the code was sent to', (session) =>
			isEqual(session.text('issuerAuthorize'), session.text('issuerToken'))
		)
	],
	'session-expired': none,
	'client-unknown': none,
	'client-authentication-required': none,
	'client-secret-not-allowed': [
		deny('the client sent nothing to authenticate with', (session) =>
			isEqual(session.text('clientAuthentication'), 'none')
		)
	],
	'client-platform-not-spa': [
		deny('no page sent the request', (session) => session.flag('fromPage') === false)
	],
	'origin-header-required': [
		deny('a page sent the request, so it had an Origin', (session) => session.flag('fromPage') === true)
	],
	'origin-not-allowed': [deny('no page sent the request', (session) => session.flag('fromPage') === false)],
	'endpoint-unreachable': [deny('an answer came', (session) => session.flag('answered') === true)],
	'scope-not-allowed': [
		deny('no scope was sent', (session, { place }) =>
			place === 'authorization' || place === 'par' ? wasAskedWith(session, 'scope') === false : false
		)
	],
	'insufficient-scope': [
		deny('the token has every scope that the answer asks for', (session) => {
			const granted = session.text('grantedScope')?.split(' ');
			const required = session.text('requiredScope')?.split(' ').filter(Boolean);
			return (
				Boolean(granted && required?.length) && required?.every((name) => granted?.includes(name)) === true
			);
		}),
		deny('no access token was sent', (session) => session.flag('accessTokenSent') === false)
	],
	'offline-access-not-allowed': [
		deny('offline_access was not asked for', (session) => {
			const asked = session.list('authorizationParameters');
			return asked !== undefined && !(session.text('scope') ?? '').split(' ').includes('offline_access');
		})
	],
	'audience-not-allowed': none,
	'login-required': [mayAsk],
	'interaction-required': none,
	'consent-required': none,
	'admin-consent-required': none,
	'user-denied': [
		deny('prompt=none was sent, so nobody was asked', (session) => session.text('prompt') === 'none')
	],
	'account-not-allowed': none,
	'access-policy-denied': none,
	'refresh-token-expired': [lacks('refresh_token')],
	'refresh-token-reused': [lacks('refresh_token')],
	'refresh-token-revoked': [lacks('refresh_token')],
	'grant-not-enabled': none,
	'response-type-unsupported': [
		deny('response_type=code was sent', (session) => session.text('responseType') === 'code')
	],
	'state-invalid': [
		deny('state is 16 or more letters and digits', (session) =>
			/^[\w-]{16,}$/.test(session.text('stateSent') ?? '')
		)
	],
	'state-mismatch': [
		deny('the state that came back is the one that was sent', (session) =>
			isEqual(session.text('stateSent'), session.text('stateReturned'))
		)
	],
	'par-required': [deny('the request was pushed', (session) => session.flag('pushed') === true)],
	'dpop-required': [deny('a proof was sent', (session) => session.flag('proofSent') === true)],
	'dpop-nonce-required': [
		noProof,
		deny('the proof has a nonce, and the answer brings no other', (session) => {
			const sent = session.text('proofNonce');
			return sent !== undefined && (session.text('nonceOffered') ?? sent) === sent;
		})
	],
	'dpop-proof-invalid': [noProof],
	'dpop-proof-time-invalid': [noProof],
	'request-malformed': [
		deny(
			'POST, a form, and each parameter once',
			(session, read) => isWellFormed(session) && isAboutForm(read)
		)
	],
	'request-parameter-missing': [deny('what is said to be missing was sent', nothingMissing)],
	'rate-limited': none,
	'access-token-invalid': [
		deny('no access token was sent', (session) => session.flag('accessTokenSent') === false)
	],
	'server-failed': none
};

/** Whether the run denies a cause. */
export const isDenied = (code: DiagnosisCode, session: Session, read: Read): boolean =>
	denials[code].some(({ holds }) => holds(session, read));
