/**
 * What tokens prove about the server that gave them, from one table of edits: a server that accepts everything is told
 * each of them, and one that does as the standards say is told none, edited or not.
 */
import { describe, expect, it } from 'vitest';
import { accepted, concluded, everyEdit, innocent, walk, withoutChallenge } from './edits';
import { createLaxWorld } from './lax-world';
import { Walker, withParameter } from './walker';
import { createPairWorld, origin } from './world';
import { sessionAfter } from '../fixtures/session';

describe('a server that accepts everything', () => {
	it.each(accepted)('proves by %s what it does not look at', async (_, edits, expected) => {
		const walker = await walk(createLaxWorld(), edits);
		expect(walker.session.tokens).toBeDefined();
		expect(concluded(walker)).toEqual(expected);
		const fails = walker.session.exchange?.conclusions?.some(({ status }) => status === 'fail');
		expect(walker.status('exchange')).toBe(fails ? 'failed' : 'done');
		expect((await sessionAfter(walker.trace)).exchange).toEqual(walker.session.exchange);
	});

	it.each(innocent)('proves nothing by %s', async (_, edits) => {
		const walker = await walk(createLaxWorld(), edits);
		expect(walker.session.tokens).toBeDefined();
		expect(concluded(walker)).toEqual([]);
	});

	it('proves nothing when two requests with one state differ', async () => {
		const walker = new Walker(createLaxWorld());
		await walker.discover();
		await walker.prepare();
		await walker.authorize(withoutChallenge);
		await walker.authorize();
		await walker.send('exchange', 'token', withParameter('redirect_uri', `${origin}/elsewhere/`));
		expect(concluded(walker)).toEqual([]);
	});

	it('is told of a code by the request that it answers, not by the newest', async () => {
		const walker = new Walker(createLaxWorld());
		await walker.untilCallback();
		await walker.prepare();
		await walker.authorize();
		const { code_verifier } = walker.session;
		await walker.open(0);
		await walker.send('exchange', 'token');
		expect(concluded(walker)).toEqual([]);
		await walker.send('exchange', 'token', withParameter('code_verifier', code_verifier));
		expect(concluded(walker)).toEqual(['refuses-used-code', 'refuses-wrong-verifier']);
	});

	it.each([
		['a wider scope, and grants it', 'openid admin', 'openid admin', ['refuses-wider-scope']],
		['a wider scope, and does not say', 'openid admin', undefined, ['refuses-wider-scope']],
		['a wider scope, and grants what was granted first', 'openid admin', 'openid', []],
		['less', 'openid', 'openid', []],
		['what was granted first', 'openid profile offline_access', 'openid profile offline_access', []]
	])('refreshes with %s', async (_, asked, granted, expected) => {
		const world = createLaxWorld((form) =>
			form.get('grant_type') === 'refresh_token' ? { scope: granted } : {}
		);
		const walker = await walk(world, {});
		await walker.send('renew', 'refresh', undefined, { scope: asked });
		const { conclusions } = walker.session.refreshes.at(-1) ?? {};
		expect(conclusions?.map(({ id }) => id)).toEqual(expected);
	});

	it('refreshes for another client, and with a token that was replaced', async () => {
		const walker = await walk(createLaxWorld(), {});
		const first = walker.session.tokens?.refresh_token;
		await walker.send('renew', 'refresh');
		await walker.send('renew', 'refresh', withParameter('client_id', 'other-spa'));
		await walker.send('renew', 'refresh', withParameter('refresh_token', first));
		await walker.send('renew', 'refresh', withParameter('refresh_token', 'from elsewhere'));
		expect(walker.session.refreshes.map(({ conclusions = [] }) => conclusions.map(({ id }) => id))).toEqual([
			[],
			['refuses-refresh-of-another'],
			['refuses-used-refresh-token'],
			[]
		]);
	});
});

describe('a server that does as the standards say', () => {
	it.each(everyEdit)('proves nothing by %s', async (_, edits) => {
		const world = createPairWorld(({ applications }) => {
			const [first] = applications;
			if (first) applications.push({ ...first, clientId: 'other-spa', name: 'Other' });
		});
		// A request that it refuses on a page of its own brings no code.
		const walker = await walk(world, edits).catch(() => new Walker(world));
		expect(concluded(walker)).toEqual([]);
	});

	it('proves nothing by its refreshes', async () => {
		const walker = await walk(createPairWorld(), {});
		const first = walker.session.tokens?.refresh_token;
		await walker.send('renew', 'refresh', undefined, { scope: 'openid' });
		await walker.send('renew', 'refresh', undefined, { scope: 'openid profile' });
		await walker.send('renew', 'refresh', withParameter('client_id', 'other-spa'));
		await walker.send('renew', 'refresh', withParameter('refresh_token', first));
		expect(walker.session.refreshes.flatMap(({ conclusions = [] }) => conclusions)).toEqual([]);
	});
});
