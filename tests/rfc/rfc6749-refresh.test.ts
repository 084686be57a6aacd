import { describe, expect, test } from 'vitest';
import { basic, createServer, web } from './server';

const errorOf = async (response: Response) => (await response.json()).error;

describe('refresh', () => {
	test('RFC 6749 §6: the refresh token is required', async () => {
		expect(await errorOf(await createServer().refresh(undefined))).toBe('invalid_request');
	});

	test('RFC 6749 §6: the scope is the granted one when none is asked for', async () => {
		const server = createServer();
		const first = await server.tokens();
		expect((await (await server.refresh(first.refresh_token)).json()).scope).toBe(first.scope);
	});

	test('RFC 6749 §6: the scope may be narrowed', async () => {
		const server = createServer();
		const { refresh_token } = await server.tokens();
		const answer = await (await server.refresh(refresh_token, { scope: 'read:timesheets' })).json();
		expect(answer.scope).toBe('read:timesheets');
		expect(answer.id_token).toBeUndefined();
	});

	test('RFC 6749 §6: a narrowed scope can be widened again to what was granted', async () => {
		const server = createServer();
		const first = await server.tokens();
		const narrow = await (await server.refresh(first.refresh_token, { scope: 'read:timesheets' })).json();
		expect((await (await server.refresh(narrow.refresh_token)).json()).scope).toBe(first.scope);
	});

	test('RFC 6749 §6: the scope must not have what was not granted', async () => {
		const server = createServer();
		const { refresh_token } = await server.tokens({ scope: 'openid offline_access read:timesheets' });
		const response = await server.refresh(refresh_token, { scope: 'create:timesheets' });
		expect(await errorOf(response)).toBe('invalid_scope');
	});

	test('RFC 6749 §6: the refresh token is bound to the client', async () => {
		const server = createServer();
		const { refresh_token } = await server.tokens();
		const response = await server.token(
			{ grant_type: 'refresh_token', refresh_token },
			basic(web.clientId, web.clientSecret!)
		);
		expect(await errorOf(response)).toBe('invalid_grant');
		expect(server.failed()).toEqual(['as-refresh-token-client']);
	});

	test('RFC 6749 §5.2: a refresh token that was never issued is invalid_grant', async () => {
		expect(await errorOf(await createServer().refresh('made-up'))).toBe('invalid_grant');
	});

	test('RFC 6749 §5.2: an expired refresh token is invalid_grant', async () => {
		const server = createServer();
		const { refresh_token } = await server.tokens();
		server.clock.now += 30 * 86_400_000;
		expect(await errorOf(await server.refresh(refresh_token))).toBe('invalid_grant');
		expect(server.failed()).toEqual(['as-refresh-token-not-expired']);
	});

	test('RFC 9700 §4.14.2: the refresh token is rotated', async () => {
		const server = createServer();
		const { refresh_token } = await server.tokens();
		const next = (await (await server.refresh(refresh_token)).json()).refresh_token;
		expect(next).not.toBe(refresh_token);
		expect((await server.refresh(next)).status).toBe(200);
	});

	test('RFC 9700 §4.14.2: a second use revokes the family', async () => {
		const server = createServer();
		const { refresh_token } = await server.tokens();
		const next = await (await server.refresh(refresh_token)).json();
		expect(await errorOf(await server.refresh(refresh_token))).toBe('invalid_grant');
		expect(server.failed()).toContain('as-refresh-token-unused');
		expect(await errorOf(await server.refresh(next.refresh_token))).toBe('invalid_grant');
		expect(server.failed()).toEqual(['as-refresh-grant-active']);
	});

	test('RFC 9700 §4.14.2: of two refreshes at the same time one is refused, and the family revoked', async () => {
		const server = createServer();
		const { refresh_token } = await server.tokens();
		const answers = await Promise.all([server.refresh(refresh_token), server.refresh(refresh_token)]);
		expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
	});

	test('RFC 6749 §6: without rotation the same refresh token stays good', async () => {
		const server = createServer((settings) => {
			settings.applications[0]!.rotateRefreshTokens = false;
		});
		const { refresh_token } = await server.tokens();
		expect((await (await server.refresh(refresh_token)).json()).refresh_token).toBeUndefined();
		expect((await server.refresh(refresh_token)).status).toBe(200);
	});
});
