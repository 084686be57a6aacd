/**
 * Who calls an endpoint for clients: RFC 6749 §2.3. A public client only says its `client_id`; a confidential one
 * proves itself in a way that it is registered for.
 */
import { say, type Said } from '$lib/lexicon/said';
import { readClientCredentials, type ClientCredentials } from '$lib/message/client-authentication';
import { assertionFault, assertionType } from './client-assertion';
import { findApplication } from './applications';
import type { Call } from './call';
import { sameText } from './constant-time';
import { pass, refuse, skip, type Rule, type Verdict } from './decide';
import type { Parameters } from './parameters';
import type { Application } from './settings';
import { shownSecret } from './shown';

export interface ClientContext {
	call: Call;
	parameters: Parameters;
	application?: Application;
}

const credentialsOf = ({ request }: Call, parameters: Parameters): ClientCredentials =>
	readClientCredentials(request.headers.get('authorization') ?? undefined, (name) => parameters.get(name));

/** RFC 6749 §5.2: 401 for a client that is not who it says it is. */
const invalidClient = (description: string, compared: { expected: Said; actual: Said }): Verdict => ({
	status: 'fail',
	refusal: { error: 'invalid_client', description, status: 401 },
	...compared
});

/** RFC 6749 §3.2.1: which client it is. */
export const clientNamed: Rule<ClientContext> = {
	id: 'as-token-client',
	async look(context) {
		const { call, parameters } = context;
		const { method, clientId } = credentialsOf(call, parameters);
		const expected = say('registered-client');
		if (clientId === undefined) {
			if (method === 'client_secret_basic' || method === 'private_key_jwt')
				return invalidClient('The credentials of the client could not be read', {
					expected,
					actual: say('unreadable')
				});
			return refuse('invalid_request', 'The parameter client_id is missing', {
				expected,
				actual: say('missing')
			});
		}
		const inBody = parameters.get('client_id');
		if (inBody !== undefined && inBody !== clientId)
			return refuse('invalid_request', 'The credentials and the body name different clients', {
				expected: say('one-client'),
				actual: inBody
			});
		const application = await findApplication(call.realm, clientId);
		if (!application)
			return invalidClient('No application has this client_id', {
				expected,
				// Out of a header or an assertion it may be anything.
				actual: inBody === undefined ? shownSecret(clientId) : clientId
			});
		context.application = application;
		return pass({ expected, actual: clientId });
	}
};

/** The ways in which this client may prove itself. */
const waysOf = ({ authMethod }: Application): readonly string[] =>
	authMethod === 'client_secret' ? ['client_secret_basic', 'client_secret_post'] : [authMethod];

/** RFC 6749 §2.3.1: a way of authentication that the client is registered for, and only one in a request. */
export const clientAuthenticated: Rule<ClientContext> = {
	id: 'as-token-client-auth',
	async look(context) {
		const { call, parameters, application } = context;
		if (!application) return skip(say('no-client'));
		const verdict = await judge(context, application, credentialsOf(call, parameters));
		// A client that is not authenticated must not be taken for one by later rules.
		if (verdict.status === 'fail') delete context.application;
		return verdict;
	}
};

async function judge(
	{ call, parameters }: ClientContext,
	application: Application,
	{ method, secret, assertion }: ClientCredentials
): Promise<Verdict> {
	const allowed = waysOf(application);
	const compared = { expected: say('one-of', ...allowed), actual: method };
	const ways = ['client_secret', 'client_assertion'].filter((name) => parameters.get(name) !== undefined);
	if (ways.length + (method === 'client_secret_basic' ? 1 : 0) > 1)
		return refuse('invalid_request', 'A request uses one way of client authentication, not two', compared);
	if (application.authMethod === 'none')
		return method === 'none'
			? pass(compared)
			: invalidClient('This is a public client: it has no secret to send', compared);
	if (!allowed.includes(method))
		return invalidClient(`This client has to authenticate with ${allowed.join(' or ')}`, compared);
	if (method === 'private_key_jwt') {
		const fault =
			parameters.get('client_assertion_type') === assertionType
				? await assertionFault(call, application, assertion ?? '')
				: {
						expected: say('named', 'client_assertion_type', assertionType),
						actual: say('another-or-none')
					};
		return fault ? invalidClient('The client assertion is not good', fault) : pass(compared);
	}
	return sameText(application.clientSecret ?? '', secret ?? '') && application.clientSecret !== undefined
		? pass(compared)
		: invalidClient('The client secret is wrong', {
				expected: say('client-secret-right'),
				actual: shownSecret(secret ?? '')
			});
}

/** RFC 6749 §5.2: the challenge goes with the 401 when the client tried the Authorization header. */
export const basicChallenge = (call: Call, status: number | undefined): Record<string, string> =>
	status === 401 && call.request.headers.has('authorization')
		? { 'www-authenticate': `Basic realm="${call.realm.issuer}", charset="UTF-8"` }
		: {};
