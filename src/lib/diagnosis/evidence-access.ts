import type { NetworkReason } from '$lib/lexicon/failure';
import type { DiagnosisCode } from '$lib/lexicon/causes';
import { tell } from '$lib/lexicon/said';
import type { Session } from './evidence';
import { isAboutElse, sign, type EvidenceRule } from './evidence-rule';
import type { Read } from './seen';

/** OIDC Core §3.1.2.6: what a server says that may not ask the person. One that may ask has asked. */
const unasked: ReadonlySet<string> = new Set([
	'login_required',
	'interaction_required',
	'consent_required',
	'account_selection_required'
]);

const grantedScopes = (session: Session): string[] =>
	(session.text('grantedScope') ?? session.text('scope') ?? '').split(' ').filter(Boolean);

/** RFC 6750 §3.1: a scope that lacks is answered with 403. A token that is refused with 401 was not looked into. */
function lackingScopes(session: Session, read: Read): string[] {
	const refused = read.status === 403 || read.error === 'insufficient_scope';
	const granted = grantedScopes(session);
	if ((read.step !== 'api' && read.step !== 'userinfo') || !refused || granted.length === 0) return [];
	const needed = session.text('requiredScope') ?? (read.step === 'userinfo' ? 'openid' : '');
	return needed.split(' ').filter((name) => name !== '' && !granted.includes(name));
}

const refusedToken =
	/\baccess[ _-]?token\b[^.]{0,40}\b(?:not (?:valid|active|found)|invalid|expired|revoked|missing|required)\b|\b(?:invalid|expired|missing|no) access[ _-]?token\b/i;

const placesOfClients: ReadonlySet<string | undefined> = new Set(['par', 'token', 'refresh']);

export const accessEvidence: readonly EvidenceRule[] = [
	(session) => {
		const [all, name, bytes] = [
			session.number('headerBytes'),
			session.text('largestHeader'),
			session.number('largestHeaderBytes')
		];
		return (
			session.flag('headersRefused') === true &&
			all !== undefined &&
			name !== undefined &&
			bytes !== undefined &&
			sign('request-headers-too-large', 0.97, tell('largest-header', name, bytes, all))
		);
	},
	(session, read) =>
		read.place === 'authorization' &&
		session.flag('parRequired') === true &&
		session.flag('pushed') === false &&
		!isAboutElse(read) &&
		read.error !== '' &&
		sign('par-required', 0.85, tell('not-pushed')),
	(session, read) =>
		read.place === 'authorization' &&
		unasked.has(read.error) &&
		session.list('authorizationParameters') !== undefined &&
		session.text('prompt') !== 'none' &&
		// Not a byte but a conclusion: a number of the provider that names another cause comes first.
		sign('user-denied', 0.78, tell('could-ask', read.error)),
	(session, read) => {
		const methods = session.list('authMethodsSupported') ?? [];
		const used = session.text('clientAuthentication');
		return (
			used !== undefined &&
			(placesOfClients.has(read.place) || (read.place === undefined && read.step === 'token')) &&
			(read.error === 'invalid_client' || read.error === 'unauthorized_client') &&
			methods.length > 0 &&
			!methods.includes(used) &&
			sign('client-authentication-required', 0.95, tell('method-not-listed', used, ...methods))
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
				tell('scopes-not-supported', ...foreign)
			)
		);
	},
	(session, read) => {
		const lacking = lackingScopes(session, read);
		return lacking.length > 0 && sign('insufficient-scope', 0.95, tell('token-lacks', ...lacking));
	},
	// A new token has the scopes that were asked for with it, and no others.
	(session, read) => {
		const lacking = lackingScopes(session, read);
		const together = [...new Set([...grantedScopes(session), ...lacking])];
		return (
			lacking.length > 0 &&
			together.length > lacking.length &&
			sign('insufficient-scope', 0.95, tell('ask-together', ...together))
		);
	},
	(session, read) =>
		(read.step === 'api' || read.step === 'userinfo') &&
		session.flag('accessTokenSent') === false &&
		(read.status === 400 || read.status === 401 || read.status === 403) &&
		sign('request-parameter-missing', 0.97, tell('no-access-token')),
	(session, read) =>
		(read.step === 'api' || read.step === 'userinfo') &&
		session.flag('idTokenSent') === true &&
		(read.status === 401 || read.status === 403 || read.error === 'invalid_token') &&
		sign('access-token-invalid', 0.97, tell('id-token-sent')),
	(session, read) =>
		(read.step === 'api' || read.step === 'userinfo') &&
		session.flag('tokenExpired') === true &&
		(read.status === 401 || read.error === 'invalid_token') &&
		sign('access-token-invalid', 0.97, tell('token-expired')),
	// RFC 7591 §3: a server may want an initial access token before it registers a client.
	(_, read) =>
		read.place === 'registration' &&
		(read.status ?? 400) >= 400 &&
		sign('registration-failed', 0.95, tell('answer-to-registration')),
	// RFC 6749 §4.1.2.1: who denies the access of a person says so in a redirect, and not with an answer of its own.
	(_, read) =>
		read.error === 'access_denied' &&
		read.place === undefined &&
		(read.status ?? 0) >= 400 &&
		read.texts.some((text) => refusedToken.test(text)) &&
		sign('access-token-invalid', 0.93, tell('access-token-named')),
	(session, read) =>
		read.step === 'api' &&
		read.status === 401 &&
		(read.error === '' || read.error === 'invalid_token') &&
		read.texts.length === 0 &&
		session.text('scope') !== undefined &&
		session.text('audience') === undefined &&
		sign('access-token-invalid', 0.85, tell('no-audience-asked-for')),
	(session, read) =>
		(read.step === 'api' || read.step === 'userinfo') &&
		(read.status === 400 || read.status === 401) &&
		session.text('tokenType')?.toLowerCase() === 'dpop' &&
		session.flag('proofSent') === false &&
		sign('dpop-required', 0.97, tell('bound-without-proof')),
	(session, read) => {
		const said = `${read.error} ${read.texts.join(' ')}`;
		const skew = session.number('clockSkew') ?? 0;
		return (
			/dpop/i.test(said) &&
			Math.abs(skew) > 60 &&
			!/nonce/i.test(said) &&
			sign('dpop-proof-time-invalid', 0.95, tell('clock-off', skew))
		);
	},
	(session, read) =>
		read.error === 'use_dpop_nonce' &&
		session.flag('proofSent') === true &&
		session.text('proofNonce') === undefined &&
		session.text('nonceOffered') !== undefined &&
		sign('dpop-nonce-required', 0.99, tell('first-proof'))
];

/** Which cause speaks from what came of the request. */
const networkCauses = {
	cors: 'origin-not-allowed',
	'preflight-refused': 'origin-not-allowed',
	'cors-on-errors': 'origin-not-allowed',
	'cors-for-client': 'origin-not-allowed',
	offline: 'endpoint-unreachable',
	'no-answer': 'endpoint-unreachable',
	timeout: 'endpoint-unreachable',
	'local-network': 'endpoint-unreachable',
	'local-network-denied': 'endpoint-unreachable',
	'local-network-unanswered': 'endpoint-unreachable',
	'local-network-withheld': 'endpoint-unreachable',
	'local-network-empty': 'endpoint-unreachable',
	filtered: 'endpoint-unreachable',
	interrupted: 'endpoint-unreachable',
	'mixed-content': 'endpoint-unreachable',
	'blocked-by-policy': 'endpoint-unreachable'
} as const satisfies Partial<Record<NetworkReason, DiagnosisCode>>;

const isTelling = (reason: string | undefined): reason is keyof typeof networkCauses =>
	reason !== undefined && Object.hasOwn(networkCauses, reason);

export const networkEvidence: EvidenceRule = (session) => {
	const reason = session.text('networkReason');
	return isTelling(reason) && sign(networkCauses[reason], 0.97, tell(`network-${reason}`));
};
