import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Trace } from '$lib/trace/fact';
import { walkWith } from '../../fixtures/panel';
import { createSigner } from '../../fixtures/tokens';
import { configuration, configured, discovered, metadata, wholeWalk } from '../../fixtures/walk';

let whole: Trace;
beforeAll(async () => {
	whole = await wholeWalk(await createSigner('ES256'));
});

const elsewhere = { ...configuration, issuer: 'https://site.example/idp' };

describe('the autopilot of the page', () => {
	it('asks nothing of a server that the person has not asked', async () => {
		const { walk } = await walkWith(whole, elsewhere);
		const { length } = walk.playground.trace;
		expect(await walk.pilot.to('renew', 'tokens')).toEqual({ at: 'tokens', why: 'not-fetched' });
		expect(walk.playground.trace).toHaveLength(length);
	});

	it('goes on at one whose metadata they fetched, as far as the sign-in', async () => {
		const { walk, visited } = await walkWith([configured(), discovered()], elsewhere);
		vi.spyOn(walk.playground, 'hasSent').mockReturnValue(true);
		expect(await walk.pilot.to('renew')).toEqual({ at: 'authorize', why: 'sign-in' });
		expect(visited).toEqual(['/flow/verifier/', '/flow/challenge/', '/flow/authorize/']);
		expect(walk.playground.session.authorizationRequest).toBeUndefined();
	});

	it('asks nothing of a server that came out of a file under the name of this site', async () => {
		const { walk } = await walkWith([]);
		const foreign = discovered({ ...metadata, token_endpoint: 'https://elsewhere.example/token' });
		const trace = whole.map((fact) =>
			fact.kind === 'exchanged' && fact.move === 'discovery' ? foreign : fact
		);
		await walk.replacements.replace({ by: 'import', file: 'walk.json', trace });
		walk.replacements.dismiss();
		expect(await walk.pilot.to('renew', 'tokens')).toEqual({ at: 'tokens', why: 'not-fetched' });
	});

	it('calls no API that was typed for another provider', async () => {
		const { walk } = await walkWith(whole.slice(0, 9));
		walk.drafts.set('call url', 'https://elsewhere.example/');
		expect(await walk.pilot.to('call')).toEqual({ at: 'call', why: 'not-fetched' });
	});

	it('leaves the sign-in to the person where the code comes to another page', async () => {
		const { walk } = await walkWith([configured({ redirectUri: 'http://localhost:9999/cb' }), discovered()]);
		expect((await walk.pilot.to('renew')).why).toBe('sign-in');
	});

	it('does what is typed: another verifier', async () => {
		const typed = 'v'.repeat(50);
		const { walk } = await walkWith([configured(), discovered()]);
		walk.drafts.set('verifier', typed);
		await walk.pilot.to('verifier');
		expect(walk.playground.session.code_verifier).toBe(typed);
	});

	it('stops where it is told to, and says so no longer when somebody goes elsewhere', async () => {
		const { walk } = await walkWith([configured(), discovered()]);
		const flight = walk.pilot.to('renew');
		expect(walk.pilot.isFlying).toBe(true);
		walk.pilot.stop();
		expect((await flight).why).toBe('stopped');
		expect(walk.pilot.end?.why).toBe('stopped');
		walk.pilot.stop();
		expect(walk.pilot.end).toBeUndefined();
	});
});
