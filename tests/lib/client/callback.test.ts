import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CallbackReading, Remembered } from '$lib/client/callback';
import { failures, readCallback, statuses } from '../../fixtures/messages';
import { callbackUrl, code, metadata, state } from '../../fixtures/walk';
import { issuer } from '../../fixtures/tokens';

const remembered: Remembered = { server: metadata, clientId: 'spa-1', state, earlierCodes: [] };
const redirectUri = 'https://app.example/callback/';
const read = (url: string, changes: Partial<Remembered> = {}): CallbackReading =>
	readCallback(url, { ...remembered, ...changes });
const everyCheck = [
	'callback-parameters-once',
	'callback-state',
	'callback-issuer',
	'callback-no-error',
	'callback-code',
	'callback-code-fresh',
	'callback-library'
];

describe('readAuthorizationResponse', () => {
	it('takes a good answer', () => {
		const reading = read(callbackUrl());
		expect(reading.code).toBe(code);
		expect(reading.error).toBeUndefined();
		expect(statuses(reading.checks)).toEqual(Object.fromEntries(everyCheck.map((id) => [id, 'pass'])));
	});

	it.each([
		['another state', callbackUrl({ state: 'forged' }), ['callback-state', 'callback-library']],
		['no state', `${redirectUri}?code=c&iss=${issuer}`, ['callback-state', 'callback-library']],
		['an empty state', callbackUrl({ state: '' }), ['callback-state', 'callback-library']],
		['another issuer', callbackUrl({ iss: 'https://evil.example' }), ['callback-issuer', 'callback-library']],
		['the issuer with a slash', callbackUrl({ iss: `${issuer}/` }), ['callback-issuer', 'callback-library']],
		[
			'no issuer, which the server announces',
			`${redirectUri}?code=c&state=${state}`,
			['callback-issuer', 'callback-library']
		],
		['no code', `${redirectUri}?state=${state}&iss=${issuer}`, ['callback-code']],
		['nothing', redirectUri, ['callback-state', 'callback-issuer', 'callback-code', 'callback-library']],
		[
			'a text that is no URL',
			'code=1',
			['callback-state', 'callback-issuer', 'callback-code', 'callback-library']
		],
		['a doubled code', `${callbackUrl()}&code=second`, ['callback-parameters-once']],
		['a doubled state', `${callbackUrl()}&state=${state}`, ['callback-parameters-once', 'callback-library']],
		['an error beside a code', callbackUrl({ error: 'server_error' }), ['callback-no-error']]
	])('finds fault with %s', (_, url, expected) => {
		const reading = read(url);
		expect(reading.checks.map(({ id }) => id)).toEqual(everyCheck);
		expect(failures(reading.checks)).toEqual(expected);
	});

	it('tells an error with all that came with it', () => {
		const reading = read(
			`${redirectUri}?error=access_denied&error_description=No+consent&error_uri=https%3A%2F%2Fidp.example%2Fe&state=${state}&iss=${issuer}`
		);
		expect(reading.error).toEqual({
			error: 'access_denied',
			error_description: 'No consent',
			error_uri: 'https://idp.example/e'
		});
		expect(reading.code).toBeUndefined();
		expect(failures(reading.checks)).toEqual(['callback-no-error']);
		expect(statuses(reading.checks)['callback-code']).toBe('skipped');
	});

	it('takes the first of doubled parameters', () => {
		const reading = read(`${redirectUri}?error=first&error=second&code=a&code=b`);
		expect(reading.error?.error).toBe('first');
		expect(reading.code).toBe('a');
	});

	it('compares nothing when no state was sent and none came, and refuses one that came', () => {
		const without = `${redirectUri}?code=c&iss=${issuer}`;
		expect(statuses(read(without, { state: undefined }).checks)).toMatchObject({
			'callback-state': 'skipped',
			'callback-library': 'pass'
		});
		expect(failures(read(callbackUrl(), { state: undefined }).checks)).toContain('callback-state');
	});

	it('needs no issuer from a server that does not send it, but compares one that comes', () => {
		const { authorization_response_iss_parameter_supported: _, ...server } = metadata;
		const reading = read(`${redirectUri}?code=c&state=${state}`, { server });
		expect(statuses(reading.checks)['callback-issuer']).toBe('skipped');
		expect(failures(reading.checks)).toEqual([]);
		expect(failures(read(callbackUrl({ iss: 'https://evil.example' }), { server }).checks)).toContain(
			'callback-issuer'
		);
	});

	it('warns of a code that arrived before', () => {
		const reading = read(callbackUrl(), { earlierCodes: [code] });
		expect(statuses(reading.checks)['callback-code-fresh']).toBe('warn');
		expect(failures(reading.checks)).toEqual([]);
	});

	it('says what it could not look at without a server', () => {
		expect(statuses(read(callbackUrl(), { server: undefined }).checks)).toMatchObject({
			'callback-issuer': 'skipped',
			'callback-library': 'skipped'
		});
	});

	it('makes every check of every text', () => {
		fc.assert(
			fc.property(
				fc.oneof(
					fc.string(),
					fc.string().map((text) => `${redirectUri}?${text}`)
				),
				(url) => {
					expect(read(url).checks.map(({ id }) => id)).toEqual(everyCheck);
				}
			)
		);
	});
});
