import { describe, expect, it } from 'vitest';
import type { Check } from '$lib/lexicon/check';
import { recordingChecks } from '$lib/lexicon/recording-checks';
import { challengeOf } from '$lib/message/challenge';
import { textOf } from '$lib/lessons/en/phrases/phrases';
import type { Fact, Trace } from '$lib/trace/fact';
import type { Exchange, Header } from '$lib/wire/http';
import { answer, statuses } from '../../fixtures/messages';
import { recordedSignIn, tokenRequest, type RecordedSignIn } from '../../fixtures/recorded';
import { sessionAfter } from '../../fixtures/session';
import { at, createSigner } from '../../fixtures/tokens';
import { code, configuration, exchanged, metadata, wholeWalk } from '../../fixtures/walk';

const isOurs = ({ id }: Check): boolean => Object.hasOwn(recordingChecks, id);

const checksOf = async (trace: Trace): Promise<Check[]> =>
	(await sessionAfter(trace)).outcomes.at(-1)?.checks.filter(isOurs) ?? [];

const found = async (trace: Trace): Promise<Record<string, string>> => statuses(await checksOf(trace));

const wordsOf = async (trace: Trace): Promise<string> =>
	(await checksOf(trace))
		.flatMap(({ status, actual }) => (status === 'pass' || actual === undefined ? [] : [textOf(actual)]))
		.join('; ');

const good = {
	status: 200,
	body: { access_token: 'the-token', token_type: 'Bearer', id_token: 'the-id-token' }
};

describe('a recorded token request that was refused', () => {
	it('and has nothing wrong in it, passes every check', async () => {
		expect(await found(recordedSignIn())).toEqual({
			'exchange-challenge': 'pass',
			'exchange-redirect-uri': 'pass',
			'exchange-code': 'pass',
			'exchange-code-once': 'pass',
			'exchange-code-soon': 'pass',
			'exchange-form': 'pass'
		});
	});

	it.each([
		['exchange-challenge', { asked: { code_challenge_method: 's256' } }, 'another case'],
		[
			'exchange-challenge',
			{ asked: { code_challenge: 'Vv1X0TzQW5b9kq3pYd8mHs2aLr7cNf4gJt6uEo0iZxA' } },
			'made for another one'
		],
		['exchange-challenge', { sent: { code_verifier: '' } }, 'no verifier'],
		['exchange-redirect-uri', { sent: { redirect_uri: 'https://app.example/callback' } }, 'the slash'],
		['exchange-redirect-uri', { sent: { redirect_uri: '' } }, 'none'],
		['exchange-code', { came: { code: '4/0AX' }, sent: { code: '4%2F0AX' } }, 'encoded'],
		['exchange-code', { came: { code: 'ab+cd' }, sent: { code: 'ab cd' } }, 'space'],
		['exchange-code-soon', { later: 700_000 }, '700 seconds'],
		[
			'exchange-form',
			{ request: { headers: [['content-type', 'application/json']], body: '{"code":"c"}' } },
			'JSON'
		]
	] satisfies [string, RecordedSignIn, string][])('fails %s: %o', async (id, changes, words) => {
		expect(await found(recordedSignIn(changes))).toMatchObject({ [id]: 'fail' });
		expect(await wordsOf(recordedSignIn(changes))).toContain(words);
	});

	it('and has the verifier of another attempt of the file, names that one', async () => {
		const other = 'V'.repeat(43);
		const first = recordedSignIn({
			asked: { state: 'state-of-the-first-0123', code_challenge: await challengeOf(other, 'S256') }
		}).filter(({ kind }) => kind !== 'exchanged' && kind !== 'returned');
		const second = recordedSignIn({ start: at + 60_000, sent: { code_verifier: other } });
		expect(await wordsOf([...first, ...second])).toContain('the attempt with state state-of-the-first-0123');
	});

	it('after another one with the same code, says so', async () => {
		const again = tokenRequest({ later: 550 });
		expect(await found([...recordedSignIn(good), again])).toMatchObject({ 'exchange-code-once': 'fail' });
	});

	it('shows neither a code nor what else was taken out', async () => {
		expect(await wordsOf(recordedSignIn({ sent: { code: 'c0de' } }))).not.toMatch(new RegExp(`${code}|c0de`));
		const gone = { code_verifier: 'redacted-code_verifier-1', code: 'redacted-code-1' };
		expect(Object.values(await found(recordedSignIn({ sent: gone })))).not.toContain('fail');
	});
});

describe('a recorded token request that was taken', () => {
	it('is held against the server where it should not have been, and not against itself', async () => {
		const trace = recordedSignIn({ ...good, asked: { code_challenge_method: 's256' } });
		expect(Object.values(await found(trace))).not.toContain('fail');
		expect(await found(trace)).not.toHaveProperty('exchange-challenge');
	});

	it('has a notice where it was sent as JSON', async () => {
		const request = {
			headers: [['content-type', 'application/json']] satisfies Header[],
			body: '{"code":"c"}'
		};
		expect(await found(recordedSignIn({ ...good, request }))).toMatchObject({ 'exchange-form': 'warn' });
	});

	it.each([
		['', 'warn'],
		['login', 'warn'],
		['login consent', undefined],
		['consent', undefined]
	])('without a refresh token, with prompt=%s: %s', async (prompt, status) => {
		expect((await found(recordedSignIn({ ...good, asked: { prompt } })))['exchange-consent']).toBe(status);
	});

	it('with a refresh token, or without having asked for one, has no such notice', async () => {
		const renewable = { ...good, body: { ...good.body, refresh_token: 'r' } };
		for (const changes of [renewable, { ...good, asked: { scope: 'openid' } }])
			expect(await found(recordedSignIn(changes))).not.toHaveProperty('exchange-consent');
	});

	it.each([
		['Fri, 02 Jan 2026 03:04:07 GMT', 'pass', ''],
		['Fri, 02 Jan 2026 03:04:57 GMT', 'pass', ''],
		['Fri, 02 Jan 2026 03:14:07 GMT', 'warn', '600 seconds ahead'],
		['Wed, 31 Dec 2025 03:04:07 GMT', 'warn', 'seconds behind'],
		['Fri, 02 Jan 2026 02:04:07 GMT', 'skipped', 'time zones']
	])('says of a server whose clock says %s: %s', async (date, status, words) => {
		const trace = recordedSignIn({ ...good, headers: [['date', date]] });
		expect((await found(trace))['recorded-clock']).toBe(status);
		expect(await wordsOf(trace)).toContain(words);
	});
});

describe('an answer to a page of another origin', () => {
	const from = (origin: string, more: Header[] = []): Partial<Exchange['request']> => ({
		headers: [['content-type', 'application/x-www-form-urlencoded'], ['Origin', origin], ...more]
	});
	const allow = (origin: string): Header[] => [['Access-Control-Allow-Origin', origin]];

	it.each([
		['its own', 'https://app.example', allow('https://app.example'), [], 'pass'],
		['every', 'https://app.example', allow('*'), [], 'pass'],
		['no', 'https://app.example', [], [], 'fail'],
		['another', 'https://app.example', allow('https://other.example'), [], 'fail'],
		['no, of its own origin', metadata.issuer, [], [], undefined],
		['no, to a navigation', 'https://app.example', [], [['Sec-Fetch-Mode', 'navigate']], undefined]
	] as [string, string, Header[], Header[], string | undefined][])(
		'allows %s',
		async (_, origin, headers, more, status) => {
			const trace = recordedSignIn({ ...good, headers, request: from(origin, more) });
			expect((await found(trace))['recorded-cors']).toBe(status);
		}
	);

	const preflight = (asked: string, allowed: Header[], status = 204): Fact => ({
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
					['Access-Control-Request-Method', 'POST'],
					['Access-Control-Request-Headers', asked]
				]
			},
			response: answer('', { status, headers: allowed }),
			at,
			ms: 1,
			via: 'pasted'
		}
	});

	it.each([
		['dpop', [...allow('*'), ['Access-Control-Allow-Headers', 'DPoP, content-type']], 204, 'pass', ''],
		['dpop', [...allow('*'), ['Access-Control-Allow-Headers', '*']], 204, 'pass', ''],
		['authorization', [...allow('*'), ['Access-Control-Allow-Headers', '*']], 204, 'fail', 'authorization'],
		['x-trace', [...allow('*'), ['Access-Control-Allow-Headers', 'content-type']], 204, 'fail', 'x-trace'],
		['x-trace', [], 204, 'fail', 'https://app.example'],
		['x-trace', [], 405, 'fail', 'POST']
	] as [string, Header[], number, string, string][])(
		'is asked for %s first',
		async (asked, allowed, status, ended, words) => {
			const trace = recordedSignIn(good);
			const asks = preflight(asked, allowed, status);
			const made = [...trace.slice(0, -1), asks, ...trace.slice(-1)];
			expect((await found(made))['recorded-preflight']).toBe(ended);
			expect(await wordsOf(made)).toContain(words);
		}
	);
});

describe('a recorded call', () => {
	const call = (token: string | undefined, status: number): Fact =>
		exchanged(
			'call',
			'api',
			{
				url: configuration.apiUrl,
				headers: token === undefined ? [] : [['Authorization', `Bearer ${token}`]]
			},
			answer('', { status })
		);

	it.each([
		['the-token', 200, 'pass'],
		['the-token', 401, 'pass'],
		['the-id-token', 401, 'fail'],
		['the-id-token', 200, 'warn'],
		['one-from-before', 401, undefined],
		[undefined, 401, 'skipped'],
		['redacted-access_token-1', 401, 'skipped']
	])('with %s, answered %i: %s', async (token, status, ended) =>
		expect((await found([...recordedSignIn(good), call(token, status)]))['call-bearer']).toBe(ended)
	);
});

it('a walk of one’s own has no such check', async () => {
	const walk = await wholeWalk(await createSigner('RS256'));
	const made = (await sessionAfter(walk)).outcomes.flatMap(({ checks }) => checks);
	expect(made.filter(isOurs)).toEqual([]);
});
