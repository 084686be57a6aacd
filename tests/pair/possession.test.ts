/** Proofs of possession, walked by our client against our servers, and what is stolen in vain. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Configuration } from '$lib/trace/configuration';
import type { HttpRequest } from '$lib/wire/http';
import { prepared } from './attempts';
import { failed, failedInside, type Edit, type Walker } from './walker';
import { createPairWorld, start } from './world';

// oauth4webapi puts the platform's own time into what it signs.
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now: start }));
afterAll(() => void vi.useRealTimers());

const withHeader =
	(name: string, change: (value: string) => string | undefined): Edit =>
	(request) => ({
		...request,
		headers: request.headers.flatMap(([key, value]) => {
			const changed = key === name ? change(value) : value;
			return changed === undefined ? [] : [[key, changed] as [string, string]];
		})
	});

const headerIn = ({ headers }: HttpRequest, name: string): string =>
	headers.find(([key]) => key === name)?.[1] ?? '';

describe('proofs of possession', () => {
	const changes = { extensions: ['dpop'] as Configuration['extensions'] & object };

	async function withTokens(world = createPairWorld()): Promise<Walker> {
		const walker = await prepared(world, changes);
		await walker.authorize();
		await walker.send('exchange', 'token');
		return walker;
	}

	it('walk from the key in the request to the API, UserInfo and a refresh', async () => {
		const walker = await withTokens();
		expect(walker.session.tokens?.token_type).toBe('DPoP');
		expect(failed(walker.session.exchange?.checks)).toEqual([]);
		await walker.send('call', 'api');
		await walker.send('call', 'userinfo');
		expect(failed(walker.session.userinfo?.checks)).toEqual([]);
		await walker.send('renew', 'refresh');
		expect(walker.session.tokens?.token_type).toBe('DPoP');
		await walker.send('call', 'api');
		expect(walker.status('call')).toBe('done');
		await walker.expectReplay();
	});

	it('with pushed requests as well', async () => {
		const walker = await prepared(createPairWorld(), { extensions: ['par', 'dpop'] });
		await walker.send('authorize', 'par');
		expect(failed(walker.session.pushed?.checks)).toEqual([]);
		await walker.authorize();
		await walker.send('exchange', 'token');
		expect(walker.session.tokens?.token_type).toBe('DPoP');
	});

	it('a server’s nonce is asked for once, and then carried', async () => {
		const world = createPairWorld(({ policy }) => {
			policy.dpopNonce = true;
		});
		const walker = await withTokens(world);
		expect(walker.session.exchange?.error?.error).toBe('use_dpop_nonce');
		expect(failedInside(walker.session.exchange)).toEqual(['as-dpop-nonce']);
		await walker.send('exchange', 'token');
		expect(walker.session.tokens?.token_type).toBe('DPoP');
	});

	it('a stolen code is worth nothing without the key', async () => {
		const walker = await prepared(createPairWorld(), changes);
		await walker.authorize();
		await walker.send(
			'exchange',
			'token',
			withHeader('dpop', () => undefined)
		);
		expect(walker.session.exchange?.error?.error).toBe('invalid_grant');
		expect(failedInside(walker.session.exchange)).toEqual(['as-code-key']);
	});

	it('a stolen access token is worth nothing without the key', async () => {
		const walker = await withTokens();
		const asBearer = withHeader('authorization', (value) => value.replace('DPoP', 'Bearer'));
		await walker.send('call', 'api', (request) => withHeader('dpop', () => undefined)(asBearer(request)));
		expect(failedInside(walker.session.api)).toEqual(['rs-token-scheme']);
		await walker.send(
			'call',
			'api',
			withHeader('dpop', () => undefined)
		);
		expect(failedInside(walker.session.api)).toEqual(['rs-dpop-form']);
	});

	it('nor with a proof of the thief’s own key', async () => {
		const [victim, thief] = [await withTokens(), await withTokens()];
		const { access_token } = victim.session.tokens!;
		await thief.append({
			...victim.trace.findLast((fact) => fact.kind === 'exchanged')!,
			at: thief.world.now()
		});
		expect(thief.session.tokens?.access_token).toBe(access_token);
		await thief.send('call', 'api');
		// The thief's API is another one with the same keys: what fails is the key alone.
		expect(failedInside(thief.session.api)).toEqual(['rs-token-key-bound']);
	});

	it('a stolen refresh token is worth nothing without the key', async () => {
		const walker = await withTokens();
		await walker.send(
			'renew',
			'refresh',
			withHeader('dpop', () => undefined)
		);
		expect(failedInside(walker.session.refreshes.at(-1))).toEqual(['as-refresh-token-key']);
	});

	it('a proof is good once', async () => {
		const walker = await withTokens();
		await walker.send('call', 'api');
		const dpop = headerIn(walker.world.sent.at(-1)!, 'dpop');
		await walker.send(
			'call',
			'api',
			withHeader('dpop', () => dpop)
		);
		expect(failedInside(walker.session.api)).toEqual(['rs-dpop-jti']);
	});

	it('a proof for the API is none for the token endpoint', async () => {
		const walker = await withTokens();
		const { headers } = await walker.message('call', 'api');
		const dpop = headerIn({ method: '', url: '', headers }, 'dpop');
		await walker.send(
			'renew',
			'refresh',
			withHeader('dpop', () => dpop)
		);
		expect(failedInside(walker.session.refreshes.at(-1))).toEqual(
			expect.arrayContaining(['as-dpop-htm', 'as-dpop-htu'])
		);
	});
});
