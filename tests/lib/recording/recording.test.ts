import { beforeAll, describe, expect, it } from 'vitest';
import { statusOf } from '$lib/flow/status';
import { isAuthorization } from '$lib/recording/recorded-message';
import { traceOfRecording } from '$lib/recording/recording';
import { stepIds } from '$lib/lexicon/steps';
import { exchangesOf } from '$lib/trace/exchanges';
import type { Trace } from '$lib/trace/fact';
import { formatHar, parseHar } from '$lib/wire/har';
import type { Exchange, Header } from '$lib/wire/http';
import { answer, failures, statuses } from '../../fixtures/messages';
import { createSigner } from '../../fixtures/tokens';
import {
	callbackUrl,
	configuration,
	metadata,
	state,
	tokenFact,
	verifier,
	wholeWalk
} from '../../fixtures/walk';
import { sessionAfter } from '../../fixtures/session';

let walk: Trace;
let recorded: Exchange[];

beforeAll(async () => {
	walk = await wholeWalk(await createSigner('RS256'));
	const parsed = parseHar(formatHar(exchangesOf(walk)));
	if (!parsed.ok) throw new Error(parsed.failure.reason);
	recorded = parsed.value;
});

const traceOf = (exchanges: readonly Exchange[]): Trace => {
	const trace = traceOfRecording(exchanges);
	if (!trace.ok) throw new Error(trace.failure.reason);
	return trace.value;
};

const without = (path: string): Exchange[] => recorded.filter(({ request }) => !request.url.includes(path));

/** A page, an image and a script, as every recording has them between the messages of the flow. */
const noise = (url: string, headers: Header[] = []): Exchange => ({
	id: url,
	request: { method: 'GET', url, headers },
	response: { status: 200, statusText: '', headers: [], body: '' },
	at: recorded[0]?.at ?? 0,
	ms: 1,
	via: 'pasted'
});

describe('a recording of a browser', () => {
	it('is the same walk again, with everything computed anew', async () => {
		const session = await sessionAfter(traceOf(recorded));
		expect(stepIds.map((id) => statusOf(id, session))).toEqual(Array(9).fill('done'));
		expect(session.configuration).toMatchObject({
			issuer: configuration.issuer,
			clientId: configuration.clientId,
			redirectUri: configuration.redirectUri,
			scope: configuration.scope,
			apiUrl: configuration.apiUrl,
			authentication: 'none'
		});
		expect(session.code_verifier).toBe(verifier);
		expect(failures(session.idTokenChecks)).toEqual([]);
		expect(session.refreshes).toHaveLength(1);
	});

	it('has other things in it, which are left out', () => {
		const trace = traceOf([noise('https://app.example/'), ...recorded, noise('https://cdn.example/app.js')]);
		expect(trace).toHaveLength(traceOf(recorded).length);
	});

	it('may lack the metadata: the addresses that were used stand for it, and it says so', async () => {
		const session = await sessionAfter(traceOf(without('.well-known')));
		expect(session.discovery).toEqual([]);
		expect(session.typed?.from).toBe('recording');
		expect(session.server).toMatchObject({
			issuer: configuration.issuer,
			token_endpoint: metadata.token_endpoint
		});
		expect(statusOf('tokens', session)).toBe('done');
	});

	it('may end early, as those of failed sign-ins do', async () => {
		const refused = tokenFact({ error: 'invalid_grant' }, 400).exchange;
		const cut = recorded.findIndex(({ request }) => request.url === metadata.token_endpoint);
		const session = await sessionAfter(traceOf([...recorded.slice(0, cut), refused]));
		expect(session.exchange?.error).toMatchObject({ error: 'invalid_grant' });
		expect(statusOf('exchange', session)).toBe('failed');
		expect(statusOf('callback', session)).toBe('done');
	});

	it('may show the callback only in the redirect that leads there', async () => {
		const redirected = without(configuration.redirectUri).map((one) =>
			one.request.url.startsWith(metadata.authorization_endpoint)
				? {
						...one,
						response: {
							status: 302,
							statusText: '',
							headers: [['Location', callbackUrl()]] satisfies Header[],
							body: ''
						}
					}
				: one
		);
		const session = await sessionAfter(traceOf(redirected));
		expect(session.authorizationResponse?.url).toBe(callbackUrl());
	});

	it('of a client with a secret is told as one', async () => {
		const confidential = recorded.map((one) =>
			one.request.body?.includes('authorization_code')
				? {
						...one,
						request: {
							...one.request,
							headers: [...one.request.headers, ['authorization', 'Basic eDp5']] satisfies Header[]
						}
					}
				: one
		);
		const session = await sessionAfter(traceOf(confidential));
		expect(session.configuration?.authentication).toBe('client_secret_basic');
	});

	it('keeps what the application asked for beside the parameters of the flow', async () => {
		const asking = recorded.map((one) =>
			one.request.url.startsWith(metadata.authorization_endpoint)
				? {
						...one,
						request: {
							...one.request,
							url: `${one.request.url}&response_mode=fragment&prompt=login&organization=acme`
						}
					}
				: one
		);
		const session = await sessionAfter(traceOf(asking));
		expect(session.configuration).toMatchObject({
			responseMode: 'fragment',
			extra: [
				['prompt', 'login'],
				['organization', 'acme']
			]
		});
	});

	it('may hold the keys before the tokens, as clients that fetch them at their start do', async () => {
		const keys = recorded.filter(({ request }) => request.url === metadata.jwks_uri);
		const session = await sessionAfter(traceOf([...keys, ...without(metadata.jwks_uri)]));
		expect(session.jwks?.value?.keys).toHaveLength(1);
		expect(statuses(session.idTokenChecks)['id-token-signature']).toBe('pass');
	});

	it('may hold a pushed request, which begins the attempt', async () => {
		const sent = new URL(recorded.find((one) => isAuthorization(one, []))?.request.url ?? '');
		const pushed: Exchange = {
			...noise(`${configuration.issuer}/par`),
			request: {
				method: 'POST',
				url: `${configuration.issuer}/par`,
				headers: [['content-type', 'application/x-www-form-urlencoded']],
				body: sent.search.slice(1)
			},
			response: answer({ request_uri: 'urn:x:1', expires_in: 60 }, { status: 201 })
		};
		const short = `${metadata.authorization_endpoint}?client_id=${configuration.clientId}&request_uri=urn:x:1`;
		const cut = recorded.findIndex((one) => isAuthorization(one, []));
		const session = await sessionAfter(
			traceOf([...recorded.slice(0, cut), pushed, noise(short), ...recorded.slice(cut + 1)])
		);
		expect(session.pushed?.value?.request_uri).toBe('urn:x:1');
		expect(session.configuration).toMatchObject({
			extensions: ['par'],
			scope: configuration.scope,
			extra: []
		});
		expect(session.authorizationRequest?.state).toBe(state);
		expect(statusOf('tokens', session)).toBe('done');
	});

	it('may hold the metadata of a server without OpenID Connect', async () => {
		const url = `${new URL(configuration.issuer).origin}/.well-known/oauth-authorization-server`;
		const document = recorded.find(({ request }) => request.url.includes('.well-known'));
		const plain = { ...noise(url), response: document?.response ?? answer({}) };
		const trace = traceOf([plain, ...without('.well-known')]);
		expect(trace[1]).toMatchObject({ kind: 'exchanged', move: 'oauth-metadata' });
		expect((await sessionAfter(trace)).server?.issuer).toBe(configuration.issuer);
	});

	it('has other answers with keys, other forms with parameters, and other addresses that begin alike', async () => {
		const form: Exchange = {
			...noise(`${configuration.issuer}/login`),
			request: {
				method: 'POST',
				url: `${configuration.issuer}/login`,
				headers: [['content-type', 'application/x-www-form-urlencoded']],
				body: 'response_type=code&user=ada'
			}
		};
		const session = await sessionAfter(
			traceOf([
				...recorded,
				form,
				{ ...noise('https://api.example/keys'), response: answer({ keys: ['a', 'b'] }) },
				noise(`${configuration.redirectUri}shop?code=SUMMER`)
			])
		);
		expect(session.configuration?.extensions).toEqual([]);
		expect(session.jwks?.value?.keys).toHaveLength(1);
		expect(session.authorizationResponse?.url).toBe(callbackUrl());
		expect(statusOf('renew', session)).toBe('done');
	});

	it('keeps the newest of many API calls', () => {
		const call = (index: number) => noise(`https://api.example/${index}`, [['authorization', 'Bearer x']]);
		const trace = traceOf([
			...without('api.example'),
			...Array.from({ length: 500 }, (_, index) => call(index))
		]);
		const calls = trace.flatMap((fact) => (fact.kind === 'exchanged' && fact.move === 'api' ? [fact] : []));
		expect(calls).toHaveLength(20);
		expect(calls.at(-1)?.exchange.request.url).toBe('https://api.example/499');
	});

	it('without any message of the flow is refused', () => {
		for (const exchanges of [[], [noise('https://app.example/?code=x&state=y')]]) {
			expect(traceOfRecording(exchanges)).toEqual({ ok: false, failure: { reason: 'no-flow-recorded' } });
		}
	});
});
