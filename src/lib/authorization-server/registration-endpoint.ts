import * as v from 'valibot';
import { isSecureOrLoopback, withoutAnyPort } from '$lib/wire/loopback';
import { errorJson, json, noStore, type Answer } from './answer';
import { bodyType, randomText, type Call } from './call';
import { decide, pass, refuse, skip, type Rule } from './decide';
import { applicationSchema, clientAuthMethods, keySetSchema, name, type Application } from './settings';

const uris = v.pipe(v.array(v.pipe(v.string(), v.maxLength(2_000))), v.maxLength(20));

/** RFC 7591 §2: what is understood of it; the rest is ignored. */
const requestSchema = v.object({
	redirect_uris: v.optional(uris, []),
	client_name: v.optional(v.pipe(name, v.maxLength(100)), 'Registered application'),
	application_type: v.optional(v.picklist(['web', 'native']), 'web'),
	token_endpoint_auth_method: v.optional(v.picklist(clientAuthMethods), 'client_secret_basic'),
	grant_types: v.optional(v.array(v.picklist(['authorization_code', 'refresh_token'])), [
		'authorization_code'
	]),
	response_types: v.optional(v.array(v.literal('code')), ['code']),
	post_logout_redirect_uris: v.optional(uris, []),
	id_token_signed_response_alg: v.optional(v.picklist(['RS256', 'ES256']), 'RS256'),
	jwks: v.exactOptional(keySetSchema),
	require_pushed_authorization_requests: v.exactOptional(v.boolean()),
	require_signed_request_object: v.exactOptional(v.boolean()),
	dpop_bound_access_tokens: v.exactOptional(v.boolean())
});

/** RFC 7591 §2: who authenticates with a key registers it. */
const registrationSchema = v.pipe(
	requestSchema,
	v.check(
		({ token_endpoint_auth_method: method, jwks }) => method !== 'private_key_jwt' || jwks !== undefined,
		'private_key_jwt needs jwks'
	)
);

type Registration = v.InferOutput<typeof requestSchema>;

interface RegistrationContext {
	call: Call;
	sent?: unknown;
	registration?: Registration;
}

const maxRegistered = 50;
const lifetime = 7 * 86_400;

const open: Rule<RegistrationContext> = {
	id: 'as-registration-open',
	async look({ call: { realm } }) {
		const count = (await realm.store.list('application')).length;
		const compared = { expected: `allowed, fewer than ${maxRegistered}`, actual: `${count} registered` };
		return realm.settings.policy.allowRegistration && count < maxRegistered
			? pass(compared)
			: {
					status: 'fail',
					refusal: { error: 'access_denied', description: 'Registration is closed', status: 403 },
					...compared
				};
	}
};

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

const form: Rule<RegistrationContext> = {
	id: 'as-registration-form',
	look(context) {
		const { call } = context;
		const parsed = bodyType(call.request) === 'application/json' ? parseJson(call.body) : undefined;
		const compared = { expected: 'a JSON object', actual: bodyType(call.request) || 'no content type' };
		if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
			return refuse('invalid_client_metadata', 'The body has to be a JSON object', compared);
		context.sent = parsed;
		return pass(compared);
	}
};

const metadata: Rule<RegistrationContext> = {
	id: 'as-registration-metadata',
	look(context) {
		if (context.sent === undefined) return skip('no JSON object');
		const parsed = v.safeParse(registrationSchema, context.sent);
		const expected = 'metadata that this server supports';
		if (!parsed.success) {
			const where = parsed.issues
				.map(({ path }) => path?.map(({ key }) => String(key)).join('.') ?? '')
				.join(' ');
			return refuse('invalid_client_metadata', `This is not supported: ${where}`, {
				expected,
				actual: where
			});
		}
		context.registration = parsed.output;
		return pass({ expected, actual: 'supported' });
	}
};

/** RFC 8252 §7.1 for native applications; everyone else comes back to https, or to this machine. */
function acceptable(uri: string, type: Registration['application_type']): boolean {
	if (!v.safeParse(applicationSchema.entries.redirectUris, [uri]).success) return false;
	const url = new URL(withoutAnyPort(uri));
	if (isSecureOrLoopback(url)) return true;
	return url.protocol !== 'http:' && type === 'native' && url.protocol.includes('.');
}

const redirectUris: Rule<RegistrationContext> = {
	id: 'as-registration-redirect-uris',
	look({ registration }) {
		if (!registration) return skip('no metadata');
		const { redirect_uris, post_logout_redirect_uris, application_type } = registration;
		const all = [...redirect_uris, ...post_logout_redirect_uris];
		const refused = all.filter((uri) => !acceptable(uri, application_type));
		const compared = {
			expected: 'https, loopback, or a private scheme of a native application',
			actual: refused.join(' ') || all.join(' ') || 'none'
		};
		return redirect_uris.length > 0 && refused.length === 0
			? pass(compared)
			: refuse('invalid_redirect_uri', 'A redirect URI is missing or not acceptable', compared);
	}
};

const typeOf = ({ application_type, token_endpoint_auth_method }: Registration): Application['type'] =>
	application_type === 'native' ? 'native' : token_endpoint_auth_method === 'none' ? 'spa' : 'web';

function applicationOf(call: Call, registration: Registration): Application {
	const authMethod = registration.token_endpoint_auth_method;
	return {
		clientId: `registered-${randomText(call.realm, 12)}`,
		name: registration.client_name,
		type: typeOf(registration),
		...(authMethod.startsWith('client_secret') ? { clientSecret: randomText(call.realm, 32) } : {}),
		redirectUris: registration.redirect_uris,
		logoutUris: registration.post_logout_redirect_uris,
		allowedOrigins: [],
		grants: registration.grant_types,
		authMethod,
		rotateRefreshTokens: true,
		firstParty: false,
		idTokenAlgorithm: registration.id_token_signed_response_alg,
		...(registration.jwks === undefined ? {} : { jwks: registration.jwks }),
		requirePushedRequests: registration.require_pushed_authorization_requests ?? false,
		requireSignedRequests: registration.require_signed_request_object ?? false,
		requireDpop: registration.dpop_bound_access_tokens ?? false
	};
}

/** RFC 7591 §3.2.1: the client's identifier and everything that was registered, defaults included. */
const answerOf = (registration: Registration, { clientId, clientSecret }: Application, issuedAt: number) => ({
	client_id: clientId,
	client_id_issued_at: issuedAt,
	...(clientSecret === undefined
		? {}
		: { client_secret: clientSecret, client_secret_expires_at: issuedAt + lifetime }),
	...registration
});

const rules: readonly Rule<RegistrationContext>[] = [open, form, metadata, redirectUris];

/**
 * Open registration, for a week and for a few: whoever asks is a third party and gets no secret of anybody else's.
 * @see [RFC 7591 §3.1](https://www.rfc-editor.org/rfc/rfc7591#section-3.1)
 */
export async function registrationEndpoint(call: Call): Promise<Answer> {
	const context: RegistrationContext = { call };
	const { checks, refusal } = await decide(rules, context);
	const { registration } = context;
	if (refusal || !registration) {
		const why = refusal ?? {
			error: 'invalid_client_metadata',
			description: 'The metadata could not be read'
		};
		return { response: errorJson(why), checks, outcome: `refused: ${why.error}` };
	}
	const application = applicationOf(call, registration);
	await call.realm.store.put('application', application.clientId, application, call.now + lifetime * 1_000);
	const body = answerOf(registration, application, Math.floor(call.now / 1_000));
	return { response: json(body, 201, noStore), checks, outcome: 'registered' };
}
