import { describe, expect, it } from 'vitest';
import { readText } from '$lib/diagnosis/reader/read';
import { openablesIn } from '$lib/panels/diagnosis/openable';
import { traceOfBrought } from '$lib/recording/brought-walk';
import { recognise } from '$lib/recording/intake';

const kindsIn = (text: string): string[] => openablesIn(text, readText(text)).map(({ kind }) => kind);

const asked =
	'https://id.example/authorize?client_id=a&response_type=code&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=b';
const command =
	'curl -X POST https://id.example/token -d grant_type=authorization_code -d code=c -d code_verifier=v';
const talk = [
	'> POST /token?grant_type=authorization_code&code=c HTTP/1.1',
	'> Host: id.example',
	'>',
	'< HTTP/1.1 400 Bad Request',
	'< Content-Type: application/json',
	'<',
	'{"error":"invalid_request"}'
].join('\n');

describe('what can be opened as an attempt', () => {
	it.each([
		['an authorization request among words', `Request URL: ${asked}\nMethod: GET`, ['authorization']],
		[
			'a request and its command',
			`${asked}\n\n${command}\n\n{"error":"invalid_grant"}`,
			['authorization', 'token-request']
		],
		['a talk of curl', talk, ['token-request']],
		['an answer alone', '{"error":"invalid_grant"}', []],
		['a line of a log', '2026-03-02T10:15:30Z ERROR invalid_grant', []]
	])('%s', (_, text, kinds) => {
		expect(kindsIn(text)).toEqual(kinds);
	});

	it('is what the walk can read, with the answer', () => {
		const [one] = openablesIn(talk, readText(talk));
		const brought = recognise(one?.text ?? '');
		expect(brought.response).toMatchObject({ status: 400, body: '{"error":"invalid_request"}' });
		expect(traceOfBrought(brought, 0).ok).toBe(true);
	});
});
