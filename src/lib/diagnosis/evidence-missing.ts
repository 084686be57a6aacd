import { tell } from '$lib/lexicon/said';
import { wasAskedWith, wasSentWith, type Session } from './evidence';
import type { Place } from './places';
import type { Read } from './seen';
import { isAboutElse, sign, type EvidenceRule } from './evidence-rule';
import { deviceCode, requiredOfGrant } from './grants';

/**
 * What a message of each kind has to carry. Whoever leaves one of these out is answered in many ways, and needs none of
 * them to know it.
 * @see [RFC 6749 §4.1.1](https://www.rfc-editor.org/rfc/rfc6749#section-4.1.1)
 */
const requiredAt: Partial<Record<Place, readonly string[]>> = {
	authorization: ['response_type', 'client_id'],
	par: ['response_type', 'client_id'],
	// RFC 6749 §4.1.3 and §6.
	token: requiredOfGrant('authorization_code'),
	refresh: requiredOfGrant('refresh_token'),
	// RFC 7662 §2.1 and RFC 7009 §2.1.
	introspection: ['token'],
	revocation: ['token']
};

/** RFC 6749 §4.1.3: `client_id` is REQUIRED where the client does not authenticate. */
export function requiredOf(place: Place | undefined, session: Session): readonly string[] {
	if (place === 'grant') return requiredOfGrant(session.text('grantType'));
	const always = (place && requiredAt[place]) ?? [];
	const byItself = place === 'token' || place === 'refresh';
	return byItself && session.text('clientAuthentication') === 'none' ? [...always, 'client_id'] : always;
}

const isRefused = ({ error, status }: Read): boolean => error !== '' || (status ?? 0) >= 400;

const required: EvidenceRule = (session, read) => {
	const missing = requiredOf(read.place, session).filter((name) => wasSentWith(session, name) === false);
	const unnamed = missing.includes('client_id') && read.error === 'invalid_client';
	return (
		missing.length > 0 &&
		(!isAboutElse(read) || unnamed) &&
		sign('request-parameter-missing', 0.98, tell('request-lacks', ...missing))
	);
};

/** RFC 6749 §4.1.3: REQUIRED where the authorization request had one. */
const redirectUri: EvidenceRule = (session, read) =>
	read.place === 'token' &&
	wasSentWith(session, 'redirect_uri') === false &&
	wasAskedWith(session, 'redirect_uri') === true &&
	!isAboutElse(read) &&
	sign('redirect-uri-differs-at-token', 0.95, tell('token-request-lacks', 'redirect_uri'));

/**
 * RFC 7636 §4.4.1: the error of an authorization request without a challenge, where one is required. Whether one is, the
 * run does not know: a server that says what it misses is believed before.
 */
const challenge: EvidenceRule = (session, read) =>
	(read.place === 'authorization' || read.place === 'par') &&
	wasAskedWith(session, 'code_challenge') === false &&
	!isAboutElse(read) &&
	sign(
		'pkce-challenge-missing',
		read.texts.length === 0 ? 0.85 : 0.7,
		tell('authorization-request-lacks', 'code_challenge')
	);

const ofProofKey = /\bpkce\b|proof key|code[ _-]?(?:verifier|challenge)/i;

/** RFC 7636 §4.5 and §4.6. */
const verifier: EvidenceRule = (session, read) => {
	const asked = wasAskedWith(session, 'code_challenge');
	const sent = wasSentWith(session, 'code_verifier');
	if (read.place !== 'token' || sent === undefined || isAboutElse(read)) return false;
	// What was asked with is not known: that the server checks a verifier, its own words say.
	if (asked === undefined)
		return (
			!sent &&
			read.texts.some((text) => ofProofKey.test(text)) &&
			sign('pkce-verifier-missing', 0.9, tell('request-lacks', 'code_verifier'))
		);
	if (asked && !sent) return sign('pkce-verifier-missing', 0.98, tell('request-lacks', 'code_verifier'));
	if (!asked && sent) {
		return sign('pkce-verifier-without-challenge', 0.95, tell('verifier-without-challenge'));
	}
	// Where nothing requires PKCE this is no fault, so that it is one possibility among others.
	return !asked && sign('pkce-challenge-missing', 0.6, tell('no-pkce'));
};

const grantTypes: ReadonlySet<string> = new Set(['authorization_code', 'refresh_token']);

const grantType: EvidenceRule = (session, read) => {
	const sent = session.text('grantType');
	return (
		(read.place === 'token' || read.place === 'refresh') &&
		sent !== undefined &&
		!grantTypes.has(sent) &&
		!isAboutElse(read) &&
		sign('request-malformed', 0.96, tell('value-of', 'grant_type', sent))
	);
};

const responseType: EvidenceRule = (session, read) => {
	const sent = session.text('responseType');
	return (
		(read.place === 'authorization' || read.place === 'par') &&
		sent !== undefined &&
		sent !== 'code' &&
		!isAboutElse(read) &&
		sign('response-type-unsupported', 0.93, tell('value-of', 'response_type', sent))
	);
};

/** RFC 6749 §3.1 and §3.2: parameters MUST NOT be included more than once. */
const doubled: EvidenceRule = (session, read) => {
	// RFC 8707 §2: `resource` alone may be there several times.
	const names = (session.list('doubledParameters') ?? []).filter((name) => name !== 'resource');
	return (
		names.length > 0 &&
		!isAboutElse(read) &&
		sign('request-malformed', 0.95, tell('more-than-once', ...names))
	);
};

const otherForms = ['untyped-form', 'json', 'multipart', 'query'] as const;

const placesOfForms: ReadonlySet<Place> = new Set([
	'par',
	'token',
	'refresh',
	'grant',
	'introspection',
	'revocation'
]);

/** RFC 6749 §3.2 and §4.1.3: a form in the body, by POST. What was sent otherwise, the server has not read. */
const otherForm: EvidenceRule = (session, read) => {
	const sentAs = session.text('sentAs');
	const form = otherForms.find((name) => name === sentAs);
	// Without a type at all the headers may not be known.
	const untold = form === 'untyped-form' && session.text('mediaType') === undefined;
	return (
		form !== undefined &&
		!untold &&
		read.place !== undefined &&
		placesOfForms.has(read.place) &&
		!isAboutElse(read) &&
		sign('request-malformed', 0.97, tell(`sent-${form}`))
	);
};

/** RFC 8628 §3.5: what the person on the other device has answered. */
const deniedOnDevice: EvidenceRule = (session, read) =>
	read.place === 'grant' &&
	session.text('grantType') === deviceCode &&
	read.error === 'access_denied' &&
	sign('user-denied', 0.9, tell('error-code', read.error));

/** RFC 6749 §5.2: the client is known, and may not use this grant. */
const otherGrantRefused: EvidenceRule = (session, read) => {
	const grant = session.text('grantType');
	return (
		read.place === 'grant' &&
		grant !== undefined &&
		read.error === 'unauthorized_client' &&
		sign('grant-not-enabled', 0.85, tell('value-of', 'grant_type', grant))
	);
};

/** Only an answer that refuses is explained by what the request lacks. */
const whereRefused =
	(evidenceRule: EvidenceRule): EvidenceRule =>
	(session, read) =>
		isRefused(read) && evidenceRule(session, read);

export const missingEvidence: readonly EvidenceRule[] = [
	required,
	redirectUri,
	challenge,
	verifier,
	grantType,
	responseType,
	doubled,
	otherForm,
	deniedOnDevice,
	otherGrantRefused
].map(whereRefused);
