import * as v from 'valibot';
import type { Decision } from '$lib/lexicon/check';
import { encodeBase64url } from '$lib/wire/base64url';
import type { Api } from './api';
import { problem, refuse } from './refuse';
import { addEntry, ensureSamples, listEntries, newEntrySchema } from './timesheets';
import { validate, type AccessClaims } from './validate';

interface Operation {
	scope: string;
	perform(api: Api, claims: AccessClaims, request: Request, id: string): Promise<Response>;
}

const maxBody = 10_000;

const json = (body: unknown, status = 200): Response =>
	new Response(JSON.stringify(body), {
		status,
		headers: { 'content-type': 'application/json', 'cache-control': 'no-store' }
	});

async function read({ store }: Api, { sub }: AccessClaims): Promise<Response> {
	await ensureSamples(store, sub);
	return json({ timesheets: await listEntries(store, ({ person }) => person === sub) });
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

async function create({ store, resource }: Api, { sub }: AccessClaims, request: Request, id: string) {
	const text = await request.text();
	if (text.length > maxBody) return problem(413, 'The body is too large');
	const entry = v.safeParse(newEntrySchema, parseJson(text));
	if (!entry.success)
		return problem(422, 'An entry has date (YYYY-MM-DD), project and hours', {
			issues: entry.issues.map(
				({ path, message }) => `${path?.map(({ key }) => String(key)).join('.') ?? ''}: ${message}`
			)
		});
	await ensureSamples(store, sub);
	const added = await addEntry(store, sub, id, entry.output);
	if (!added) return problem(409, 'There are too many entries');
	const response = json(added, 201);
	response.headers.set('location', `${new URL(resource).pathname}/timesheets/${added.id}`);
	return response;
}

const operations: Readonly<Record<string, Readonly<Record<string, Operation>>>> = {
	'/timesheets': {
		GET: { scope: 'read:timesheets', perform: read },
		POST: { scope: 'create:timesheets', perform: create }
	}
};

const cors = {
	'access-control-allow-origin': '*',
	'access-control-expose-headers': 'WWW-Authenticate, X-Request-Id, Location'
} as const;

const preflight = (methods: string[]): Response =>
	new Response(null, {
		status: 204,
		headers: {
			'access-control-allow-methods': methods.join(', '),
			'access-control-allow-headers': 'Authorization, Content-Type',
			'access-control-max-age': '600'
		}
	});

async function answer(request: Request, api: Api, requestId: string): Promise<Response> {
	const root = new URL(api.resource).pathname.replace(/\/$/, '');
	const path = new URL(request.url).pathname.slice(root.length).replace(/\/$/, '');
	const methods = Object.hasOwn(operations, path) ? operations[path] : undefined;
	if (!methods) return problem(404, 'There is nothing here');
	if (request.method === 'OPTIONS') return preflight(Object.keys(methods));
	const operation = Object.hasOwn(methods, request.method) ? methods[request.method] : undefined;
	if (!operation) {
		const refused = problem(405, 'This address does not take that method');
		refused.headers.set('allow', Object.keys(methods).join(', '));
		return refused;
	}
	const { checks, claims } = await validate(request.headers.get('authorization'), {
		issuer: api.issuer,
		audience: api.resource,
		scope: operation.scope,
		now: api.now(),
		fetchJwks: () => api.fetchJwks()
	});
	const response = claims
		? await operation.perform(api, claims, request, requestId)
		: refuse(api.resource, checks, operation.scope, api.resource);
	const outcome = claims ? `answered ${response.status}` : `refused: ${response.status}`;
	const decision: Decision = { endpoint: 'api', at: api.now(), checks, outcome };
	await api.report?.(decision, { requestId });
	return response;
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
	for (const [name, value] of Object.entries(cors)) response.headers.set(name, value);
	return response;
}
