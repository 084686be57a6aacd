/** Every attack fails, and at the check that is there for it: on the client's side, or on the server's. */
import { describe, expect, it } from 'vitest';
import { isVerified } from '$lib/flow/verified';
import type { CheckId } from '$lib/lexicon/check';
import { failed, failedInside, Walker, withParameter, withQuery, type Edit } from './walker';
import { createPairWorld, issuer, origin, redirectUri, resource, type PairWorld } from './world';

/** A second public client of the same server, with the same redirect URI. */
const withSecondClient = (): PairWorld =>
	createPairWorld(({ applications }) => {
		const [first] = applications;
		if (first) applications.push({ ...first, clientId: 'other-spa', name: 'Other' });
	});

const expectTokenRefusal = (walker: Walker, check: CheckId, error = 'invalid_grant'): void => {
	const { exchange } = walker.session;
	expect(exchange?.error?.error).toBe(error);
	expect(exchange?.error?.error_description).toBeTruthy();
	expect(failedInside(exchange)).toEqual([check]);
	expect(walker.status('exchange')).toBe('failed');
	expect(walker.session).not.toHaveProperty('tokens');
};

/** The active call to the API with the access token that is held. */
const callApi = async (walker: Walker): Promise<void> => walker.send('call', 'api');

describe('at the token endpoint', () => {
	it('a stolen code is worth nothing without its verifier', async () => {
		const walker = new Walker(createPairWorld());
		await walker.untilCallback();
		await walker.send('exchange', 'token', withParameter('code_verifier', 'x'.repeat(43)));
		expectTokenRefusal(walker, 'as-verifier-matches');
	});

	it.each([
		['of 42 characters', 'x'.repeat(42)],
		['of 129 characters', 'x'.repeat(129)],
		['with a foreign character', `${'x'.repeat(43)}+`]
	])('a verifier %s is refused for its form', async (_, verifier) => {
		const walker = new Walker(createPairWorld());
		await walker.untilCallback();
		await walker.send('exchange', 'token', withParameter('code_verifier', verifier));
		expect(failedInside(walker.session.exchange)).toContain('as-verifier-form');
		expect(walker.session).not.toHaveProperty('tokens');
	});

	it('the challenge is no verifier', async () => {
		const walker = new Walker(createPairWorld());
		await walker.untilCallback();
		const { code_challenge } = walker.session;
		await walker.send('exchange', 'token', withParameter('code_verifier', code_challenge));
		expectTokenRefusal(walker, 'as-verifier-matches');
	});

	it('leaving out the verifier is refused', async () => {
		const walker = new Walker(createPairWorld());
		await walker.untilCallback();
		await walker.send('exchange', 'token', withParameter('code_verifier', undefined));
		expect(walker.session.exchange?.error?.error).toMatch(/^invalid_(grant|request)$/);
		expect(failedInside(walker.session.exchange)).toEqual(['as-verifier-present']);
	});

	it('a code is used once, and the second use revokes what the first one brought', async () => {
		const walker = new Walker(createPairWorld());
		await walker.untilTokens();
		await callApi(walker);
		await walker.send('call', 'userinfo');
		expect(failed(walker.session.api?.checks)).toEqual([]);
		const { tokens } = walker.session;
		const before = walker.trace;

		await walker.send('exchange', 'token');
		expectTokenRefusal(walker, 'as-code-unused');

		const victim = new Walker(walker.world);
		for (const fact of before) await victim.append(fact);
		expect(victim.session.tokens).toEqual(tokens);
		await victim.send('renew', 'refresh');
		expect(victim.session.refreshes.at(-1)?.error?.error).toBe('invalid_grant');
		await victim.send('call', 'userinfo');
		expect(failed(victim.session.userinfo?.checks)).toContain('userinfo-status');
	});

	it('another redirect URI than that of the authorization request is refused', async () => {
		const walker = new Walker(createPairWorld());
		await walker.untilCallback();
		await walker.send('exchange', 'token', withParameter('redirect_uri', `${origin}/elsewhere/`));
		expectTokenRefusal(walker, 'as-code-redirect-uri');
	});

	it('a code of another client is refused', async () => {
		const walker = new Walker(withSecondClient());
		await walker.untilCallback();
		await walker.send('exchange', 'token', withParameter('client_id', 'other-spa'));
		expectTokenRefusal(walker, 'as-code-client');
	});

	it('a code that is made up is refused', async () => {
		const walker = new Walker(createPairWorld());
		await walker.untilCallback();
		await walker.send('exchange', 'token', withParameter('code', 'made-up-code'));
		expectTokenRefusal(walker, 'as-code-found');
	});

	it.each([
		[59_999, 'done'],
		[61_000, 'failed']
	])('a code that is %i ms old: %s', async (age, status) => {
		const walker = new Walker(createPairWorld());
		await walker.untilCallback();
		walker.world.wait(age);
		await walker.send('exchange', 'token');
		expect(walker.status('exchange')).toBe(status);
		if (status === 'failed') expectTokenRefusal(walker, 'as-code-not-expired');
	});

	it('a code that was injected into another attempt is refused by its verifier', async () => {
		const world = createPairWorld();
		const attacker = new Walker(world);
		await attacker.untilCallback();
		const stolen = attacker.session.authorizationResponse?.code;

		const victim = new Walker(world);
		await victim.discover();
		await victim.prepare();
		await victim.authorize(undefined, undefined, (url) => url.searchParams.set('code', stolen ?? ''));
		expect(failed(victim.session.authorizationResponse?.checks)).toEqual([]);
		await victim.send('exchange', 'token');
		expectTokenRefusal(victim, 'as-verifier-matches');
	});

	it('an unknown client is refused', async () => {
		const walker = new Walker(createPairWorld());
		await walker.untilCallback();
		await walker.send('exchange', 'token', withParameter('client_id', 'nobody'));
		expectTokenRefusal(walker, 'as-token-client', 'invalid_client');
	});
});

describe('a downgrade of PKCE', () => {
	it('is refused when the challenge is taken out of the authorization request', async () => {
		const walker = new Walker(createPairWorld());
		await walker.discover();
		await walker.prepare();
		await walker.authorize((request) =>
			withQuery('code_challenge_method', undefined)(withQuery('code_challenge', undefined)(request))
		);
		expect(walker.session.authorizationResponse?.error?.error).toBe('invalid_request');
		expect(walker.session.authorizationResponse?.inside.flatMap(({ checks }) => failed(checks))).toEqual([
			'as-challenge-present'
		]);
	});

	it('is refused when there was no challenge and a verifier comes', async () => {
		const world = createPairWorld(({ policy }) => {
			policy.requirePkce = false;
		});
		const walker = new Walker(world);
		await walker.discover();
		await walker.prepare();
		await walker.authorize((request) =>
			withQuery('code_challenge_method', undefined)(withQuery('code_challenge', undefined)(request))
		);
		expect(walker.session.authorizationResponse?.code).toBeTruthy();
		await walker.send('exchange', 'token');
		expect(walker.session).not.toHaveProperty('tokens');
		expect(failedInside(walker.session.exchange)).toEqual(['as-verifier-present']);
	});

	it('to plain is refused', async () => {
		const walker = new Walker(createPairWorld());
		await walker.discover();
		await walker.prepare();
		await walker.authorize(withQuery('code_challenge_method', 'plain'));
		expect(walker.session.authorizationResponse?.inside.flatMap(({ checks }) => failed(checks))).toEqual([
			'as-challenge-method'
		]);
	});
});

describe('at the callback', () => {
	it('a forged state is refused', async () => {
		const walker = new Walker(createPairWorld());
		await walker.discover();
		await walker.prepare();
		await walker.authorize(undefined, undefined, (url) => url.searchParams.set('state', 'forged'));
		expect(failed(walker.session.authorizationResponse?.checks)).toEqual([
			'callback-state',
			'callback-library'
		]);
		expect(walker.status('callback')).toBe('failed');
	});

	it('an answer of another issuer is refused', async () => {
		const walker = new Walker(createPairWorld());
		await walker.discover();
		await walker.prepare();
		await walker.authorize(undefined, undefined, (url) =>
			url.searchParams.set('iss', 'https://evil.example')
		);
		expect(failed(walker.session.authorizationResponse?.checks)).toEqual([
			'callback-issuer',
			'callback-library'
		]);
	});

	it('an answer whose iss was taken out is refused', async () => {
		const walker = new Walker(createPairWorld());
		await walker.discover();
		await walker.prepare();
		await walker.authorize(undefined, undefined, (url) => url.searchParams.delete('iss'));
		expect(failed(walker.session.authorizationResponse?.checks)).toEqual([
			'callback-issuer',
			'callback-library'
		]);
	});

	it('an earlier callback that is replayed is known', async () => {
		const walker = new Walker(createPairWorld());
		await walker.untilTokens();
		const earlier = walker.session.authorizationResponse?.url ?? '';
		await walker.prepare();
		await walker.authorize();
		await walker.arrive({ url: earlier }, 'redirect');
		expect(walker.walk.current).toBe(0);
		const [, newest] = walker.walk.attempts;
		expect(newest?.authorizationResponse?.url).not.toBe(earlier);
		expect(newest?.second).toBeUndefined();
	});

	it('the code of an earlier callback in another URL is known', async () => {
		const walker = new Walker(createPairWorld());
		await walker.untilTokens();
		const earlier = walker.session.authorizationResponse?.url ?? '';
		await walker.prepare();
		await walker.authorize();
		await walker.arrive({ url: `${earlier}&again=1` }, 'redirect');
		expect(walker.walk.current).toBe(0);
		expect(walker.session.second?.checks).toContainEqual(
			expect.objectContaining({ id: 'callback-code-fresh', status: 'warn' })
		);
	});
});

describe('at the authorization endpoint', () => {
	it.each([
		['another redirect URI', withQuery('redirect_uri', 'https://evil.example/')],
		['a longer redirect URI', withQuery('redirect_uri', `${redirectUri}evil`)],
		['a redirect URI without the last slash', withQuery('redirect_uri', redirectUri.slice(0, -1))],
		['a redirect URI with a query', withQuery('redirect_uri', `${redirectUri}?x=1`)],
		['an unknown client', withQuery('client_id', 'nobody')]
	])('%s gets an error page and no redirect', async (_, edit) => {
		const walker = new Walker(createPairWorld());
		await walker.discover();
		await walker.prepare();
		await expect(walker.authorize(edit)).rejects.toThrow('No redirect but 400');
	});
});

describe('in the ID token', () => {
	it('another nonce than the one that was sent is refused', async () => {
		const walker = new Walker(createPairWorld());
		await walker.discover();
		await walker.prepare();
		const asked = await walker.message('authorize', 'authorization');
		await walker.append({
			kind: 'left',
			at: walker.world.now(),
			step: 'authorize',
			url: asked.url,
			way: 'tab'
		});
		const edited = withQuery('nonce', 'nonce-of-the-attacker')(asked);
		await walker.arrive({ url: await walker.world.visit(edited.url) }, 'redirect');
		await walker.send('exchange', 'token');
		await walker.send('tokens', 'jwks');
		expect(failed(walker.session.idTokenChecks)).toEqual(['id-token-nonce', 'id-token-library']);
		expect(walker.status('tokens')).toBe('failed');
	});

	it("a signature by keys that are not the issuer's is refused", async () => {
		const walker = new Walker(createPairWorld());
		await walker.untilCallback();
		await walker.send('exchange', 'token');
		const imposter = createPairWorld();
		const foreign = await imposter.send(
			{ method: 'GET', url: `${issuer}/jwks`, headers: [] },
			new AbortController().signal
		);
		const body = (foreign.response?.body ?? '').replace(/"kid":"[^"]*"/g, '"kid":"another"');
		await walker.append({
			kind: 'exchanged',
			at: foreign.at,
			step: 'tokens',
			move: 'jwks',
			exchange: { ...foreign, response: { status: 200, statusText: '', headers: [], body } }
		});
		expect(failed(walker.session.idTokenChecks)).toEqual(['id-token-key', 'id-token-library']);
		expect(isVerified(walker.session.idTokenChecks)).toBe(false);
	});
});

describe('with a refresh token', () => {
	it('the second use of a rotated one revokes the family', async () => {
		const walker = new Walker(createPairWorld());
		await walker.untilTokens();
		const first = walker.session.tokens?.refresh_token;
		await walker.send('renew', 'refresh');
		expect(walker.session.tokens?.refresh_token).not.toBe(first);

		await walker.send('renew', 'refresh', withParameter('refresh_token', first));
		expect(failedInside(walker.session.refreshes[1])).toEqual(['as-refresh-token-unused']);
		expect(walker.session.refreshes[1]?.error?.error).toBe('invalid_grant');

		await walker.send('renew', 'refresh');
		expect(walker.session.refreshes[2]?.error?.error).toBe('invalid_grant');
		expect(walker.status('renew')).toBe('failed');
	});

	it('another client cannot use it', async () => {
		const walker = new Walker(withSecondClient());
		await walker.untilTokens();
		await walker.send('renew', 'refresh', withParameter('client_id', 'other-spa'));
		expect(failedInside(walker.session.refreshes[0])).toEqual(['as-refresh-token-client']);
	});

	it('nobody gets more than was granted', async () => {
		const walker = new Walker(createPairWorld());
		await walker.untilTokens();
		await walker.send('renew', 'refresh', withParameter('scope', 'openid delete:timesheets'));
		expect(walker.session.refreshes[0]?.error?.error).toBe('invalid_scope');
		expect(failedInside(walker.session.refreshes[0])).toEqual(['as-refresh-scope']);
	});
});

describe('at the API', () => {
	const edit =
		(change: (token: string) => string): Edit =>
		(request) => ({
			...request,
			headers: request.headers.map(([name, value]): [string, string] =>
				name === 'authorization' ? [name, `Bearer ${change(value.slice(7))}`] : [name, value]
			)
		});

	it('a token for another API is refused', async () => {
		const other = 'https://other-api.example';
		const world = createPairWorld(({ apis }) => {
			const [first] = apis;
			if (first) apis.push({ ...first, identifier: other, name: 'Other' });
		});
		const walker = new Walker(world);
		await walker.untilTokens({ audience: other });
		await callApi(walker);
		expect(failedInside(walker.session.api)).toEqual(['rs-token-aud']);
		expect(walker.session.api?.exchange.response?.status).toBe(401);
	});

	it('a token whose claims were changed is refused', async () => {
		const walker = new Walker(createPairWorld());
		await walker.untilTokens();
		await walker.send(
			'call',
			'api',
			edit((token) => {
				const [header = '', payload = '', signature = ''] = token.split('.');
				const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString());
				const forged = {
					...(claims as object),
					scope: 'read:timesheets approve:timesheets',
					sub: 'user-mona'
				};
				return [header, Buffer.from(JSON.stringify(forged)).toString('base64url'), signature].join('.');
			})
		);
		expect(failedInside(walker.session.api)).toContain('rs-token-signature');
		expect(failed(walker.session.api?.checks)).toEqual(['api-status']);
	});

	it('a token whose signature was taken off is refused', async () => {
		const walker = new Walker(createPairWorld());
		await walker.untilTokens();
		const header = Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url');
		await walker.send(
			'call',
			'api',
			edit((token) => `${header}.${token.split('.')[1]}.`)
		);
		expect(failedInside(walker.session.api)).toContain('rs-token-alg');
	});

	it('an ID token is no access token', async () => {
		const walker = new Walker(createPairWorld());
		await walker.untilTokens();
		const idToken = walker.session.tokens?.id_token ?? '';
		await walker.send(
			'call',
			'api',
			edit(() => idToken)
		);
		expect(failedInside(walker.session.api)).toContain('rs-token-typ');
	});

	it('an expired token is refused', async () => {
		const walker = new Walker(createPairWorld());
		await walker.untilTokens();
		walker.world.wait(3_600_000 + 61_000);
		await callApi(walker);
		expect(failedInside(walker.session.api)).toEqual(['rs-token-exp']);
		expect(walker.session.api?.checks).toContainEqual(
			expect.objectContaining({
				id: 'api-challenge',
				status: 'pass',
				actual: expect.stringContaining('invalid_token')
			})
		);
	});

	it('a token without the scope of the operation is refused with 403', async () => {
		const walker = new Walker(createPairWorld());
		await walker.untilTokens({ scope: 'openid create:timesheets', audience: resource });
		await callApi(walker);
		expect(failedInside(walker.session.api)).toEqual(['rs-scope']);
		expect(walker.session.api?.exchange.response?.status).toBe(403);
	});
});
