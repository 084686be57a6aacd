import { beforeAll, describe, expect, it } from 'vitest';
import { fold, statusOf } from '$lib/flow/fold';
import { traceOfRecording } from '$lib/flow/recording';
import { stepIds } from '$lib/lexicon/steps';
import { exchangesOf } from '$lib/trace/exchanges';
import type { Trace } from '$lib/trace/fact';
import { formatHar, parseHar } from '$lib/wire/har';
import type { Exchange, Header } from '$lib/wire/http';
import { failures } from '../../fixtures/messages';
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
		const session = await fold(traceOf(recorded));
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
		const session = await fold(traceOf(without('.well-known')));
		expect(session.discovery[0]?.exchange).toMatchObject({ via: 'pasted', assumed: true });
		expect(session.server).toMatchObject({
			issuer: configuration.issuer,
			token_endpoint: metadata.token_endpoint
		});
		expect(statusOf('tokens', session)).toBe('done');
	});

	it('may end early, as those of failed sign-ins do', async () => {
		const refused = tokenFact({ error: 'invalid_grant' }, 400).exchange;
		const cut = recorded.findIndex(({ request }) => request.url === metadata.token_endpoint);
		const session = await fold(traceOf([...recorded.slice(0, cut), refused]));
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
		const session = await fold(traceOf(redirected));
		expect(session.arrival?.url).toBe(callbackUrl());
	});

	it('may hold several attempts: each has its own state, the last is the current one', async () => {
		const again = recorded.map((one) => ({
			...one,
			request: { ...one.request, url: one.request.url.replaceAll(state, 'state-of-the-second-attempt') }
		}));
		const session = await fold(traceOf([...recorded, ...again]));
		expect(session.attempts.map((attempt) => attempt.state)).toEqual([state, 'state-of-the-second-attempt']);
		expect(session.departure?.state).toBe('state-of-the-second-attempt');
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
		const session = await fold(traceOf(confidential));
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
		const session = await fold(traceOf(asking));
		expect(session.configuration).toMatchObject({
			responseMode: 'fragment',
			extra: [
				['prompt', 'login'],
				['organization', 'acme']
			]
		});
	});

	it('without any message of the flow is refused', () => {
		for (const exchanges of [[], [noise('https://app.example/?code=x&state=y')]]) {
			expect(traceOfRecording(exchanges)).toEqual({ ok: false, failure: { reason: 'no-flow-recorded' } });
		}
	});
});
