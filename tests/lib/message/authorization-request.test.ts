/** An authorization request says one thing, whether it was plain, posted, pushed or signed. */
import { describe, expect, it } from 'vitest';
import { diagnoseOutcome, diagnoseResponse } from '$lib/diagnosis/explain';
import { evidenceOfOutcome } from '$lib/diagnosis/walk-evidence';
import { requestParameters, requestSays } from '$lib/message/authorization-request';
import { formType } from '$lib/message/form-body';
import type { Fact, FactOf, Trace } from '$lib/trace/fact';
import { formatForm, queryOf, valueOf, type Pair } from '$lib/wire/form';
import type { Exchange, HttpRequest } from '$lib/wire/http';
import { answer } from '../../fixtures/messages';
import { clientId, forgeToken, issuer } from '../../fixtures/tokens';
import { callbackUrl, configured, discovered, exchanged, generated } from '../../fixtures/walk';
import { left, metadata, returned, state, tokenFact, verifier } from '../../fixtures/walk';
import { sessionAfter } from '../../fixtures/session';

const endpoint = metadata.authorization_endpoint;
const reference = 'urn:ietf:params:oauth:request_uri:first';
const get = (query: string): HttpRequest => ({ method: 'GET', url: `${endpoint}?${query}`, headers: [] });
const post = (url: string, body: string): HttpRequest => ({
	method: 'POST',
	url,
	headers: [['content-type', `${formType};charset=UTF-8`]],
	body
});
const sent = (changes: Record<string, string> = {}): Pair[] => {
	const fact = left(changes);
	return fact.kind === 'left' ? queryOf(fact.url) : [];
};
const objectOf = (pairs: readonly Pair[]): string =>
	forgeToken(
		{ alg: 'ES256', typ: 'oauth-authz-req+jwt' },
		{ iss: clientId, aud: issuer, exp: 2e9, ...Object.fromEntries(pairs) },
		'c2lnbmVk'
	);
const carried = (pairs: readonly Pair[]): string =>
	formatForm([
		['client_id', clientId],
		['request', objectOf(pairs)]
	]);
const byReference = formatForm([
	['client_id', clientId],
	['request_uri', reference]
]);

const pushFact = (body: string, request_uri = reference): FactOf<'exchanged'> =>
	exchanged(
		'authorize',
		'par',
		post(`${issuer}/par`, body),
		answer({ request_uri, expires_in: 90 }, { status: 201 })
	);
const push = (body: string, request_uri = reference): Exchange => pushFact(body, request_uri).exchange;

const forms: [string, HttpRequest, Exchange[]][] = [
	['a query', get(formatForm(sent())), []],
	['a form', post(endpoint, formatForm(sent())), []],
	['a signed object', get(carried(sent())), []],
	['a signed object in a form', post(endpoint, carried(sent())), []],
	['a pushed form', get(byReference), [push(formatForm(sent()))]],
	['a pushed object', get(byReference), [push(carried(sent()))]],
	[
		'an earlier push of several',
		get(byReference),
		[push(formatForm(sent())), push('scope=other', 'urn:another')]
	]
];

describe('an authorization request', () => {
	it.each(forms)('in %s says its parameters', (_, request, pushes) => {
		const said = requestSays(request, pushes) ?? [];
		for (const [name, value] of sent()) expect(valueOf(said, name), name).toBe(value);
	});

	it('stands for one that is not known', () => {
		expect(requestSays(get(byReference))).toBeUndefined();
		expect(requestSays(get(byReference), [push('a=1', 'urn:another')])).toBeUndefined();
		expect(requestSays(get('client_id=a&request=eyJ'))).toBeUndefined();
		expect(requestSays(get(byReference), [push('request=eyJ')])).toBeUndefined();
	});

	it('that is signed says what stands in the object, and nothing beside it (RFC 9101 §6.3)', () => {
		const beside = get(`${carried(sent())}&scope=more&code_challenge=other&login_hint=somebody`);
		expect(requestSays(beside)).toEqual(requestSays(get(carried(sent()))));
	});

	it('that is signed has lists, numbers and objects, and no claims of the JWT', () => {
		const object = forgeToken({ alg: 'ES256' }, {
			...{ iss: 'a', aud: 'b', exp: 1, iat: 1, nbf: 1, jti: 'j', request_uri: 'urn:x', none: null },
			...{ resource: ['https://a.example', 'https://b.example'], max_age: 60, claims: { id_token: {} } }
		} as object);
		expect(requestSays(get(`request=${object}`))).toEqual([
			['resource', 'https://a.example'],
			['resource', 'https://b.example'],
			['max_age', '60'],
			['claims', '{"id_token":{}}']
		]);
	});

	it('as it stands is its query or its form', () => {
		expect(requestParameters(get('a=1&b=2'))).toEqual([
			['a', '1'],
			['b', '2']
		]);
		expect(requestParameters(post(`${endpoint}?a=1`, 'b=2'))).toEqual([['b', '2']]);
		expect(requestParameters({ ...post(`${endpoint}?a=1`, '{}'), headers: [] })).toEqual([['a', '1']]);
	});
});

/** A walk up to the authorization request, sent in one of the forms. */
function walkOf(form: string, changes: Record<string, string> = {}): Trace {
	const pairs = sent(changes);
	const go = (query: string): Fact => ({ ...left(), url: get(query).url }) as Fact;
	const start = [
		configured(),
		discovered(),
		generated('verifier', { code_verifier: verifier }),
		generated('challenge', { code_challenge_method: 'S256' }),
		generated('authorize', { state, nonce: 'n' })
	];
	switch (form) {
		case 'signed':
			return [...start, go(carried(pairs))];
		case 'pushed':
			return [...start, pushFact(formatForm(pairs)), go(byReference)];
		case 'pushed and signed':
			return [...start, pushFact(carried(pairs)), go(byReference)];
		default:
			return [...start, go(formatForm(pairs))];
	}
}

const forged = 'b'.repeat(43);
const refused = tokenFact({ error: 'invalid_grant' }, 400);

async function causesAt(trace: Trace): Promise<[string, number][]> {
	const session = await sessionAfter(trace);
	const { exchange, authorizationResponse } = session;
	const report = exchange
		? await diagnoseOutcome(session, trace, exchange)
		: authorizationResponse && (await diagnoseResponse(session, trace, authorizationResponse));
	return (report?.causes ?? []).map(({ code, confidence }) => [code, confidence]);
}

describe.each(['signed', 'pushed', 'pushed and signed'])('a fault of a walk that is %s', (form) => {
	it.each([
		['a challenge of another verifier', { code_challenge: forged }, 'pkce-verifier-mismatch'],
		['another redirect URI', { redirect_uri: 'https://app.example/other' }, 'redirect-uri-differs-at-token'],
		['another client', { client_id: 'other' }, 'code-issued-to-another-client']
	])('at the token endpoint is as certain as in a plain one: %s', async (_, changes, first) => {
		const [plain, other] = await Promise.all(
			['plain', form].map((one) => causesAt([...walkOf(one, changes), returned(), refused]))
		);
		expect(plain?.[0]?.[0]).toBe(first);
		expect(other).toEqual(plain);
	});

	it.each([
		['a method that the server does not support', { code_challenge_method: 'plain' }, 'invalid_request'],
		['a challenge without the form of one', { code_challenge: 'short' }, 'invalid_request'],
		['a scope that is not there', { scope: 'openid nothing' }, 'invalid_scope']
	])('at the callback is as certain as in a plain one: %s', async (_, changes, error) => {
		const denied = callbackUrl({ error }).replace(/code=[^&]*&/, '');
		const [plain, other] = await Promise.all(
			['plain', form].map((one) => causesAt([...walkOf(one, changes), returned(denied)]))
		);
		expect(plain?.length).toBeGreaterThan(0);
		expect(other).toEqual(plain);
	});

	it('that is of an earlier attempt is as certain as in a plain one', async () => {
		const later = (trace: Trace): Trace => [
			...trace,
			generated('authorize', { state: 'another-state-0123456789', nonce: 'm' }),
			left({ state: 'another-state-0123456789' }),
			returned(),
			refused
		];
		const [plain, other] = await Promise.all(
			['plain', form].map((one) => causesAt(later(walkOf(one, { code_challenge: forged }))))
		);
		expect(plain?.[0]?.[0]).toBe('pkce-verifier-mismatch');
		expect(other).toEqual(plain);
	});

	it('is judged by the same evidence', async () => {
		const evidence = async (one: string) => {
			const trace = [...walkOf(one), returned(), refused];
			const session = await sessionAfter(trace);
			if (!session.exchange) throw new Error('no exchange');
			const { pushed: _, ...known } = evidenceOfOutcome(session, trace, session.exchange);
			return { ...known, authorizationParameters: [...(known.authorizationParameters ?? [])].sort() };
		};
		expect(await evidence(form)).toEqual(await evidence('plain'));
	});
});
