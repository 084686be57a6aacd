import { describe, expect, it } from 'vitest';
import { sourceOf } from '$lib/diagnosis/reader/lines';

const message = 'invalid_grant: Code not valid';

/** What is left of each line. */
const messages = (text: string): string[] => {
	const source = sourceOf(text);
	return source.lines.map(({ at, end }) => source.text.slice(at, end));
};

describe('what stands before a message is taken off', () => {
	it.each([
		['a time of ISO 8601', '2026-03-02T10:15:30.123Z '],
		['a time with a comma', '2026-03-02 10:15:30,123 '],
		['a time of day', '[10:15:30] '],
		['a time of syslog', 'Mar  2 10:15:30 host app[812]: '],
		['a priority of syslog', '<11>Mar  2 10:15:30 host app: '],
		['a level in capitals', '2026-03-02 10:15:30 ERROR '],
		['a level in brackets', '2026/03/02 10:15:30 [error] '],
		['a level of Python', 'ERROR:root:'.replace('root:', ' ')],
		['Spring', '2026-03-02 10:15:30.123 ERROR 1 --- [nio-8080-exec-4] o.s.s.LoginFilter : '],
		['nginx', '2026/03/02 10:15:30 [error] 31#31: *7 '],
		[
			'Apache',
			'[Mon Mar 02 10:15:30.123456 2026] [auth_openidc:error] [pid 31:tid 1402] [client 203.0.113.7:51000] '
		],
		['Keycloak', '2026-03-02 10:15:30,123 WARN  [org.keycloak.events] (executor-thread-27) '],
		['Kubernetes', 'E0302 10:15:30.123456       1 oauth.go:88] '],
		['Docker Compose', 'auth-1  | '],
		['a pod', '[pod/auth-5d7/app] '],
		['Android', 'E/OAuthManager: '],
		['Android with a process', 'E/OAuthManager( 4211): '],
		['the console of a browser', 'main.js:2047 '],
		['a promise', 'Uncaught (in promise) '],
		['a mail', '> '],
		['a mail in a mail', '> > '],
		['several of them', 'web-1 | 2026-03-02T10:15:30Z ERROR [main] ']
	])('%s', (_, prefix) => {
		expect(messages(prefix + message)).toEqual([message]);
	});
});

describe('a message stays whole', () => {
	it.each([
		[
			'with a code in brackets',
			'2026-03-02T10:15:30Z ERROR [invalid_grant] Code not valid',
			'[invalid_grant] Code not valid'
		],
		['with a name in brackets', '[error] => invalid_grant', '[error] => invalid_grant'],
		[
			'with the tags of a library',
			'[next-auth][error][OAUTH_CALLBACK_ERROR]',
			'[next-auth][error][OAUTH_CALLBACK_ERROR]'
		],
		['that begins with the word error', 'Error: invalid_request', 'Error: invalid_request'],
		['that is JSON', '{"time":"2026-03-02T10:15:30Z"}', '{"time":"2026-03-02T10:15:30Z"}'],
		['of words alone', 'The code is not valid', 'The code is not valid']
	])('%s', (_, line, left) => {
		expect(messages(line)).toEqual([left]);
	});
});

describe('a line', () => {
	it('keeps its place, whatever is taken off it', () => {
		const text = `one\n2026-03-02T10:15:30Z ERROR ${message}\nthree`;
		const { lines, pasted } = sourceOf(text);
		expect(lines.map(({ start, end }) => pasted.slice(start, end))).toEqual(text.split('\n'));
		expect(pasted.slice(lines[1]?.at, lines[1]?.end)).toBe(message);
	});

	it.each([
		['bad', '2026-03-02T10:15:30Z ERROR x'],
		['bad', 'Mar  2 10:15:30 host app: [error] x'],
		['bad', 'E0302 10:15:30.123456       1 oauth.go:88] x'],
		['warning', '10:15:30 WARN x'],
		['quiet', '10:15:30 DEBUG x'],
		['quiet', '[info] x'],
		[undefined, '10:15:30 x'],
		[undefined, 'Something about an ERROR']
	])('has the level %s: %s', (level, line) => {
		expect(sourceOf(line).lines[0]?.level).toBe(level);
	});

	it.each([
		'    at fetchToken (/app/index.js:12:3)',
		'\tat a.b.C.doFilter(C.java:12)',
		'   at Handler.RedeemAsync()',
		'  File "/app/main.py", line 12, in login',
		'\t... 40 more',
		'goroutine 1 [running]:',
		'#0 /var/www/a.php(12): f()'
	])('is a place in a program: %s', (line) => {
		expect(sourceOf(line).lines[0]?.isFrame).toBe(true);
	});

	it.each(['at the token endpoint the code was refused', 'File not found', message])(
		'is a message and no place in a program: %s',
		(line) => {
			expect(sourceOf(line).lines[0]?.isFrame).toBe(false);
		}
	);

	it('has plain quotes where a program of mail made others of them', () => {
		expect(sourceOf('“error”: ‘x’').text).toBe('"error": \'x\'');
	});

	it('of a talk with a server keeps its signs', () => {
		expect(messages('> POST /token HTTP/1.1\n< HTTP/1.1 400 Bad Request')[0]).toBe('> POST /token HTTP/1.1');
	});
});
