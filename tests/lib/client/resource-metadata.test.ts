import { describe, expect, it } from 'vitest';
import {
	askResourceMetadata,
	readResourceDocument,
	readResourceMetadata
} from '$lib/client/resource-metadata';
import { findResource } from '$lib/flow/find-resource';
import type { HttpRequest } from '$lib/wire/http';
import { answer } from '../../fixtures/messages';

const api = 'https://mcp.example/mcp';
const document = { resource: api, authorization_servers: ['https://id.example'], scopes_supported: ['read'] };
const read = { resource: api, authorizationServers: ['https://id.example'], scopes: ['read'] };

const placesOf = (text: string): string[] => {
	const places = askResourceMetadata(text);
	return places.ok ? places.value.map(({ request }) => request.url) : [];
};

describe('the metadata of an API', () => {
	it('is between host and path (RFC 9728 §3.1), or for what is around it', () => {
		expect(placesOf(api)).toEqual([
			'https://mcp.example/.well-known/oauth-protected-resource/mcp',
			'https://mcp.example/.well-known/oauth-protected-resource'
		]);
		expect(placesOf('https://api.example/v1/orders').map((url) => new URL(url).pathname)).toEqual([
			'/.well-known/oauth-protected-resource/v1/orders',
			'/.well-known/oauth-protected-resource/v1',
			'/.well-known/oauth-protected-resource'
		]);
		expect(placesOf('https://api.example')).toEqual([
			'https://api.example/.well-known/oauth-protected-resource'
		]);
	});

	it('is asked for where it was pasted from', () => {
		expect(placesOf('https://mcp.example/.well-known/oauth-protected-resource/mcp')[0]).toBe(
			'https://mcp.example/.well-known/oauth-protected-resource/mcp'
		);
	});

	it.each([
		'',
		'mcp.example',
		'ftp://mcp.example',
		'http://mcp.example',
		'javascript:alert(1)',
		'https://user:pw@mcp.example/'
	])('is not asked for at %s', (text) => expect(askResourceMetadata(text).ok).toBe(false));

	it('names the server to sign in at', () => {
		expect(readResourceMetadata(api, answer(document))).toEqual({ ok: true, value: read });
		expect(readResourceMetadata(`${api}/`, answer(document)).ok).toBe(true);
	});

	it('of another API is not used (RFC 9728 §3.3)', () => {
		expect(readResourceMetadata('https://other.example/mcp', answer(document))).toEqual({
			ok: false,
			failure: { reason: 'other-resource', where: api }
		});
	});

	it.each([
		['no JSON', '<html>', 'not-metadata'],
		['no resource', '{"authorization_servers":["https://id.example"]}', 'not-metadata'],
		['no server', JSON.stringify({ resource: api }), 'no-server'],
		[
			'a server that is no address',
			JSON.stringify({ resource: api, authorization_servers: ['javascript:x', 7] }),
			'no-server'
		]
	])('with %s is not used', (_, text, reason) => {
		expect(readResourceDocument(text)).toMatchObject({ ok: false, failure: { reason } });
	});
});

describe('looking for it', () => {
	const worldWith = (answers: Record<string, ReturnType<typeof answer>>) => {
		const sent: string[] = [];
		const send = ({ url, ...request }: HttpRequest) => {
			sent.push(url);
			const common = { id: 'a', request: { url, ...request }, at: 0, ms: 1, via: 'page' as const };
			const response = answers[url];
			return Promise.resolve(
				response ? { ...common, response } : { ...common, failure: { reason: 'cors' as const } }
			);
		};
		return { sent, send };
	};

	it('ends at the first document that can be used', async () => {
		const world = worldWith({
			'https://mcp.example/.well-known/oauth-protected-resource/mcp': answer(document)
		});
		expect(await findResource(world, api)).toEqual({ ok: true, value: read });
		expect(world.sent).toHaveLength(1);
	});

	it('goes on to the root', async () => {
		const root = { ...document, resource: 'https://mcp.example' };
		const world = worldWith({
			'https://mcp.example/.well-known/oauth-protected-resource/mcp': answer({}, { status: 404 }),
			'https://mcp.example/.well-known/oauth-protected-resource': answer(root)
		});
		expect(await findResource(world, api)).toMatchObject({
			ok: true,
			value: { resource: 'https://mcp.example' }
		});
	});

	it('says why there is none', async () => {
		expect(await findResource(worldWith({}), api)).toEqual({ ok: false, failure: { reason: 'cors' } });
		expect(await findResource(worldWith({}), 'nothing')).toMatchObject({
			ok: false,
			failure: { reason: 'url-malformed' }
		});
	});
});
