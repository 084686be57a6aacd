import { describe, expect, it } from 'vitest';
import { askApi, askUserInfo, readApi, readUserInfo } from '$lib/client/protected-resource';
import { say } from '$lib/lexicon/said';
import type { HttpResponse } from '$lib/wire/http';
import { answer, failures, statuses } from '../../fixtures/messages';
import { at, clientId, forgeToken, subject } from '../../fixtures/tokens';
import { lacking, metadata } from '../../fixtures/walk';

const url = 'https://api.example/timesheets?week=1';

describe('askApi', () => {
	it('sends the token in the Authorization header', async () => {
		expect(await askApi('at-1', { method: 'get', url })).toEqual({
			ok: true,
			value: {
				method: 'GET',
				url,
				headers: [
					['accept', 'application/json'],
					['authorization', 'Bearer at-1']
				]
			}
		});
	});

	it('sends a body as JSON', async () => {
		const asked = await askApi('at-1', { method: 'post', url, body: '{"hours":8}' });
		expect(asked).toMatchObject({ ok: true, value: { method: 'POST', body: '{"hours":8}' } });
		expect(asked.ok && asked.value.headers).toContainEqual(['content-type', 'application/json']);
	});

	it('sends no body with GET and HEAD', async () => {
		for (const method of ['GET', 'head']) {
			const asked = await askApi('at-1', { method, url, body: '{}' });
			expect(asked.ok && asked.value).not.toHaveProperty('body');
		}
	});

	it('sends a body as what was chosen, and a header of the person before that', async () => {
		const post = { method: 'POST', url, body: 'x' };
		const text = await askApi('at-1', { ...post, type: 'text/plain' });
		expect(text.ok && text.value.headers).toContainEqual(['content-type', 'text/plain']);
		const own = await askApi('at-1', {
			...post,
			type: 'text/plain',
			headers: [['Content-Type', 'text/csv']]
		});
		expect(own.ok && own.value.headers).toContainEqual(['content-type', 'text/csv']);
		expect(own.ok && own.value.headers.filter(([name]) => name === 'content-type')).toHaveLength(1);
	});

	it('adds the headers of the person, and lets none of them take the place of the token', async () => {
		const asked = await askApi('at-1', {
			method: 'GET',
			url,
			headers: [
				['If-Match', '"1"'],
				['accept', 'text/csv'],
				['Authorization', 'Basic eDp5'],
				['', 'a row without a name']
			]
		});
		expect(asked.ok && asked.value.headers).toEqual([
			['accept', 'text/csv'],
			['authorization', 'Bearer at-1'],
			['if-match', '"1"']
		]);
	});

	it.each([
		['a name with a space', 'X Y', '1'],
		['a value with a line end', 'X', '1\r\nY: 2'],
		['a value beyond Latin-1', 'X', '✓']
	])('refuses a header with %s, and names it', async (_, name, value) => {
		expect(await askApi('at-1', { method: 'GET', url, headers: [[name, value]] })).toMatchObject({
			ok: false,
			failure: { reason: 'header-malformed', field: name }
		});
	});

	it('takes a token with characters that RFC 6750 does not know', async () => {
		expect((await askApi('1|laravel:token', { method: 'GET', url })).ok).toBe(true);
	});

	it.each([
		['no web', 'at-1', 'GET', 'ftp://api.example/', 'url-scheme-refused'],
		['a script', 'at-1', 'GET', 'javascript:alert(1)', 'url-scheme-refused'],
		['no URL', 'at-1', 'GET', '', 'endpoint-missing'],
		['a method with a line end', 'at-1', 'GET\r\nX: y', url, 'header-malformed'],
		['an empty method', 'at-1', '', url, 'header-malformed'],
		['a token with a line end', 'at\n1', 'GET', url, 'header-malformed'],
		['a token with a space', 'at 1', 'GET', url, 'header-malformed'],
		['a token beyond ASCII', 'tökén', 'GET', url, 'header-malformed'],
		['an empty token', '', 'GET', url, 'header-malformed']
	])('refuses %s', async (_, token, method, target, reason) => {
		expect(await askApi(token, { method, url: target })).toMatchObject({ ok: false, failure: { reason } });
	});
});

describe('readApi', () => {
	it.each([200, 201, 204, 299])('takes %i', (status) => {
		expect(readApi(answer('x', { status })).value).toBe('x');
	});

	it('shows the challenge of a refusal', () => {
		const challenge = 'Bearer error="invalid_token"';
		const { checks, value } = readApi(
			answer('', { status: 401, headers: [['WWW-Authenticate', challenge]] })
		);
		expect(value).toBeUndefined();
		expect(checks).toMatchObject([
			{ id: 'api-status', status: 'fail', actual: '401' },
			{ id: 'api-challenge', status: 'pass', actual: challenge }
		]);
	});

	it('reads headers that stand apart as one', () => {
		const headers: [string, string][] = [
			['WWW-Authenticate', 'Bearer'],
			['WWW-Authenticate', 'DPoP algs="ES256"']
		];
		const { checks } = readApi(answer('', { status: 401, headers }));
		expect(checks).toContainEqual(expect.objectContaining({ actual: 'Bearer,DPoP algs="ES256"' }));
	});

	it('RFC 9110 §15.5.14: of a body and headers that are refused with 413 both sizes are told', () => {
		const request = {
			method: 'POST',
			url,
			headers: [['authorization', 'Bearer x']] as [string, string][],
			body: 'éé'
		};
		const [status] = readApi(answer('', { status: 413 }), request).checks;
		expect(status).toMatchObject({
			status: 'fail',
			actual: say('content-too-large', '413', 4, say('of-bytes', 'authorization', 25, 25))
		});
	});

	it.each([431, 494, 413])('of a call without a body %i is about the headers', (status) => {
		const request = { method: 'GET', url, headers: [['authorization', 'Bearer x']] as [string, string][] };
		expect(readApi(answer('', { status }), request).checks[0]).toMatchObject({
			actual: { say: 'headers-too-large' }
		});
	});

	it('warns when the challenge cannot be seen', () => {
		expect(statuses(readApi(answer('', { status: 403 })).checks)['api-challenge']).toBe('warn');
	});

	it.each([404, 405, 429, 500, 503])(
		'asks for no challenge with %i, which is not about the token',
		(status) => {
			expect(statuses(readApi(answer('', { status })).checks)['api-challenge']).toBe('skipped');
		}
	);
});

describe('askUserInfo', () => {
	it('sends the token in the Authorization header', async () => {
		const asked = await askUserInfo(metadata, clientId, 'at-1');
		expect(asked).toMatchObject({ ok: true, value: { method: 'GET', url: metadata.userinfo_endpoint } });
		expect(asked.ok && asked.value.headers).toContainEqual(['authorization', 'Bearer at-1']);
	});

	it.each([
		['no endpoint', lacking('userinfo_endpoint'), clientId, 'at-1', 'endpoint-missing'],
		['no client id', metadata, '', 'at-1', 'field-empty'],
		['a token with a line end', metadata, clientId, 'a\nb', 'header-malformed']
	])('refuses %s', async (_, server, client, token, reason) => {
		expect(await askUserInfo(server, client, token)).toMatchObject({ ok: false, failure: { reason } });
	});
});

describe('readUserInfo', () => {
	const read = (response: HttpResponse, about: string | undefined = subject) =>
		readUserInfo(metadata, clientId, about, response, at);

	it('takes claims about the same subject', async () => {
		const { checks, value } = await read(answer({ sub: subject, name: 'Erin' }));
		expect(value).toEqual({ sub: subject, name: 'Erin' });
		expect(statuses(checks)).toEqual({
			'userinfo-status': 'pass',
			'userinfo-sub': 'pass',
			'userinfo-iss': 'skipped',
			'userinfo-aud': 'skipped',
			'userinfo-signature': 'skipped',
			'userinfo-library': 'pass'
		});
	});

	it.each([
		['another subject', answer({ sub: 'user-2' }), ['userinfo-sub', 'userinfo-library']],
		['no subject', answer({ name: 'Erin' }), ['userinfo-sub', 'userinfo-library']],
		['HTML', answer('<html>', { type: 'text/html' }), ['userinfo-sub', 'userinfo-library']],
		['401', answer('', { status: 401 }), ['userinfo-status']],
		['a list', answer([{ sub: subject }]), ['userinfo-sub', 'userinfo-library']]
	])('refuses %s', async (_, response, expected) => {
		const { checks, value } = await read(response);
		expect(failures(checks)).toEqual(expected);
		expect(value).toBeUndefined();
	});

	it('compares nothing when there is no ID token, and says so', async () => {
		const { checks, value } = await readUserInfo(metadata, clientId, undefined, answer({ sub: 'x' }), at);
		expect(statuses(checks)['userinfo-sub']).toBe('skipped');
		expect(checks.find(({ id }) => id === 'userinfo-sub')?.actual).toEqual(say('nothing-to-compare', 'x'));
		expect(value).toEqual({ sub: 'x' });
	});

	it('does not take a signed answer that nobody asked for as claims', async () => {
		const response = answer(forgeToken({ alg: 'none' }, { sub: subject }), { type: 'application/jwt' });
		expect((await read(response)).value).toBeUndefined();
	});
});
