import { say } from '$lib/lexicon/said';
import { isPublic } from '../applications';
import { pass, refuse, skip, type Rule } from '../decide';
import { newGrantId } from '../grants';
import type { TokenContext } from './context';

/** RFC 6749 §4.4: only for confidential clients, which act for themselves. */
export const machineClient: Rule<TokenContext> = {
	id: 'as-machine-client',
	look({ application }) {
		if (!application) return skip(say('no-client'));
		const compared = { expected: say('confidential-client'), actual: application.authMethod };
		return isPublic(application)
			? refuse('unauthorized_client', 'A public client cannot act for itself', compared)
			: pass(compared);
	}
};

/** What the client gets for itself: an API has to be named, and nothing of OpenID Connect is in it. */
export const machineScope: Rule<TokenContext> = {
	id: 'as-scope-allowed',
	look(context) {
		const { api, application, parameters, call } = context;
		if (api === undefined || !application) return skip(say('no-audience'));
		if (api === null)
			return refuse('invalid_target', 'Name the API that the token is for, as audience or resource', {
				expected: 'audience',
				actual: say('missing')
			});
		const known = api.scopes.map(({ name }) => name);
		const sent = parameters.get('scope');
		const asked = sent === undefined ? known : [...new Set(sent.split(' '))];
		const compared = { expected: known.join(' '), actual: sent ?? say('none-all') };
		if (!asked.every((word) => known.includes(word)))
			return refuse('invalid_scope', 'The API does not have one of these scopes', compared);
		context.scope = asked;
		context.grant = {
			id: newGrantId(call.realm),
			clientId: application.clientId,
			sub: application.clientId,
			scope: asked,
			audience: api.identifier
		};
		return pass(compared);
	}
};
