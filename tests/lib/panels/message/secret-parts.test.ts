import { expect, it } from 'vitest';
import { secretParts } from '$lib/panels/message/secret-parts';

const secretsIn = (text: string): string[] =>
	secretParts(text)
		.filter(({ secret }) => secret)
		.map((part) => part.text);

it.each([
	['https://app.example/cb?code=old&state=s#id_token=i', ['old', 'i']],
	['grant_type=x&client_secret=hush', ['hush']],
	['{"token_type":"Bearer","access_token": "a\\"b","expires_in":1}', ['a\\"b']],
	['GET / HTTP/1.1\nAuthorization: Basic Zm9v\nAccept: */*\n\n', ['Zm9v']],
	["curl -H 'DPoP: ey.a.b' --data-raw 'code=c&state=s'", ['ey.a.b', 'c']],
	['code_challenge=public&response_type=code&scope=token', []],
	['{"error":"invalid_grant"}', []],
	['clientSecret=hush&deviceCode=d&token_type=Bearer', ['hush', 'd']],
	['{"apiKey":"k","accessToken":"a","token_endpoint":"https://i"}', ['k', 'a']],
	['X-Api-Key: abc\nProxy-Authorization: Basic Zm9v\nAccept: */*', ['abc', 'Zm9v']],
	['it had Bearer 2YotnFZFEjr1 in it', ['2YotnFZFEjr1']],
	['Bearer tokens are not accepted here', []],
	['see eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln there', ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln']],
	['-----BEGIN PRIVATE KEY-----\nMIIE', ['-----BEGIN PRIVATE KEY-----\nMIIE']]
])('finds what stands under the name of a secret: %s', (text, secrets) => {
	expect(secretsIn(text)).toEqual(secrets);
	expect(
		secretParts(text)
			.map((part) => part.text)
			.join('')
	).toBe(text);
});
