/** A small API that trusts the peer: it verifies the access token with the peer's keys, as RFC 9068 §4 says. */
import { createServer } from 'node:http';
import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import { closeServer, listen } from './loopback';
import { apiScope } from './openid-provider';

export interface ProtectedApi {
	url: string;
	close(): Promise<void>;
}

type Answer = { status: number; body: unknown; challenge?: string };

async function judge(authorization: string, issuer: string, resource: string): Promise<Answer> {
	const token = /^Bearer (.+)$/.exec(authorization)?.[1];
	if (token === undefined) return { status: 401, body: {}, challenge: 'Bearer' };
	try {
		const keys = createRemoteJWKSet(new URL(`${issuer}/jwks`));
		const { payload } = await jwtVerify(token, keys, { issuer, audience: resource, typ: 'at+jwt' });
		const scopes = typeof payload.scope === 'string' ? payload.scope.split(' ') : [];
		if (!scopes.includes(apiScope))
			return {
				status: 403,
				body: {},
				challenge: `Bearer error="insufficient_scope", scope="${apiScope}"`
			};
		return { status: 200, body: { reports: ['one', 'two'], person: payload.sub } };
	} catch (error) {
		const reason = error instanceof errors.JOSEError ? error.code : 'unreadable';
		return {
			status: 401,
			body: {},
			challenge: `Bearer error="invalid_token", error_description="${reason}"`
		};
	}
}

const cors = {
	'access-control-allow-origin': '*',
	'access-control-allow-headers': 'authorization',
	'access-control-expose-headers': 'www-authenticate'
};

export async function openApi(issuer: () => string, resource: string): Promise<ProtectedApi> {
	const server = createServer(async (request, response) => {
		if (request.method === 'OPTIONS') {
			response.writeHead(204, cors).end();
			return;
		}
		const answer = await judge(request.headers.authorization ?? '', issuer(), resource);
		response.writeHead(answer.status, {
			...cors,
			'content-type': 'application/json',
			...(answer.challenge ? { 'www-authenticate': answer.challenge } : {})
		});
		response.end(JSON.stringify(answer.body));
	});
	const url = `http://localhost:${await listen(server)}/reports`;
	return { url, close: () => closeServer(server) };
}
