import { describe, expect, it } from 'vitest';
import { findKeys, findServer } from '$lib/flow/find-server';
import type { Exchange, HttpRequest } from '$lib/wire/http';
import { at } from '../../fixtures/tokens';

const issuer = 'https://idp.example/tenant';
const keys = { keys: [{ kty: 'EC', crv: 'P-256', x: 'A', y: 'A' }] };
const metadata = { issuer, jwks_uri: 'https://idp.example/keys' };

type Answer = { status?: number; body?: unknown; date?: number } | 'cors' | 'offline';

/** A server with these answers, and 404 for everything else. */
function world(answers: Record<string, Answer>) {
	const asked: string[] = [];
	const send = (request: HttpRequest): Promise<Exchange> => {
		asked.push(request.url);
		const answer = answers[request.url] ?? { status: 404 };
		const exchange = { id: 'a', request, at, ms: 0, via: 'page' } as const;
		if (typeof answer === 'string')
			return Promise.resolve({ ...exchange, failure: { reason: answer } } satisfies Exchange);
		const { status = 200, body = '', date } = answer;
		const headers: [string, string][] = date === undefined ? [] : [['date', new Date(date).toUTCString()]];
		return Promise.resolve({
			...exchange,
			response: { status, statusText: '', headers, body: JSON.stringify(body) }
		});
	};
	return { world: { send }, asked };
}

const behind = `${issuer}/.well-known/openid-configuration`;
const between = 'https://idp.example/.well-known/oauth-authorization-server/tenant';

describe('the server of a token that was brought alone', () => {
	it('is found behind its issuer, with its keys', async () => {
		const { world: server, asked } = world({
			[behind]: { body: metadata },
			[metadata.jwks_uri]: { body: keys }
		});
		const found = await findServer(server, issuer);
		expect(found).toMatchObject({
			...{ ok: true, value: { metadata: JSON.stringify(metadata), keys: JSON.stringify(keys) } }
		});
		expect(asked).toEqual([behind, metadata.jwks_uri]);
	});

	it('is looked for at the next place where it is not there (RFC 8414 §3)', async () => {
		const { world: server } = world({ [between]: { body: metadata }, [metadata.jwks_uri]: { body: keys } });
		expect((await findServer(server, issuer)).ok).toBe(true);
	});

	it('is refused where the document is of another issuer (RFC 8414 §3.3)', async () => {
		const { world: server } = world({ [behind]: { body: { ...metadata, issuer: 'https://other.example' } } });
		const found = await findServer(server, issuer);
		expect(found.ok || found.failure).toMatchObject({
			reason: 'other-issuer',
			where: 'https://other.example'
		});
	});

	it('says where nothing is published, and stops where nobody can be reached', async () => {
		const nowhere = world({});
		const none = await findServer(nowhere.world, issuer);
		expect(none.ok || none.failure.reason).toBe('not-published');
		expect(nowhere.asked.length).toBeGreaterThan(3);
		const offline = world({ [behind]: 'offline' });
		const found = await findServer(offline.world, issuer);
		expect(found.ok || found.failure).toMatchObject({ reason: 'network', failure: { reason: 'offline' } });
		expect(offline.asked).toEqual([behind]);
	});

	it('asks nobody in the clear', async () => {
		const { world: server, asked } = world({});
		const found = await findServer(server, 'http://idp.example');
		expect(found.ok || found.failure).toMatchObject({ failure: { reason: 'plain-http' } });
		expect(asked).toEqual([]);
	});

	it.each([
		['no-jwks-uri', { issuer }, {}],
		['no-keys', metadata, { body: { keys: [] } }]
	] as const)('is found without keys: %s', async (reason, document, answer) => {
		const { world: server } = world({ [behind]: { body: document }, [metadata.jwks_uri]: answer });
		const found = await findServer(server, issuer);
		expect(found.ok && found.value.keysFailure?.reason).toBe(reason);
	});

	it.each([
		[at + 1000, 0],
		[at + 60_000, 60_500],
		[undefined, undefined]
	])('tells by how much its clock is ahead: %s', async (date, ahead) => {
		const { world: server } = world({
			[behind]: { body: metadata, ...(date === undefined ? {} : { date }) },
			[metadata.jwks_uri]: { body: keys }
		});
		const found = await findServer(server, issuer);
		expect(found.ok && found.value.ahead).toBe(ahead);
	});

	it('is not needed where the address of its keys is known', async () => {
		const { world: server, asked } = world({ [metadata.jwks_uri]: { body: keys } });
		expect(await findKeys(server, metadata.jwks_uri)).toEqual({ ok: true, value: JSON.stringify(keys) });
		expect(asked).toEqual([metadata.jwks_uri]);
		const { world: other } = world({ [metadata.jwks_uri]: { body: { keys: 'none' } } });
		expect(await findKeys(other, metadata.jwks_uri)).toMatchObject({
			failure: { reason: 'no-keys', where: metadata.jwks_uri }
		});
		const { world: plain, asked: askedPlainly } = world({});
		expect((await findKeys(plain, 'http://idp.example/keys')).ok).toBe(false);
		expect(askedPlainly).toEqual([]);
	});
});
