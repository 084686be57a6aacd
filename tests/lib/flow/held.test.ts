/**
 * A client secret and a signing key go to the client's own provider alone. Every way in which a configuration can
 * change is tried with every request that proves the client.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { fillWalk } from '$lib/browser/storage/fill-walk';
import { openDrafts } from '$lib/browser/storage/kept-values';
import { importSigningKey, type SigningKey } from '$lib/client/signing-key';
import type { AskInput } from '$lib/flow/step';
import type { World } from '$lib/flow/world';
import type { MoveId, StepId } from '$lib/lexicon/steps';
import { presetOf } from '$lib/providers/providers';
import { ConfigurationDraft } from '$lib/state/configuration-draft.svelte';
import { Drafts } from '$lib/state/drafts.svelte';
import { Playground } from '$lib/state/playground.svelte';
import { configurationOf } from '$lib/providers/presets';
import { SavedConfigurations } from '$lib/state/saved-configurations.svelte';
import type { Configuration } from '$lib/trace/configuration';
import type { Trace } from '$lib/trace/fact';
import { formatLink, parseLink } from '$lib/trace/link';
import type { HttpRequest } from '$lib/wire/http';
import { PlainMemory } from '../../fixtures/memory';
import { answer } from '../../fixtures/messages';
import { storageOf } from '../../fixtures/storage';
import { at } from '../../fixtures/tokens';
import { callbackUrl, code, configuration, configured, discovered, metadata } from '../../fixtures/walk';
import { sessionAfter } from '../../fixtures/session';

const secret = 'S3cret-of-the-client-at-A';
let key: SigningKey;
beforeAll(async () => {
	const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign']);
	const imported = await importSigningKey(
		JSON.stringify(await crypto.subtle.exportKey('jwk', pair.privateKey)),
		true
	);
	if (!imported.ok) throw new Error(imported.failure.reason);
	key = imported.value;
});

type Server = Record<string, unknown> & { issuer: string };

const serverOf = (issuer: string): Server => ({
	...metadata,
	issuer,
	...Object.fromEntries(
		[
			'authorization_endpoint',
			'token_endpoint',
			'userinfo_endpoint',
			'pushed_authorization_request_endpoint',
			'introspection_endpoint',
			'revocation_endpoint'
		].map((name) => [name, `${issuer}/${name}`])
	)
});

const A: Configuration = { ...configuration, extensions: ['par'] };
const atA = serverOf(A.issuer);
const B: Configuration = { ...A, issuer: 'https://b.example' };
const atB = serverOf(B.issuer);

class Administration {
	readonly #memory = new PlainMemory();
	readonly #storage = storageOf();
	readonly drafts = new Drafts(openDrafts('', () => this.#storage));
	playground = this.#open();

	#open(): Playground {
		const world: World = {
			now: () => at,
			random: (count) => new Uint8Array(count).fill(7),
			newKey: async () => '{}',
			look: async () => [],
			send: () => Promise.reject(new Error('nothing is sent here'))
		};
		return new Playground(world, this.#memory);
	}

	get draft(): ConfigurationDraft {
		return new ConfigurationDraft(this.drafts, this.playground.session.configuration ?? A);
	}

	async reload(): Promise<void> {
		this.playground = this.#open();
		await this.drafts.restore();
		return this.playground.restore();
	}

	async openInWalk(chosen: Configuration): Promise<void> {
		await fillWalk('', chosen, () => this.#storage);
		return this.reload();
	}

	async read(server: Server, move: 'discovery' | 'oauth-metadata' = 'discovery'): Promise<void> {
		const asked = await this.playground.preview('configure', move);
		if (!asked.ok) throw new Error(asked.failure.reason);
		await this.playground.paste('configure', move, asked.value, answer(server));
	}

	/** What the button of the first form does. */
	async use(chosen: Configuration, server: Server): Promise<void> {
		await this.playground.configure(chosen);
		await this.read(server);
	}

	useDraft(server: Server): Promise<void> {
		return this.use(this.draft.configuration, server);
	}

	/** To where every request that proves the client can be made, without what is held. */
	async walkOn(): Promise<void> {
		const { playground } = this;
		await playground.chooseVerifier(playground.newVerifier(32));
		await playground.chooseChallenge('S256');
		const { state = '', server } = playground.session;
		const url = `${server?.authorization_endpoint}?${new URLSearchParams({ state, scope: A.scope })}`;
		await playground.leave('authorize', url, 'tab', url);
		await playground.arrive(
			{ url: callbackUrl({ state, iss: server?.issuer ?? '', code: `${code}${state}` }) },
			'redirect'
		);
		const request: HttpRequest = {
			method: 'POST',
			url: String(server?.token_endpoint),
			headers: [],
			body: ''
		};
		await playground.paste(
			'exchange',
			'token',
			request,
			answer({ access_token: 'access', token_type: 'Bearer', refresh_token: 'refresh' })
		);
	}
}

const requests: [step: StepId, move: MoveId, input?: AskInput][] = [
	['authorize', 'par'],
	['exchange', 'token'],
	['renew', 'refresh'],
	['renew', 'introspection'],
	['renew', 'revocation']
];
const methods = ['client_secret_basic', 'client_secret_post', 'private_key_jwt'] as const;

const carries = ({ headers, body = '' }: HttpRequest): boolean => {
	const basic = headers.some(([name, value]) => name === 'authorization' && value.startsWith('Basic '));
	return basic || /client_secret=|client_assertion=/.test(body);
};

/** What would go out now: for each request its address when it proves the client, otherwise why it is not made. */
async function outgoing({ playground }: Administration): Promise<string[]> {
	const asked = await Promise.all(requests.map((request) => playground.preview(...request)));
	return asked.map((one) => {
		if (!one.ok) return one.failure.reason;
		return carries(one.value) ? one.value.url : 'proves nothing';
	});
}

const receiversOf = (server: Server): unknown[] => [
	server.pushed_authorization_request_endpoint,
	server.token_endpoint,
	server.token_endpoint,
	server.introspection_endpoint,
	server.revocation_endpoint
];

/** Ways to another client, another provider, or other endpoints: each ends in a walk that is configured. */
type Way = (administration: Administration, authentication: (typeof methods)[number]) => Promise<void>;

const otherEndpoints = Object.keys(atA)
	.filter((name) => name.endsWith('_endpoint'))
	.map((name): [string, Way] => [
		`the same issuer configured again, whose metadata names another ${name}`,
		(administration, authentication) =>
			administration.use({ ...A, authentication }, { ...atA, [name]: `https://b.example/${name}` })
	]);

const typed: [string, Way][] = (['issuer', 'clientId'] as const).map((field) => [
	`another ${field} typed into the form`,
	async (administration) => {
		administration.draft.set(field, `${A[field]}x`);
		await administration.useDraft({ ...atA, issuer: administration.draft.configuration.issuer });
	}
]);

const imported = (chosen: Configuration, server: Server): Way => {
	return (administration, authentication) =>
		administration.playground.replace([configured({ ...chosen, authentication }), discovered(server)]);
};

const ways: [string, Way][] = [
	[
		'another provider configured',
		(administration, authentication) => administration.use({ ...B, authentication }, atB)
	],
	[
		'another client configured',
		(administration, authentication) => administration.use({ ...A, authentication, clientId: 'b' }, atA)
	],
	...otherEndpoints,
	...typed,
	['a walk of another provider imported', imported(B, atB)],
	['a walk of the same client with other endpoints imported', imported(A, { ...atB, issuer: A.issuer })],
	['a walk of the same client imported', imported(A, atA)],
	[
		'a fresh start, and the same client again',
		async (administration, authentication) => {
			await administration.playground.replace([]);
			await administration.use({ ...A, authentication }, atA);
		}
	],
	[
		'a link',
		async (administration, authentication) => {
			const linked = parseLink(formatLink({ ...B, authentication }), A);
			if (!linked.ok || !linked.value) throw new Error('the link is not read');
			administration.draft.fill(linked.value.configuration);
			await administration.useDraft(atB);
		}
	],
	[
		'a saved configuration',
		async (administration, authentication) => {
			const kept = [{ ...B, authentication }];
			const saved = new SavedConfigurations({
				read: () => Promise.resolve({ value: kept }),
				write: () => undefined
			});
			await saved.restore();
			administration.draft.fill(saved.list[0] ?? A);
			await administration.useDraft(atB);
		}
	],
	[
		'a preset',
		async (administration, authentication) => {
			const auth0 = presetOf('auth0');
			if (!auth0) throw new Error('no such preset');
			administration.draft.fill({
				...configurationOf(auth0, 'https://b.auth0.com/', A),
				extensions: ['par']
			});
			administration.draft.authentication = authentication;
			await administration.useDraft(serverOf('https://b.auth0.com/'));
		}
	],
	[
		'“Open it in the walk”',
		async (administration, authentication) => {
			await administration.openInWalk({ ...A, authentication });
			await administration.useDraft(atA);
		}
	],
	[
		'the answer of another server pasted for the metadata',
		(administration) => administration.read({ ...atB, issuer: A.issuer })
	],
	[
		'the other metadata address, with other endpoints',
		(administration) => administration.read({ ...atB, issuer: A.issuer }, 'oauth-metadata')
	],
	['a reload', (administration) => administration.reload()]
];

const start = async (
	authentication: (typeof methods)[number],
	whenTyped: 'before' | 'after'
): Promise<Administration> => {
	const administration = new Administration();
	await administration.playground.restore();
	administration.draft.fill({ ...A, authentication });
	const held = { secret, signingKey: key };
	if (whenTyped === 'before') administration.playground.hold(held, administration.draft.configuration);
	await administration.useDraft(atA);
	if (whenTyped === 'after') administration.playground.hold(held);
	return administration;
};

describe.each(methods)('what is held for %s', (authentication) => {
	const missing = authentication === 'private_key_jwt' ? 'key-missing' : 'secret-missing';

	it.each(['before', 'after'] as const)(
		'typed %s the metadata is read, it goes to its own provider',
		async (when) => {
			const administration = await start(authentication, when);
			await administration.walkOn();
			expect(await outgoing(administration)).toEqual(receiversOf(atA));
		}
	);

	it('stays for the same client at the same endpoints, whatever else is changed', async () => {
		const administration = await start(authentication, 'after');
		await administration.use({ ...A, authentication, scope: 'openid', apiUrl: 'https://c.example' }, atA);
		await administration.walkOn();
		expect(await outgoing(administration)).toEqual(receiversOf(atA));
	});

	it.each(ways)('is gone after %s', async (_, change) => {
		for (const when of ['before', 'after'] as const) {
			const administration = await start(authentication, when);
			await change(administration, authentication);
			await administration.walkOn();
			expect(await outgoing(administration)).toEqual(requests.map(() => missing));
			expect(administration.playground.held()).toEqual({});
		}
	});

	it.each(ways)('does not come back with the way back from %s', async (_, change) => {
		const administration = await start(authentication, 'after');
		await change(administration, authentication);
		await administration.use({ ...A, authentication }, atA);
		await administration.walkOn();
		expect(await outgoing(administration)).toEqual(requests.map(() => missing));
	});
});

describe('a signed authorization request', () => {
	const signing: Configuration = { ...A, extensions: ['request-object'] };
	const ask = async (administration: Administration): Promise<string> => {
		await administration.walkOn();
		const asked = await administration.playground.preview('authorize', 'authorization');
		return asked.ok ? asked.value.url : asked.failure.reason;
	};
	const signed = async (): Promise<Administration> => {
		const administration = new Administration();
		await administration.playground.restore();
		await administration.use(signing, atA);
		administration.playground.hold({ signingKey: key });
		return administration;
	};

	it('is signed with the key that is held for this server', async () => {
		expect(await ask(await signed())).toMatch(`${atA.authorization_endpoint}?`);
	});

	it.each([
		['another provider', { ...signing, issuer: B.issuer }, atB],
		['another client', { ...signing, clientId: 'b' }, atA],
		['another endpoint', signing, { ...atA, authorization_endpoint: 'https://b.example/authorize' }]
	])('is not signed for %s', async (_, chosen, server) => {
		const administration = await signed();
		await administration.use(chosen, server);
		expect(await ask(administration)).toBe('key-missing');
	});
});

describe('while a configuration is only being typed', () => {
	it('its secret is not the one of the walk, nor the other way round', async () => {
		const administration = await start('client_secret_post', 'after');
		expect(administration.playground.held(B)).toEqual({});
		administration.playground.hold({ secret: 'of B' }, B);
		expect(administration.playground.held(B)).toEqual({ secret: 'of B' });
		expect(administration.playground.held()).toEqual({});
		await administration.walkOn();
		expect(await outgoing(administration)).toEqual(requests.map(() => 'secret-missing'));
		await administration.use({ ...B, authentication: 'client_secret_post' }, atB);
		await administration.walkOn();
		expect(await outgoing(administration)).toEqual(receiversOf(atB));
	});

	it('its messages are built without the server that is in use', async () => {
		const administration = await start('client_secret_post', 'after');
		await administration.walkOn();
		for (const request of requests) {
			const asked = await administration.playground.preview(
				request[0],
				request[1],
				{},
				{ ...B, authentication: 'client_secret_post' }
			);
			expect(asked.ok).toBe(false);
		}
	});

	it('a secret and a key of one client are held together', async () => {
		const administration = await start('client_secret_post', 'before');
		administration.playground.hold({ secret: 'another' });
		expect(administration.playground.held()).toEqual({ secret: 'another', signingKey: key });
	});
});

it('codes, tokens and the key of the proofs do not go to another server either', async () => {
	const administration = await start('client_secret_post', 'after');
	await administration.walkOn();
	const { trace } = administration.playground;
	const dpop: Trace = trace.map((fact) =>
		fact.kind === 'generated' && fact.step === 'authorize'
			? { ...fact, values: { ...fact.values, dpop_jwk: '{}' } }
			: fact
	);
	expect(await sessionAfter(dpop)).toMatchObject({ dpop_jwk: '{}', tokens: { refresh_token: 'refresh' } });
	const { authorizationResponse, tokens, dpop_jwk, code_verifier } = await sessionAfter([
		...dpop,
		discovered({ ...atA, token_endpoint: 'https://b.example/token' })
	]);
	expect({ authorizationResponse, tokens, dpop_jwk, code_verifier }).toEqual({});
});
