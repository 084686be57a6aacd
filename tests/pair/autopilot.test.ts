import { describe, expect, it } from 'vitest';
import { flyTo, rewind, type Hands } from '$lib/flow/autopilot';
import { firstOpen } from '$lib/flow/first-open';
import { stepIds, type StepId } from '$lib/lexicon/steps';
import { configuration, Walker, withParameter, withQuery } from './walker';
import { createPairWorld } from './world';

/** A walk, and hands that note which pages were opened. */
async function begin(changes: Partial<Hands> = {}, of = {}) {
	const walker = new Walker(createPairWorld());
	await walker.configure({ ...configuration, ...of });
	const opened: StepId[] = [];
	const hands: Hands = {
		visit: (url) => walker.world.visit(url),
		way: 'autopilot',
		open: (step) => Promise.resolve(void opened.push(step)),
		pause: () => Promise.resolve(),
		isStopped: () => false,
		refuses: () => Promise.resolve(undefined),
		...changes
	};
	return { walker, opened, hands };
}

describe('the autopilot', () => {
	it('takes every step on its own page, to the end', async () => {
		const { walker, opened, hands } = await begin();
		expect(await flyTo(walker, 'renew', hands)).toEqual({ at: 'renew', why: 'done' });
		expect(opened).toEqual(stepIds);
		expect(walker.session.authorizationRequest?.way).toBe('autopilot');
		expect(firstOpen(walker.session, 'renew')).toBeUndefined();
		await walker.expectReplay();
	});

	it('goes on where the person stands, and no further than it is asked to', async () => {
		const { walker, opened, hands } = await begin();
		await walker.until('challenge');
		expect(await flyTo(walker, 'callback', hands)).toEqual({ at: 'callback', why: 'done' });
		expect(opened).toEqual(['authorize', 'callback']);
		expect(walker.session.exchange).toBeUndefined();
	});

	it('stops at the first step that fails', async () => {
		const wrong = withParameter('code_verifier', 'A'.repeat(43));
		const { walker, hands } = await begin({
			edit: (move, request) => (move === 'token' ? wrong(request) : request)
		});
		expect(await flyTo(walker, 'renew', hands)).toEqual({ at: 'exchange', why: 'failed' });
		expect(await flyTo(walker, 'renew', hands)).toEqual({ at: 'exchange', why: 'failed' });
	});

	it('does nothing after a stop', async () => {
		let stopped = false;
		const { walker, hands } = await begin({ isStopped: () => stopped });
		const stopAt: Hands = {
			...hands,
			open: (step) => Promise.resolve(void (stopped ||= step === 'exchange'))
		};
		expect(await flyTo(walker, 'renew', stopAt)).toEqual({ at: 'exchange', why: 'stopped' });
		expect(walker.session.exchange).toBeUndefined();
	});

	it('leaves a step alone where it may not act', async () => {
		const { walker, hands } = await begin({
			refuses: (step) => Promise.resolve(step === 'authorize' ? 'sign-in' : undefined)
		});
		expect(await flyTo(walker, 'renew', hands)).toEqual({ at: 'authorize', why: 'sign-in' });
		expect(walker.session.authorizationRequest).toBeUndefined();
	});

	it('leaves the sign-in to the person when nobody comes back from it', async () => {
		const { walker, hands } = await begin({ visit: () => Promise.resolve(undefined) });
		expect(await flyTo(walker, 'renew', hands)).toEqual({ at: 'callback', why: 'sign-in' });
	});

	it('says when the server refused on a page of its own', async () => {
		const elsewhere = withQuery('redirect_uri', 'https://elsewhere.example/');
		const { walker, hands } = await begin({
			edit: (move, request) => (move === 'authorization' ? elsewhere(request) : request)
		});
		const visit: Hands['visit'] = (url) => walker.world.visit(url).catch(() => undefined);
		expect(await flyTo(walker, 'renew', { ...hands, visit })).toEqual({ at: 'callback', why: 'refused' });
	});

	it('says when a message lacks something', async () => {
		const { walker, hands } = await begin({}, { apiUrl: '' });
		expect(await flyTo(walker, 'renew', hands)).toEqual({ at: 'call', why: 'no-message' });
	});

	it('misses no refresh where there is no refresh token', async () => {
		const { walker, opened, hands } = await begin({}, { scope: 'openid read:timesheets' });
		expect(await flyTo(walker, 'renew', hands)).toEqual({ at: 'renew', why: 'done' });
		expect(opened).not.toContain('renew');
	});
});

describe('once more', () => {
	it.each(stepIds)('from %s, with a whole walk at the end', async (from) => {
		const { walker, opened, hands } = await begin();
		await flyTo(walker, 'renew', hands);
		opened.length = 0;
		const again = await rewind(walker, from);
		expect(await flyTo(walker, 'renew', hands, again)).toEqual({ at: 'renew', why: 'done' });
		expect(firstOpen(walker.session, 'renew')).toBeUndefined();
		expect(opened.at(-1)).toBe('renew');
		await walker.expectReplay();
	});

	it('never sends a code a second time', async () => {
		const { walker, hands } = await begin();
		await flyTo(walker, 'renew', hands);
		await flyTo(walker, 'renew', hands, await rewind(walker, 'exchange'));
		const codes = walker.world.sent
			.map(({ body }) => new URLSearchParams(body).get('code'))
			.filter((code) => code !== null);
		expect(new Set(codes).size).toBe(codes.length);
		expect(codes).toHaveLength(2);
	});
});
