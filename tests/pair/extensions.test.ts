/** The extensions of the flow, walked by our client against our servers, and the attacks that each of them ends. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { importSigningKey, type SigningKey } from '$lib/client/signing-key';
import { toEditable } from '$lib/flow/edit';
import { insideOf, requestObjectIn } from '$lib/flow/signed-edit';
import type { AskInput } from '$lib/flow/step';
import { onlyKnown } from '$lib/lexicon/only-known';
import type { Pair } from '$lib/wire/form';
import { goAndReturn, newAttempt, prepared } from './attempts';
import { failed, failedInside, withQuery, type Edit, type Walker } from './walker';
import { createPairWorld, issuer, resource, start, type PairWorld, type Press } from './world';

// oauth4webapi puts the platform's own time into what it signs.
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now: start }));
afterAll(() => void vi.useRealTimers());

describe('pushed authorization requests', () => {
	it('walk from the push to the API', async () => {
		const walker = await prepared(createPairWorld(), { extensions: ['par'] });
		await walker.send('authorize', 'par');
		expect(failed(walker.session.pushed?.checks)).toEqual([]);
		await walker.authorize();
		expect(new URL(walker.session.authorizationRequest?.url ?? '').searchParams.has('state')).toBe(false);
		await walker.send('exchange', 'token');
		await walker.send('call', 'api');
		expect(walker.status('call')).toBe('done');
		await walker.expectReplay();
	});

	it('work where the provider requires them', async () => {
		const world = createPairWorld(({ policy }) => {
			policy.requirePushedRequests = true;
		});
		const walker = await prepared(world, { extensions: ['par'] });
		await walker.send('authorize', 'par');
		await walker.authorize();
		expect(failed(walker.session.authorizationResponse?.checks)).toEqual([]);
	});

	it('a request_uri of another client is of no use', async () => {
		const world = createPairWorld(({ applications }) => {
			applications.push({ ...applications[0]!, clientId: 'other-spa', name: 'Other' });
		});
		const walker = await prepared(world, { extensions: ['par'] });
		await walker.send('authorize', 'par');
		const { url } = withQuery('client_id', 'other-spa')(await walker.message('authorize', 'authorization'));
		await expect(world.visit(url, [])).rejects.toThrow('invalid_request_uri');
	});

	it('a request_uri that led to an answer leads to no other', async () => {
		const walker = await prepared(createPairWorld(), { extensions: ['par'] });
		await walker.send('authorize', 'par');
		await walker.authorize();
		const url = walker.session.authorizationRequest?.url ?? '';
		await expect(walker.world.visit(url, [])).rejects.toThrow('invalid_request_uri');
	});
});

describe('signed requests and clients with keys', () => {
	async function withSigningKey(change: Parameters<typeof createPairWorld>[0] = () => undefined) {
		const imported = await importSigningKey(await createPairWorld().newKey());
		if (!imported.ok) throw new Error(imported.failure.reason);
		const world = createPairWorld((settings) => {
			settings.applications[0]!.jwks = { keys: [JSON.parse(imported.value.publicJwk)] };
			change(settings);
		});
		return { world, signingKey: imported.value };
	}

	async function signed(world: PairWorld, signingKey: SigningKey, edit?: Edit): Promise<Walker> {
		const walker = await prepared(world, { extensions: ['request-object'] });
		await goAndReturn(walker, { input: { signingKey }, ...(edit ? { edit } : {}) });
		return walker;
	}

	it('walk where the provider requires them', async () => {
		const { world, signingKey } = await withSigningKey(({ policy }) => {
			policy.requireSignedRequests = true;
		});
		const walker = await signed(world, signingKey);
		expect(failed(walker.session.authorizationResponse?.checks)).toEqual([]);
		await walker.send('exchange', 'token');
		expect(walker.status('exchange')).toBe('done');
	});

	it('can be pushed', async () => {
		const { world, signingKey } = await withSigningKey();
		const walker = await prepared(world, { extensions: ['par', 'request-object'] });
		await walker.send('authorize', 'par', undefined, { signingKey });
		await walker.authorize();
		expect(failed(walker.session.authorizationResponse?.checks)).toEqual([]);
	});

	it('says what the person asks for in it, signed by the same key', async () => {
		const { world, signingKey } = await withSigningKey();
		const walker = await prepared(world, { extensions: ['request-object'] });
		const asked = toEditable(await walker.message('authorize', 'authorization', { signingKey }));
		const inside = insideOf(requestObjectIn(asked) ?? '')?.map(([name, value]): Pair => [
			name,
			name === 'scope' ? 'openid email' : value
		]);
		await goAndReturn(walker, { input: { signingKey, ...onlyKnown({ inside }) } });
		expect(failed(walker.session.authorizationResponse?.checks)).toEqual([]);
		expect(walker.session.authorizationRequest?.scope).toBe('openid email');
		await walker.send('exchange', 'token');
		expect(walker.session.tokens?.scope).toBe('openid email');
	});

	it('one that was tampered with is refused', async () => {
		const { world, signingKey } = await withSigningKey();
		const tamper: Edit = (request) => {
			const [header, , signature] = (new URL(request.url).searchParams.get('request') ?? '').split('.');
			const payload = btoa(
				JSON.stringify({ client_id: 'playground-spa', iss: 'playground-spa', aud: issuer, exp: 2e9 })
			);
			return withQuery('request', `${header}.${payload.replace(/=+$/, '')}.${signature}`)(request);
		};
		await expect(signed(world, signingKey, tamper)).rejects.toThrow('invalid_request_object');
	});

	it('one of a key that is not registered is refused', async () => {
		const [{ world }, { signingKey }] = [await withSigningKey(), await withSigningKey()];
		await expect(signed(world, signingKey)).rejects.toThrow('invalid_request_object');
	});

	it('what an attacker adds beside it changes nothing', async () => {
		const { world, signingKey } = await withSigningKey();
		const walker = await signed(world, signingKey, withQuery('redirect_uri', 'https://evil.example/'));
		expect(walker.session.authorizationResponse?.code).toBeTruthy();
	});

	it('a client with a key authenticates with it, and its assertion is good once', async () => {
		const { world, signingKey } = await withSigningKey(({ applications }) => {
			applications[0]!.authMethod = 'private_key_jwt';
		});
		const walker = await prepared(world, { authentication: 'private_key_jwt' });
		await walker.authorize();
		await walker.send('exchange', 'token', undefined, { signingKey });
		expect(walker.status('exchange')).toBe('done');
		const again = walker.world.sent.findLast(({ url }) => url.endsWith('/token'))!;
		await walker.send(
			'renew',
			'refresh',
			(request) => {
				const body = new URLSearchParams(request.body);
				body.set('client_assertion', new URLSearchParams(again.body).get('client_assertion') ?? '');
				return { ...request, body: body.toString() };
			},
			{ signingKey }
		);
		expect(failedInside(walker.session.refreshes.at(-1))).toContain('as-token-client-auth');
	});
});

describe('secured responses', () => {
	it('walk to the tokens once the keys are there', async () => {
		const walker = await prepared(createPairWorld(), { responseMode: 'query.jwt' });
		await walker.authorize();
		expect([walker.status('callback'), walker.status('exchange')]).toEqual(['ready', 'locked']);
		await walker.send('callback', 'jwks');
		expect(failed(walker.session.authorizationResponse?.checks)).toEqual([]);
		expect([walker.status('callback'), walker.status('exchange')]).toEqual(['done', 'ready']);
		await walker.send('exchange', 'token');
		expect(walker.status('exchange')).toBe('done');
	});

	it('an error is secured as well', async () => {
		const walker = await prepared(createPairWorld(), { responseMode: 'query.jwt' });
		await walker.authorize(undefined, [['action', 'cancel']]);
		await walker.send('callback', 'jwks');
		expect(walker.session.authorizationResponse?.error?.error).toBe('access_denied');
		expect(failed(walker.session.authorizationResponse?.checks)).toEqual(['callback-no-error']);
	});

	it('a forged one is found out', async () => {
		const walker = await prepared(createPairWorld(), { responseMode: 'query.jwt' });
		await walker.authorize(undefined, undefined, (url) => {
			const [header = '', payload = '', signature = ''] = (url.searchParams.get('response') ?? '').split('.');
			const claims = {
				...JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))),
				code: 'injected'
			};
			url.searchParams.set(
				'response',
				`${header}.${btoa(JSON.stringify(claims)).replace(/=+$/, '')}.${signature}`
			);
		});
		await walker.send('callback', 'jwks');
		expect(failed(walker.session.authorizationResponse?.checks)).toContain('jarm-signature');
		expect(walker.status('callback')).toBe('failed');
	});

	it('one whose keys do not come stays unverified, and the code may be tried all the same', async () => {
		const walker = await prepared(createPairWorld(), { responseMode: 'query.jwt' });
		await walker.authorize();
		await walker.send('callback', 'jwks', (request) => ({ ...request, url: `${request.url}/elsewhere` }));
		expect(failed(walker.session.authorizationResponse?.checks)).toEqual([]);
		expect([walker.status('callback'), walker.status('exchange')]).toEqual(['failed', 'ready']);
	});
});

describe('step-up', () => {
	const approve: AskInput = { method: 'POST', url: `${resource}/timesheets/user-mona-0/approve` };
	const manager: readonly Press[] = [
		['user', 'mona'],
		['action', 'allow']
	];

	it('an API asks for a stronger sign-in, the next attempt brings it, and the call goes through', async () => {
		const walker = await prepared(createPairWorld(), {});
		await goAndReturn(walker, { presses: manager });
		await walker.send('exchange', 'token');
		await walker.send('call', 'api', undefined, approve);
		expect(failedInside(walker.session.api)).toEqual(['rs-acr']);
		const wanted = walker.session.stepUpWanted ?? [];
		expect(wanted).toEqual([
			['acr_values', '2'],
			['max_age', '900']
		]);
		await newAttempt(walker, Object.fromEntries(wanted));
		await goAndReturn(walker, {
			presses: [
				['user', 'mona'],
				['action', 'confirm'],
				['action', 'allow']
			]
		});
		await walker.send('exchange', 'token');
		await walker.send('call', 'api');
		await walker.send('call', 'api', undefined, {
			...approve,
			url: `${resource}/timesheets/user-erin-0/approve`
		});
		expect(walker.session.api?.exchange.response?.status).toBe(200);
		expect(walker.session.stepUpWanted).toEqual([]);
	});
});
