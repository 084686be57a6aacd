import { describe, expect, it } from 'vitest';
import { errorAddresses, requestsIn, withoutAddresses } from '$lib/diagnosis/reader/addresses';
import { sourceOf } from '$lib/diagnosis/reader/lines';
import { codeRank, isCode, isLevelName, isStatusName, sayingRank } from '$lib/diagnosis/reader/names';
import { valuesIn } from '$lib/diagnosis/reader/objects';
import { elementsIn, isPage, visibleText } from '$lib/diagnosis/reader/page';
import { reduce, reduceValue } from '$lib/diagnosis/reader/records';
import { transcriptIn } from '$lib/diagnosis/reader/transcript';
import { escapedFinds, wrappedFinds } from '$lib/diagnosis/reader/unwrap';
import { codeIn, isSuccess, statusIn, tidy, troubleIn, weightOfWords } from '$lib/diagnosis/reader/words';
import { textOfBase64 } from '$lib/wire/base64-text';

describe('the name of a member', () => {
	it.each(['error', 'errorCode', 'ERROR_CODE', 'oauth.error', 'server_error_code'])(
		'%s has a code',
		(name) => {
			expect(codeRank(name)).toBeDefined();
		}
	);

	it.each(['KeyError', 'client_id', 'state'])('%s has none', (name) => {
		expect(codeRank(name)).toBeUndefined();
	});

	it('is the more telling the nearer it is to the error', () => {
		const names = ['error_description', 'diagnostics', 'detail', 'message', 'event'];
		const ranks = names.map((name) => sayingRank(name) ?? Infinity);
		expect(ranks).toEqual(ranks.toSorted((one, other) => one - other));
		expect(ranks).not.toContain(Infinity);
	});

	it.each(['strServiceExceptionMessage', 'server_error_description', 'exception.message'])(
		'%s has a sentence',
		(name) => {
			expect(sayingRank(name)).toBeDefined();
		}
	);

	it('tells a status and a level', () => {
		expect(['status', 'statusCode', 'http_status', 'response.status'].every(isStatusName)).toBe(true);
		expect(['level', 'severity', 'log.level', 'lvl'].every(isLevelName)).toBe(true);
		expect(isStatusName('statusText') || isLevelName('log')).toBe(false);
	});
});

it.each([
	['invalid_grant', true],
	['oidc.invalid_client', true],
	['E0000011', true],
	['INVALID_CLIENT', true],
	['invalid', false],
	['Code not valid', false],
	['400', false],
	['https://id.example', false]
])('%s is the code of an error: %s', (value, is) => {
	expect(isCode(value)).toBe(is);
});

describe('JSON in a text', () => {
	const values = (text: string): unknown[] => valuesIn(text).map(({ value }) => value);

	it.each([
		['alone', '{"a":1}', [{ a: 1 }]],
		['behind words', 'answer: {"a":1} and more', [{ a: 1 }]],
		['line by line', '{"a":1}\n{"a":2}', [{ a: 1 }, { a: 2 }]],
		['in braces that are none of its own', '{400, {"a":1}}', [{ a: 1 }]],
		['behind a bracket without a partner', '[ {{ {"a":1}', [{ a: 1 }]],
		['with braces in its texts', '{"a":"} {"}', [{ a: '} {' }]],
		['as a list', '[{"a":1}]', [[{ a: 1 }]]]
	])('is found %s', (_, text, expected) => {
		expect(values(text)).toEqual(expected);
	});

	it('is none where an object of a program stands', () => {
		expect(values("{ error: 'x' } [main] [1:2]")).toEqual([]);
	});
});

describe('a record', () => {
	const seen = (members: Record<string, string>) =>
		reduce(Object.entries(members).map(([name, value]) => ({ name, value })))?.seen;

	it('says its code and its words', () => {
		expect(seen({ error: 'invalid_grant', error_description: 'Code not valid' })).toEqual({
			error: 'invalid_grant',
			error_description: 'Code not valid'
		});
	});

	it('says the detail and not its summary', () => {
		expect(seen({ level: 'error', msg: 'exchange failed', error: 'the code has expired' })).toEqual({
			error_description: 'the code has expired'
		});
	});

	it('has its code also within its words', () => {
		expect(seen({ message: 'token endpoint: invalid_grant' })).toMatchObject({ error: 'invalid_grant' });
	});

	it('has its status under a name or within its words', () => {
		expect(seen({ error: 'invalid_grant', status: '400' })?.status).toBe(400);
		expect(seen({ error: 'token endpoint returned 401: no' })?.status).toBe(401);
	});

	it.each([
		['nothing failed', { level: 'info', msg: 'listening on port 3000' }],
		['there is no error', { error: 'null', message: 'ok' }],
		['there are settings', { client_id: 'a', scope: 'openid' }]
	])('is none where %s', (_, members) => {
		expect(seen(members)).toBeUndefined();
	});

	it('weighs less the more its level says that all is well', () => {
		const weight = (level: string) =>
			reduce([
				{ name: 'level', value: level },
				{ name: 'msg', value: 'login failed' }
			])?.weight ?? 0;
		expect(weight('error')).toBeGreaterThan(weight('warn'));
		expect(weight('warn')).toBeGreaterThan(weight('debug'));
	});
});

describe('a value of JSON', () => {
	it('is an answer as a whole, so that the lists of faults in it are read', () => {
		const answer = { error: { errors: [{ path: ['code_verifier'], message: 'Required' }] } };
		expect(reduceValue(answer)?.seen.body).toBe(answer);
	});

	it('is told by the object in it that says most, with the status around', () => {
		const inner = { error: 'invalid_grant', error_description: 'Code not valid' };
		expect(reduceValue({ statusCode: 400, data: inner })?.seen).toMatchObject({ status: 400, body: inner });
	});

	it('may be no error at all', () => {
		expect(reduceValue({ access_token: 'a', expires_in: 3600 })).toBeUndefined();
	});
});

describe('an address with an error', () => {
	it.each([
		['alone', 'https://app.example/cb?error=access_denied&error_description=No+way'],
		['in a sentence', 'It went to (https://app.example/cb?error=access_denied&error_description=No+way).'],
		['in a header', 'Location: https://app.example/cb?error=access_denied&error_description=No%20way'],
		['of an app', 'com.example:/cb?error=access_denied&error_description=No+way'],
		['in the fragment', 'https://app.example/#error=access_denied&error_description=No+way&state=x'],
		[
			'in a parameter',
			`/in?to=${encodeURIComponent('https://app.example/cb?error=access_denied&error_description=No+way')}`
		]
	])('is read %s', (_, text) => {
		expect(errorAddresses(text)[0]?.seen).toMatchObject({
			step: 'callback',
			error: 'access_denied',
			error_description: 'No way'
		});
	});

	it('counts the more the later it came', () => {
		const chain = errorAddresses(
			'https://app.example/a?error=login_required&x=1\nhttps://app.example/b?error=access_denied&x=1'
		);
		expect(chain.toSorted((one, other) => other.weight - one.weight)[0]?.seen.error).toBe('access_denied');
	});

	it('may have names of its own', () => {
		const [find] = errorAddresses('/wp-login.php?login-error=invalid_grant&message=Invalid+code%3A+1K');
		expect(find?.seen).toMatchObject({ error: 'invalid_grant', error_description: 'Invalid code: 1K' });
	});

	it('may be a form that has no address', () => {
		expect(errorAddresses('error=invalid_scope&error_description=No+such+scope')[0]?.seen).toMatchObject({
			error: 'invalid_scope',
			error_description: 'No such scope'
		});
	});
});

describe('a request in a text', () => {
	const asked = 'https://id.example/authorize?client_id=a&response_type=code&state=x';

	it('is found with its place', () => {
		const text = `Request URL: ${asked}\nMethod: GET`;
		expect(requestsIn(text)).toMatchObject([{ kind: 'authorization', text: asked }]);
		const [{ span } = { span: { start: 0, end: 0 } }] = requestsIn(text);
		expect(text.slice(span.start, span.end)).toBe(asked);
	});

	it('is a callback where it has a code', () => {
		expect(requestsIn('GET https://app.example/cb?code=abc&state=x')).toMatchObject([
			{ kind: 'callback-code' }
		]);
	});

	it('is none where it has an error', () => {
		expect(requestsIn('https://app.example/cb?error=access_denied&state=x')).toEqual([]);
	});

	it('is no words of the text', () => {
		expect(withoutAddresses(`a ${asked} b`).replace(/ +/g, ' ')).toBe('a b');
	});
});

describe('a talk with a server', () => {
	const talk = [
		'* Connected to id.example (203.0.113.1) port 443',
		'> POST /token?grant_type=authorization_code HTTP/1.1',
		'> Host: id.example',
		'>',
		'< HTTP/1.1 400 Bad Request',
		'< Content-Type: application/json',
		'<',
		'{"error":"invalid_request"}',
		'* Connection #0 to host id.example left intact'
	].join('\n');

	it('has an answer and the request before it', () => {
		expect(transcriptIn(sourceOf(talk))).toMatchObject({
			request: { method: 'POST', url: 'https://id.example/token?grant_type=authorization_code' },
			status: 400,
			headers: [['Content-Type', 'application/json']],
			body: '{"error":"invalid_request"}'
		});
	});

	it('is by http with this machine', () => {
		const here = talk.replaceAll('Host: id.example', 'Host: localhost:8080');
		expect(transcriptIn(sourceOf(here))?.request?.url).toMatch(/^http:\/\/localhost:8080\//);
	});

	it('has the body that was sent', () => {
		const raw =
			'POST /token HTTP/1.1\nHost: id.example\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=authorization_code&code=a\n\nHTTP/1.1 400 Bad Request\n\n';
		expect(transcriptIn(sourceOf(raw))?.request?.body).toBe('grant_type=authorization_code&code=a');
	});

	it('is told by its last answer', () => {
		const two = 'HTTP/1.1 302 Found\nLocation: /a\n\nHTTP/1.1 401 Unauthorized\nDate: now\n\nno';
		expect(transcriptIn(sourceOf(two))).toMatchObject({ status: 401, body: 'no' });
	});

	it('may be headers alone', () => {
		expect(transcriptIn(sourceOf('WWW-Authenticate: Bearer error="invalid_token"'))?.headers).toHaveLength(1);
	});

	it('is none where lines have colons', () => {
		expect(transcriptIn(sourceOf('Error: invalid_request\nDescription: no'))).toBeUndefined();
	});
});

describe('a page', () => {
	const html =
		'<!doctype html><head><title>T</title></head><script>var error = 1;</script><p>It isn&#39;t &quot;here&quot;</p>';

	it('is known by its tags', () => {
		expect(isPage(html)).toBe(true);
		expect(isPage('a < b and c > d')).toBe(false);
	});

	it('shows its words where they stand, and nothing of its scripts', () => {
		const text = visibleText(html);
		expect(text).toHaveLength(html.length);
		expect(tidy(text)).toBe('It isn\'t "here"');
		expect(text.indexOf('It')).toBe(html.indexOf('It'));
	});

	it('of XML has elements as names', () => {
		expect(elementsIn('<r><s:faultstring>no</s:faultstring><error>x_y</error></r>')).toMatchObject([
			{ name: 'faultstring', value: 'no' },
			{ name: 'error', value: 'x_y' }
		]);
	});
});

describe('a text in a text is read', () => {
	const opened: string[] = [];
	const keep = (text: string) => (opened.push(text), []);
	const inner = '{"error":"invalid_grant"}';

	it.each([
		['in base64', Buffer.from(inner).toString('base64')],
		['in base64 of URLs in a parameter', `x=${Buffer.from(inner).toString('base64url')}`],
		[
			'in base64 over several lines',
			Buffer.from(inner)
				.toString('base64')
				.replace(/(.{12})/g, '$1\n')
		],
		['percent-encoded', encodeURIComponent(inner)],
		['in a JWT', `eyJhbGciOiJub25lIn0.${Buffer.from(inner).toString('base64url')}.`]
	])('%s', (_, text) => {
		opened.length = 0;
		wrappedFinds(sourceOf(text), keep);
		expect(opened).toContain(inner);
	});

	it('as a string of a program', () => {
		opened.length = 0;
		escapedFinds(sourceOf(`failed: ${JSON.stringify(inner)}`), keep);
		expect(opened.join()).toContain(inner);
	});

	it('where it is a text, and else not', () => {
		expect(textOfBase64('aMOk')).toBe('hä');
		expect(textOfBase64('aMOkIQ')).toBe('hä!');
		expect(textOfBase64('_-_-')).toBeUndefined();
		expect(textOfBase64('no base64!')).toBeUndefined();
	});
});

describe('the words of a line', () => {
	it('have codes of several kinds', () => {
		expect(codeIn('AADSTS50011: no')).toBe('number');
		expect(codeIn('MSIS9601: no')).toBe('number');
		expect(codeIn('it said invalid_grant')).toBe('standard');
		expect(codeIn('OAUTH_CALLBACK_ERROR')).toBe('name');
		expect(codeIn('see ABC-1234')).toBe('letters');
		expect(codeIn('RFC 6749, SHA256, access_token')).toBeUndefined();
	});

	it('weigh more with a code than with words, and more with words than without', () => {
		const weights = ['AADSTS50011', 'invalid_grant', 'The code is invalid', 'The code is here'].map(
			weightOfWords
		);
		expect(weights).toEqual(weights.toSorted((one, other) => other - one));
		expect(new Set(weights).size).toBe(4);
	});

	it('of failing are known in other languages too', () => {
		for (const text of ['Ungültige Anfrage', 'Jeton expiré', 'Acceso denegado', '無効なリクエスト', 'ошибка'])
			expect(troubleIn(text)).toBeGreaterThan(0);
	});

	it('weigh nearly nothing where they say nothing', () => {
		expect(weightOfWords('An error occurred')).toBeLessThan(weightOfWords('The state does not match'));
	});

	it('may say that all went well', () => {
		expect(isSuccess('Login completed successfully')).toBe(true);
		expect(isSuccess('Login failed')).toBe(false);
	});

	it.each([
		['status=400', 400],
		['a `400 Bad Request` response', 400],
		['HTTP/1.1 401 Unauthorized', 401],
		['returned 503: no', 503],
		['Request failed with status code 404', 404],
		['took 400 ms', undefined],
		['port 443', undefined]
	])('have a status: %s', (text, status) => {
		expect(statusIn(text)).toBe(status);
	});

	it('lose what photographs, line breaks and programs made of them', () => {
		expect(tidy('invalid _ grant\nThe  code is\nnot valid')).toBe('invalid_grant\nThe code is not valid');
		expect(tidy('AADSTS 50011: no')).toBe('AADSTS50011: no');
		expect(tidy('regis-\ntered')).toBe('registered');
		expect(tidy('Caused by: a.b.OAuthException: no')).toBe('no');
		expect(tidy('no, client: 203.0.113.7, server: x')).toBe('no');
	});
});
