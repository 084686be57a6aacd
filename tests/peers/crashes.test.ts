import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Cause } from '$lib/diagnosis/explain';
import { causeTexts } from '$lib/lessons/en/diagnosis/causes';
import { evidenceText } from '$lib/lessons/en/diagnosis/evidence';
import { withParameter } from '../pair/walker';
import { PeerWalk } from './loopback-world';
import type { Answer } from './silent-servers';
import { json, openStrictServer, type StrictServer } from './strict-server';

/** A server that breaks says nothing about the request, whatever words stand in what it prints. */

const page = (text: string, status: number): Answer => ({
	status,
	headers: { 'content-type': 'text/html' },
	body: `<!doctype html><html><head><title>Error</title></head><body><h1>${text}</h1></body></html>`
});

const plain = (body: string, status: number): Answer => ({
	status,
	headers: { 'content-type': 'text/plain', 'x-request-id': 'r-17' },
	body
});

const answers: Record<string, Answer> = {
	nothing: { status: 500 },
	'a stack of node': plain(
		"TypeError: Cannot read properties of undefined (reading 'code_verifier')\n    at verify (/srv/pkce.js:17:9)\n    at token (/srv/token.js:40:3)",
		500
	),
	'a stack of java': plain(
		'java.lang.NullPointerException: redirect uri mismatch\n\tat com.example.Token.redeem(Token.java:12)',
		500
	),
	'a stack of python': plain(
		'Traceback (most recent call last):\n  File "/srv/token.py", line 12, in token\nKeyError: \'code_verifier\'',
		500
	),
	'a panic of go': plain('panic: invalid code challenge method\n\ngoroutine 17 [running]:', 500),
	'a fault of a database': json(
		{ message: 'SQLSTATE[23000]: duplicate entry for key refresh_token, token already used' },
		500
	),
	'a framework in JSON': json(
		{ statusCode: 500, error: 'Internal Server Error', message: 'invalid code' },
		500
	),
	'a framework with a code': json({ code: 'invalid_type', message: 'The code has expired' }, 500),
	'a framework in a page': page('Whitelabel Error Page: client not found, session expired', 500),
	'a gateway': page('502 Bad Gateway: user denied access by policy', 502),
	'a proxy that waits': page('504 Gateway Time-out: origin not allowed', 504),
	'a site in the works': plain('Service Unavailable: scope not allowed', 503),
	'an error that is a sentence': json({ error: 'The token has expired' }, 500)
};

let server: StrictServer;

beforeAll(async () => {
	server = await openStrictServer();
});

beforeEach(() => {
	server.orders = {};
});

afterAll(() => server.close());

const later = {
	userinfo: ['call', 'userinfo'],
	api: ['call', 'api'],
	introspect: ['renew', 'introspection'],
	revoke: ['renew', 'revocation']
} as const;

/** The causes of one failed message, at each place where a program of ours asks. */
async function causesAt(endpoint: 'par' | 'token' | keyof typeof later, answer: Answer): Promise<Cause[]> {
	const walk = new PeerWalk();
	server.orders = {};
	if (endpoint === 'par') {
		await walk.begin(server.issuer, { extensions: ['par'] });
		server.orders.says = { par: answer };
		await walk.send('authorize', 'par');
		return walk.causesOf(walk.session.pushed);
	}
	await walk.untilCode(server.issuer);
	if (endpoint === 'token') {
		server.orders.says = { token: answer };
		await walk.send('exchange', 'token');
		return walk.causesOf(walk.session.exchange);
	}
	await walk.send('exchange', 'token');
	server.orders.says = { [endpoint]: answer };
	const [step, move] = later[endpoint];
	await walk.send(step, move);
	return walk.causesOf(walk.session[move]);
}

describe.each(Object.entries(answers))('%s', (_, answer) => {
	it.each(['par', 'token', 'userinfo', 'api', 'introspect', 'revoke'] as const)('at %s', async (endpoint) => {
		const [first, ...others] = await causesAt(endpoint, answer);
		expect(first?.code).toBe('server-failed');
		// Words are a hint at most: never more than possible.
		for (const { confidence, code } of others) expect(confidence, code).toBeLessThan(0.8);
	});
});

describe('a server that failed', () => {
	it('is named with what its operator finds the request by', async () => {
		const [first] = await causesAt('token', plain('boom', 500));
		expect(first?.evidence.map(evidenceText).join()).toContain('r-17');
		expect(first && causeTexts[first.code].why).toContain('not a statement about your request');
	});

	it('failed because of what the run itself lacks, where it lacks something', async () => {
		const walk = new PeerWalk();
		await walk.untilCode(server.issuer);
		server.orders.says = { token: answers['a stack of node']! };
		await walk.send('exchange', 'token', withParameter('code_verifier', undefined));
		expect((await walk.codesOf(walk.session.exchange)).slice(0, 2)).toEqual([
			'pkce-verifier-missing',
			'server-failed'
		]);
	});

	it.each([
		['server_error', 'The authorization code has expired', 'code-expired'],
		['invalid_grant', 'The authorization code has expired', 'code-expired'],
		['invalid_grant', undefined, 'code-already-used']
	])('and said an error of OAuth is read: %s, %s', async (error, error_description, cause) => {
		const [first, ...others] = await causesAt('token', json({ error, error_description }, 500));
		expect(first?.code).toBe(cause);
		expect(others.map(({ code }) => code)).not.toContain('server-failed');
	});
});

describe('a page where a program asks', () => {
	it.each([
		['404 Not Found: code not found', 404],
		['403 Forbidden: access denied by policy, user cancelled', 403],
		['Cannot POST /token', 404],
		['Request blocked. Invalid client', 403],
		['400 Bad Request: invalid code', 400]
	])('is a hint at most: %s', async (text, status) => {
		for (const { confidence, code } of await causesAt('token', page(text, status)))
			expect(confidence, code).toBeLessThan(0.8);
	});

	it('is that of another program, also where its words are those of one that broke', async () => {
		const [first, ...others] = await causesAt(
			'token',
			plain("Cannot read properties of null (reading 'code')", 400)
		);
		expect(first?.code).toBe('server-failed');
		expect(others).toEqual([]);
	});
});
