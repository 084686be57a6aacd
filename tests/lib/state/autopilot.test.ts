import { beforeAll, describe, expect, it, vi } from 'vitest';
import { Autopilot } from '$lib/state/autopilot.svelte';
import { PartFailure } from '$lib/lexicon/part';
import type { StepId } from '$lib/lexicon/steps';
import type { Configuration } from '$lib/trace/configuration';
import type { Fact, Trace } from '$lib/trace/fact';
import type { Exchange, HttpResponse } from '$lib/wire/http';
import { answer } from '../../fixtures/messages';
import { walkWith } from '../../fixtures/panel';
import { at, createSigner, idTokenClaims, signToken } from '../../fixtures/tokens';
import {
	callbackUrl,
	configuration,
	configured,
	discovered,
	metadata,
	tokenFact,
	wholeWalk
} from '../../fixtures/walk';

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

/** The site's own walk up to a step, at a world that answers each request by its address. */
async function flying(
	trace: Trace,
	{
		start = configuration,
		answers = {}
	}: { start?: Configuration; answers?: Record<string, HttpResponse> } = {}
) {
	const { walk, visited } = await walkWith(trace, start);
	const sent: string[] = [];
	vi.spyOn(walk.playground.world, 'send').mockImplementation((request) => {
		sent.push(request.url);
		const response = answers[request.url] ?? answer({});
		const made: Exchange = { id: `sent-${sent.length}`, request, response, at, ms: 1, via: 'page' };
		return Promise.resolve(made);
	});
	vi.spyOn(walk.playground.world, 'look').mockResolvedValue([]);
	return { ...walk, sent, visited };
}

const before = (step: StepId): Trace => {
	const first = whole.findIndex((fact) => 'step' in fact && fact.step === step && fact.kind !== 'generated');
	return whole.slice(0, first);
};
const document = (changes: object = {}): Fact => discovered({ ...metadata, ...changes });
const withDocument = (trace: Trace, fact: Fact): Trace =>
	trace.map((one) => (one.kind === 'exchanged' && one.move === 'discovery' ? fact : one));
const jwks = { [metadata.jwks_uri]: answer({ keys: [] }) };

describe('the servers to which the autopilot goes', () => {
	it('are those of this site, where every endpoint is at home', async () => {
		const { pilot, sent } = await flying(before('tokens'), { answers: jwks });
		await pilot.to('tokens');
		expect(sent).toEqual([metadata.jwks_uri]);
	});

	it.each([
		...(['authorization_endpoint', 'token_endpoint', 'jwks_uri', 'userinfo_endpoint'] as const),
		...(['revocation_endpoint', 'introspection_endpoint', 'pushed_authorization_request_endpoint'] as const)
	])('are not those of this site where %s is elsewhere', async (name) => {
		for (const url of [
			'https://elsewhere.example/x',
			'not a url',
			`${metadata.issuer}.elsewhere.example/x`
		]) {
			const trace = withDocument(before('tokens'), document({ [name]: url }));
			const { pilot, sent } = await flying(trace);
			// A document that cannot be used leaves nothing to go on with.
			expect(['not-fetched', 'failed']).toContain((await pilot.to('tokens')).why);
			expect(sent).toEqual([]);
		}
	});

	it('are any others whose metadata this page fetched in this walk', async () => {
		const { pilot, playground, sent } = await flying([configured()], {
			start: elsewhere,
			answers: { [`${metadata.issuer}/.well-known/openid-configuration`]: answer(metadata), ...jwks }
		});
		const asked = await playground.preview('configure', 'discovery');
		if (asked.ok) await playground.send('configure', 'discovery', asked.value);
		expect(await pilot.to('challenge')).toEqual({ at: 'challenge', why: 'done' });
		expect(await pilot.to('authorize')).toEqual({ at: 'authorize', why: 'sign-in' });
		expect(sent).toHaveLength(1);
	});

	it('are none whose document was pasted after one of the same issuer was fetched', async () => {
		const { pilot, playground, sent } = await flying([configured()], {
			start: elsewhere,
			answers: { [`${metadata.issuer}/.well-known/openid-configuration`]: answer(metadata) }
		});
		const asked = await playground.preview('configure', 'discovery');
		if (!asked.ok) throw new Error(asked.failure.reason);
		await playground.send('configure', 'discovery', asked.value);
		expect((await pilot.to('challenge')).why).toBe('done');
		const other = { ...metadata, token_endpoint: 'https://elsewhere.example/token' };
		await playground.paste('configure', 'discovery', asked.value, answer(other));
		expect((await pilot.to('authorize')).why).toBe('not-fetched');
		await playground.typeEndpoints({
			authorization_endpoint: metadata.authorization_endpoint,
			token_endpoint: metadata.token_endpoint
		});
		expect((await pilot.to('authorize')).why).toBe('not-fetched');
		expect(sent).toHaveLength(1);
	});

	it('are none that a file brings under the name of a request of this page', async () => {
		const { pilot, playground, replacements, sent } = await flying([configured()], {
			start: elsewhere,
			answers: { [`${metadata.issuer}/.well-known/openid-configuration`]: answer(metadata) }
		});
		const asked = await playground.preview('configure', 'discovery');
		if (asked.ok) await playground.send('configure', 'discovery', asked.value);
		const changed = JSON.stringify(playground.trace).replaceAll(
			JSON.stringify(JSON.stringify(metadata)).slice(1, -1),
			JSON.stringify(
				JSON.stringify({ ...metadata, token_endpoint: 'https://elsewhere.example/token' })
			).slice(1, -1)
		);
		const trace: Trace = JSON.parse(changed);
		expect(changed).toContain('elsewhere.example');
		await replacements.replace({
			by: 'import',
			file: 'a.json',
			trace: [...trace, ...before('tokens').slice(2)]
		});
		expect((await pilot.to('tokens')).why).toBe('not-fetched');
		expect(sent).toHaveLength(1);
	});

	it('are none of a recording, also at the issuer of this site', async () => {
		const recorded = before('tokens').map((fact): Fact =>
			fact.kind === 'configured' ? { ...fact, from: 'recording' } : fact
		);
		const { pilot, sent } = await flying(recorded);
		expect((await pilot.to('tokens')).why).toBe('not-fetched');
		expect(sent).toEqual([]);
	});
});

describe('the API that the autopilot calls', () => {
	const called = async (typed: string | undefined, apiUrl = configuration.apiUrl) => {
		const start = { ...configuration, apiUrl };
		const trace = [configured({ apiUrl }), ...before('call').slice(1)];
		const { pilot, drafts, sent } = await flying(trace, { start });
		if (typed !== undefined) drafts.set('call url', typed);
		return { ...(await pilot.to('call')), sent };
	};

	it.each([undefined, 'https://api.example/other?page=2'])(
		'is at the origin of the configured one: %s',
		async (typed) => {
			expect(await called(typed)).toEqual({ at: 'call', why: 'done', sent: [typed ?? configuration.apiUrl] });
		}
	);

	it.each([
		'https://elsewhere.example/timesheets',
		'http://api.example/timesheets',
		'https://api.example:8443/',
		'https://api.example.elsewhere.example/',
		'https://api.example@elsewhere.example/',
		'not a url'
	])('is no other: %s', async (typed) => {
		expect(await called(typed)).toEqual({ at: 'call', why: 'not-fetched', sent: [] });
	});

	it('is none where none is configured', async () => {
		expect(await called('https://api.example/', '')).toEqual({ at: 'call', why: 'not-fetched', sent: [] });
	});
});

describe('the sign-in that the autopilot takes', () => {
	const signIn = async (changes: Partial<Configuration> = {}, knows = true) => {
		const trace = [configured(changes), ...before('authorize').slice(1)];
		const { walk } = await walkWith(trace);
		const asked: string[] = [];
		const pilot = new Autopilot(walk, {
			open: () => Promise.resolve(),
			pause: () => Promise.resolve(),
			knows: () => knows,
			signIn: (url) => {
				asked.push(url);
				return Promise.resolve({ url: callbackUrl() });
			}
		});
		vi.spyOn(walk.playground.world, 'look').mockResolvedValue([]);
		return { ...(await pilot.to('callback')), asked };
	};

	it('comes back to this site', async () => {
		const { why, asked } = await signIn();
		expect([why, asked.length]).toEqual(['done', 1]);
	});

	it.each([
		[{ redirectUri: `${configuration.redirectUri}other` }, true],
		[{ redirectUri: configuration.redirectUri.replace('https', 'http') }, true],
		[{ redirectUri: '' }, true],
		[{ responseMode: 'fragment' }, true],
		[{ responseMode: 'fragment.jwt' }, true],
		[{}, false]
	] as [Partial<Configuration>, boolean][])(
		'is the person’s otherwise: %j, known: %s',
		async (changes, knows) => {
			expect(await signIn(changes, knows)).toEqual({ at: 'authorize', why: 'sign-in', asked: [] });
		}
	);
});

describe('the end of a flight', () => {
	it('is the first ID token that must not be believed', async () => {
		const signer = await createSigner('RS256');
		const id_token = await signToken(signer, { ...idTokenClaims(), nonce: 'of somebody else' });
		const trace = [
			...before('exchange'),
			tokenFact({ access_token: 'abcdefgh', token_type: 'Bearer', expires_in: 60, id_token })
		];
		const { pilot, sent } = await flying(trace, {
			answers: { [metadata.jwks_uri]: answer({ keys: [signer.publicJwk] }) }
		});
		expect(await pilot.to('renew')).toEqual({ at: 'tokens', why: 'failed' });
		expect(sent).toEqual([]);
	});

	it('is also an ID token whose signature fails when the keys are there', async () => {
		const [signer, other] = [await createSigner('RS256'), await createSigner('RS256')];
		const id_token = await signToken(signer, idTokenClaims());
		const trace = [
			...before('exchange'),
			tokenFact({ access_token: 'abcdefgh', token_type: 'Bearer', expires_in: 60, id_token })
		];
		const { pilot, sent } = await flying(trace, {
			answers: { [metadata.jwks_uri]: answer({ keys: [{ ...other.publicJwk, kid: signer.publicJwk.kid }] }) }
		});
		expect(await pilot.to('renew')).toEqual({ at: 'tokens', why: 'failed' });
		expect(sent).toEqual([metadata.jwks_uri]);
	});

	it.each(['open', 'pause', 'knows'] as const)(
		'is an error of the page itself, in %s: it is said, and the bar is free',
		async (port) => {
			const { walk } = await walkWith(before('authorize'));
			const broken = vi.fn(() => {
				throw new TypeError('something of the page');
			});
			const ports = {
				open: () => Promise.resolve(),
				pause: () => Promise.resolve(),
				knows: () => true,
				signIn: () => Promise.resolve(undefined)
			};
			const pilot = new Autopilot(walk, { ...ports, [port]: broken });
			expect(await pilot.to('callback')).toEqual({ at: 'authorize', why: 'broken' });
			expect([pilot.isFlying, pilot.end]).toEqual([false, { at: 'authorize', why: 'broken' }]);
			pilot.stop();
			expect(pilot.end).toBeUndefined();
		}
	);

	it('is a part of the site that did not arrive: the page says that', async () => {
		const { walk } = await walkWith(before('authorize'));
		const pilot = new Autopilot(walk, {
			open: () => Promise.reject(new PartFailure()),
			pause: () => Promise.resolve(),
			knows: () => true,
			signIn: () => Promise.resolve(undefined)
		});
		await expect(pilot.to('callback')).rejects.toThrow(PartFailure);
		expect([pilot.isFlying, pilot.end?.why]).toEqual([false, 'broken']);
	});
});
