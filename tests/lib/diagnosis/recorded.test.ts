import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { diagnoseOutcome, diagnoseResponse, type Report } from '$lib/diagnosis/explain';
import { fold } from '$lib/flow/fold';
import { sessionOf } from '$lib/flow/session';
import { evidenceText } from '$lib/lessons/en/diagnosis/evidence';
import type { Fact, Trace } from '$lib/trace/fact';
import type { Header } from '$lib/wire/http';
import { traceOfRecording } from '$lib/recording/recording';
import { app, ask, get, post, recording } from '../../fixtures/made-recording';
import { recordedSignIn, type RecordedSignIn } from '../../fixtures/recorded';
import { at } from '../../fixtures/tokens';
import { challenge, code, metadata, state, verifier } from '../../fixtures/walk';

/** What servers say, whatever was wrong: some of it misleads. */
const refusals: Pick<RecordedSignIn, 'status' | 'body'>[] = [
	{ status: 400, body: { error: 'invalid_grant' } },
	{ status: 400, body: { error: 'invalid_grant', error_description: 'grant request is invalid' } },
	{ status: 400, body: { error: 'invalid_grant', error_description: 'Code not valid' } },
	{ status: 403, body: { error: 'invalid_grant', error_description: 'Failed to verify code verifier' } },
	{ status: 400, body: { error: 'invalid_request' } },
	{ status: 401, body: { message: 'Unauthorized' } }
];

async function report(trace: Trace): Promise<Report | undefined> {
	const session = sessionOf(await fold(trace));
	const outcome = session.outcomes.findLast(({ move }) => move === 'token');
	return outcome && diagnoseOutcome(session, trace, outcome);
}

async function answered(trace: Trace): Promise<Report | undefined> {
	const session = sessionOf(await fold(trace));
	const { authorizationResponse } = session;
	return authorizationResponse && diagnoseResponse(session, trace, authorizationResponse);
}

const first = (made: Report | undefined): string | undefined => made?.causes[0]?.code;
const words = (made: Report | undefined): string =>
	made?.causes[0]?.evidence.map(evidenceText).join('; ') ?? '';
const codes = (made: Report | undefined): string[] => made?.causes.map(({ code }) => code) ?? [];

const hash = createHash('sha256').update(verifier).digest();
const url = (bytes: Buffer | string): string => Buffer.from(bytes).toString('base64url');

describe('a cookie that did not come back', () => {
	const asked = ask('https://id.example/authorize', { response_mode: 'form_post' });
	const back = { code: 'code-one-0123', state: 'state-one-0123' };
	const of = (cookie: string, status: number): Trace => {
		const trace = traceOfRecording(
			recording(
				get('https://app.example/login', {
					to: asked,
					answered: { 'set-cookie': 'login=1; Path=/; SameSite=Lax' }
				}),
				get(asked, { headers: { cookie: 'idp=1' } }),
				post(app, back, { headers: { cookie }, status, html: '<h1>checks.state argument is missing</h1>' })
			)
		);
		return trace.ok ? trace.value : [];
	};

	it('is the cause where the application refused the answer', async () => {
		const told = await answered(of('other=1', 400));
		expect(first(told)).toBe('callback-cookie-lost');
		expect(words(told)).toContain('SameSite=Lax');
	});

	it.each([
		['it came back', 'login=1', 400],
		['the application took the answer', 'other=1', 200]
	])('is none where %s', async (_, cookie, status) => {
		expect(codes(await answered(of(cookie, status)))).not.toContain('callback-cookie-lost');
	});
});

describe('a challenge that was made wrongly', () => {
	const made: [string, Record<string, string>, string][] = [
		['hexadecimal', { code_challenge: hash.toString('hex') }, 'pkce-challenge-misderived'],
		['the hexadecimal text', { code_challenge: url(hash.toString('hex')) }, 'pkce-challenge-misderived'],
		['the padding', { code_challenge: `${challenge}=` }, 'pkce-challenge-misderived'],
		['encoded twice', { code_challenge: url(challenge) }, 'pkce-challenge-misderived'],
		[
			'hashed twice',
			{ code_challenge: url(createHash('sha256').update(hash).digest()) },
			'pkce-challenge-misderived'
		],
		['the verifier itself', { code_challenge: verifier }, 'pkce-method-mismatch'],
		['plain', { code_challenge_method: 'plain' }, 'pkce-method-mismatch'],
		['code_challenge_method', { code_challenge_method: '' }, 'pkce-method-mismatch'],
		['s256', { code_challenge_method: 's256' }, 'pkce-method-mismatch'],
		[
			'made for another one',
			{ code_challenge: url(createHash('sha256').update('x').digest()) },
			'pkce-verifier-mismatch'
		]
	];

	it.each(made)('%s is the cause, whatever the server says', async (found, asked, cause) => {
		for (const refusal of refusals) {
			const told = await report(recordedSignIn({ asked, ...refusal }));
			expect(first(told), JSON.stringify(refusal)).toBe(cause);
			expect(words(told)).toContain(found);
			if (cause !== 'pkce-verifier-mismatch') expect(codes(told)).not.toContain('pkce-verifier-mismatch');
		}
	});

	it('is named with both values', async () => {
		const told = words(await report(recordedSignIn({ asked: { code_challenge: hash.toString('hex') } })));
		expect(told).toContain(challenge);
		expect(told).toContain(hash.toString('hex'));
	});

	it('is no cause where the client itself was refused, or too many came', async () => {
		for (const refusal of [
			{ status: 401, body: { error: 'invalid_client' } },
			{ status: 429, body: { error: 'slow_down' } }
		])
			expect(
				first(await report(recordedSignIn({ asked: { code_challenge: `${challenge}=` }, ...refusal })))
			).not.toMatch(/pkce/);
	});
});

describe('the verifier of another attempt', () => {
	it.each(['first-attempt', 'st-1', 'Zm9vYmFy'])('is told with its state: %s', async (name) => {
		const other = 'another-verifier-of-the-usual-form-0123456789';
		const trace = [
			...recordedSignIn({
				asked: { state: name, code_challenge: url(createHash('sha256').update(other).digest()) },
				came: { code: 'c1' },
				sent: { code: 'c1', code_verifier: other }
			}),
			...recordedSignIn({ start: at + 60_000, sent: { code_verifier: other } })
		];
		const told = await report(trace);
		expect(first(told)).toBe('pkce-verifier-mismatch');
		expect(words(told)).toContain(name);
	});
});

describe('a good recording that was refused for something that nobody sees', () => {
	it.each(refusals.map((refusal) => [JSON.stringify(refusal.body), refusal] as const))(
		'has no cause that the requests deny: %s',
		async (_, refusal) => {
			const told = await report(recordedSignIn(refusal));
			for (const denied of [
				'pkce-challenge-misderived',
				'pkce-method-mismatch',
				'pkce-verifier-mismatch',
				'code-differs',
				'redirect-uri-differs-at-token'
			])
				expect(codes(told)).not.toContain(denied);
		}
	);

	it('and nothing is proved of what was taken out', async () => {
		for (const mark of ['redacted-code_verifier-1', 'redacted-code_challenge-1']) {
			const name = mark.includes('verifier') ? 'sent' : 'asked';
			const values = { [mark.replace(/redacted-|-1/g, '')]: mark };
			const told = await report(
				recordedSignIn({ [name]: values, status: 400, body: { error: 'invalid_grant' } })
			);
			expect(told?.causes.filter(({ confidence }) => confidence > 0.9)).toEqual([]);
		}
	});
});

describe('two redirect URIs', () => {
	it.each([
		['https://app.example/callback', 'the slash at the end'],
		['https%3A%2F%2Fapp.example%2Fcallback%2F', 'the encoding'],
		['http://app.example/callback/', 'the scheme'],
		['https://app.example:8443/callback/', 'the port'],
		['https://www.app.example/callback/', 'the host'],
		['https://app.example/Callback/', 'upper and lower case'],
		['https://app.example/callback/?tenant=1', 'the query']
	])('differ: %s', async (redirect_uri, how) => {
		for (const refusal of refusals) {
			const told = await report(recordedSignIn({ sent: { redirect_uri }, ...refusal }));
			expect(first(told)).toBe('redirect-uri-differs-at-token');
			expect(words(told)).toContain(how);
			expect(words(told)).toContain(redirect_uri);
		}
	});
});

describe('a code that was changed', () => {
	it.each([
		['4/0AX-code', '4%2F0AX-code', 'percent-encoded'],
		['a%2Bb%2Fc-code', 'a+b/c-code', 'percent-decoded'],
		['ab+cd/ef==', 'ab cd/ef==', 'a space'],
		['long-code.with.parts', 'long-code', 'beginning'],
		['AbCdEfGh', 'abcdefgh', 'upper and lower'],
		['one-code', 'a-second-one', 'another value']
	])('%s, sent as %s', async (came, sent, how) => {
		for (const refusal of refusals) {
			const told = await report(recordedSignIn({ came: { code: came }, sent: { code: sent }, ...refusal }));
			expect(first(told), JSON.stringify(refusal)).toBe('code-differs');
			expect(words(told)).toContain(how);
			expect(words(told)).not.toContain(sent);
		}
	});

	it.each([code, '4/0AX-code', 'a%2Bb'])('is none where it is the same: %s', async (same) => {
		const told = await report(recordedSignIn({ came: { code: same }, sent: { code: same } }));
		expect(codes(told)).not.toContain('code-differs');
	});
});

describe('state', () => {
	it.each([
		['abc+def', 'abc def', 'a space'],
		['{"to":"/"}', '%7B%22to%22%3A%22%2F%22%7D', 'percent-encoded'],
		['a%2Fb-state', 'a/b-state', 'percent-decoded'],
		['state-and&more', 'state-and', 'beginning'],
		['ABCdef123', 'abcdef123', 'upper and lower']
	])('%s came back as %s', async (sent, came, how) => {
		const told = await answered(
			recordedSignIn({ asked: { state: sent }, came: { state: came } }).slice(0, -1)
		);
		expect(first(told)).toBe('state-altered');
		expect(words(told)).toContain(how);
	});

	it.each(['', 'another-state-altogether'])('is not the one that was sent: %s', async (came) =>
		expect(first(await answered(recordedSignIn({ came: { state: came } }).slice(0, -1)))).toBe(
			'state-mismatch'
		)
	);

	it('is no cause of an error that came without it', async () => {
		const refused = { state: '', code: '', error: 'access_denied', error_description: 'User denied access' };
		expect(first(await answered(recordedSignIn({ came: refused }).slice(0, -1)))).toBe('user-denied');
	});

	it.each([state, 'a+b', 'a%2Fb'])('is none where it is the same: %s', async (same) => {
		const told = await answered(recordedSignIn({ asked: { state: same } }).slice(0, -1));
		expect(codes(told)).toEqual([]);
	});
});

describe('a request that the preflight did not allow', () => {
	const asked = (allowed: string): Fact => ({
		kind: 'beside',
		at,
		step: 'exchange',
		what: 'preflight',
		exchange: {
			id: 'preflight',
			request: {
				method: 'OPTIONS',
				url: metadata.token_endpoint,
				headers: [
					['Origin', 'https://app.example'],
					['Access-Control-Request-Headers', 'x-trace-id']
				]
			},
			response: {
				status: 204,
				statusText: '',
				headers: [
					['Access-Control-Allow-Origin', '*'],
					['Access-Control-Allow-Headers', allowed]
				],
				body: ''
			},
			at,
			ms: 1,
			via: 'pasted'
		}
	});
	const unread = (allowed: string): Trace => [
		...recordedSignIn().slice(0, -1),
		asked(allowed),
		...recordedSignIn()
			.slice(-1)
			.map((fact): Fact => {
				if (fact.kind !== 'exchanged') return fact;
				const { response: _, ...exchange } = fact.exchange;
				return { ...fact, exchange: { ...exchange, failure: { reason: 'no-answer' } } };
			})
	];

	it('has that cause, by the name of what was not allowed', async () => {
		const told = await report(unread('content-type'));
		expect(first(told)).toBe('origin-not-allowed');
		expect(words(told)).toContain('x-trace-id');
	});

	it('has another one where it was allowed', async () =>
		expect(codes(await report(unread('x-trace-id')))).not.toContain('origin-not-allowed'));
});

describe('a silent sign-in in a frame', () => {
	const frame: Header[] = [
		['Sec-Fetch-Dest', 'iframe'],
		['Sec-Fetch-Site', 'cross-site']
	];
	const refused = { code: '', error: 'login_required' };
	const silent = (headers: Header[]): Trace =>
		recordedSignIn({ asked: { prompt: 'none' }, came: refused })
			.slice(0, -1)
			.map((fact): Fact =>
				fact.kind === 'left'
					? {
							...fact,
							recorded: {
								id: 'left',
								request: { method: 'GET', url: fact.url, headers },
								at: fact.at,
								ms: 1,
								via: 'pasted'
							}
						}
					: fact
			);

	it('of another site has no session, as browsers send no cookie there', async () => {
		const told = await answered(silent(frame));
		expect(codes(told)).toEqual(['silent-frame-without-session']);
		expect(
			told?.causes[0]?.evidence.some((one) => typeof one === 'object' && one.say === 'frame-of-another-site')
		).toBe(true);
	});

	it('carried no cookie, where the recorder keeps them', async () => {
		const imported: Fact = { kind: 'imported', at, entries: 9, unread: 0, lacks: ['authorization'] };
		expect(words(await answered([imported, ...silent(frame)]))).toContain('carried no cookie');
	});

	it.each([
		['with its cookie', [...frame, ['Cookie', 'session=1']]],
		[
			'of its own site',
			[
				['Sec-Fetch-Dest', 'iframe'],
				['Sec-Fetch-Site', 'same-site']
			]
		],
		[
			'that is none',
			[
				['Sec-Fetch-Dest', 'document'],
				['Sec-Fetch-Site', 'cross-site']
			]
		],
		['of which nothing is known', []]
	] as [string, Header[]][])('%s is nobody signed in', async (_, headers) =>
		expect(first(await answered(silent(headers)))).toBe('login-required')
	);
});
