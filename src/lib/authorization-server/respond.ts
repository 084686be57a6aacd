import { errorJson, type Answer } from './answer';
import { randomText, readBody, type Call } from './call';
import { byOwnClock } from './clock';
import { corsHeaders } from './cors';
import { keepDecision } from './decision-log';
import { nonceHeader } from './dpop';
import { endpoints, metadataEndpoint, type Endpoint } from './endpoints';
import { problemPage } from './pages/problem';
import type { Realm } from './realm';

/** The endpoint of an address, under the issuer; RFC 8414 §3 puts its well-known path before the issuer's own. */
function endpointOf(realm: Realm, { pathname }: URL): Endpoint | undefined {
	const root = new URL(realm.issuer).pathname.replace(/\/$/, '');
	if (pathname === `/.well-known/oauth-authorization-server${root}`) return metadataEndpoint;
	const path = pathname.startsWith(`${root}/`) ? pathname.slice(root.length) : '';
	return Object.hasOwn(endpoints, path) ? endpoints[path] : undefined;
}

/** What is not there says so to everyone: a client that has the wrong address should learn it. */
const nowhere = (request: Request): Endpoint => ({
	methods: [request.headers.get('access-control-request-method') ?? 'GET'],
	anyMethod: true,
	readers: 'everyone',
	answer: () => ({
		response: errorJson({ error: 'not_found', description: 'There is nothing here', status: 404 })
	})
});

const wrongMethod = ({ methods }: Endpoint): Answer => ({
	response: errorJson(
		{ error: 'invalid_request', description: `This address takes ${methods.join(' and ')}`, status: 405 },
		{ allow: methods.join(', ') }
	)
});

async function answerCall(call: Call, endpoint: Endpoint, body: string | undefined): Promise<Answer> {
	const { method } = call.request;
	if (method === 'OPTIONS' && endpoint.readers !== 'nobody')
		return { response: new Response(null, { status: 204 }) };
	if (body === undefined)
		return {
			response: errorJson({ error: 'invalid_request', description: 'The body is too large', status: 413 })
		};
	if (!endpoint.anyMethod && !endpoint.methods.includes(method)) return wrongMethod(endpoint);
	const answer = await endpoint.answer(call);
	if (endpoint.name) await keepDecision(call, endpoint.name, answer);
	if (answer.response.status === 405) answer.response.headers.set('allow', endpoint.methods.join(', '));
	return answer;
}

/** Nothing that is thrown gets out: RFC 6749 §4.1.2.1 `server_error`, as a page where a person waits for one. */
function failed(realm: Realm, endpoint: Endpoint): Answer {
	const refusal = { error: 'server_error', description: 'The server failed while it answered', status: 500 };
	const forPeople = endpoint.readers === 'nobody';
	return { response: forPeople ? problemPage(realm, refusal) : errorJson(refusal) };
}

/**
 * The authorization server: answers one request. Total: it never throws, and an address that it does not have gets
 * a 404. Every answer has an `X-Request-Id`, by which the decision log knows it.
 */
export async function respond(request: Request, settled: Realm): Promise<Response> {
	const realm = byOwnClock(settled);
	const url = new URL(request.url);
	const requestId = randomText(realm, 12);
	const endpoint = endpointOf(realm, url) ?? nowhere(request);
	const cors = await corsHeaders(realm, request, endpoint);
	try {
		const body = await readBody(request);
		const call: Call = { realm, request, url, requestId, now: realm.now(), body: body ?? '' };
		const { response } = await answerCall(call, endpoint, body);
		return finish(response, requestId, { ...cors, ...(await nonceHeader(realm, request)) });
	} catch {
		return finish(failed(realm, endpoint).response, requestId, cors);
	}
}

function finish(response: Response, requestId: string, headers: Record<string, string>): Response {
	response.headers.set('x-request-id', requestId);
	response.headers.set('x-content-type-options', 'nosniff');
	for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
	return response;
}
