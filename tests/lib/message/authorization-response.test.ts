/** A response of the authorization endpoint says one thing, in whatever form it comes and whoever reads it. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openMemory } from '$lib/browser/storage/walk-storage';
import { receiveCallback } from '$lib/browser/callback/receive';
import { readPasted } from '$lib/diagnosis/pasted';
import { attemptsOf } from '$lib/flow/attempts';
import { fold } from '$lib/flow/fold';
import {
	isAuthorizationResponse,
	responseParameters,
	responseSays,
	stateOfResponse
} from '$lib/message/authorization-response';
import { traceOfRecording } from '$lib/recording/recording';
import type { CallbackMessage, Fact, Trace } from '$lib/trace/fact';
import { valueOf } from '$lib/wire/form';
import type { Exchange } from '$lib/wire/http';
import { storageOf } from '../../fixtures/storage';
import { at, clientId, forgeToken, issuer } from '../../fixtures/tokens';
import { callbackUrl, code, configuration, configured, discovered } from '../../fixtures/walk';
import { generated, left, state, verifier } from '../../fixtures/walk';
import { sessionAfter } from '../../fixtures/session';

const { redirectUri } = configuration;
const pairs = new URL(callbackUrl()).search.slice(1);
const secured = forgeToken({ alg: 'RS256' }, { iss: issuer, aud: clientId, exp: at, code, state });

const forms: [string, CallbackMessage][] = [
	['a query', { url: `${redirectUri}?${pairs}` }],
	['a fragment', { url: `${redirectUri}#${pairs}` }],
	['a query after one of the redirect URI', { url: `${redirectUri}?tenant=7&${pairs}` }],
	['a fragment behind a query of the redirect URI', { url: `${redirectUri}?tenant=7#${pairs}` }],
	['a fragment behind a query that has a state too', { url: `${redirectUri}?state=open#${pairs}` }],
	['a query before a fragment of the page', { url: `${redirectUri}?${pairs}#/callback` }],
	['a form', { url: redirectUri, body: pairs }],
	['a form at an address with a query', { url: `${redirectUri}?tenant=7`, body: pairs }],
	['a JWT in the query', { url: `${redirectUri}?response=${secured}` }],
	['a JWT in the fragment', { url: `${redirectUri}#response=${secured}` }],
	['a JWT in the fragment behind a query', { url: `${redirectUri}?tenant=7#response=${secured}` }],
	['a JWT in a form', { url: redirectUri, body: `response=${secured}` }]
];

const other = 'state-of-another-attempt-0123456789abcdef';
const ready: Trace = [
	configured(),
	discovered(),
	generated('verifier', { code_verifier: verifier }),
	generated('challenge', { code_challenge_method: 'S256' }),
	generated('authorize', { state, nonce: 'n' }),
	left()
];
const answered = (came: CallbackMessage): Trace => [
	...ready,
	{ kind: 'returned', at, step: 'callback', ...came, way: 'redirect' }
];

describe.each(forms)('a response in %s', (_, came) => {
	it('says code, state and issuer', () => {
		const said = responseSays(came);
		expect(['code', 'state', 'iss'].map((name) => valueOf(said, name))).toEqual([code, state, issuer]);
		expect(stateOfResponse(came)).toBe(state);
		expect(isAuthorizationResponse(came)).toBe(true);
	});

	it('is read so by the walk', async () => {
		const { authorizationResponse } = await sessionAfter(answered(came));
		expect(authorizationResponse?.code).toBe(code);
		expect(valueOf(authorizationResponse?.parameters ?? [], 'state')).toBe(state);
	});

	it('is read so where the attempts are told apart', async () => {
		const trace: Trace = [
			...answered(came),
			generated('authorize', { state: other, nonce: 'm' }),
			{ ...left({ state: other }), at: at + 1000 }
		];
		expect(attemptsOf(await fold(trace)).map(({ end }) => end.kind)).toEqual(['waiting', 'code']);
	});

	it('is read so when it is pasted for a diagnosis', () => {
		expect(readPasted(came.body ?? came.url)).toMatchObject({
			kind: 'callback-with-code',
			seen: { step: 'callback', issuer }
		});
	});

	it('is found so in a recording', () => {
		const base = { at, ms: 1, via: 'pasted' as const };
		const asked = ready.find((fact) => fact.kind === 'left');
		const body = came.body === undefined ? {} : { body: came.body };
		const exchanges: Exchange[] = [
			{
				...base,
				id: 'a',
				request: { method: 'GET', url: asked?.kind === 'left' ? asked.url : '', headers: [] },
				response: {
					status: 302,
					statusText: '',
					headers: came.body === undefined ? [['location', came.url]] : [],
					body: ''
				}
			},
			{
				...base,
				id: 'b',
				request: {
					method: came.body === undefined ? 'GET' : 'POST',
					url: came.url.replace(/#.*/, ''),
					headers: [['content-type', 'application/x-www-form-urlencoded']],
					...body
				},
				response: { status: 200, statusText: '', headers: [], body: '' }
			}
		];
		const trace = traceOfRecording(exchanges);
		const facts: readonly Fact[] = trace.ok ? trace.value : [];
		expect(facts.filter(({ kind }) => kind === 'returned')[0]).toMatchObject(came);
		expect(facts[0]).toMatchObject({ configuration: { issuer } });
	});
});

describe.each(forms.filter(([, { body }]) => body === undefined))(
	'a callback page with a response in %s',
	(_, { url }) => {
		beforeEach(() => {
			const page = new URL(url);
			vi.stubGlobal('sessionStorage', storageOf());
			vi.stubGlobal('location', { href: url, hash: page.hash, pathname: page.pathname });
			vi.stubGlobal('history', { state: null, replaceState: () => undefined });
			vi.stubGlobal('window', { addEventListener: () => undefined, removeEventListener: () => undefined });
		});
		afterEach(() => vi.unstubAllGlobals());

		it('gives it to the attempt that left this tab', async () => {
			await openMemory('').replace(ready);
			expect(await receiveCallback('')).toEqual({ kind: 'here' });
			expect(await openMemory('').load()).toMatchObject({ value: [...ready, { kind: 'returned', url }] });
		});

		it.each(['popup', 'new-tab'] as const)('knows the attempt of a %s by its state', async (way) => {
			await openMemory('').replace(ready.map((fact) => (fact.kind === 'left' ? { ...fact, way } : fact)));
			vi.useFakeTimers();
			const received = receiveCallback('');
			await vi.runAllTimersAsync();
			vi.useRealTimers();
			expect(await received).toEqual({ kind: 'here' });
		});
	}
);

describe('where a response stands', () => {
	const own = `${redirectUri}?tenant=7`;
	it.each([
		['the form before the address', { url: `${own}&code=query`, body: 'code=form' }, ['code', 'form']],
		['the address where the form holds none', { url: `${own}&code=query`, body: 'a=b' }, ['code', 'query']],
		['the query before the fragment', { url: `${redirectUri}?code=query#code=d` }, ['code', 'query']],
		['the fragment where only it holds one', { url: `${own}#code=fragment` }, ['code', 'fragment']],
		['behind a scheme of an application', { url: 'com.example.app:/cb?code=c' }, ['code', 'c']],
		['in a query alone', { url: '?code=c' }, ['code', 'c']],
		['in a fragment alone', { url: '#code=c' }, ['code', 'c']]
	])('%s', (_, came, expected) => {
		expect(responseParameters(came)).toContainEqual(expected);
	});
});

describe('what is no response', () => {
	it.each([
		['an address alone', { url: redirectUri }, []],
		['a query of its own', { url: `${redirectUri}?tenant=7` }, [['tenant', '7']]],
		['a fragment of its own', { url: `${redirectUri}#top=1` }, [['top', '1']]],
		['an empty form at an address with a query', { url: `${redirectUri}?tenant=7`, body: '' }, []],
		['no address', { url: 'code' }, []]
	])('%s', (_, came, expected) => {
		expect(responseParameters(came)).toEqual(expected);
		expect(isAuthorizationResponse(came)).toBe(false);
		expect(stateOfResponse(came)).toBeUndefined();
	});

	it('a JWT that cannot be read says nothing but itself', () => {
		const came = { url: `${redirectUri}?response=a.b.c` };
		expect(responseSays(came)).toEqual([['response', 'a.b.c']]);
		expect(stateOfResponse(came)).toBeUndefined();
	});
});
