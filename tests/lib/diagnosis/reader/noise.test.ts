import { describe, expect, it } from 'vitest';
import { readPasted } from '$lib/diagnosis/pasted';
import { readText } from '$lib/diagnosis/reader/read';

/** What was marked of a text as the error. */
const marked = (text: string): string => {
	const { span } = readText(text);
	return text.slice(span?.start, span?.end);
};

const words = (text: string): string => {
	const { seen } = readText(text);
	const said = seen.error_description ?? seen.body;
	return typeof said === 'string' ? said : JSON.stringify(said);
};

describe('of the lines of a log the one that says why is taken', () => {
	it.each([
		[
			'before the one that says that it failed',
			'10:15:30 ERROR store: no "login_state" cookie found\n10:15:30 ERROR flow: response validation failed',
			'store: no "login_state" cookie found'
		],
		[
			'before the one that could not do it',
			'10:15:30 ERROR keys: getaddrinfo ENOTFOUND id.example\n10:15:30 ERROR flow: could not verify the token',
			'keys: getaddrinfo ENOTFOUND id.example'
		],
		[
			'before the one with the same code alone',
			'10:15:30 ERROR flow: sign-in error: invalid_id_token\n10:15:30 ERROR flow: [invalid_id_token] The keys could not be read',
			'flow: [invalid_id_token] The keys could not be read'
		],
		[
			'before the one that says where it was thrown',
			'[10:15:30] ERROR in app: Exception on /callback [GET]\nMar  2 10:15:30 host web[8]: lib.errors.StateError: The state is not equal',
			'lib.errors.StateError: The state is not equal'
		],
		[
			'beside an event of the same moment that has a code alone',
			"2026-03-02 10:15:30,841 WARN  [a.b.Parser] (executor-thread-1) Code 'c1' already used for session 's1'\n2026-03-02 10:15:30,842 WARN  [org.keycloak.events] (executor-thread-1) type=CODE_TO_TOKEN_ERROR, realmId=r, error=invalid_code, grant_type=authorization_code",
			"Code 'c1' already used for session 's1'"
		],
		[
			'and not the one of a quiet level, whatever stands inside of it',
			'level=warning msg="keys expired, the signature is invalid"\nlevel=info msg="call finished" error="rpc error: code = Unauthenticated desc = invalid session: denied"',
			'msg="keys expired, the signature is invalid"'
		]
	])('%s', (_, text, taken) => {
		expect(marked(text)).toBe(taken);
	});
});

describe('nothing is marked but the message', () => {
	it.each([
		[
			'where nginx says whom it served',
			'2026/03/02 10:15:30 [error] 31#31: *7 upstream sent an invalid header, client: 203.0.113.7, server: app.example',
			'upstream sent an invalid header'
		],
		[
			'where Apache says where it came from',
			'[Mon Mar 02 10:15:30 2026] [auth:error] [pid 3] state is missing, referer: https://id.example/a',
			'state is missing'
		],
		[
			'where an answer has headers alone',
			'HTTP/1.1 401 Unauthorized\nDate: now\nWWW-Authenticate: Bearer error="invalid_token"\nSet-Cookie: sid=a\n\n',
			'WWW-Authenticate: Bearer error="invalid_token"'
		],
		[
			'in a line of a log that is JSON',
			JSON.stringify({
				time: '2026-03-02T10:15:30Z',
				level: 'error',
				app: 'shop',
				msg: 'the state is missing',
				path: '/callback',
				user: 'nobody',
				host: 'web-1'
			}),
			'"msg":"the state is missing"'
		]
	])('%s', (_, text, taken) => {
		expect(marked(text)).toBe(taken);
	});
});

describe('words are found', () => {
	it.each([
		[
			'between colours of a terminal',
			'\u001B[31mERROR\u001B[0m \u001B[1mauth\u001B[0m \u001B[33mstate is missing\u001B[0m',
			/^auth\s+state is missing$/
		],
		[
			'between colours without their first sign',
			'[31mERROR[0m [33mstate is missing[0m',
			/^state is missing$/
		],
		[
			'under a code that stands alone',
			'Error: redirect_uri_mismatch\n\nThe address a.example is not one of yours.\n\nLearn more',
			/The address a\.example is not one of yours\.$/
		],
		[
			'behind a sentence that ends with a colon',
			'error="POST /token returned 400:"\nmessage="The address is invalid"',
			/^The address is invalid/
		],
		[
			'between signs of emphasis',
			'It says\n\n_error=access_denied&error_description=You+said+no_',
			/^You said no/
		],
		[
			'in JSON that a terminal broke into lines',
			'HTTP/1.1 400 Bad\nContent-Type: application/json\n\n{"error":"invalid_cl\nient","detail":"No cre\ndentials were found"}',
			/No credentials were found/
		],
		[
			'before what curl says of its connection',
			'< HTTP/1.1 400 Bad\n<\n{"error":"invalid_client"}* Closing connection 0',
			/^\{"error":"invalid_client"\}$/
		]
	])('%s', (_, text, expected) => {
		expect(words(text)).toMatch(expected);
	});

	it.each([
		[
			'as the name of an error',
			'{"name":"invalid_request","description":"A parameter is missing"}',
			'invalid_request'
		],
		['between signs of emphasis', 'Error errorCode: invalid_grant**', 'invalid_grant']
	])('with their code %s', (_, text, error) => {
		expect(readText(text).seen.error).toBe(error);
	});
});

describe('a status is told', () => {
	const body = '{"error":"invalid_grant"}';

	it.each([
		['by the lines before', `10:15:30 ERROR a : status from server: 401\n10:15:30 ERROR a : ${body}`, 401],
		[
			'by the entry that it is a part of',
			`2026/03/02 10:15:30 cannot fetch: 400 Bad Request\nResponse: ${body}`,
			400
		],
		['by no other entry', `2026/03/02 10:15:29 a 404 Not Found\n2026/03/02 10:15:30 b ${body}`, undefined],
		['by a sentence before', `got 400 from "https://id.example/token" ${body}`, 400],
		['by the class of an error', `a.b.TokenException: 400 Bad Request\n${body}`, 400],
		['by the console of a browser', `Request Method: POST\nStatus Code: 400 Bad Request\n\n${body}`, 400],
		['by nothing that is an address', `at http://192.0.2.1/ and http://401.example ${body}`, undefined],
		['by no other answer', `GET /health 200\nstatus=200\n${body}`, undefined]
	])('%s', (_, text, status) => {
		expect(readText(text).seen.status).toBe(status);
	});
});

describe('a paste is called', () => {
	it.each([
		[
			'a log where its lines have times of day',
			'10:15:30 web | started\n10:15:31 web | state is missing',
			'log'
		],
		[
			'a log where its lines are JSON',
			'{"level":"info","msg":"on"}\n{"level":"error","msg":"state is missing"}',
			'log'
		],
		['JSON where it is one object', '{\n  "error": "invalid_grant"\n}', 'json'],
		[
			'a request where it has no error',
			'This is our link:\nhttps://id.example/authorize?client_id=a&response_type=code&state=b',
			'request'
		],
		[
			'text where a sentence says what failed',
			'At https://id.example/authorize?client_id=a&response_type=code&state=b it says: The client is unknown',
			'text'
		]
	])('%s', (_, text, kind) => {
		expect(readPasted(text).kind).toBe(kind);
	});
});
