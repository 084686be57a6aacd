import type { Decision } from '$lib/lexicon/check';
import { endedWith } from '$lib/lexicon/outcomes';
import { encodeBase64url } from '$lib/wire/base64url';
import { headersAllowed, preflightLifetime, preflightVary } from '$lib/wire/preflight';
import type { Api } from './api';
import { metadata, metadataUrl } from './protected-resource-metadata';
import { operations, type Operation } from './operations';
import { nonceHeader, sentProof } from './possession';
import { json, problem, refuse } from './refuse';
import { validate } from './validate';

const cors = {
	'access-control-allow-origin': '*',
	'access-control-expose-headers': 'WWW-Authenticate, DPoP-Nonce, X-Request-Id, Location'
} as const;

/** Whatever a page wants to send along, also to what is not there: then it can read that. */
const preflight = (request: Request, methods: string[]): Response =>
	new Response(null, {
		status: 204,
		headers: {
			'access-control-allow-methods': methods.join(', '),
			'access-control-allow-headers': headersAllowed(request),
			'access-control-max-age': preflightLifetime,
			vary: preflightVary
		}
	});

async function answerOperation(
	request: Request,
	api: Api,
	operation: Operation,
	path: string,
	requestId: string
): Promise<Response> {
	const validated = await validate(request.headers.get('authorization'), {
		issuer: api.issuer,
		audience: api.resource,
		scope: operation.scope,
		now: api.now(),
		fetchJwks: () => api.fetchJwks(),
		sent: sentProof(request, api)
	});
	const { checks, claims, scheme = 'Bearer' } = validated;
	const id = operation.path.exec(path)?.[1] ?? '';
	const done = claims
		? await operation.perform({ api, claims, scheme, request, id, newId: requestId })
		: { response: refuse(api.resource, validated, operation.scope, metadataUrl(api)), checks: [] };
	const { status } = done.response;
	const decision: Decision = {
		endpoint: 'api',
		at: api.now(),
		checks: [...checks, ...done.checks],
		outcome: endedWith(status < 400 ? 'answered-with' : 'refused-with', status)
	};
	await api.report?.(decision, { requestId });
	return done.response;
}

async function answer(request: Request, api: Api, requestId: string): Promise<Response> {
	const { origin, pathname } = new URL(request.url);
	if (origin + pathname === metadataUrl(api)) return json(metadata(api));
	const root = new URL(api.resource).pathname.replace(/\/$/, '');
	const path = pathname.startsWith(`${root}/`) ? pathname.slice(root.length).replace(/\/$/, '') : '';
	const known = operations.filter((operation) => operation.path.test(path));
	const methods = known.map(({ method }) => method);
	if (request.method === 'OPTIONS')
		return preflight(
			request,
			methods.length > 0 ? methods : [request.headers.get('access-control-request-method') ?? 'GET']
		);
	if (known.length === 0) return problem(404, 'There is nothing here');
	const operation = known.find(({ method }) => method === request.method);
	if (operation) return answerOperation(request, api, operation, path, requestId);
	const refused = problem(405, 'This address does not take that method');
	refused.headers.set('allow', methods.join(', '));
	return refused;
}

/**
 * The sample API: answers one request. Total: it never throws. Every operation asks for its scope; what is wrong with
 * a token is answered as RFC 6750 §3 says, and named in problem details.
 */
export async function respondApi(request: Request, api: Api): Promise<Response> {
	const requestId = encodeBase64url(api.random(12));
	const response = await answer(request, api, requestId).catch(() =>
		problem(500, 'The API failed while it answered')
	);
	response.headers.set('x-request-id', requestId);
	const headers = { ...cors, ...(await nonceHeader(api, request).catch(() => ({}))) };
	for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
	return response;
}
