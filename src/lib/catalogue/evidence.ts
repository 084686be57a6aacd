import type { NetworkReason } from '$lib/lexicon/failure';
import type { DiagnosisCode, Sign } from './codes';
import type { Read } from './seen';

/**
 * What the run itself knows. Every field is optional, and fields that are not listed do not matter. Times are
 * milliseconds since the epoch, lifetimes and skews seconds.
 */
export interface SessionEvidence {
	verifier?: string;
	/** The challenge as it went out, and the one that the verifier gives. */
	challenge?: string;
	expectedChallenge?: string;
	challengeMethod?: string;
	methodsSupported?: readonly string[];
	verifierSent?: string;
	/** `redirect_uri` of the authorization request, of the token request, and where the answer arrived. */
	redirectUriAuthorize?: string;
	redirectUriToken?: string;
	clientIdAuthorize?: string;
	clientIdToken?: string;
	issuerAuthorize?: string;
	issuerToken?: string;
	/** How often this code was sent, when it arrived, and when it was sent. */
	codeSentTimes?: number;
	codeReceivedAt?: number;
	codeSentAt?: number;
	refreshTokenSentTimes?: number;
	grantType?: string;
	scope?: string;
	grantedScope?: string;
	requiredScope?: string;
	scopesSupported?: readonly string[];
	audience?: string;
	clientAuthentication?: string;
	authMethodsSupported?: readonly string[];
	prompt?: string;
	stateSent?: string;
	stateReturned?: string;
	stateOfAnotherAttempt?: boolean;
	/** The device's clock minus the server's, in seconds. */
	clockSkew?: number;
	tokenExpired?: boolean;
	parRequired?: boolean;
	networkReason?: string;
}

type Known = { [Name in keyof SessionEvidence]?: unknown };

/** Takes the facts as they are; a fact of another type counts as not there. */
export interface Session {
	text(name: keyof SessionEvidence): string | undefined;
	number(name: keyof SessionEvidence): number | undefined;
	truth(name: keyof SessionEvidence): boolean;
	list(name: keyof SessionEvidence): string[] | undefined;
}

export function readSession(given: unknown): Session {
	const known: Known = typeof given === 'object' && given !== null ? given : {};
	return {
		text: (name) => {
			const value = known[name];
			return typeof value === 'string' && value !== '' ? value : undefined;
		},
		number: (name) => {
			const value = known[name];
			return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
		},
		truth: (name) => known[name] === true,
		list: (name) => {
			const value = known[name];
			return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : undefined;
		}
	};
}

const sign = (code: DiagnosisCode, weight: number, because: string): Sign => ({ code, weight, because });

type Witness = (session: Session, read: Read) => Sign | false | undefined;

const isBack = ({ step, error }: Read): boolean =>
	step === 'token' || (step === undefined && error === 'invalid_grant');

const isFront = ({ step }: Read): boolean =>
	step === 'authorize' || step === 'callback' || step === undefined;

const differ = (one: string | undefined, other: string | undefined): boolean =>
	one !== undefined && other !== undefined && one !== other;

const isRefresh = (session: Session): boolean => session.text('grantType') === 'refresh_token';

/** RFC 7636 §4.1: 43 to 128 unreserved characters. */
const verifierForm = /^[A-Za-z0-9\-._~]{43,128}$/;
const challengeForm = /^[A-Za-z0-9\-._~]{43,128}$/;

const pkceWitnesses: readonly Witness[] = [
	(session, read) => {
		const verifier = session.text('verifierSent') ?? session.text('verifier');
		return (
			isBack(read) &&
			verifier !== undefined &&
			!verifierForm.test(verifier) &&
			sign(
				'pkce-verifier-malformed',
				0.97,
				`the verifier has ${verifier.length} characters or forbidden ones`
			)
		);
	},
	(session, read) =>
		isBack(read) &&
		differ(session.text('expectedChallenge'), session.text('challenge')) &&
		sign('pkce-verifier-mismatch', 0.98, 'the verifier does not give the challenge that was sent'),
	(session, read) =>
		isBack(read) &&
		differ(session.text('verifier'), session.text('verifierSent')) &&
		sign('pkce-verifier-mismatch', 0.98, 'the verifier sent is not the one of this attempt'),
	(session, read) => {
		const challenge = session.text('challenge');
		return (
			isFront(read) &&
			challenge !== undefined &&
			!challengeForm.test(challenge) &&
			sign('pkce-challenge-malformed', 0.96, 'the challenge is not 43 to 128 base64url characters')
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
			sign('pkce-method-unsupported', 0.96, `${method} is not among ${methods.join(', ')}`)
		);
	}
];

const addressWitnesses: readonly Witness[] = [
	(session, read) =>
		isBack(read) &&
		differ(session.text('redirectUriAuthorize'), session.text('redirectUriToken')) &&
		sign(
			'redirect-uri-differs-at-token',
			0.98,
			`${session.text('redirectUriAuthorize')} ≠ ${session.text('redirectUriToken')}`
		),
	(session, read) =>
		isBack(read) &&
		differ(session.text('clientIdAuthorize'), session.text('clientIdToken')) &&
		sign('code-issued-to-another-client', 0.97, 'the client_id of the two requests differs'),
	(session, read) =>
		isBack(read) &&
		differ(session.text('issuerAuthorize'), session.text('issuerToken')) &&
		sign('issuer-mismatch', 0.97, 'the two requests went to different issuers')
];

const codeLifetime = 5 * 60_000;
const tooLong = 60 * 60_000;

const codeWitnesses: readonly Witness[] = [
	(session, read) =>
		isBack(read) &&
		!isRefresh(session) &&
		(session.number('codeSentTimes') ?? 0) > 1 &&
		sign('code-already-used', 0.97, `this code was sent ${session.number('codeSentTimes')} times`),
	(session, read) => {
		const received = session.number('codeReceivedAt');
		const sent = session.number('codeSentAt');
		const late = received !== undefined && sent !== undefined ? sent - received : 0;
		if (!isBack(read) || isRefresh(session) || late < codeLifetime) return false;
		return sign(
			'code-expired',
			late > tooLong ? 0.97 : 0.93,
			`sent ${Math.round(late / 60_000)} minutes after it came`
		);
	},
	(session, read) =>
		isBack(read) &&
		isRefresh(session) &&
		(session.number('refreshTokenSentTimes') ?? 0) > 1 &&
		sign('refresh-token-reused', 0.96, 'this refresh token was sent before'),
	(session, read) =>
		read.step === 'callback' &&
		(session.truth('stateOfAnotherAttempt') ||
			differ(session.text('stateSent'), session.text('stateReturned'))) &&
		sign('state-mismatch', 0.98, 'the state that came back is not the one of this attempt')
];

const accessWitnesses: readonly Witness[] = [
	(session, read) =>
		isFront(read) &&
		session.truth('parRequired') &&
		read.error !== '' &&
		sign('par-required', 0.85, 'the metadata asks for pushed authorization requests'),
	(session, read) => {
		const methods = session.list('authMethodsSupported');
		return (
			read.step === 'token' &&
			(read.error === 'invalid_client' || read.error === 'unauthorized_client') &&
			(session.text('clientAuthentication') ?? 'none') === 'none' &&
			methods !== undefined &&
			methods.length > 0 &&
			!methods.includes('none') &&
			sign('client-authentication-required', 0.95, `the metadata lists ${methods.join(', ')} and no “none”`)
		);
	},
	(session, read) => {
		const supported = session.list('scopesSupported') ?? [];
		const foreign = (session.text('scope') ?? '')
			.split(' ')
			.filter((name) => name && !supported.includes(name));
		return (
			read.error === 'invalid_scope' &&
			supported.length > 0 &&
			foreign.length > 0 &&
			sign(
				foreign.includes('offline_access') ? 'offline-access-not-allowed' : 'scope-not-allowed',
				0.93,
				`not among the supported scopes: ${foreign.join(' ')}`
			)
		);
	},
	(session, read) => {
		const granted = (session.text('grantedScope') ?? session.text('scope') ?? '').split(' ');
		const needed = (session.text('requiredScope') ?? (read.step === 'userinfo' ? 'openid' : ''))
			.split(' ')
			.filter(Boolean);
		const lacking = needed.filter((name) => !granted.includes(name));
		return (
			(read.step === 'api' || read.step === 'userinfo') &&
			(read.status === 401 || read.status === 403) &&
			granted.some(Boolean) &&
			lacking.length > 0 &&
			sign('insufficient-scope', 0.95, `the token lacks ${lacking.join(' ')}`)
		);
	},
	(session, read) =>
		(read.step === 'api' || read.step === 'userinfo') &&
		session.truth('tokenExpired') &&
		read.status !== undefined &&
		read.status >= 400 &&
		sign('access-token-invalid', 0.97, 'the access token is past its expiry'),
	(session, read) =>
		read.step === 'api' &&
		read.status === 401 &&
		session.text('scope') !== undefined &&
		session.text('audience') === undefined &&
		sign('access-token-invalid', 0.85, 'no audience was requested, so the token is not for this API'),
	(session, read) =>
		/dpop/i.test(`${read.error} ${read.texts.join(' ')}`) &&
		Math.abs(session.number('clockSkew') ?? 0) > 60 &&
		!/nonce/i.test(`${read.error} ${read.texts.join(' ')}`) &&
		sign('dpop-proof-time-invalid', 0.95, `this device's clock is ${session.number('clockSkew')} seconds off`)
];

/** What came of the request, and which cause that speaks for. */
const networkSigns: Partial<Record<NetworkReason, readonly [because: string, code: DiagnosisCode]>> = {
	cors: ['the browser kept the answer from this page', 'origin-not-allowed'],
	'preflight-refused': ['the server refused the preflight request', 'origin-not-allowed'],
	'cors-on-errors': ['the server hides this answer from this page, but not others', 'origin-not-allowed'],
	'cors-for-client': ['the server hides answers for this application from this page', 'origin-not-allowed'],
	offline: ['this device is offline', 'endpoint-unreachable'],
	'no-answer': ['nobody answered', 'endpoint-unreachable'],
	timeout: ['no answer came in time', 'endpoint-unreachable'],
	'local-network': ['nobody answered in the local network', 'endpoint-unreachable'],
	filtered: ['the server answers at its root and not at this address', 'endpoint-unreachable'],
	interrupted: ['the connection broke before the answer was complete', 'endpoint-unreachable'],
	'mixed-content': ['the browser blocks plain http from a page over https', 'endpoint-unreachable'],
	'blocked-by-policy': ['the policy of this page does not allow the address', 'endpoint-unreachable']
};

const isNetworkSign = (reason: string | undefined): reason is NetworkReason =>
	reason !== undefined && Object.hasOwn(networkSigns, reason);

const networkWitness: Witness = (session) => {
	const reason = session.text('networkReason');
	const told = isNetworkSign(reason) ? networkSigns[reason] : undefined;
	return told && sign(told[1], 0.97, told[0]);
};

const witnesses: readonly Witness[] = [
	...pkceWitnesses,
	...addressWitnesses,
	...codeWitnesses,
	...accessWitnesses,
	networkWitness
];

/** What the run itself speaks for. It outweighs words: a server's sentence may be general, a byte is a byte. */
export const sessionSigns = (session: Session, read: Read): Sign[] =>
	witnesses.map((witness) => witness(session, read)).filter((found): found is Sign => Boolean(found));
