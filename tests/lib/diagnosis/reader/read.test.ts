import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnose } from '$lib/diagnosis/diagnose';
import { readText } from '$lib/diagnosis/reader/read';
import { corpus } from '../../../diagnosis/corpus';
import { forms, type Told } from './forms';

const told: Told[] = [
	{ error: 'invalid_grant', description: 'PKCE verification failed: Code mismatch' },
	{ error: 'invalid_grant', description: 'The authorization code has expired' },
	{
		error: 'invalid_request',
		description: "The 'redirect_uri' is not registered for this client (exact match)"
	},
	{
		error: 'unauthorized_client',
		description: 'AADSTS700016: Application with identifier was not found in the directory'
	}
];

const codeOf = (seen: object): string | undefined => diagnose(seen)[0]?.code;

describe('an error leads to the cause that it leads to by itself', () => {
	it.each(Object.entries(forms))('in %s', (_, form) => {
		for (const one of told) {
			const { step: _step, ...seen } = readText(form(one)).seen;
			expect(codeOf(seen), form(one)).toBe(codeOf({ error: one.error, error_description: one.description }));
		}
	});

	it('in nearly all forms of nearly all errors that are known', () => {
		// One in forty of them: each is put into all the forms.
		const known = corpus.flatMap((entry, place): Told[] => {
			const { error = '', error_description: description = '' } = entry;
			return place % 40 === 0 && /^[a-z_]+$/.test(error) && description !== '' && description.length < 300
				? [{ error, description }]
				: [];
		});
		const results = known.flatMap((one) => {
			const alone = codeOf({ error: one.error, error_description: one.description });
			return Object.values(forms).map((form) => {
				const { step: _step, ...seen } = readText(form(one)).seen;
				return codeOf(seen) === alone;
			});
		});
		expect(results.filter(Boolean).length / results.length).toBeGreaterThan(0.99);
	});
});

describe('what was taken', () => {
	const takenOf = (text: string): string => {
		const { span } = readText(text);
		return text.slice(span?.start, span?.end);
	};

	it.each([
		[
			'the line of a log with the error',
			'2026-03-02T10:15:29Z INFO started\n2026-03-02T10:15:30Z ERROR invalid_grant: Code not valid\n2026-03-02T10:15:31Z INFO 200 GET /health',
			'invalid_grant: Code not valid'
		],
		[
			'the error in a mail',
			'Hello,\nit does not work.\n\n> AADSTS50011: The redirect URI does not match\n\nBob',
			'AADSTS50011: The redirect URI does not match'
		],
		[
			'the last cause of Java',
			'a.b.ServletException: Login failed\n\tat a.b.C.d(C.java:1)\nCaused by: a.b.TokenException: the state does not match\n\tat a.b.E.f(E.java:2)',
			'Caused by: a.b.TokenException: the state does not match'
		],
		[
			'the cause within one line',
			'System.Exception: An error occurred. ---> System.Exception: Correlation failed.',
			'System.Exception: Correlation failed.'
		],
		[
			'the object of an answer',
			'It answered:\n{"error":"invalid_client"}\nWhy?',
			'{"error":"invalid_client"}'
		],
		[
			'the address among others',
			'GET https://app.example/ 200\nGET https://app.example/cb?error=access_denied&state=x 302',
			'https://app.example/cb?error=access_denied&state=x'
		],
		['a short text as a whole', 'The sign-in page\nis not\nthere', 'The sign-in page\nis not\nthere']
	])('is %s', (_, text, taken) => {
		expect(takenOf(text)).toBe(taken);
	});

	it('goes on in the lines below, up to the next entry', () => {
		const text = 'Fehler 400: invalid_request\nThe out-of-band flow has been blocked.\n\nMore';
		expect(takenOf(text)).toBe('Fehler 400: invalid_request\nThe out-of-band flow has been blocked.');
	});

	it('is the members that tell it, where an object is long', () => {
		const text = JSON.stringify({
			list: Array.from({ length: 200 }, (_, place) => place),
			error: 'invalid_grant',
			error_description: 'Code not valid'
		});
		expect(takenOf(text)).toBe('"error":"invalid_grant","error_description":"Code not valid"');
	});
});

describe('what else may be the error', () => {
	const log = [
		'2026-03-02T10:15:29Z WARN cookie was missing',
		'2026-03-02T10:15:30Z ERROR invalid_grant: Code not valid',
		'2026-03-02T10:15:31Z ERROR login failed'
	].join('\n');

	it('is listed behind it, the likeliest first, each at its place', () => {
		const { finds } = readText(log);
		expect(finds.map(({ span }) => log.slice(span.start, span.end))).toEqual([
			'invalid_grant: Code not valid',
			'login failed',
			'cookie was missing'
		]);
		const weights = finds.map(({ weight }) => weight);
		expect(weights).toEqual(weights.toSorted((one, other) => other - one));
	});

	it('may be a line of a text that was taken as a whole', () => {
		const text = 'The page says:\n\nThe client is unknown\n\nThe state is missing';
		expect(readText(text).finds.length).toBeGreaterThan(1);
	});
});

describe('nothing has failed', () => {
	it('in a request', () => {
		const { finds, requests } = readText(
			'https://id.example/authorize?client_id=a&response_type=code&state=b'
		);
		expect(finds).toEqual([]);
		expect(requests[0]?.kind).toBe('authorization');
	});

	it('in an empty text', () => {
		expect(readText('').finds).toEqual([]);
	});

	it('where no word says so: the text is kept for what it may mean', () => {
		const [find] = readText('Hello there').finds;
		expect(find).toMatchObject({ weight: 0, seen: { body: 'Hello there' } });
	});
});

it('status, step and issuer come from around the error', () => {
	const text =
		'POST https://id.example/oauth2/token 400 (Bad Request)\n{"error":"invalid_grant","error_description":"no"}';
	expect(readText(text).seen).toMatchObject({ step: 'token', issuer: 'https://id.example/oauth2/token' });
	const answer = 'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error="invalid_token"\n\n';
	expect(readText(answer).seen).toMatchObject({
		status: 401,
		headers: [['WWW-Authenticate', 'Bearer error="invalid_token"']]
	});
});

describe('any text', () => {
	const piece = fc.constantFrom(
		...[
			'error=',
			'"error":',
			'{',
			'}',
			'[',
			']',
			"'",
			'"',
			'\\',
			'\n',
			'> ',
			'< HTTP/1.1 400',
			' at ',
			'---> ',
			'Caused by: '
		],
		...[
			'%7B',
			'%',
			'https://',
			'?',
			'&',
			'eyJ',
			'.',
			'AADSTS50011',
			'invalid_grant',
			'<p>',
			'</',
			'&#39;',
			': ',
			'=>',
			'2026-03-02T10:15:30Z',
			' ERROR '
		]
	);
	const text = fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }).map((parts) => parts.join(''));

	it('is read, and each find stands in it', () => {
		fc.assert(
			fc.property(text, (any) => {
				const { finds, requests } = readText(any);
				for (const { span } of [...finds, ...requests])
					expect(span.start >= 0 && span.start <= span.end && span.end <= any.length).toBe(true);
			}),
			{ numRuns: 300 }
		);
	});

	it('gives the same answer again', () => {
		fc.assert(
			fc.property(text, (any) => {
				expect(readText(any)).toEqual(readText(any));
			}),
			{ numRuns: 50 }
		);
	});
});

describe('a long text is read at once', () => {
	const most = 200_000;
	const filled = (part: string): string => part.repeat(Math.ceil(most / part.length)).slice(0, most);
	const hostile: Record<string, string> = {
		'nested objects': '{"a":'.repeat(30_000) + '1' + '}'.repeat(30_000),
		...Object.fromEntries(
			[
				...[
					' ',
					'\n',
					'a:',
					'error:',
					'error=',
					"error='",
					'error="',
					'{',
					'[]',
					'<',
					'<script',
					'&quot;',
					'> ',
					'a_',
					'a.',
					'_ '
				],
				...[
					'%7B',
					'QUJD',
					'x',
					'ab-\n',
					'---> ',
					'https://',
					'https://a.example/cb?error=x ',
					'https://a.example/cb?error=x&'
				],
				...[
					'{"error":"invalid_grant"}',
					'HTTP/1.1 400 Bad\nname: value\n',
					'> POST / HTTP/1.1\n< HTTP/1.1 400\n',
					'invalid error denied '
				],
				'2026-01-01T00:00:00Z ERROR [main] a.b.C - invalid_grant: Code not valid\n',
				'{"level":"error","msg":"exchange failed","error":"invalid_grant"}\n'
			].map((part) => [JSON.stringify(part), filled(part)])
		)
	};

	it.each(Object.entries(hostile))('%s', (_, text) => {
		const start = performance.now();
		readText(text);
		// Ten times what it takes on a machine with nothing else to do; what grows with the square takes minutes.
		expect(performance.now() - start).toBeLessThan(2_000);
	});
});
