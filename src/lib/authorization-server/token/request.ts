import { say } from '$lib/lexicon/said';
import { formType } from '$lib/message/form-body';
import { bodyType } from '../call';
import { pass, refuse, skip, type Rule } from '../decide';
import { grantTypes, type GrantType } from '../settings';
import type { TokenContext } from './context';

/** RFC 6749 §3.2: POST only, so that no code or token is in a URL. */
export const tokenMethod: Rule<TokenContext> = {
	id: 'as-token-method',
	look({ call: { request } }) {
		const compared = { expected: 'POST', actual: request.method };
		if (request.method === 'POST') return pass(compared);
		return {
			status: 'fail',
			refusal: { error: 'invalid_request', description: 'This endpoint takes POST only', status: 405 },
			...compared
		};
	}
};

/** RFC 6749 §4.1.3: the parameters are a form in the body. */
export const contentType: Rule<TokenContext> = {
	id: 'as-token-content-type',
	look({ call: { request } }) {
		const type = bodyType(request);
		const compared = { expected: formType, actual: type || say('missing') };
		return type === formType
			? pass(compared)
			: refuse('invalid_request', `The body has to be ${formType}`, compared);
	}
};

const isGrantType = (text: string): text is GrantType => grantTypes.some((known) => known === text);

/** RFC 6749 §5.2: known here, and allowed for this client. */
export const grantType: Rule<TokenContext> = {
	id: 'as-token-grant-type',
	look(context) {
		const { parameters, application } = context;
		const sent = parameters.get('grant_type');
		const compared = { expected: say('one-of', ...grantTypes), actual: sent ?? say('missing') };
		if (sent === undefined) return refuse('invalid_request', 'The parameter grant_type is missing', compared);
		if (!isGrantType(sent))
			return refuse('unsupported_grant_type', 'This server does not know this grant type', compared);
		if (!application) return skip(say('no-client'));
		if (!application.grants.includes(sent))
			return refuse('unauthorized_client', 'This application may not use this grant type', {
				expected: say('one-of', ...application.grants),
				actual: sent
			});
		context.grantType = sent;
		return pass(compared);
	}
};

/** RFC 8707 §2.2: a `resource` in the token request can only be the one that was granted. */
export const target: Rule<TokenContext> = {
	id: 'as-token-target',
	look({ parameters, grant }) {
		const sent = [...parameters.all('resource'), ...parameters.all('audience')];
		if (sent.length === 0) return skip(say('without', 'resource'));
		if (!grant) return skip(say('no-grant'));
		const compared = { expected: grant.audience ?? say('none'), actual: sent.join(' ') };
		return sent.every((one) => one === grant.audience)
			? pass(compared)
			: refuse('invalid_target', 'The grant is not for this resource', compared);
	}
};
