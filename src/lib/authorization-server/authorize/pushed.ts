/** A request that was pushed before, named by its `request_uri`: RFC 9126 §4. */
import { say } from '$lib/lexicon/said';
import { pass, refuse, skip, type Rule } from '../decide';
import { Parameters } from '../parameters';
import { findPushed, isUnanswered } from '../pushed-requests';
import { shownSecret } from '../shown';
import type { AuthorizeContext } from './context';

const error = 'invalid_request_uri';

/**
 * The parameters are those that were pushed; what stands beside the `request_uri` is left aside. Addresses to fetch
 * a request from are not taken (RFC 9101 §10.4): that would make the server call whoever it is told to.
 */
export const pushedFound: Rule<AuthorizeContext> = {
	id: 'as-request-uri',
	async look(context) {
		const { call, parameters, pushing } = context;
		const sent = parameters.get('request_uri');
		if (pushing || sent === undefined) return skip(say('without', 'request_uri'));
		const pushed = await findPushed(call, sent);
		const actual = pushed ? say('found') : shownSecret(sent);
		const compared = { expected: say('of-this-server', 'request_uri'), actual };
		if (!pushed) {
			context.unreadable = true;
			return /^https?:/i.test(sent)
				? refuse('request_uri_not_supported', 'This server does not fetch requests from elsewhere', compared)
				: refuse(error, 'This server does not know this request_uri', compared);
		}
		context.pushed = pushed;
		return pass(compared);
	}
};

/**
 * Good for one answer. Looking at it again before that, as a reload of the page does, is no second use: RFC 9126 §4
 * lets the server allow it.
 */
export const pushedUnused: Rule<AuthorizeContext> = {
	id: 'as-request-uri-unused',
	async look(context) {
		const { call, parameters, pushed } = context;
		if (!pushed) return skip(say('without', 'request_uri'));
		const expected = say('unused');
		if (await isUnanswered(call, parameters.get('request_uri') ?? ''))
			return pass({ expected, actual: expected });
		context.unreadable = true;
		return refuse(error, 'This request_uri was used before', { expected, actual: say('used-before') });
	}
};

/** RFC 9126 §2.2: short-lived. */
export const pushedNotExpired: Rule<AuthorizeContext> = {
	id: 'as-request-uri-not-expired',
	look(context) {
		const { call, pushed } = context;
		if (!pushed) return skip(say('without', 'request_uri'));
		const compared = {
			expected: say('until', new Date(pushed.expiresAt).toISOString()),
			actual: new Date(call.now).toISOString()
		};
		if (call.now < pushed.expiresAt) return pass(compared);
		context.unreadable = true;
		return refuse(error, 'This request_uri has expired', compared);
	}
};

/** RFC 9126 §2.2: bound to the client that pushed it. Only after this, its parameters are those of the request. */
export const pushedClient: Rule<AuthorizeContext> = {
	id: 'as-request-uri-client',
	look(context) {
		const { parameters, pushed } = context;
		if (!pushed) return skip(say('without', 'request_uri'));
		const sent = parameters.get('client_id');
		const compared = { expected: pushed.clientId, actual: sent ?? say('missing') };
		if (sent !== pushed.clientId) {
			context.unreadable = true;
			return refuse(error, 'This request_uri was given to another client', compared);
		}
		if (context.unreadable) return pass(compared);
		context.parameters = new Parameters(pushed.pairs, ['resource']);
		context.signed = pushed.signed;
		return pass(compared);
	}
};

/** RFC 9126 §5 and §6: by policy of the realm, or of the application. */
export const pushedRequired: Rule<AuthorizeContext> = {
	id: 'as-pushed-required',
	look({ call, application, pushed, pushing }) {
		if (pushing) return skip(say('is-the-push'));
		const required = call.realm.settings.policy.requirePushedRequests || application?.requirePushedRequests;
		const compared = {
			expected: say(required ? 'pushed' : 'pushed-or-not'),
			actual: say(pushed ? 'pushed' : 'not-pushed')
		};
		return required && !pushed
			? refuse('invalid_request', 'A pushed authorization request is required here', compared)
			: pass(compared);
	}
};
