import { describe, expect, it } from 'vitest';
import { askIntrospection, readIntrospection } from '$lib/client/introspection';
import { askLogout } from '$lib/client/logout';
import { askRevocation, readRevocation } from '$lib/client/revocation';
import { publicSender } from '$lib/client/sender';
import { answer, failures, statuses } from '../../fixtures/messages';
import { clientId, issuer } from '../../fixtures/tokens';
import { metadata } from '../../fixtures/walk';

const server = {
	...metadata,
	introspection_endpoint: `${issuer}/introspect`,
	revocation_endpoint: `${issuer}/revoke`,
	end_session_endpoint: `${issuer}/end-session?ui=plain`
};

const bodyOf = (body: string | undefined) => Object.fromEntries(new URLSearchParams(body));

describe.each([
	['introspection', askIntrospection, server.introspection_endpoint],
	['revocation', askRevocation, server.revocation_endpoint]
] as const)('the %s request', (name, ask, url) => {
	it('posts the token, what kind it is, and the client', async () => {
		const asked = await ask(server, clientId, 'the-token', 'refresh_token', publicSender);
		expect(asked).toMatchObject({ ok: true, value: { method: 'POST', url } });
		expect(bodyOf(asked.ok ? asked.value.body : '')).toEqual({
			token: 'the-token',
			token_type_hint: 'refresh_token',
			client_id: clientId
		});
	});

	it('is refused where the server has no such endpoint, or one of another scheme', async () => {
		const field = `${name}_endpoint`;
		for (const [endpoint, reason] of [
			[undefined, 'endpoint-missing'],
			['javascript:alert(1)', 'url-scheme-refused']
		] as const) {
			const { [field as 'revocation_endpoint']: _, ...rest } = server;
			const altered = { ...rest, ...(endpoint === undefined ? {} : { [field]: endpoint }) };
			expect(await ask(altered, clientId, 'the-token', 'access_token', publicSender)).toMatchObject({
				ok: false,
				failure: { reason, field }
			});
		}
	});
});

describe('an introspection answer', () => {
	const read = (body: unknown, status = 200) => readIntrospection(server, clientId, answer(body, { status }));

	it('tells of a token that is good', async () => {
		const reading = await read({ active: true, scope: 'openid' });
		expect(failures(reading.checks)).toEqual([]);
		expect(reading.value).toEqual({ active: true, scope: 'openid' });
	});

	it('is as good when the token is not: that is said, and is no failure', async () => {
		const reading = await read({ active: false });
		expect(statuses(reading.checks)).toMatchObject({ 'introspection-active': 'warn' });
		expect(reading.value).toEqual({ active: false });
	});

	it.each([['yes'], [undefined], [1]])('has to say active as true or false, not %j', async (active) => {
		const reading = await read({ active });
		expect(failures(reading.checks)).toEqual(['introspection-active', 'introspection-library']);
		expect(reading.value).toBeUndefined();
	});

	it('may be an error, as for a client that is not allowed to ask', async () => {
		const reading = await read({ error: 'invalid_client' }, 401);
		expect(failures(reading.checks)).toEqual(['introspection-status']);
		expect(reading.error).toEqual({ error: 'invalid_client' });
	});

	it('may be no JSON at all', async () => {
		expect(failures((await read('<html>', 502)).checks)).toContain('introspection-status');
	});
});

describe('a revocation answer', () => {
	it('is good with status 200, whatever its body', () => {
		for (const body of ['', '<html>', '{}']) {
			expect(readRevocation(answer(body))).toMatchObject({ value: true });
		}
	});

	it('may be an error', () => {
		const reading = readRevocation(answer({ error: 'unsupported_token_type' }, { status: 400 }));
		expect(failures(reading.checks)).toEqual(['revocation-status']);
		expect(reading.error).toEqual({ error: 'unsupported_token_type' });
		expect(reading.value).toBeUndefined();
	});
});

describe('the sign-out address', () => {
	it('carries what is known and keeps the endpoint’s own query', () => {
		const asked = askLogout(server, {
			client_id: clientId,
			id_token_hint: 'an-id-token',
			post_logout_redirect_uri: 'https://app.example/'
		});
		const url = new URL(asked.ok ? asked.value.url : '');
		expect(Object.fromEntries(url.searchParams)).toEqual({
			ui: 'plain',
			client_id: clientId,
			id_token_hint: 'an-id-token',
			post_logout_redirect_uri: 'https://app.example/'
		});
	});

	it('leaves out what there is not', () => {
		const asked = askLogout(server, { client_id: clientId, post_logout_redirect_uri: '' });
		const url = new URL(asked.ok ? asked.value.url : '');
		expect([...url.searchParams.keys()]).toEqual(['ui', 'client_id']);
	});

	it('is refused where the server has none', () => {
		expect(askLogout(metadata, { client_id: clientId, post_logout_redirect_uri: '' })).toMatchObject({
			ok: false,
			failure: { reason: 'endpoint-missing', field: 'end_session_endpoint' }
		});
	});
});
