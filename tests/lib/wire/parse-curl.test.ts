import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCurl } from '$lib/wire/curl';
import { parseCurl, wordsOf } from '$lib/wire/parse-curl';

describe('a curl command', () => {
	it('of a token request, as terminals have it', () => {
		const request = parseCurl(`$ curl -X POST https://login.example/token \\
			-H "Content-Type: application/x-www-form-urlencoded" \\
			-d grant_type=authorization_code -d 'code=a b' --data-urlencode "redirect_uri=https://app.example/cb"`);
		expect(request).toEqual({
			method: 'POST',
			url: 'https://login.example/token',
			headers: [['Content-Type', 'application/x-www-form-urlencoded']],
			body: 'grant_type=authorization_code&code=a b&redirect_uri=https%3A%2F%2Fapp.example%2Fcb'
		});
	});

	it('as Chrome copies it', () => {
		const request = parseCurl(
			`curl 'https://login.example/token' \\\n  -H 'accept: */*' \\\n  --data-raw $'grant_type=authorization_code&code=it\\'s\\u0021' \\\n  --compressed`
		);
		expect(request).toMatchObject({ method: 'POST', body: "grant_type=authorization_code&code=it's!" });
	});

	it('with a user is one with a header', () => {
		expect(
			parseCurl('curl -u client:secret --url https://login.example/token -d a=b')?.headers
		).toContainEqual(['authorization', 'Basic Y2xpZW50OnNlY3JldA==']);
	});

	it('without data is a GET; with -G the data are its query', () => {
		expect(parseCurl('curl -sSL -o out.json https://api.example/me')).toMatchObject({
			method: 'GET',
			url: 'https://api.example/me'
		});
		expect(parseCurl('curl -G https://api.example/me -d a=1 -d b=2')).toMatchObject({
			method: 'GET',
			url: 'https://api.example/me?a=1&b=2'
		});
	});

	it.each(['', 'curl', 'curl -X POST', 'curly https://a.example', 'wget https://a.example', 'curl http://['])(
		'is none: %s',
		(text) => expect(parseCurl(text)).toBeUndefined()
	);

	it('that was made here comes back as it was', () => {
		const value = fc.string({ unit: 'grapheme', maxLength: 40 }).filter((text) => !/[\0\\^`\r\n]/.test(text));
		fc.assert(
			fc.property(value, value, (body, token) => {
				const request = {
					method: 'POST',
					url: 'https://login.example/token',
					headers: [
						['authorization', `Bearer x${token.trim()}`],
						['content-type', 'text/plain']
					] as [string, string][],
					body
				};
				const parsed = parseCurl(formatCurl(request, undefined)!);
				expect(parsed).toEqual(request);
			})
		);
	});

	it('never throws', () => {
		fc.assert(fc.property(fc.string(), (text) => void [wordsOf(text), parseCurl(`curl ${text}`)]));
	});
});
