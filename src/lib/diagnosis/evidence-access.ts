import type { NetworkReason } from '$lib/lexicon/failure';
import type { DiagnosisCode } from '$lib/lexicon/causes';
import { isAboutElse, sign, type EvidenceRule } from './evidence-rule';

/** OIDC Core §3.1.2.6: what a server says that may not ask the person. One that may ask has asked. */
const unasked: ReadonlySet<string> = new Set([
	'login_required',
	'interaction_required',
	'consent_required',
	'account_selection_required'
]);

const placesOfClients: ReadonlySet<string | undefined> = new Set(['par', 'token', 'refresh']);

export const accessEvidence: readonly EvidenceRule[] = [
	(session, read) =>
		read.place === 'authorization' &&
		session.flag('parRequired') === true &&
		session.flag('pushed') === false &&
		!isAboutElse(read) &&
		read.error !== '' &&
		sign(
			'par-required',
			0.85,
			'the metadata asks for pushed authorization requests, and this one was not pushed'
		),
	(session, read) =>
		read.place === 'authorization' &&
		unasked.has(read.error) &&
		session.list('authorizationParameters') !== undefined &&
		session.text('prompt') !== 'none' &&
		// Not a byte but a conclusion: a number of the provider that names another cause comes first.
		sign('user-denied', 0.78, `${read.error}, although the server could ask: prompt=none was not sent`),
	(session, read) => {
		const methods = session.list('authMethodsSupported') ?? [];
		const used = session.text('clientAuthentication');
		return (
			used !== undefined &&
			(placesOfClients.has(read.place) || (read.place === undefined && read.step === 'token')) &&
			(read.error === 'invalid_client' || read.error === 'unauthorized_client') &&
			methods.length > 0 &&
			!methods.includes(used) &&
			sign(
				'client-authentication-required',
				0.95,
				`the metadata lists ${methods.join(', ')} and no “${used}”`
			)
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
		// RFC 6750 §3.1: a scope that lacks is answered with 403. A token that is refused with 401 was not looked into.
		return (
			(read.step === 'api' || read.step === 'userinfo') &&
			(read.status === 403 || read.error === 'insufficient_scope') &&
			granted.some(Boolean) &&
			lacking.length > 0 &&
			sign('insufficient-scope', 0.95, `the token lacks ${lacking.join(' ')}`)
		);
	},
	(session, read) =>
		(read.step === 'api' || read.step === 'userinfo') &&
		session.flag('accessTokenSent') === false &&
		(read.status === 400 || read.status === 401 || read.status === 403) &&
		sign('request-parameter-missing', 0.97, 'the request carries no access token'),
	(session, read) =>
		(read.step === 'api' || read.step === 'userinfo') &&
		session.flag('tokenExpired') === true &&
		(read.status === 401 || read.error === 'invalid_token') &&
		sign('access-token-invalid', 0.97, 'the access token is past its expiry'),
	(session, read) =>
		read.step === 'api' &&
		read.status === 401 &&
		(read.error === '' || read.error === 'invalid_token') &&
		read.texts.length === 0 &&
		session.text('scope') !== undefined &&
		session.text('audience') === undefined &&
		sign(
			'access-token-invalid',
			0.85,
			'no audience and no resource was asked for: the token may be for another API'
		),
	(session, read) =>
		(read.step === 'api' || read.step === 'userinfo') &&
		(read.status === 400 || read.status === 401) &&
		session.text('tokenType')?.toLowerCase() === 'dpop' &&
		session.flag('proofSent') === false &&
		sign('dpop-required', 0.97, 'the token is bound to a key, and the request has no proof'),
	(session, read) =>
		/dpop/i.test(`${read.error} ${read.texts.join(' ')}`) &&
		Math.abs(session.number('clockSkew') ?? 0) > 60 &&
		!/nonce/i.test(`${read.error} ${read.texts.join(' ')}`) &&
		sign(
			'dpop-proof-time-invalid',
			0.95,
			`this device's clock is ${session.number('clockSkew')} seconds off`
		),
	(session, read) =>
		read.error === 'use_dpop_nonce' &&
		session.flag('proofSent') === true &&
		session.text('proofNonce') === undefined &&
		session.text('nonceOffered') !== undefined &&
		sign(
			'dpop-nonce-required',
			0.99,
			'the first proof, and the answer brings the nonce: no failure, send it again'
		)
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

export const networkEvidence: EvidenceRule = (session) => {
	const reason = session.text('networkReason');
	const told = isNetworkSign(reason) ? networkSigns[reason] : undefined;
	return told && sign(told[1], 0.97, told[0]);
};
