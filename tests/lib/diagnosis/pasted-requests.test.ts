import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { diagnosePasted } from '$lib/diagnosis/explain';
import { ask, challenge, come, verifier } from '../../fixtures/made-recording';

const asked = (changes: Record<string, string> = {}): string => ask('https://id.example/authorize', changes);
const form = (changes: Record<string, string> = {}): string =>
	Object.entries({
		...{ grant_type: 'authorization_code', client_id: 'spa', code: 'code-one-0123' },
		...{ redirect_uri: 'https://app.example/callback', code_verifier: verifier, ...changes }
	})
		.map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
		.join('&');
const curl = (changes: Record<string, string> = {}): string =>
	`curl -X POST https://id.example/token -d '${form(changes)}'`;
const raw = (changes: Record<string, string> = {}): string =>
	`POST /token HTTP/1.1\nHost: id.example\nContent-Type: application/x-www-form-urlencoded\n\n${form(changes)}\n\nHTTP/1.1 400 Bad Request\nContent-Type: application/json\n`;
const refused = '{"error":"invalid_grant"}';

async function causes(...parts: string[]): Promise<string[]> {
	const told = await diagnosePasted(parts.join('\n\n'), {});
	return (told?.causes ?? []).filter(({ confidence }) => confidence >= 0.8).map(({ code }) => code);
}

describe('the parts of one paste are held against each other', () => {
	it.each([
		['nothing is wrong', asked(), curl(), []],
		['no method', asked({ code_challenge_method: '' }), curl(), ['pkce-method-mismatch']],
		['another verifier', asked(), curl({ code_verifier: 'V'.repeat(43) }), ['pkce-verifier-mismatch']],
		[
			'a challenge with padding',
			asked({ code_challenge: `${challenge}=` }),
			curl(),
			['pkce-challenge-misderived']
		],
		[
			'a slash',
			asked(),
			curl({ redirect_uri: 'https://app.example/callback/' }),
			['redirect-uri-differs-at-token']
		],
		['another client', asked(), curl({ client_id: 'other' }), ['code-issued-to-another-client']],
		['a raw request', asked({ code_challenge_method: '' }), raw(), ['pkce-method-mismatch']]
	])('%s', async (_, one, other, expected) => {
		expect(await causes(one, other, refused)).toEqual(expected);
	});

	it('the code of the callback and the one that was sent', async () => {
		const callback = come('https://app.example/callback', 'code+one/0123');
		expect(await causes(callback, curl({ code: 'code one/0123' }), refused)).toEqual(['code-differs']);
	});

	it('nothing of it is said where two requests differ, or where values were taken out or cut', async () => {
		const wrong = { code_verifier: 'V'.repeat(43) };
		expect(await causes(asked(), asked({ code_challenge: 'C'.repeat(43) }), curl(), refused)).toEqual([]);
		expect(await causes(asked(), curl(), curl(wrong), refused)).toEqual([]);
		expect(await causes(asked(), curl({ code_verifier: '[redacted]' }), refused)).toEqual([]);
		expect(await causes(asked(), curl({ code_verifier: 'dBjftJeZ…' }), refused)).toEqual([]);
		expect(await causes(asked(), curl({ redirect_uri: 'https://app.example/...' }), refused)).toEqual([]);
	});

	it('an answer of the authorization endpoint is not explained by the token request', async () => {
		const back = 'https://app.example/callback?error=access_denied&state=state-one-0123';
		expect(await causes(asked(), back, curl({ code_verifier: 'V'.repeat(43) }))).not.toContain(
			'pkce-verifier-mismatch'
		);
	});

	it('parameters in the address', async () => {
		const sent = `> POST /token?${form()} HTTP/1.1\n> Host: id.example\n>\n< HTTP/1.1 400 Bad Request\n<\n`;
		expect(await causes(sent + '{"error":"invalid_request"}')).toEqual(['request-malformed']);
	});
});

describe('a registration that was refused', () => {
	const answer = 'HTTP/1.1 401 Unauthorized\nContent-Type: application/json\n\n{"error":"access_denied"}';

	it('is told by its request', async () => {
		const request = 'POST /oauth2/register HTTP/1.1\nHost: id.example\nContent-Type: application/json\n\n';
		expect(await causes(`${request}{"redirect_uris":["https://app.example/callback"]}\n\n${answer}`)).toEqual(
			['registration-failed']
		);
	});

	it('without it, is that of a token, and not of a person', async () => {
		const [first] = await causes(
			answer.replace('{', '{"error_description":"Access Token not valid",').replace('401', '400')
		);
		expect(first).toBe('access-token-invalid');
		expect(await causes(answer)).not.toContain('access-token-invalid');
	});
});

describe('a text that somebody reported has its cause', () => {
	it.each([
		['201-pasted-requests', 'pkce-method-mismatch'],
		['208-curl-verbose', 'request-malformed'],
		['215-alg-expected', 'signing-algorithm-unexpected'],
		['223-dcr-refused', 'access-token-invalid'],
		['224-dcr-unsupported', 'registration-failed']
	])('%s: %s', async (file, code) => {
		const [first] = await causes(readFileSync(`tests/fixtures/reports/${file}.txt`, 'utf8'));
		expect(first).toBe(code);
	});
});

it('where an answer goes is no server', async () => {
	const text = readFileSync('tests/fixtures/reports/208-curl-verbose.txt', 'utf8');
	expect((await diagnosePasted(text, {}))?.reading.issuers).toEqual([]);
});
