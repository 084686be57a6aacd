import { describe, expect, it } from 'vitest';
import { introspect } from '$lib/flow/introspect';
import type { Exchange, HttpRequest } from '$lib/wire/http';
import { at } from '../../fixtures/tokens';

const issuer = 'https://idp.example';
const endpoint = `${issuer}/introspect`;
const document = JSON.stringify({ issuer, introspection_endpoint: endpoint });
const asks = { metadata: document, token: 'opaque', clientId: 'api', secret: '' };

/** A server that answers so, and what it was sent. */
function world(answer: Pick<Exchange, 'response' | 'failure'>) {
	const sent: HttpRequest[] = [];
	const send = (request: HttpRequest): Promise<Exchange> => {
		sent.push(request);
		return Promise.resolve({ id: 'a', request, at, ms: 0, via: 'page', ...answer });
	};
	return { world: { send }, sent };
}

const answer = (status: number, body: unknown): Pick<Exchange, 'response'> => ({
	response: {
		status,
		statusText: '',
		headers: [['content-type', 'application/json']],
		body: JSON.stringify(body)
	}
});

const headerNames = ({ headers }: HttpRequest): string[] => headers.map(([name]) => name.toLowerCase());

describe('what a token stands for (RFC 7662)', () => {
	it('is asked of the endpoint in the metadata, and of no other', async () => {
		const { world: server, sent } = world(answer(200, { active: true, scope: 'read' }));
		const { value, checks } = await introspect(server, asks);
		expect(value).toMatchObject({ active: true, scope: 'read' });
		expect(checks.filter(({ status }) => status === 'fail')).toEqual([]);
		expect(sent.map(({ method, url }) => `${method} ${url}`)).toEqual([`POST ${endpoint}`]);
		const form = new URLSearchParams(sent[0]?.body);
		expect(form.get('token')).toBe('opaque');
		expect(form.get('client_id')).toBe('api');
	});

	it('is asked with the secret in the header, where there is one (RFC 6749 §2.3.1)', async () => {
		const { world: server, sent } = world(answer(200, { active: false }));
		expect((await introspect(server, { ...asks, secret: 's' })).value).toEqual({ active: false });
		expect(sent.flatMap(headerNames)).toContain('authorization');
		expect(sent[0]?.body).not.toContain('client_secret');
	});

	it('is not asked of a server without such an endpoint, or whose document cannot be read', async () => {
		for (const metadata of [JSON.stringify({ issuer }), 'no JSON', '']) {
			const { world: server, sent } = world(answer(200, {}));
			const { failure } = await introspect(server, { ...asks, metadata });
			expect(failure).toMatchObject({ reason: 'endpoint-missing' });
			expect(sent).toEqual([]);
		}
	});

	it('is not asked over a connection that anybody can read', async () => {
		const { world: server, sent } = world(answer(200, {}));
		const plain = JSON.stringify({ issuer, introspection_endpoint: 'http://idp.example/introspect' });
		expect((await introspect(server, { ...asks, metadata: plain })).failure).toBeDefined();
		expect(sent).toEqual([]);
	});

	it('says what the server says against it, and why nothing came', async () => {
		const refused = await introspect(world(answer(401, { error: 'invalid_client' })).world, asks);
		expect(refused.error).toMatchObject({ error: 'invalid_client' });
		const silent = await introspect(world({ failure: { reason: 'cors' } }).world, asks);
		expect(silent).toEqual({ checks: [], failure: { reason: 'cors' } });
	});
});
