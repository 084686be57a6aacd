import { say } from '$lib/lexicon/said';
import { findApplication, isRegisteredRedirectUri, whyNoCode } from '../applications';
import { pass, refuse, skip, type Rule } from '../decide';
import type { AuthorizeContext } from './context';

/** RFC 6749 §3.1: GET must be supported, POST may be. */
export const method: Rule<AuthorizeContext> = {
	id: 'as-method',
	look({ call: { request } }) {
		const compared = { expected: say('one-of', 'GET', 'POST'), actual: request.method };
		if (request.method === 'GET' || request.method === 'POST') return pass(compared);
		return {
			status: 'fail',
			refusal: {
				error: 'invalid_request',
				description: 'The authorization endpoint takes GET and POST',
				status: 405
			},
			...compared
		};
	}
};

/** RFC 6749 §2.2 */
export const clientKnown: Rule<AuthorizeContext> = {
	id: 'as-client-known',
	async look(context) {
		const clientId = context.parameters.get('client_id');
		const expected = say('registered-client');
		if (clientId === undefined)
			return refuse('invalid_request', 'The parameter client_id is missing', {
				expected,
				actual: say('missing')
			});
		const application = await findApplication(context.call.realm, clientId);
		if (!application)
			return refuse('invalid_request', 'No application has this client_id', { expected, actual: clientId });
		context.application = application;
		return pass({ expected, actual: clientId });
	}
};

/** RFC 6749 §3.1.2.3; OIDC Core §3.1.2.1 requires the parameter whatever is registered. */
export const redirectUriPresent: Rule<AuthorizeContext> = {
	id: 'as-redirect-uri-present',
	look(context) {
		const { parameters, application } = context;
		if (!application) return skip(say('no-client'));
		const sent = parameters.get('redirect_uri');
		const [only, second] = application.redirectUris;
		const openid = (parameters.get('scope') ?? '').split(' ').includes('openid');
		const repeated = parameters.repeated.includes('redirect_uri');
		const mayBeLeftOut = !openid && !repeated && second === undefined;
		const asked = sent ?? (mayBeLeftOut ? only : undefined);
		const expected = 'redirect_uri';
		if (asked === undefined)
			return refuse('invalid_request', 'The parameter redirect_uri is missing', {
				expected,
				actual: say('missing')
			});
		context.askedRedirectUri = asked;
		return pass({ expected, actual: sent ?? say('only-registered') });
	}
};

/**
 * RFC 9700 §4.1.3: exact string comparison, but for the port of a native application's loopback address (RFC 8252
 * §7.3). Until this passes, no error may be redirected: RFC 6749 §4.1.2.1.
 */
export const redirectUriRegistered: Rule<AuthorizeContext> = {
	id: 'as-redirect-uri-registered',
	look(context) {
		const { application, askedRedirectUri } = context;
		if (!application || askedRedirectUri === undefined)
			return skip(application ? say('without', 'redirect_uri') : say('no-client'));
		const compared = { expected: application.redirectUris.join(' '), actual: askedRedirectUri };
		if (!isRegisteredRedirectUri(application, askedRedirectUri))
			return refuse('invalid_request', 'This redirect_uri is not registered for the application', compared);
		context.redirectUri = askedRedirectUri;
		return pass(compared);
	}
};

/**
 * Which applications may use the code flow: RFC 6749 §4.1.2.1. Before the redirect URI is looked at, because who may not
 * use it need not have one.
 */
export const grantAllowed: Rule<AuthorizeContext> = {
	id: 'as-grant-allowed',
	look({ application }) {
		if (!application) return skip(say('no-client'));
		const expected = 'authorization_code';
		const why = whyNoCode(application);
		return why
			? refuse('unauthorized_client', why.description, { expected, actual: why.actual })
			: pass({ expected, actual: application.grants.join(' ') });
	}
};
