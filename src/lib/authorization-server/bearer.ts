import * as v from 'valibot';
import { say } from '$lib/lexicon/said';
import { proofAlgorithms } from '$lib/message/dpop-proof';
import { endpoint, type Call } from './call';
import { pass, refuse, skip, type Refusal, type Rule } from './decide';
import { provenKey, type ProofContext } from './dpop';
import { activeAccess, type AccessRecord } from './grants';
import { ownClaims } from './keys';
import { shownSecret } from './shown';

export interface BearerContext extends ProofContext {
	/** RFC 9449 §7.1: a token that is bound to a key comes with another scheme, and with a proof. */
	scheme?: 'Bearer' | 'DPoP';
	token?: string;
	access?: AccessRecord;
}

const accessSchema = v.object({ iss: v.string(), jti: v.string(), exp: v.number() });

/** The `jti` of an access token that this server signed and that has not expired, or undefined: RFC 9068 §4. */
export async function ownJti({ realm, now }: Call, token: string): Promise<string | undefined> {
	const access = v.safeParse(accessSchema, await ownClaims(realm, 'at+jwt', token));
	if (!access.success || access.output.iss !== realm.issuer) return undefined;
	return access.output.exp * 1_000 > now ? access.output.jti : undefined;
}

/** What is known about an access token, opaque or signed, that is still good. */
export async function findAccess(call: Call, token: string): Promise<AccessRecord | undefined> {
	const key = token.split('.').length === 3 ? await ownJti(call, token) : token;
	return key === undefined ? undefined : activeAccess(call, key);
}

/** RFC 6750 §2.1: in the Authorization header, and only there. */
export const bearerPresent: Rule<BearerContext> = {
	id: 'as-bearer-present',
	look(context) {
		const header = context.call.request.headers.get('authorization');
		const expected = say('access-token-header', 'Bearer', 'DPoP');
		const [, scheme = '', token] = /^(bearer|dpop) +([A-Za-z0-9\-._~+/]+=*) *$/i.exec(header ?? '') ?? [];
		if (token !== undefined) {
			context.scheme = scheme.toLowerCase() === 'dpop' ? 'DPoP' : 'Bearer';
			context.token = token;
			return pass({ expected, actual: say('scheme-and-token', context.scheme, shownSecret(token)) });
		}
		const actual = say(header === null ? 'missing' : 'not-an-access-token');
		return header === null
			? { status: 'fail', refusal: { error: '', description: '', status: 401 }, expected, actual }
			: refuse('invalid_request', 'The Authorization header is not a bearer token', { expected, actual });
	}
};

/** RFC 6750 §3.1: issued here, not expired, not revoked, and for UserInfo. */
export const bearerValid: Rule<BearerContext> = {
	id: 'as-bearer-valid',
	async look(context) {
		const { call, token } = context;
		if (token === undefined) return skip(say('without', 'token'));
		const access = await findAccess(call, token);
		const expected = say('good-of-this-server', 'access_token');
		const actual = say(access ? 'good' : 'unknown-or-ended');
		if (!access)
			return {
				status: 'fail',
				refusal: {
					error: 'invalid_token',
					description: 'The access token is unknown, expired or revoked',
					status: 401
				},
				expected,
				actual
			};
		context.access = access;
		return pass({ expected, actual });
	}
};

/** RFC 9449 §7.1 and §7.2: bound tokens with a proof of their key, the others as Bearer, and nothing in between. */
export const bearerKey: Rule<BearerContext> = {
	id: 'as-bearer-key',
	look(context) {
		const { access, scheme } = context;
		if (!access) return skip(say('no-valid-token'));
		if (context.proof && !context.proof.jkt) return skip(say('proof-not-good'));
		const bound = access.jkt;
		const compared = {
			expected: bound === undefined ? 'Bearer' : say('bound-to', 'DPoP', bound),
			actual: say('list', scheme ?? say('missing'), provenKey(context) ?? say('no-valid-proof'))
		};
		const fits =
			bound === undefined ? scheme === 'Bearer' : scheme === 'DPoP' && provenKey(context) === bound;
		if (fits) return pass(compared);
		const description = 'The access token is bound to a key that was not proven, or is not bound at all';
		return { status: 'fail', refusal: { error: 'invalid_token', description, status: 401 }, ...compared };
	}
};

/** OIDC Core §5.3: UserInfo is for tokens of an OpenID Connect request. */
export const bearerOpenid: Rule<BearerContext> = {
	id: 'as-bearer-openid',
	look({ call, access }) {
		if (!access) return skip(say('no-valid-token'));
		const compared = { expected: 'openid', actual: access.scope.join(' ') };
		if (access.scope.includes('openid') && access.audience.includes(endpoint(call.realm, '/userinfo')))
			return pass(compared);
		return {
			status: 'fail',
			refusal: { error: 'insufficient_scope', description: 'This needs the scope openid', status: 403 },
			...compared
		};
	}
};

const quoted = (name: string, value: string): string => `${name}="${value.replace(/["\\]/g, "'")}"`;

/** RFC 6750 §3: no error code when no token was sent at all. RFC 9449 §7.1: each scheme has its challenge. */
export function bearerChallenge(
	realm: string,
	{ error, description }: Refusal,
	{ scheme, scope }: { scheme: 'Bearer' | 'DPoP' | undefined; scope?: string | undefined }
): string {
	const parts = [
		quoted('realm', realm),
		...(error === '' ? [] : [quoted('error', error), quoted('error_description', description)]),
		...(scope === undefined ? [] : [quoted('scope', scope)])
	];
	const dpop = `DPoP ${[...parts, quoted('algs', proofAlgorithms.join(' '))].join(', ')}`;
	if (scheme === 'DPoP') return dpop;
	const bearer = `Bearer ${parts.join(', ')}`;
	return error === '' ? `${bearer}, ${dpop}` : bearer;
}
