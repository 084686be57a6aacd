/** An authorization request that the client signed: RFC 9101. What it holds is the request, and nothing beside it. */
import { isJwtType, jwtTypes } from '$lib/lexicon/jwt-types';
import { say } from '$lib/lexicon/said';
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

const none = say('no-request-object');

/** RFC 9101 §4: signed, and not made to be anything else (§10.8): by its type, or by having no subject. */
export const objectForm: Rule<AuthorizeContext> = {
	id: 'as-request-object-form',
	look(context) {
		const sent = context.pushed ? undefined : context.parameters.get('request');
		if (sent === undefined) return skip(none);
		const jwt = objectOf(context);
		const expected = say('a-jwt-signed-with', ...clientAlgorithms);
		if (!jwt)
			return invalid(context, 'The request object is not a signed JWT', {
				expected,
				actual: say('not-a-jwt')
			});
		const { typ, claims } = jwt;
		const explicit = isJwtType(typ, jwtTypes.requestObject);
		if (typ !== undefined && !explicit && !isJwtType(typ, jwtTypes.plain))
			return invalid(context, 'The JWT is not a request object', {
				expected: say('typ', jwtTypes.requestObject),
				actual: say('another', 'typ')
			});
		if (claims.sub !== undefined && !explicit)
			return invalid(context, 'A JWT about somebody is no request object', {
				expected: say('without', 'sub'),
				actual: 'sub'
			});
		const fault = parametersFault(new Parameters(objectParameters(claims), ['resource']));
		if (fault !== undefined)
			return invalid(context, `In the request object: ${fault.refusal.description}`, {
				expected,
				actual: fault.actual
			});
		return pass({
			expected,
			actual: say('list', jwt.alg, typ === undefined ? say('without', 'typ') : say('its-typ'))
		});
	}
};

/** RFC 9101 §6.2: by a key that the application registered. */
export const objectSignature: Rule<AuthorizeContext> = {
	id: 'as-request-object-signature',
	async look(context) {
		const { application } = context;
		const jwt = objectOf(context);
		if (!jwt || !application) return skip(jwt ? say('no-client') : none);
		const expected = say('by-registered-key');
		if (!application.jwks)
			return invalid(context, 'The application has not registered a public key', {
				expected,
				actual: say('no-keys')
			});
		return (await isSignedBy(application, jwt))
			? pass({ expected, actual: jwt.kid ?? say('key-without-kid') })
			: invalid(context, 'No registered key of the application verifies the request object', {
					expected,
					actual: say('list', jwt.alg, say('named', 'kid', jwt.kid ?? say('missing')))
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
			expected: beside ?? 'client_id',
			actual: say(
				'list',
				say(inside === beside ? 'same' : 'another', 'client_id'),
				say(iss === undefined ? 'without' : iss === beside ? 'same' : 'another', 'iss')
			)
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
			actual: own ? say('for-this-server') : say(audiences.length === 0 ? 'without' : 'another', 'aud')
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
			expected: say('good-at', new Date(context.call.now).toISOString()),
			actual: fault?.found ?? say('good')
		};
		if (fault !== undefined)
			return invalid(context, `The request object is not good now: ${fault.words}`, compared);
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
				expected: say('none'),
				actual: 'registration'
			});
		const required = call.realm.settings.policy.requireSignedRequests || application?.requireSignedRequests;
		const compared = {
			expected: say(required ? 'signed' : 'signed-or-not'),
			actual: say(signed ? 'signed' : 'not-signed')
		};
		return required && !signed
			? refuse('invalid_request', 'The authorization request has to be signed here', compared)
			: pass(compared);
	}
};
