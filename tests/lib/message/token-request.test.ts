/** A token request says the same however it was sent, and it is told how that was. */
import { describe, expect, it } from 'vitest';
import { diagnoseOutcome } from '$lib/diagnosis/explain';
import { formOf, formType, isForm } from '$lib/message/form-body';
import type { SentAs } from '$lib/lexicon/proofs';
import { readClientRequest, sentPairs, sentValue } from '$lib/message/token-request';
import { traceOfRecording } from '$lib/recording/recording';
import { exchangesOf } from '$lib/trace/exchanges';
import type { Trace } from '$lib/trace/fact';
import type { HttpRequest } from '$lib/wire/http';
import { code, configured, discovered, generated, left, metadata } from '../../fixtures/walk';
import { returned, state, tokenFact, verifier } from '../../fixtures/walk';
import { sessionAfter } from '../../fixtures/session';

const parameters = {
	grant_type: 'authorization_code',
	code,
	redirect_uri: 'https://app.example/callback/',
	client_id: 'spa-1',
	code_verifier: verifier
};
const form = new URLSearchParams(parameters).toString();
const url = metadata.token_endpoint;
const post = (type: string | undefined, body: string, to = url): HttpRequest => ({
	method: 'POST',
	url: to,
	headers: type === undefined ? [] : [['Content-Type', type]],
	body
});
const parts = Object.entries(parameters)
	.map(([name, value]) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
	.join('');
const multipart = `${parts}--x--\r\n`;

const ways: [SentAs, string, HttpRequest][] = [
	['form', 'a form', post(`${formType}; charset=UTF-8`, form)],
	['untyped-form', 'a form without a type', post(undefined, form)],
	['untyped-form', 'a form that is said to be text', post('text/plain', form)],
	['untyped-form', 'a form that is said to be JSON', post('application/json', form)],
	['json', 'JSON', post('application/json', JSON.stringify(parameters))],
	['json', 'JSON that is said to be a form', post(formType, JSON.stringify(parameters))],
	['multipart', 'the parts of an upload', post('multipart/form-data; boundary=x', multipart)],
	['query', 'the address', { method: 'POST', url: `${url}?${form}`, headers: [] }],
	['query', 'the address, read by GET', { method: 'GET', url: `${url}?${form}`, headers: [] }]
];

describe.each(ways)('sent as %s: %s', (sentAs, _, request) => {
	it('says its parameters', () => {
		expect(readClientRequest(request)).toEqual({ sentAs, parameters: Object.entries(parameters) });
		expect(sentValue(request, 'code')).toBe(code);
	});

	const sent = (): Trace => {
		const refused = tokenFact({ error: 'invalid_request' }, 400);
		return [
			configured(),
			discovered(),
			generated('verifier', { code_verifier: verifier }),
			generated('challenge', { code_challenge_method: 'S256' }),
			generated('authorize', { state, nonce: 'n' }),
			left(),
			returned(),
			{ ...refused, exchange: { ...refused.exchange, request } }
		];
	};

	it('is diagnosed by how it was sent', async () => {
		const trace = sent();
		const session = await sessionAfter(trace);
		if (!session.exchange) throw new Error('no exchange');
		const report = await diagnoseOutcome(session, trace, session.exchange);
		const [first] = report?.causes ?? [];
		if (sentAs === 'form') expect(first?.code).not.toBe('request-malformed');
		else if (request.headers.length > 0 || request.body === undefined)
			expect(first).toMatchObject({
				code: 'request-malformed',
				evidence: expect.arrayContaining([{ say: expect.stringMatching(/^sent-/), with: [] }])
			});
	});

	it('is found in a recording', async () => {
		const trace = traceOfRecording(exchangesOf(sent()));
		const session = await sessionAfter(trace.ok ? trace.value : []);
		expect(session.exchange?.exchange.request).toEqual(request);
		expect(session.code_verifier).toBe(verifier);
	});
});

describe('a request', () => {
	it('that says nothing is none of a client', () => {
		for (const body of ['', '{}', 'words alone', '[1]', '<a b="c">', '--x--'])
			expect(readClientRequest(post(undefined, body))).toBeUndefined();
	});

	it('with a form and an address says what its form says', () => {
		expect(readClientRequest(post(formType, 'a=1', `${url}?b=2`))).toEqual({
			sentAs: 'form',
			parameters: [['a', '1']]
		});
		expect(readClientRequest(post(formType, '', `${url}?b=2`))?.sentAs).toBe('query');
	});

	it('may have some of its parameters in the address as well, each once', () => {
		expect(sentPairs(post(formType, 'a=1', `${url}?b=2`))).toEqual([
			['a', '1'],
			['b', '2']
		]);
		expect(sentPairs(post(undefined, '', `${url}?b=2`))).toEqual([['b', '2']]);
		expect(sentPairs(post(undefined, ''))).toEqual([]);
	});

	it('of JSON has lists as several parameters, and what is no text as JSON', () => {
		const body = JSON.stringify({ resource: ['a', 'b'], max_age: 1, claims: { a: null }, scope: '' });
		expect(readClientRequest(post('application/json', body))?.parameters).toEqual([
			['resource', 'a'],
			['resource', 'b'],
			['max_age', '1'],
			['claims', '{"a":null}'],
			['scope', '']
		]);
	});

	it('has no parameter that was sent without a value (RFC 6749 §3.2)', () => {
		expect(sentValue(post(formType, 'code=&a=1'), 'code')).toBeUndefined();
		expect(sentValue(post(formType, 'code=&a=1'), 'b')).toBeUndefined();
	});

	it('is a form by its type alone', () => {
		expect(isForm(post('Application/X-WWW-Form-URLEncoded ; a=b', ''))).toBe(true);
		expect(isForm(post('text/plain', 'a=1'))).toBe(false);
		expect(formOf(post(formType, 'a=1&a=2'))).toEqual([
			['a', '1'],
			['a', '2']
		]);
		expect(formOf({ ...post(formType, 'a=1'), method: 'GET' })).toEqual([]);
	});
});
