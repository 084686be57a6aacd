/** What a message carries beside the values of a walk, and what of it stands in code with placeholders. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { SigningKey } from '$lib/client/signing-key';
import { fold } from '$lib/flow/fold';
import { sessionOf } from '$lib/flow/session';
import type { AskInput } from '$lib/flow/step';
import { hasSecretsIn, placeholdersIn } from '$lib/panels/code/code-parts';
import { sceneOf, type SceneKind } from '$lib/panels/code/scene-of';
import { curl } from '$lib/snippets/languages/curl';
import type { Scene } from '$lib/snippets/scene';
import { write } from '$lib/snippets/write';
import type { Configuration } from '$lib/trace/configuration';
import { formatForm, valueOf, type Pair } from '$lib/wire/form';
import { headerOf, type Header } from '$lib/wire/http';
import {
	configured,
	discovered,
	generated,
	metadata,
	state,
	tokenFact,
	verifier
} from '../../../fixtures/walk';
import { recordedSignIn } from '../../../fixtures/recorded';

let signingKey: SigningKey;
let proofKey: string;

beforeAll(async () => {
	const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
	const pair = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
	signingKey = { key: pair.privateKey, kid: 'k1', publicJwk: '{}' };
	proofKey = JSON.stringify(await crypto.subtle.exportKey('jwk', pair.privateKey));
});

async function sceneWith(
	kind: SceneKind,
	changes: Partial<Configuration>,
	api: AskInput = {}
): Promise<Scene> {
	const facts = [
		configured(changes),
		discovered(metadata),
		generated('verifier', { code_verifier: verifier }),
		generated('challenge', { code_challenge_method: 'S256' }),
		generated('authorize', { state, nonce: 'nonce-0123456789', dpop_jwk: proofKey }),
		tokenFact({ access_token: 'at-0123456789', token_type: 'DPoP', refresh_token: 'rt-0123456789' })
	];
	const session = sessionOf(await fold(facts));
	return sceneOf(session, (move) => ({ signingKey, ...(move === 'api' ? api : {}) }), kind);
}

const curlOf = (step: 'exchange' | 'call', scene: Scene): string => {
	const written = write(curl, step, scene);
	return 'code' in written ? written.code : '';
};

/** A token in the compact form of JOSE. */
const signature = /eyJ[\w-]{6,}\.[\w-]+\.[\w-]+/;

describe('code with placeholders has a word for', () => {
	it('the assertion of a client that signs (RFC 7523 §2.2)', async () => {
		const scene = await sceneWith('placeholders', { authentication: 'private_key_jwt' });
		expect(scene.requests.exchange.body).toContain('client_assertion=YOUR_CLIENT_ASSERTION');
		expect(scene.requests.renew.body).toContain('client_assertion=YOUR_CLIENT_ASSERTION');
		expect(JSON.stringify(scene)).not.toMatch(signature);
		expect(placeholdersIn(curlOf('exchange', scene), scene)).toContain('YOUR_CLIENT_ASSERTION');
	});

	it('a proof of possession (RFC 9449 §4.1)', async () => {
		const scene = await sceneWith('placeholders', { extensions: ['dpop'] });
		expect(headerOf(scene.requests.exchange.headers, 'dpop')).toBe('YOUR_DPOP');
		expect(headerOf(scene.requests.call.headers, 'dpop')).toBe('YOUR_DPOP');
		expect(headerOf(scene.requests.call.headers, 'authorization')).toBe('DPoP YOUR_ACCESS_TOKEN');
		expect(JSON.stringify(scene)).not.toMatch(signature);
	});

	it('a request object (RFC 9101 §4)', async () => {
		const scene = await sceneWith('placeholders', { extensions: ['request-object'] });
		expect(valueOf(scene.authorization, 'request')).toBe('YOUR_REQUEST');
		expect(scene.authorizationUrl).not.toMatch(signature);
	});

	it('what was typed into the authorization request under the name of a secret', async () => {
		const extra: Pair[] = [
			['id_token_hint', 'the-token-of-somebody'],
			['prompt', 'login']
		];
		const { authorization } = await sceneWith('placeholders', { extra });
		expect(authorization).toContainEqual(['id_token_hint', 'YOUR_ID_TOKEN_HINT']);
		expect(authorization).toContainEqual(['prompt', 'login']);
	});

	it.each<[string, AskInput]>([
		['a header', { headers: [['x-api-key', 'live-9f2c']] }],
		['a header that nobody foresaw', { headers: [['x-shop', 'live-9f2c']] }],
		['the address', { url: 'https://api.example/a?api_key=live-9f2c&page=2' }],
		['a form', { body: formatForm([['password', 'live-9f2c']]), type: 'application/x-www-form-urlencoded' }],
		['JSON', { body: '{"user":{"password": "live-9f2c"}}' }]
	])('what was typed for the call into %s', async (_, api) => {
		const call = { method: 'POST', url: 'https://api.example/a', ...api };
		const { requests, others } = await sceneWith('placeholders', {}, call);
		expect(JSON.stringify(requests.call)).not.toContain('live-9f2c');
		expect(others).toContainEqual({ text: expect.stringMatching(/^YOUR_[A-Z_]+$/), actual: false });
	});

	it('a cookie of a recording', async () => {
		const cookie: Header = ['cookie', 'sid=live-9f2c'];
		const recorded = recordedSignIn().map((fact) => {
			if (fact.kind !== 'exchanged') return fact;
			const { exchange } = fact;
			const headers = [...exchange.request.headers, cookie];
			return { ...fact, exchange: { ...exchange, request: { ...exchange.request, headers } } };
		});
		const session = sessionOf(await fold(recorded));
		expect(JSON.stringify(await sceneOf(session, () => ({}), 'placeholders'))).not.toContain('live-9f2c');
	});
});

describe('code with placeholders keeps', () => {
	it('headers that say how a message is carried, and all that has no secret’s name', async () => {
		const headers: Header[] = [['accept', 'application/xml']];
		const call = { method: 'POST', url: 'https://api.example/a?page=2&x=a|b', body: '{"a": "b"}', headers };
		const { requests } = await sceneWith('placeholders', {}, call);
		expect(requests.call).toMatchObject({ url: new URL(call.url).href, body: call.body });
		expect(headerOf(requests.call.headers, 'accept')).toBe('application/xml');
		expect(headerOf(requests.call.headers, 'content-type')).toBe('application/json');
	});

	it('a secret that is a word already, also where it is encoded (RFC 7617 §2)', async () => {
		const { requests } = await sceneWith('placeholders', { authentication: 'client_secret_basic' });
		const [, encoded = ''] = headerOf(requests.exchange.headers, 'authorization')?.split(' ') ?? [];
		expect(decodeURIComponent(atob(encoded))).toMatch(/:YOUR_CLIENT_SECRET$/);
	});
});

describe('code with the values of the run', () => {
	it('is known to have a secret that is none of the values', async () => {
		const scene = await sceneWith('run', { authentication: 'private_key_jwt', extensions: [] });
		expect(scene.requests.exchange.body).toMatch(signature);
		const assertion = signature.exec(scene.requests.exchange.body ?? '')?.[0] ?? '';
		expect(hasSecretsIn(`x("${assertion}")`, scene)).toBe(true);
		expect(hasSecretsIn('x("nothing")', scene)).toBe(false);
	});

	it('is known to have a key that was typed', async () => {
		const headers: Header[] = [['x-api-key', 'live-"9f2c']];
		const scene = await sceneWith('run', {}, { method: 'GET', url: 'https://api.example/', headers });
		expect(headerOf(scene.requests.call.headers, 'x-api-key')).toBe('live-"9f2c');
		expect(hasSecretsIn('x("live-\\"9f2c")', scene)).toBe(true);
	});
});
