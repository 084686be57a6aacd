/**
 * What a client asks to be registered with, and what it gets: RFC 7591 §2. A wish that this server cannot fulfil is
 * replaced or left out where a client remains that works, and the answer says what it is registered with (§3.2.1).
 */
import * as v from 'valibot';
import { say, type Said } from '$lib/lexicon/said';
import { isSecureOrLoopback, withoutAnyPort, withoutChosenPort } from '$lib/message/loopback';
import {
	applicationSchema,
	clientAuthMethods,
	keySetSchema,
	name as nameSchema,
	type Application
} from './settings';
import { onlyKnown } from '$lib/lexicon/only-known';

export interface RegistrationFault {
	error: 'invalid_redirect_uri' | 'invalid_client_metadata';
	description: string;
	actual: Said;
}

/** By the names of RFC 7591 §2 and of OIDC Registration, as the answer repeats them. */
export interface Registration {
	redirect_uris: string[];
	client_name: string;
	application_type: 'web' | 'native';
	token_endpoint_auth_method: (typeof clientAuthMethods)[number];
	grant_types: ('authorization_code' | 'refresh_token')[];
	response_types: ['code'];
	post_logout_redirect_uris: string[];
	id_token_signed_response_alg: 'RS256' | 'ES256';
	/** Missing: UserInfo answers in JSON. */
	userinfo_signed_response_alg?: 'RS256' | 'ES256';
	jwks?: Application['jwks'];
	require_pushed_authorization_requests: boolean;
	require_signed_request_object: boolean;
	dpop_bound_access_tokens: boolean;
}

/** Characters of all that is kept of one client, as JSON: several times what a real one needs. */
export const maxRegistration = 8_192;
const maxName = 100;
const maxUris = 20;

type Sent = Readonly<Record<string, unknown>>;

/** What is said, if it is one of the known values; null and what is not known are as good as not said. */
const oneOf = <T extends string>(known: readonly T[], value: unknown): T | undefined =>
	known.find((one) => one === value);

const texts = (value: unknown): string[] | undefined => {
	const parsed = v.safeParse(v.array(v.string()), value ?? []);
	return parsed.success ? parsed.output : undefined;
};

const privateScheme = (uri: string): boolean => {
	const protocol = URL.canParse(uri) ? new URL(uri).protocol : '';
	return protocol.includes('.');
};

/**
 * Https, this machine, or a private scheme that is a domain name turned around: RFC 8252 §7. `*` stands for the port
 * of a loopback address.
 */
function isAcceptable(uri: string): boolean {
	if (!v.safeParse(applicationSchema.entries.redirectUris, [uri]).success) return false;
	const url = new URL(withoutAnyPort(uri));
	return isSecureOrLoopback(url) || url.protocol.includes('.');
}

/** RFC 8252 §7.1 and §7.3: only a program on somebody's machine is reached by these. */
const isNative = (redirectUris: readonly string[]): boolean =>
	redirectUris.some(privateScheme) || redirectUris.every((uri) => withoutChosenPort(uri) !== undefined);

const cut = (value: unknown): string | undefined => JSON.stringify(value)?.slice(0, 200);

const shown = (value: unknown): Said => cut(value) ?? say('missing');

function urisFault(
	member: 'redirect_uris' | 'post_logout_redirect_uris',
	value: unknown
): RegistrationFault | undefined {
	const error = member === 'redirect_uris' ? 'invalid_redirect_uri' : 'invalid_client_metadata';
	const uris = texts(value);
	const fault = (description: string, actual: unknown) =>
		({ error, description, actual: shown(actual) }) as const;
	if (!uris) return fault(`The member ${member} has to be a list of URIs`, value);
	if (member === 'redirect_uris' && uris.length === 0)
		return fault('The member redirect_uris is missing: the code flow needs a redirect URI', []);
	if (uris.length > maxUris) return fault(`There are more than ${maxUris} ${member}`, uris.length);
	const refused = uris.find((uri) => !isAcceptable(uri));
	return refused === undefined
		? undefined
		: fault(
				`Of ${member}, this is not taken: ${cut(refused)}. Good ones are https, http on this machine, or a private scheme with a dot, and have no fragment`,
				refused
			);
}

function nameFault(value: unknown): RegistrationFault | undefined {
	if (value === undefined || value === null) return undefined;
	if (v.safeParse(v.pipe(nameSchema, v.maxLength(maxName)), value).success) return undefined;
	const description = `The member client_name has to be a text of at most ${maxName} visible characters`;
	return { error: 'invalid_client_metadata', description, actual: shown(value) };
}

/** RFC 7591 §2: who authenticates with a key registers it. Nothing is fetched from a `jwks_uri`. */
function keysFault({ jwks, token_endpoint_auth_method: method }: Sent): RegistrationFault | undefined {
	const error = 'invalid_client_metadata';
	if (jwks === undefined || jwks === null)
		return method === 'private_key_jwt'
			? {
					error,
					description: 'private_key_jwt needs the keys themselves, in the member jwks',
					actual: say('missing')
				}
			: undefined;
	if (v.safeParse(keySetSchema, jwks).success) return undefined;
	const description = 'The member jwks has to be a set of 1 to 10 public keys, of RSA, EC or OKP';
	return { error, description, actual: say('unusable') };
}

/** Where nobody may be sent, or nowhere to send anybody to: that cannot work, however much is replaced. */
export const redirectUrisFault = (sent: Sent): RegistrationFault | undefined =>
	urisFault('redirect_uris', sent['redirect_uris']) ??
	urisFault('post_logout_redirect_uris', sent['post_logout_redirect_uris']);

/** What else cannot be used as it is. */
export const metadataFault = (sent: Sent): RegistrationFault | undefined =>
	nameFault(sent['client_name']) ?? keysFault(sent);

/**
 * What the client is registered with. Only for metadata without a fault. Its members are those
 * that this server understands; others are ignored.
 * @see [RFC 7591 §2](https://www.rfc-editor.org/rfc/rfc7591#section-2)
 */
export function registrationOf(sent: Sent): Registration {
	const redirectUris = texts(sent['redirect_uris']) ?? [];
	const parsedName = v.safeParse(nameSchema, sent['client_name']);
	const keys = v.safeParse(keySetSchema, sent['jwks']);
	const jwks = keys.success ? keys.output : undefined;
	const said = oneOf(['web', 'native'] as const, sent['application_type']);
	const needsNative = redirectUris.some(privateScheme) || (said === undefined && isNative(redirectUris));
	const refreshes = Array.isArray(sent['grant_types']) && sent['grant_types'].includes('refresh_token');
	return {
		redirect_uris: redirectUris,
		client_name: parsedName.success ? parsedName.output : 'Registered application',
		application_type: needsNative ? 'native' : (said ?? 'web'),
		token_endpoint_auth_method:
			oneOf(clientAuthMethods, sent['token_endpoint_auth_method']) ?? 'client_secret_basic',
		grant_types: refreshes ? ['authorization_code', 'refresh_token'] : ['authorization_code'],
		response_types: ['code'],
		post_logout_redirect_uris: texts(sent['post_logout_redirect_uris']) ?? [],
		id_token_signed_response_alg:
			oneOf(['RS256', 'ES256'] as const, sent['id_token_signed_response_alg']) ?? 'RS256',
		...onlyKnown({
			userinfo_signed_response_alg: oneOf(['RS256', 'ES256'] as const, sent['userinfo_signed_response_alg'])
		}),
		...(jwks ? { jwks } : {}),
		require_pushed_authorization_requests: sent['require_pushed_authorization_requests'] === true,
		require_signed_request_object: sent['require_signed_request_object'] === true,
		dpop_bound_access_tokens: sent['dpop_bound_access_tokens'] === true
	};
}

/** What was wished for and is registered otherwise, for whoever reads the decision. */
export const replaced = (sent: Sent, registration: Registration): Said[] =>
	Object.entries(registration).flatMap(([member, value]) => {
		const wished = sent[member];
		const same = wished === undefined || wished === null || JSON.stringify(wished) === JSON.stringify(value);
		return same || member === 'jwks' ? [] : [say('in-place-of', member, shown(value), shown(wished))];
	});

const typeOf = ({ application_type, token_endpoint_auth_method }: Registration): Application['type'] =>
	application_type === 'native' ? 'native' : token_endpoint_auth_method === 'none' ? 'spa' : 'web';

/** `random`: texts that cannot be guessed. A secret is taken in the header and in the body, whichever was asked for. */
export function applicationOf(registration: Registration, random: (bytes: number) => string): Application {
	const method = registration.token_endpoint_auth_method;
	const secret = method === 'client_secret_basic' || method === 'client_secret_post';
	return {
		clientId: `registered-${random(12)}`,
		name: registration.client_name,
		type: typeOf(registration),
		...(secret ? { clientSecret: random(32) } : {}),
		redirectUris: registration.redirect_uris,
		logoutUris: registration.post_logout_redirect_uris,
		allowedOrigins: [],
		grants: registration.grant_types,
		authMethod: secret ? 'client_secret' : method,
		rotateRefreshTokens: true,
		firstParty: false,
		idTokenAlgorithm: registration.id_token_signed_response_alg,
		userinfoForm: registration.userinfo_signed_response_alg ?? 'json',
		...onlyKnown({ jwks: registration.jwks }),
		requirePushedRequests: registration.require_pushed_authorization_requests,
		requireSignedRequests: registration.require_signed_request_object,
		requireDpop: registration.dpop_bound_access_tokens
	};
}
