/** What code is made from: the walk’s own messages, with its values or with words in their place. */
import { beforeAll, describe, expect, it } from 'vitest';
import { fold } from '$lib/flow/fold';
import { sessionOf, type Session } from '$lib/flow/session';
import { stepOf } from '$lib/flow/steps';
import { sceneOf, type SceneKind } from '$lib/panels/code/scene-of';
import type { Scene } from '$lib/snippets/scene';
import type { Configuration } from '$lib/trace/configuration';
import type { Trace } from '$lib/trace/fact';
import { formatForm, queryOf } from '$lib/wire/form';
import { headerOf } from '$lib/wire/http';
import { recordedSignIn } from '../../../fixtures/recorded';
import { at, createSigner } from '../../../fixtures/tokens';
import {
	code,
	configuration,
	configured,
	discovered,
	metadata,
	posted,
	secretsOfTheWalk,
	state,
	verifier,
	wholeWalk
} from '../../../fixtures/walk';

let trace: Trace;
beforeAll(async () => {
	trace = await wholeWalk(await createSigner('ES256'));
});

const sessionAfter = async (facts: Trace): Promise<Session> => sessionOf(await fold(facts));

const sceneAfter = async (facts: Trace, kind: SceneKind = 'run', secret?: string): Promise<Scene> =>
	sceneOf(await sessionAfter(facts), () => (secret === undefined ? {} : { secret }), kind);

const startOf = (changes: Partial<Configuration>): Trace => [configured(changes), discovered()];

describe('with the values of the run', () => {
	it('a request is the one that the walk asks for', async () => {
		const session = await sessionAfter(trace.slice(0, 7));
		const asked = await stepOf('exchange').asks.token?.(session, {});
		const { requests } = await sceneOf(session, () => ({}), 'run');
		expect({ ok: true, value: requests.exchange }).toEqual(asked);
		expect(requests.exchange.body).toContain(new URLSearchParams({ code }).toString());
	});

	it('what the run has not made yet is a word to fill in', async () => {
		const { values, requests } = await sceneAfter(trace.slice(0, 3));
		expect(values.verifier).toEqual({ text: verifier, actual: true });
		expect(values.code).toEqual({ text: 'YOUR_CODE', actual: false });
		expect(requests.exchange.body).toContain('code=YOUR_CODE');
		expect(requests.exchange.body).toContain(`code_verifier=${verifier}`);
	});

	it('the address is that of the preview, and its parameters are those of no endpoint', async () => {
		const endpoint = 'https://idp.example/authorize?tenant=a';
		const facts = [
			configured(),
			discovered({ ...metadata, authorization_endpoint: endpoint }),
			...trace.slice(2, 5)
		];
		const scene = await sceneAfter(facts);
		expect(scene.authorizationUrl).toContain(`${endpoint}&`);
		expect(scene.authorization).toContainEqual(['state', state]);
		expect(scene.authorization.map(([name]) => name)).not.toContain('tenant');
	});

	describe('of a recorded address the parameters are those that are not its endpoint’s', () => {
		const recordedTo = async (url: string, endpoint: string): Promise<Scene> => {
			const facts = [configured(), discovered({ ...metadata, authorization_endpoint: endpoint })];
			const gone = { kind: 'left', at, step: 'authorize', url, way: 'tab' } as const;
			const session = { ...(await sessionAfter([...facts, gone])), recorded: true as const };
			return sceneOf(session, () => ({}), 'run');
		};
		const policy = 'https://idp.example/authorize?p=b2c_1';

		it.each([
			['at the end', 'https://idp.example/authorize?response_type=code&state=s&p=b2c_1', policy],
			['in the middle', 'https://idp.example/authorize?response_type=code&p=b2c_1&state=s', policy],
			['at the beginning', 'https://idp.example/authorize?p=b2c_1&response_type=code&state=s', policy],
			['nowhere', 'https://idp.example/authorize?response_type=code&state=s', 'https://idp.example/authorize']
		])('which stand %s', async (_, url, endpoint) => {
			const scene = await recordedTo(url, policy);
			expect(scene.authorization).toEqual([
				['response_type', 'code'],
				['state', 's']
			]);
			expect(scene.authorizationEndpoint).toBe(endpoint);
		});

		it('and all of them where it has another value, or goes elsewhere', async () => {
			for (const url of [
				'https://idp.example/authorize?p=b2c_2&state=s',
				'https://b.example/a?p=b2c_1&state=s'
			]) {
				const { authorization, authorizationEndpoint } = await recordedTo(url, policy);
				expect(authorization).toEqual(queryOf(url));
				expect(`${authorizationEndpoint}?${formatForm(authorization)}`).toBe(url);
			}
		});
	});

	it('the secret is in it when the tab holds one, and else a word', async () => {
		const facts = [...startOf({ authentication: 'client_secret_post' }), ...trace.slice(2, 7)];
		expect((await sceneAfter(facts, 'run', 's3cret')).requests.exchange.body).toContain(
			'client_secret=s3cret'
		);
		expect((await sceneAfter(facts)).requests.exchange.body).toContain('client_secret=YOUR_CLIENT_SECRET');
	});

	it('of a recording a request is the one that was sent', async () => {
		const session = await sessionAfter(recordedSignIn());
		const { requests } = await sceneOf(session, () => ({}), 'run');
		expect(requests.exchange).toEqual(session.exchange?.exchange.request);
	});

	it.each([
		['a state and a nonce', {}, true, true],
		['no nonce', { nonce: '' }, true, false],
		['no state', { state: '' }, false, true]
	])('of a recording whose request has %s no other are expected', async (_, asked, hasState, hasNonce) => {
		const session = await sessionAfter(recordedSignIn({ asked }));
		const scene = await sceneOf(session, () => ({}), 'run');
		expect(scene).toMatchObject({ hasState, hasNonce });
		expect(scene.values.state.actual).toBe(hasState);
		expect(scene.values.nonce.actual).toBe(hasNonce);
	});

	it('an ID token without the scope of OpenID Connect has no nonce to look for (OIDC Core §3.1.2.1)', async () => {
		expect(await sceneAfter(startOf({ scope: 'openid' }))).toMatchObject({ hasState: true, hasNonce: true });
		expect(await sceneAfter(startOf({ scope: 'read' }))).toMatchObject({ hasState: true, hasNonce: false });
	});

	it('an answer that was posted is not one that is read from a query', async () => {
		expect((await sceneAfter(trace.slice(0, 7))).answerInQuery).toBe(true);
		expect((await sceneAfter([...trace.slice(0, 6), posted()])).answerInQuery).toBe(false);
	});
});

describe('with placeholders', () => {
	it('nothing of the run is in it that nobody else may see', async () => {
		const text = JSON.stringify(await sceneAfter(trace, 'placeholders', 'the-secret-of-the-tab'));
		const secrets = [...secretsOfTheWalk, state, 'the-secret-of-the-tab'];
		expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
		expect(text).toContain('YOUR_REFRESH_TOKEN');
	});

	it('of a recording neither', async () => {
		const session = await sessionAfter(recordedSignIn());
		const { requests } = await sceneOf(session, () => ({}), 'placeholders');
		expect(requests.exchange.body).toContain('code=YOUR_CODE');
	});
});

describe('what a provider or a setting changes', () => {
	it('a program says an origin where Microsoft Entra ID wants one, and nowhere else', async () => {
		const entra = 'https://login.microsoftonline.com/t/oauth2/v2.0/token';
		const facts = [configured(), discovered({ ...metadata, token_endpoint: entra })];
		const { requests } = await sceneAfter(facts);
		expect(headerOf(requests.exchange.headers, 'origin')).toBe(new URL(configuration.redirectUri).origin);
		expect(headerOf(requests.call.headers, 'origin')).toBeUndefined();
		const other = await sceneAfter(startOf({}));
		expect(headerOf(other.requests.exchange.headers, 'origin')).toBeUndefined();
	});

	it('without an address to call there is no call', async () => {
		expect((await sceneAfter(startOf({ apiUrl: '' }))).unbuilt).toEqual(['call']);
	});

	it('signatures are those of a public key, and RS256 where the server promises none', async () => {
		const promised = { ...metadata, id_token_signing_alg_values_supported: ['none', 'HS256', 'ES256'] };
		expect((await sceneAfter([configured(), discovered(promised)])).signatures).toEqual(['ES256']);
		const { id_token_signing_alg_values_supported: _, ...silent } = metadata;
		expect((await sceneAfter([configured(), discovered(silent)])).signatures).toEqual(['RS256']);
	});
});
