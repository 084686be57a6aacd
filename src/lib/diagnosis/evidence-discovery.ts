/**
 * How a client that knows only the address of an API finds its authorization server, and where that way breaks: in the
 * challenge of the API, in the places of the metadata, and in what the metadata says.
 * @see [RFC 9728 §5.1](https://www.rfc-editor.org/rfc/rfc9728#section-5.1)
 */
import { tell } from '$lib/lexicon/said';
import { isResourceMetadata } from '$lib/message/metadata-form';
import { readChallenges } from '$lib/message/authenticate-header';
import { sign, type EvidenceRule } from './evidence-rule';
import type { Session } from './evidence';
import type { Read } from './seen';

/** A request to an API that was refused before a token was looked at. */
const isUnread = (session: Session, { step, status, error }: Read): boolean =>
	(step === 'api' || step === undefined) &&
	(status === 401 || status === undefined) &&
	!/^[a-z]+(?:_[a-z]+)+$/.test(error) &&
	session.flag('accessTokenSent') !== true;

const challengesOf = ({ headers }: Read) => readChallenges(headers.get('www-authenticate') ?? '');

/** RFC 9110 §11.2: a challenge may be any scheme; those of RFC 6750 and RFC 9449 lead to an authorization server. */
const ofOAuth: ReadonlySet<string> = new Set(['bearer', 'dpop']);

const challengeRules: readonly EvidenceRule[] = [
	// RFC 6750 §3.1: where no token came, the challenge SHOULD NOT name an error.
	(session, read) =>
		isUnread(session, read) &&
		challengesOf(read).some(
			({ scheme, parameters }) =>
				// RFC 9728 §5.1: one that names the metadata asks for nothing but to go there.
				scheme === 'bearer' && !parameters['error'] && !parameters['resource_metadata']
		) &&
		sign('request-parameter-missing', 0.6, tell('challenge-without-error')),
	(session, read) => {
		const challenges = challengesOf(read);
		return (
			isUnread(session, read) &&
			challenges.some(({ scheme }) => ofOAuth.has(scheme)) &&
			!challenges.some(({ parameters }) => parameters['resource_metadata']) &&
			sign('discovery-failed', 0.45, tell('no-resource-metadata'))
		);
	},
	(session, read) => {
		const [first, ...others] = challengesOf(read).map(({ scheme }) => scheme);
		return (
			isUnread(session, read) &&
			first !== undefined &&
			!ofOAuth.has(first) &&
			(others.some((scheme) => ofOAuth.has(scheme))
				? sign('discovery-failed', 0.65, tell('bearer-comes-after', first))
				: sign('discovery-failed', 0.4, tell('no-bearer', first, ...others)))
		);
	},
	// RFC 9110 §11.6.1: a 401 has a challenge. A page sees one of another origin only where that is exposed.
	(session, read) =>
		isUnread(session, read) &&
		read.status === 401 &&
		read.document?.['jsonrpc'] !== undefined &&
		!read.headers.has('www-authenticate') &&
		session.flag('fromPage') !== true &&
		sign('discovery-failed', 0.75, tell('no-challenge'))
];

const resourcePlace =
	/(\/\.well-known\/oauth-protected-resource[\w./~%-]*)(?:\s+HTTP\/[\d.]+)?["'`)]*\s*(?:->|→|=>|[:=-]|returned|status)?\s*(?:\{"status":)?\s*([1-5]\d\d)\b/g;

/** RFC 9728 §3.1: the well-known part stands between the host and the path of the API. */
const placesRule: EvidenceRule = (_, { texts }) => {
	const text = texts.join('\n');
	const found = new Map(
		[...text.matchAll(resourcePlace)].map(([, place = '', status = '']) => [place, status])
	);
	const missing = [...found.values()].filter((status) => status !== '200').length;
	const goesOn = /\/\.well-known\/(?:oauth-authorization-server|openid-configuration)\S*\W+200\b/.test(text);
	return (
		missing > 0 &&
		sign(
			'discovery-failed',
			goesOn ? 0.5 : 0.9,
			tell('found-at', ...[...found].map(([place, status]) => tell('named', place, status)))
		)
	);
};

const isServer = ({ document }: Read): boolean =>
	typeof document?.['issuer'] === 'string' && typeof document['token_endpoint'] === 'string';

const methodsOf = ({ document }: Read): unknown => document?.['code_challenge_methods_supported'];

const atEntra = /^https:\/\/(?:login\.microsoftonline\.\w+|[\w.-]+\.ciamlogin\.com)\//;

const metadataRules: readonly EvidenceRule[] = [
	// RFC 8414 §2: where the list is left out, the server does not support PKCE.
	(_, read) =>
		isServer(read) &&
		methodsOf(read) === undefined &&
		sign('pkce-not-advertised', 0.6, tell('no-methods-listed')),
	(_, read) =>
		isServer(read) &&
		methodsOf(read) === undefined &&
		atEntra.test(String(read.document?.['issuer'])) &&
		sign('pkce-not-advertised', 0.6, tell('entra-lists-no-methods')),
	(_, read) => {
		const methods = methodsOf(read);
		return (
			isServer(read) &&
			Array.isArray(methods) &&
			!methods.includes('S256') &&
			sign('pkce-not-advertised', 0.7, tell('not-among', 'S256', ...methods.map(String)))
		);
	},
	// RFC 7662 §2.2: what an introspection says of a token that does not count.
	(_, { document }) =>
		document?.['active'] === false && sign('access-token-invalid', 0.85, tell('value-of', 'active', 'false')),
	// Most servers register nobody by request, and say nothing of it: that is no fault by itself.
	(_, read) =>
		isServer(read) &&
		read.document?.['registration_endpoint'] === undefined &&
		read.document?.['client_id_metadata_document_supported'] === true &&
		sign('registration-failed', 0.6, tell('only-client-documents')),
	(_, { document }) => {
		const servers = document?.['authorization_servers'];
		return (
			document !== undefined &&
			isResourceMetadata(document) &&
			!isServerList(servers) &&
			sign('discovery-failed', 0.8, tell('names-no-server'))
		);
	}
];

const isServerList = (value: unknown): boolean => Array.isArray(value) && value.length > 0;

/** RFC 6750 §3: the scopes that the API says it needs, where the run knows nothing of the token. */
const scopesRule: EvidenceRule = (session, read) => {
	const wanted = challengesOf(read).find(({ parameters }) => parameters['scope'])?.parameters['scope'];
	return (
		read.error === 'insufficient_scope' &&
		wanted !== undefined &&
		session.text('grantedScope') === undefined &&
		sign('insufficient-scope', 0.9, tell('api-wants', ...wanted.split(' ')))
	);
};

export const discoveryEvidence: readonly EvidenceRule[] = [
	...challengeRules,
	placesRule,
	...metadataRules,
	scopesRule
];
