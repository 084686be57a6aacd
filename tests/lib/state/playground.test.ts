import { exportJWK, generateKeyPair } from 'jose';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { changesOf } from '$lib/flow/edit';
import { signedAnew } from '$lib/flow/signed-anew';
import type { World } from '$lib/flow/world';
import type { Decision } from '$lib/lexicon/check';
import { Playground } from '$lib/state/playground.svelte';
import type { Configuration } from '$lib/trace/configuration';
import type { Trace } from '$lib/trace/fact';
import { parseTrace } from '$lib/trace/file';
import { formatTrace } from '$lib/trace/format';
import { headerOf, type Exchange, type HttpRequest } from '$lib/wire/http';
import { PlainMemory } from '../../fixtures/memory';
import { answer } from '../../fixtures/messages';
import { at, issuer } from '../../fixtures/tokens';
import { callbackUrl, configuration, configured, metadata, verifier } from '../../fixtures/walk';
import { sessionAfter } from '../../fixtures/session';

/** A World whose answers come when the test says so. */
class SlowWorld implements World {
	newKey = () => Promise.resolve('{}');
	sent: HttpRequest[] = [];
	looks = 0;
	#answer: ((exchange: Exchange) => void) | undefined;
	now = (): number => at;
	random = (count: number): Uint8Array => new Uint8Array(count).fill(7);
	decisions: Decision[] = [];
	look = async () => {
		this.looks += 1;
		return this.decisions;
	};
	send(request: HttpRequest, signal: AbortSignal): Promise<Exchange> {
		this.sent.push(structuredClone(request));
		const known = { id: `e${this.sent.length}`, request, at, ms: 1, via: 'page' as const };
		return new Promise((resolve) => {
			this.#answer = resolve;
			signal.addEventListener('abort', () => resolve({ ...known, failure: { reason: 'cancelled' } }));
		});
	}
	answer(body: unknown): void {
		const request = this.sent.at(-1);
		if (!request) throw new Error('nothing was sent');
		this.#answer?.({
			id: `e${this.sent.length}`,
			request,
			response: answer(body, { headers: [['x-request-id', 'r1']] }),
			at,
			ms: 1,
			via: 'page'
		});
	}
}

let world: SlowWorld;
let memory: PlainMemory;
let playground: Playground;
beforeEach(async () => {
	world = new SlowWorld();
	memory = new PlainMemory();
	playground = new Playground(world, memory);
	await playground.restore();
});

const parsedTrace = (text: string): Trace => {
	const trace = parseTrace(text);
	if (!trace.ok) throw new Error(trace.failure.reason);
	return trace.value;
};
const preview = async (...[step, move]: Parameters<Playground['preview']>): Promise<HttpRequest> => {
	const asked = await playground.preview(step, move);
	if (!asked.ok) throw new Error(asked.failure.reason);
	return asked.value;
};
const discover = async (changes: Partial<Configuration> = {}): Promise<void> => {
	await playground.configure({ ...configuration, ...changes });
	const sending = playground.send('configure', 'discovery', await preview('configure', 'discovery'));
	world.answer(metadata);
	await sending;
};

/** A walk with proofs of possession, up to its token request. */
const tokenWithProof = async (): Promise<HttpRequest> => {
	world.newKey = async () =>
		JSON.stringify(await exportJWK((await generateKeyPair('ES256', { extractable: true })).privateKey));
	await discover({ extensions: ['dpop'] });
	await playground.chooseVerifier(verifier);
	await playground.chooseChallenge('S256');
	const asked = await preview('authorize', 'authorization');
	await playground.leave('authorize', asked.url, 'tab', asked.url);
	await playground.arrive({ url: callbackUrl({ state: playground.session.state ?? '' }) }, 'redirect');
	return preview('exchange', 'token');
};

describe('the one writer', () => {
	it('keeps a fact before it reads it', () => {
		void playground.configure(configuration);
		expect(memory.kept).toEqual([configured()]);
		expect(playground.trace).toEqual([]);
	});

	it('sends what was previewed and records what was sent', async () => {
		await playground.configure(configuration);
		const asked = await preview('configure', 'discovery');
		const sending = playground.send('configure', 'discovery', asked);
		expect(playground.running?.request).toEqual(asked);
		world.answer(metadata);
		await sending;
		const fact = playground.trace.at(-1);
		expect(world.sent).toEqual([asked]);
		expect(fact?.kind === 'exchanged' && fact.exchange.request).toEqual(asked);
		expect(fact).not.toHaveProperty('asked');
		expect(playground.running).toBeUndefined();
		expect(playground.status('configure')).toBe('done');
	});

	it('records an edit beside what was asked', async () => {
		await playground.configure(configuration);
		const asked = await preview('configure', 'discovery');
		const edited = { ...asked, url: `${issuer}/elsewhere` };
		const sending = playground.send('configure', 'discovery', asked, edited);
		world.answer(metadata);
		await sending;
		expect(world.sent).toEqual([edited]);
		expect(playground.trace.at(-1)).toMatchObject({ asked, exchange: { request: edited } });
	});

	it('reads facts in the order in which they came, however quickly', async () => {
		await discover();
		await Promise.all([
			playground.chooseVerifier(verifier),
			playground.chooseVerifier('x'.repeat(43)),
			playground.chooseChallenge('plain')
		]);
		expect(playground.session.code_challenge).toBe('x'.repeat(43));
		expect(playground.session).toEqual(await sessionAfter(playground.trace));
		expect(memory.kept).toEqual(playground.trace);
	});

	it('has one message on its way at a time', async () => {
		await playground.configure(configuration);
		const asked = await preview('configure', 'discovery');
		const sending = playground.send('configure', 'discovery', asked);
		await playground.send('configure', 'discovery', asked);
		expect(world.sent).toHaveLength(1);
		world.answer(metadata);
		await sending;
		expect(playground.trace).toHaveLength(2);
	});

	it('records that a message was cancelled', async () => {
		await playground.configure(configuration);
		const sending = playground.send('configure', 'discovery', await preview('configure', 'discovery'));
		playground.cancel();
		await sending;
		expect(playground.trace.at(-1)).toMatchObject({ exchange: { failure: { reason: 'cancelled' } } });
		expect(playground.running).toBeUndefined();
	});

	it('signs a proof again when it sends it, and changes nothing else', async () => {
		const token = await tokenWithProof();
		const sending = playground.send('exchange', 'token', token, undefined, {});
		await vi.waitUntil(() => world.sent.length === 2);
		world.answer({ access_token: 'a', token_type: 'DPoP' });
		await sending;
		const sent = world.sent.at(-1) ?? token;
		expect(changesOf(token, sent)).toEqual(signedAnew(token).map((part) => part.toLowerCase()));
		expect(playground.trace.at(-1)).toMatchObject({ exchange: { request: sent } });
		expect(playground.trace.at(-1)).not.toHaveProperty('asked');
	});

	it('signs an edit again where the person left the signature alone', async () => {
		const token = await tokenWithProof();
		const edited = { ...token, body: `${token.body}&extra=1` };
		const sending = playground.send('exchange', 'token', token, edited, {});
		await vi.waitUntil(() => world.sent.length === 2);
		world.answer({ access_token: 'a', token_type: 'DPoP' });
		await sending;
		const sent = world.sent.at(-1) ?? token;
		expect(changesOf(edited, sent)).toEqual(['dpop']);
		const fact = playground.trace.at(-1);
		expect(fact?.kind === 'exchanged' && fact.asked && changesOf(fact.asked, sent)).toEqual(['extra']);
	});

	it('asks what the server decided only where the server says it', async () => {
		await discover();
		expect(world.looks).toBe(0);
		await playground.replace([]);
		await playground.configure(configuration);
		for (const _ of [1, 2]) {
			const sending = playground.send('configure', 'discovery', await preview('configure', 'discovery'));
			world.answer({ ...metadata, decision_log_endpoint: `${issuer}/decisions` });
			await sending;
		}
		expect(world.looks).toBe(1);
	});

	it('tells of an answer once, and of none that was kept', async () => {
		await discover();
		expect(playground.newest.last?.move).toBe('discovery');
		expect([playground.newest.isNew('e1'), playground.newest.isNew('e1')]).toEqual([true, false]);
		const reloaded = new Playground(world, memory);
		await reloaded.restore();
		expect(reloaded.newest.last).toBeUndefined();
		expect(reloaded.newest.isNew('e1')).toBe(false);
	});

	it('starts a whole new attempt in one go, by the same method', async () => {
		await discover();
		await playground.chooseVerifier(verifier);
		await playground.chooseChallenge('plain');
		await playground.startAnew();
		const { code_verifier, code_challenge, code_challenge_method, state } = playground.session;
		expect(code_verifier).not.toBe(verifier);
		expect({ code_challenge, code_challenge_method }).toEqual({
			code_challenge: code_verifier,
			code_challenge_method: 'plain'
		});
		expect(state).toBeDefined();
		expect(playground.status('authorize')).toBe('ready');
	});

	it('asks why nothing comes back, and keeps what it hears', async () => {
		await playground.configure(configuration);
		const sending = playground.send('configure', 'discovery', await preview('configure', 'discovery'));
		world.answer({ ...metadata, decision_log_endpoint: `${issuer}/decisions` });
		await sending;
		await playground.askWhy();
		await playground.startAnew();
		const { url } = await preview('authorize', 'authorization');
		await playground.leave('authorize', url, 'tab', url);
		const before = world.looks;
		const refusal = { endpoint: 'authorize', at, outcome: 'refused', checks: [] };
		world.decisions = [refusal];
		await playground.askWhy();
		expect(world.looks).toBe(before + 1);
		expect(playground.session.unanswered).toEqual([refusal]);
		const { length } = playground.trace;
		await playground.askWhy();
		expect(playground.trace).toHaveLength(length);
		await playground.leave('authorize', url, 'tab', url);
		expect(playground.session.unanswered).toBeUndefined();
	});
});

describe('a new trace', () => {
	it('is not added to by a message of the old one', async () => {
		await playground.configure(configuration);
		const sending = playground.send('configure', 'discovery', await preview('configure', 'discovery'));
		await playground.replace([]);
		await sending;
		expect(playground.trace).toEqual([]);
		expect(memory.kept).toEqual([]);
		expect(playground.running).toBeUndefined();
	});

	it('is not overwritten by a fact that is still being read', async () => {
		const appending = playground.configure(configuration);
		await playground.replace([configured({ clientId: 'imported' })]);
		await appending;
		expect(playground.trace).toEqual([configured({ clientId: 'imported' })]);
		expect(playground.session).toEqual(await sessionAfter(playground.trace));
		expect(memory.kept).toEqual(playground.trace);
	});

	it('can be gone on with', async () => {
		await playground.replace([configured()]);
		await discover();
		expect(playground.trace).toHaveLength(3);
		expect(memory.kept).toEqual(playground.trace);
	});
});

describe('what is kept', () => {
	it.each(['client_secret_post', 'client_secret_basic'] as const)(
		'holds no client secret sent by %s, also when the person has another since',
		async (method) => {
			const secret = 'S3cret/+of&the=client';
			await discover({ authentication: method });
			playground.hold({ secret });
			await playground.chooseVerifier(verifier);
			await playground.chooseChallenge('S256');
			const asked = await preview('authorize', 'authorization');
			await playground.leave('authorize', asked.url, 'tab', asked.url);
			await playground.arrive({ url: callbackUrl({ state: playground.session.state ?? '' }) }, 'redirect');
			const token = await preview('exchange', 'token');
			const sending = playground.send('exchange', 'token', token, { ...token, url: `${token.url}?edited` });
			world.answer({ access_token: 'a', token_type: 'Bearer' });
			await sending;
			playground.hold({ secret: 'another' });
			await playground.renewState();

			const { headers, body } = world.sent.at(-1) ?? { headers: [] };
			const basic = headerOf(headers, 'authorization')?.replace('Basic ', '');
			expect(method === 'client_secret_basic').toBe(basic !== undefined);
			expect(new URLSearchParams(body).get('client_secret')).toBe(basic ? null : secret);
			const forms = [secret, encodeURIComponent(secret), ...(basic ? [basic] : [])];
			const kept = JSON.stringify(memory.kept);
			expect(forms.filter((form) => kept.includes(form))).toEqual([]);
			expect(kept.match(/client-secret-not-kept/g)).toHaveLength(2);
		}
	);

	it('keeps words that a secret is a part of', async () => {
		playground.hold({ secret: 'secret' }, configuration);
		await playground.configure(configuration);
		const sending = playground.send('configure', 'discovery', await preview('configure', 'discovery'));
		world.answer({ ...metadata, token_endpoint_auth_methods_supported: ['client_secret_post'] });
		await sending;
		expect(memory.kept).toEqual(playground.trace);
	});

	it('is read again by the next page', async () => {
		await discover();
		await playground.chooseVerifier(verifier);
		const next = new Playground(world, memory);
		expect(next.restored).toBe(false);
		await next.restore();
		expect(next.restored).toBe(true);
		expect(next.trace).toEqual(playground.trace);
		expect(next.session).toEqual(playground.session);
	});

	it('tells when there is no room, and goes on', async () => {
		memory.room = 0;
		await playground.configure(configuration);
		expect(playground.trouble).toEqual({ reason: 'storage-full' });
		expect(playground.session.configuration).toEqual(configuration);
		memory.room = Infinity;
		await playground.configure(configuration);
		expect(playground.trouble).toBeUndefined();
	});

	it('is a reloaded callback once', async () => {
		await discover();
		await playground.chooseVerifier(verifier);
		await playground.chooseChallenge('S256');
		const asked = await preview('authorize', 'authorization');
		await playground.leave('authorize', asked.url, 'tab', asked.url);
		const url = callbackUrl({ state: playground.session.state ?? '' });
		await playground.arrive({ url }, 'redirect');
		await playground.arrive({ url }, 'redirect');
		expect(playground.trace.filter(({ kind }) => kind === 'returned')).toHaveLength(1);
		expect(playground.status('callback')).toBe('done');
		expect(playground.owns(playground.session.state ?? '')).toBe(true);
		expect(playground.owns('another')).toBe(false);
	});

	it('is a authorization request with what was asked when it was edited', async () => {
		await playground.leave('authorize', 'https://idp.example/a?x=2', 'popup', 'https://idp.example/a?x=1');
		expect(playground.trace.at(-1)).toMatchObject({
			url: 'https://idp.example/a?x=2',
			asked: 'https://idp.example/a?x=1'
		});
	});
});

describe('an answer that the person pastes', () => {
	const paste = async (how: Parameters<Playground['paste']>[4]) => {
		await playground.configure(configuration);
		const asked = await preview('configure', 'discovery');
		await playground.paste('configure', 'discovery', asked, answer(metadata), how);
		return asked;
	};

	it('is read like one from the network, and marked', async () => {
		const request = await paste({});
		expect(playground.session.server?.issuer).toBe(issuer);
		const [outcome] = playground.session.discovery;
		expect(outcome?.exchange).toMatchObject({ via: 'pasted', at, ms: 0, request });
		expect(outcome?.exchange.id).not.toBe('');
		expect(outcome?.exchange).not.toHaveProperty('assumed');
		expect(world.sent).toEqual([]);
		expect(memory.kept).toEqual(playground.trace);
		expect(await sessionAfter(parsedTrace(formatTrace(playground.trace)))).toEqual(playground.session);
	});

	it('says that its status is assumed, and that its request was edited', async () => {
		const before: HttpRequest = { method: 'GET', url: 'https://before.example', headers: [] };
		await paste({ assumed: true, asked: before });
		const [outcome] = playground.session.discovery;
		expect(outcome).toMatchObject({ asked: before, exchange: { assumed: true } });
	});
});
