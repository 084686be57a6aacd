import { describe, expect, it } from 'vitest';
import { decodeToken } from '$lib/message/jwt';
import { hasFailed } from '$lib/lexicon/check';
import { stepIds } from '$lib/lexicon/steps';
import { parseTrace } from '$lib/trace/file';
import { formatTrace } from '$lib/trace/format';
import { redact, redacted } from '$lib/trace/redact';
import { statuses } from '../fixtures/messages';
import { configuration, failed, failedInside, Walker, withParameter } from './walker';
import { createPairWorld, issuer, resource, start } from './world';

const headerOfToken = (token: string | undefined): Record<string, unknown> => {
	const decoded = decodeToken(token ?? '');
	return decoded.ok ? decoded.value.header : {};
};

describe('the whole walk', () => {
	it('ends with every step done and every check made', async () => {
		const walker = new Walker(createPairWorld());
		await walker.untilTokens();
		await walker.send('call', 'api');
		await walker.send('call', 'userinfo');
		await walker.send('renew', 'refresh');

		const { session } = walker;
		expect(stepIds.map((id) => walker.status(id))).toEqual(Array(9).fill('done'));
		expect(statuses(session.idTokenChecks)).toMatchObject({
			'id-token-signature': 'pass',
			'id-token-library': 'pass'
		});
		expect(statuses(session.exchange?.checks ?? [])).toMatchObject({
			'token-no-store': 'pass',
			'token-refresh-token': 'pass',
			'access-token-form': 'pass'
		});
		expect(headerOfToken(session.exchange?.value?.access_token)).toMatchObject({
			typ: 'at+jwt',
			alg: 'RS256'
		});
		expect(session.userinfo?.value).toMatchObject({ sub: 'user-erin', name: 'Erin Example' });
		expect(statuses(session.refreshes[0]?.checks ?? [])['refresh-rotated']).toBe('pass');
		await walker.expectReplay();
	});

	it('calls the API again with the refreshed token', async () => {
		const walker = new Walker(createPairWorld());
		await walker.untilTokens();
		const first = walker.session.tokens?.access_token;
		await walker.send('renew', 'refresh');
		expect(walker.session.tokens?.access_token).not.toBe(first);
		await walker.send('call', 'api', undefined, {
			method: 'POST',
			body: '{"date":"2026-01-15","hours":8,"project":"x"}'
		});
		expect(failed(walker.session.api?.checks)).toEqual([]);
	});

	it('asks about a token, revokes it, asks again, and meets the refusal', async () => {
		const walker = new Walker(createPairWorld());
		await walker.untilTokens();
		await walker.send('renew', 'introspection', undefined, { token: 'refresh_token' });
		expect(walker.session.introspection?.value).toMatchObject({ active: true, sub: 'user-erin' });
		await walker.send('renew', 'revocation', undefined, { token: 'refresh_token' });
		expect(walker.session.revocation?.value).toBe(true);
		for (const token of ['refresh_token', 'access_token'] as const) {
			await walker.send('renew', 'introspection', undefined, { token });
			expect(walker.session.introspection?.value).toEqual({ active: false });
		}
		await walker.send('renew', 'refresh');
		expect(walker.session.refreshes[0]?.error).toMatchObject({ error: 'invalid_grant' });
		await walker.expectReplay();
	});

	it('shows what both servers decided', async () => {
		const walker = new Walker(createPairWorld());
		await walker.untilTokens();
		await walker.send('call', 'api');
		const { session } = walker;
		expect(session.authorizationResponse?.inside.map(({ endpoint }) => endpoint)).toContain('authorize');
		expect(session.exchange?.exchange.inside?.flatMap(({ checks }) => checks)).toContainEqual(
			expect.objectContaining({ id: 'as-verifier-matches', status: 'pass' })
		);
		expect(session.api?.exchange.inside?.flatMap(({ checks }) => checks)).toContainEqual(
			expect.objectContaining({ id: 'rs-token-signature', status: 'pass' })
		);
	});

	it('without an audience gives a token that is opaque and good for UserInfo alone', async () => {
		const walker = new Walker(createPairWorld());
		const { audience: _, ...plain } = configuration;
		await walker.append({
			kind: 'configured',
			at: start,
			configuration: { ...plain, scope: 'openid profile' }
		});
		await walker.send('configure', 'discovery');
		await walker.prepare();
		await walker.authorize();
		await walker.send('exchange', 'token');
		await walker.send('tokens', 'jwks');
		expect(decodeToken(walker.session.tokens?.access_token ?? '').ok).toBe(false);
		expect(hasFailed(walker.session.idTokenChecks)).toBe(false);
		await walker.send('call', 'userinfo');
		expect(walker.session.userinfo?.value).toMatchObject({ sub: 'user-erin' });
		await walker.send('call', 'api');
		expect(failed(walker.session.api?.checks)).toEqual(['api-status']);
		expect(failedInside(walker.session.api)).toContain('rs-token-structure');
	});

	it('with ES256 for both tokens verifies as well', async () => {
		const world = createPairWorld(({ applications, apis }) => {
			for (const application of applications) application.idTokenAlgorithm = 'ES256';
			for (const api of apis) api.signingAlgorithm = 'ES256';
		});
		const walker = new Walker(world);
		await walker.untilTokens();
		await walker.send('call', 'api');
		const { tokens, idTokenChecks, api } = walker.session;
		expect(headerOfToken(tokens?.id_token).alg).toBe('ES256');
		expect(headerOfToken(tokens?.access_token).alg).toBe('ES256');
		expect(statuses(idTokenChecks)).toMatchObject({
			'id-token-signature': 'pass',
			'id-token-at-hash': 'pass'
		});
		expect(failed(api?.checks)).toEqual([]);
	});

	it('with plain is refused, and works where the server allows it', async () => {
		const refused = new Walker(createPairWorld());
		await refused.discover();
		await refused.prepare('plain');
		await refused.authorize();
		expect(refused.session.authorizationResponse?.error?.error).toBe('invalid_request');
		expect(refused.session.authorizationResponse?.inside.flatMap(({ checks }) => failed(checks))).toEqual([
			'as-challenge-method'
		]);

		const world = createPairWorld(({ policy }) => {
			policy.allowPlain = true;
		});
		const walker = new Walker(world);
		await walker.untilCallback({}, 'plain');
		await walker.send('exchange', 'token');
		expect(walker.status('exchange')).toBe('done');
	});

	it('without offline_access brings no refresh token', async () => {
		const walker = new Walker(createPairWorld());
		await walker.untilTokens({ scope: 'openid read:timesheets' });
		expect(walker.session.tokens).not.toHaveProperty('refresh_token');
		await expect(walker.message('renew', 'refresh')).rejects.toThrow('step-missing');
	});

	it('tells a person who denies from one who cancels nothing', async () => {
		const walker = new Walker(createPairWorld());
		await walker.discover();
		await walker.prepare();
		await walker.authorize(undefined, [
			['user', 'erin'],
			['action', 'deny']
		]);
		expect(walker.session.authorizationResponse?.error?.error).toBe('access_denied');
		expect(failed(walker.session.authorizationResponse?.checks)).toEqual(['callback-no-error']);
		await walker.prepare();
		await walker.authorize(undefined, [['action', 'cancel']]);
		expect(walker.session.authorizationResponse?.error?.error).toBe('access_denied');
	});

	it('narrows the scope at a refresh', async () => {
		const walker = new Walker(createPairWorld());
		await walker.untilTokens();
		await walker.send('renew', 'refresh', undefined, { scope: 'openid read:timesheets' });
		expect(walker.session.refreshes[0]?.value?.scope?.split(' ').sort()).toEqual([
			'openid',
			'read:timesheets'
		]);
		await walker.send('call', 'api', undefined, { method: 'POST', body: '{}' });
		expect(failedInside(walker.session.api)).toEqual(['rs-scope']);
	});

	it('also finds the server by the metadata of RFC 8414', async () => {
		const walker = new Walker(createPairWorld());
		await walker.append({ kind: 'configured', at: start, configuration });
		await walker.send('configure', 'oauth-metadata');
		expect(walker.session.server?.issuer).toBe(issuer);
	});
});

describe('the law', () => {
	it('what is previewed is what is sent and what is recorded', async () => {
		const walker = new Walker(createPairWorld());
		const moves = [
			['exchange', 'token'],
			['tokens', 'jwks'],
			['call', 'api'],
			['call', 'userinfo'],
			['renew', 'refresh']
		] as const;
		await walker.untilCallback();
		for (const [step, move] of moves) {
			const preview = await walker.message(step, move);
			expect(await walker.message(step, move)).toEqual(preview);
			await walker.send(step, move);
			const fact = walker.trace.at(-1);
			expect(walker.world.sent.at(-1)).toEqual(preview);
			expect(fact?.kind === 'exchanged' && fact.exchange.request).toEqual(preview);
			expect(fact).not.toHaveProperty('asked');
		}
	});

	it('the URL that is previewed is the one that is left for', async () => {
		const walker = new Walker(createPairWorld());
		await walker.discover();
		await walker.prepare();
		const preview = await walker.message('authorize', 'authorization');
		await walker.authorize();
		expect(walker.session.authorizationRequest).toMatchObject({ url: preview.url });
		expect(walker.session.authorizationRequest).not.toHaveProperty('asked');
	});

	it('an edit is recorded beside what was asked', async () => {
		const walker = new Walker(createPairWorld());
		await walker.untilCallback();
		const preview = await walker.message('exchange', 'token');
		await walker.send('exchange', 'token', withParameter('code_verifier', 'x'.repeat(43)));
		const { exchange } = walker.session;
		expect(exchange?.asked).toEqual(preview);
		expect(exchange?.exchange.request).toEqual(walker.world.sent.at(-1));
		expect(exchange?.exchange.request.body).toContain(`code_verifier=${'x'.repeat(43)}`);
	});

	it('an imported trace is read again, not believed', async () => {
		const walker = new Walker(createPairWorld());
		await walker.untilTokens();
		const parsed = parseTrace(formatTrace(walker.trace));
		expect(parsed).toEqual({ ok: true, value: walker.trace });
		walker.world.wait(365 * 86_400_000);
		await walker.expectReplay();
	});

	it('an exported trace holds no secret of the walk', async () => {
		const walker = new Walker(createPairWorld());
		await walker.untilTokens();
		await walker.send('call', 'api');
		await walker.send('call', 'userinfo');
		await walker.send('renew', 'refresh');
		const { session } = walker;
		const [code] = session.codes;
		const secrets = [
			session.code_verifier,
			code,
			session.exchange?.value?.access_token,
			session.exchange?.value?.refresh_token,
			session.exchange?.value?.id_token,
			session.tokens?.access_token,
			session.tokens?.refresh_token,
			session.tokens?.id_token
		];
		expect(secrets.every((secret) => secret !== undefined && secret.length > 20)).toBe(true);
		const text = formatTrace(redact(walker.trace));
		expect(secrets.filter((secret) => text.includes(secret ?? ''))).toEqual([]);
		// Shorter ones, such as an hour of a timesheet, are a part of anything.
		const taken = redacted(walker.trace).taken.filter(({ value }) => value.length > 8);
		expect(taken.filter(({ value }) => text.includes(value))).toEqual([]);
		expect(text).toContain(resource);
	});
});
