/** An authorization request that the client signed: RFC 9101. What it holds is the request, and nothing beside it. */
import { isJwtType, jwtTypes } from '$lib/lexicon/jwt-types';
import { objectParameters } from '$lib/message/authorization-request';
import {
	audiencesOf,
	clientAlgorithms,
	isSignedBy,
	readClientJwt,
	timeFault,
	type ClientJwt
} from '../client-keys';
import { pass, refuse, skip, type Rule, type Verdict } from '../decide';
import { Parameters, parametersFault } from '../parameters';
import type { AuthorizeContext } from './context';

const objectOf = ({ parameters, pushed }: AuthorizeContext): ClientJwt | undefined => {
	const sent = pushed ? undefined : parameters.get('request');
	return sent === undefined ? undefined : readClientJwt(sent);
};

function invalid(context: AuthorizeContext, description: string, compared: object): Verdict {
	context.unreadable = true;
	return refuse('invalid_request_object', description, compared);
}

const none = 'no request object';

/** RFC 9101 §4: signed, and not made to be anything else (§10.8): by its type, or by having no subject. */
export const objectForm: Rule<AuthorizeContext> = {
	id: 'as-request-object-form',
	look(context) {
		const sent = context.pushed ? undefined : context.parameters.get('request');
		if (sent === undefined) return skip(none);
		const jwt = objectOf(context);
		const expected = `a JWT signed with ${clientAlgorithms.join(' or ')}`;
		if (!jwt)
			return invalid(context, 'The request object is not a signed JWT', { expected, actual: 'not one' });
		const { typ, claims } = jwt;
		const explicit = isJwtType(typ, jwtTypes.requestObject);
		if (typ !== undefined && !explicit && !isJwtType(typ, jwtTypes.plain))
			return invalid(context, 'The JWT is not a request object', {
				expected: `typ ${jwtTypes.requestObject}`,
				actual: 'another typ'
			});
		if (claims.sub !== undefined && !explicit)
			return invalid(context, 'A JWT about somebody is no request object', {
				expected: 'no sub',
				actual: 'a sub'
			});
		const fault = parametersFault(new Parameters(objectParameters(claims), ['resource']));
		if (fault !== undefined)
			return invalid(context, `In the request object: ${fault}`, { expected, actual: fault });
		return pass({ expected, actual: `${jwt.alg}, ${typ === undefined ? 'no typ' : 'its typ'}` });
	}
};

/** RFC 9101 §6.2: by a key that the application registered. */
export const objectSignature: Rule<AuthorizeContext> = {
	id: 'as-request-object-signature',
	async look(context) {
		const { application } = context;
		const jwt = objectOf(context);
		if (!jwt || !application) return skip(jwt ? 'no client' : none);
		const expected = 'signed with a registered key of the application';
		if (!application.jwks)
			return invalid(context, 'The application has not registered a public key', {
				expected,
				actual: 'no keys'
			});
		return (await isSignedBy(application, jwt))
			? pass({ expected, actual: `by ${jwt.kid ?? 'a key without kid'}` })
			: invalid(context, 'No registered key of the application verifies the request object', {
					expected,
					actual: `kid ${jwt.kid ?? 'none'}, ${jwt.alg}`
				});
	}
};

/** RFC 9101 §5: the same `client_id` inside and beside. */
export const objectClient: Rule<AuthorizeContext> = {
	id: 'as-request-object-client',
	look(context) {
		const jwt = objectOf(context);
		if (!jwt) return skip(none);
		const { client_id: inside, iss } = jwt.claims;
		const beside = context.parameters.get('client_id');
		const compared = {
			expected: beside ?? 'a client_id',
			actual: `${inside === beside ? 'the same' : 'another'} client_id, ${
				iss === undefined ? 'no' : iss === beside ? 'the same' : 'another'
			} iss`
		};
		return inside === beside && (iss === undefined || iss === beside)
			? pass(compared)
			: invalid(context, 'The request object is of another client', compared);
	}
};

/** RFC 9101 §4: `aud` is the issuer. */
export const objectAudience: Rule<AuthorizeContext> = {
	id: 'as-request-object-audience',
	look(context) {
		const jwt = objectOf(context);
		if (!jwt) return skip(none);
		const { issuer } = context.call.realm;
		const audiences = audiencesOf(jwt.claims);
		const own = audiences.includes(issuer);
		const compared = {
			expected: issuer,
			actual: own ? 'it is for this server' : audiences.length === 0 ? 'no aud' : 'another aud'
		};
		return own ? pass(compared) : invalid(context, 'The request object is for another server', compared);
	}
};

/**
 * RFC 7519 §4.1.4: an end is required, so that what was signed once is not good for ever. When everything before was
 * right as well, the parameters of the request are those in the object, and no others (RFC 9101 §6.3).
 */
export const objectTime: Rule<AuthorizeContext> = {
	id: 'as-request-object-time',
	look(context) {
		const jwt = objectOf(context);
		if (!jwt) return skip(none);
		const fault = timeFault(jwt.claims, context.call.now);
		const compared = {
			expected: `good at ${new Date(context.call.now).toISOString()}`,
			actual: fault ?? 'good'
		};
		if (fault !== undefined)
			return invalid(context, `The request object is not good now: ${fault}`, compared);
		if (context.unreadable || !context.application) return pass(compared);
		context.parameters = new Parameters(objectParameters(jwt.claims), ['resource']);
		context.signed = true;
		return pass(compared);
	}
};

/** RFC 9101 §10.5: where signed requests are required, an unsigned one is refused. */
export const objectRequired: Rule<AuthorizeContext> = {
	id: 'as-request-object',
	look({ call, application, signed, parameters }) {
		if (parameters.get('registration') !== undefined)
			return refuse('registration_not_supported', 'This server does not take the parameter registration', {
				expected: 'none',
				actual: 'registration'
			});
		const required = call.realm.settings.policy.requireSignedRequests || application?.requireSignedRequests;
		const compared = {
			expected: required ? 'signed' : 'signed or not',
			actual: signed ? 'signed' : 'not signed'
		};
		return required && !signed
			? refuse('invalid_request', 'The authorization request has to be signed here', compared)
			: pass(compared);
	}
};
