import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { stepOfFact } from '$lib/flow/step-of-fact';
import { attemptsOf } from '$lib/flow/attempts';
import { checksOf, signInOf } from '$lib/flow/ending';
import { fold } from '$lib/flow/fold';
import { statusOf } from '$lib/flow/status';
import { handOf } from '$lib/flow/hand';
import { scoreOf } from '$lib/flow/score';
import { sessionOf, type Session } from '$lib/flow/session';
import { stepIds, type StepId } from '$lib/lexicon/steps';
import { traceOfBrought } from '$lib/recording/brought-walk';
import { isMessage, recognise } from '$lib/recording/intake';
import { redact } from '$lib/trace/redact';
import { formatCurl } from '$lib/wire/curl';
import { formatResponse } from '$lib/wire/raw';
import { failures, statuses } from '../../fixtures/messages';
import { at, createSigner, idTokenClaims, signToken } from '../../fixtures/tokens';
import {
	accessToken,
	callbackUrl,
	challenge,
	code,
	configuration,
	left,
	metadata,
	secretsOfTheWalk,
	tokenFact,
	verifier
} from '../../fixtures/walk';

const { issuer } = metadata;

const traceOf = (text: string) => {
	const trace = traceOfBrought(recognise(text), at);
	if (!trace.ok) throw new Error(trace.failure.reason);
	return trace.value;
};
const opened = async (text: string): Promise<Session> => sessionOf(await fold(traceOf(text)));
const landing = (text: string): StepId | undefined => {
	const newest = traceOf(text).at(-1);
	return newest && stepOfFact(newest);
};

const standing = (session: Session): Record<string, StepId[]> =>
	stepIds.reduce<Record<string, StepId[]>>((found, id) => {
		const word = statusOf(id, session);
		return { ...found, [word]: [...(found[word] ?? []), id] };
	}, {});

const authorizationUrl = (): string => {
	const sent = left();
	return sent.kind === 'left' ? sent.url : '';
};

let idToken: string;
const token = () =>
	tokenFact({ access_token: accessToken, token_type: 'Bearer', id_token: idToken }).exchange;
const curl = (): string => formatCurl(token().request, undefined) ?? '';
const withAnswer = (body: unknown, status = 200): string => {
	const { response } = tokenFact(body, status).exchange;
	return `${curl()}\n${response ? formatResponse(response) : ''}`;
};

beforeAll(async () => {
	idToken = await signToken(await createSigner('RS256'), idTokenClaims());
});

describe('a callback that was brought alone', () => {
	it('is an attempt that has nothing but its answer, and no failed check', async () => {
		const session = await opened(callbackUrl());
		expect(session.authorizationResponse?.code).toBe(code);
		expect(session.configuration).toMatchObject({ clientId: '', redirectUri: configuration.redirectUri });
		expect(standing(session)).toEqual({
			done: ['callback'],
			'not-known': stepIds.filter((id) => id !== 'callback')
		});
		expect(failures(checksOf(session))).toEqual([]);
	});

	it('is compared with nothing that is not known: not with its own issuer, and with no state', async () => {
		const { authorizationResponse } = await opened(callbackUrl());
		expect(statuses(authorizationResponse?.checks ?? [])).toMatchObject({
			'callback-state': 'skipped',
			'callback-issuer': 'skipped',
			'callback-library': 'skipped',
			'callback-code': 'pass',
			'callback-parameters-once': 'pass'
		});
	});

	it('fails by what is wrong in itself', async () => {
		const session = await opened(`${configuration.redirectUri}?code=a&code=b&state=c`);
		expect(failures(checksOf(session))).toEqual(['callback-parameters-once']);
		expect(statusOf('callback', session)).toBe('failed');
	});

	it('with an error fails as that says', async () => {
		const session = await opened(`${configuration.redirectUri}?error=access_denied&state=c`);
		expect(session.authorizationResponse?.error).toMatchObject({ error: 'access_denied' });
		expect(failures(checksOf(session))).toEqual(['callback-no-error']);
	});

	it.each(['?code=abc&state=d', 'code=abc&state=d', 'com.example.app:/oauth?code=abc&state=d'])(
		'may be a part of an address or one of an app: %s',
		async (text) => {
			const session = await opened(text);
			expect(session.authorizationResponse?.code).toBe('abc');
			expect(statusOf('callback', session)).toBe('done');
			expect(landing(text)).toBe('callback');
		}
	);

	it('may be a JWT of a server that nobody knows: its signature is not checked, and that is no failure', async () => {
		const response = await signToken(await createSigner('RS256'), {
			iss: issuer,
			aud: 'x',
			exp: at,
			code,
			state: 's'
		});
		const session = await opened(`${configuration.redirectUri}?response=${response}`);
		expect(statuses(session.authorizationResponse?.checks ?? [])).toMatchObject({
			'jarm-iss': 'skipped',
			'jarm-aud': 'skipped',
			'jarm-signature': 'skipped'
		});
		expect(statusOf('callback', session)).toBe('done');
	});
});

describe('an authorization URL that was brought alone', () => {
	it('is an attempt as it was sent: its challenge is known, its verifier and its tokens are not', async () => {
		const session = await opened(authorizationUrl());
		expect(session).toMatchObject({
			code_challenge: challenge,
			code_challenge_method: 'S256',
			recorded: true
		});
		expect(session.code_verifier).toBeUndefined();
		expect(standing(session)).toEqual({
			done: ['challenge', 'authorize'],
			'not-known': ['configure', 'verifier', 'callback', 'exchange', 'tokens', 'call', 'renew']
		});
		expect(landing(authorizationUrl())).toBe('authorize');
	});

	it('has one message in its score, and none that is still to come', async () => {
		const score = scoreOf(await opened(authorizationUrl()));
		expect(score.map(({ name, state }) => [name, state])).toEqual([['authorization', 'crossed']]);
	});

	it('takes the callback that is brought after it, and compares the state with the one that it sent', async () => {
		const trace = traceOf(authorizationUrl());
		const came = { kind: 'returned', at, step: 'callback', way: 'pasted' } as const;
		const good = sessionOf(await fold([...trace, { ...came, url: callbackUrl() }]));
		expect(statuses(good.authorizationResponse?.checks ?? [])['callback-state']).toBe('pass');
		const other = sessionOf(await fold([...trace, { ...came, url: callbackUrl({ state: 'other' }) }]));
		expect(statuses(other.authorizationResponse?.checks ?? [])['callback-state']).toBe('fail');
	});

	it('of the implicit flow is one as well', () => {
		const url = authorizationUrl().replace('response_type=code', 'response_type=token');
		expect(traceOfBrought(recognise(url), at)).toMatchObject({ ok: true });
	});
});

describe('a token request that was brought as curl', () => {
	it('alone has an answer that is not known, which is no failure', async () => {
		const session = await opened(curl());
		expect(session).toMatchObject({
			code_verifier: verifier,
			configuration: { clientId: configuration.clientId }
		});
		expect([session.code_challenge, session.code_challenge_method]).toEqual([undefined, undefined]);
		expect(standing(session)).toEqual({
			done: ['verifier'],
			'not-known': ['configure', 'challenge', 'authorize', 'callback', 'exchange', 'tokens', 'call', 'renew']
		});
		expect(checksOf(session)).toEqual([]);
		expect(signInOf(session)).toEqual({ kind: 'not-recorded' });
		expect(scoreOf(session).map(({ name, state }) => [name, state])).toEqual([['token', 'crossed']]);
		expect(landing(curl())).toBe('exchange');
	});

	it('with a refusal under it fails as that says', async () => {
		const session = await opened(withAnswer({ error: 'invalid_grant' }, 400));
		expect(session.exchange?.error).toMatchObject({ error: 'invalid_grant' });
		expect(statusOf('exchange', session)).toBe('failed');
	});

	it('with tokens under it has them, and compares nothing with what was not asked here', async () => {
		const text = withAnswer({
			access_token: accessToken,
			token_type: 'Bearer',
			expires_in: 60,
			id_token: idToken
		});
		const session = await opened(text);
		expect(statusOf('exchange', session)).toBe('done');
		expect(failures(checksOf(session))).toEqual([]);
		expect(statuses(checksOf(session))).toMatchObject({
			'token-scope': 'skipped',
			'token-id-token': 'skipped',
			'id-token-iss': 'skipped',
			'id-token-nonce': 'skipped',
			'id-token-library': 'skipped',
			'id-token-aud': 'pass'
		});
	});

	it('is read at the time that its answer names', async () => {
		const date = 'Tue, 15 Nov 1994 08:12:31 GMT';
		const session = await opened(
			`${curl()}\nHTTP/1.1 400 Bad Request\nDate: ${date}\n\n{"error":"invalid_grant"}`
		);
		expect(session.exchange?.exchange.at).toBe(Date.parse(date));
	});

	it('may be a refresh, with what came of it', async () => {
		const refresh = `curl ${metadata.token_endpoint} -d grant_type=refresh_token -d refresh_token=r0123456789 -d client_id=a`;
		expect(landing(refresh)).toBe('renew');
		expect(statusOf('renew', await opened(refresh))).toBe('not-known');
		const refused = await opened(`${refresh}\n{"error":"invalid_grant"}`);
		expect(statusOf('renew', refused)).toBe('failed');
		const renewed = await opened(
			`${refresh}\n{"access_token":"abcdefgh","token_type":"Bearer","expires_in":5}`
		);
		expect(statusOf('renew', renewed)).toBe('done');
		expect(renewed.tokens?.access_token).toBe('abcdefgh');
		expect(failures(checksOf(renewed))).toEqual([]);
	});

	it('of a client that names itself in a header is of that client', async () => {
		const command = `curl -u me:pw ${metadata.token_endpoint} -d grant_type=authorization_code -d code=abcdefgh`;
		expect((await opened(command)).configuration).toMatchObject({
			clientId: 'me',
			authentication: 'client_secret_basic'
		});
	});
});

describe('any message that was brought', () => {
	const texts = () => [
		callbackUrl(),
		authorizationUrl(),
		curl(),
		withAnswer({ error: 'invalid_grant' }, 400)
	];

	it('is one attempt of a recording, and is said to be one', async () => {
		for (const text of texts())
			expect(attemptsOf(await fold(traceOf(text)))).toMatchObject([{ recorded: true, current: true }]);
	});

	it('is exported without its secrets', () => {
		for (const text of texts()) {
			const exported = JSON.stringify(redact(traceOf(text)));
			for (const secret of secretsOfTheWalk) expect(exported).not.toContain(secret);
			expect(exported).not.toContain(encodeURIComponent(code));
		}
	});

	it('opens or is refused, whatever stands in it', async () => {
		const odd = fc.oneof(
			fc.string({ maxLength: 60 }),
			fc.string({ unit: 'binary', maxLength: 20 }),
			fc.constantFrom(
				'\0',
				'%',
				'%E0%A4%A',
				'\ud800',
				'\u2028',
				'🎉',
				'&code=',
				'#code=',
				'__proto__',
				"'",
				'{"'
			)
		);
		const message = fc.oneof(
			odd.map((text) => `https://app.example/cb?code=${text}&state=${text}`),
			odd.map((text) => `?code=a&${text}`),
			odd.map((text) => `https://id.example/authorize?response_type=code&client_id=${text}&state=${text}`),
			odd.map((text) => `https://id.example/authorize?response_type=code&client_id=a&request=${text}`),
			odd.map((text) => `curl https://id.example/token -d grant_type=authorization_code -d 'code=${text}'`),
			fc
				.tuple(odd, odd)
				.map(
					([head, body]) =>
						`curl https://id.example/token -d grant_type=refresh_token\nHTTP/1.1 200 OK\nx: ${head}\n\n{"access_token":${JSON.stringify(body)},"token_type":"Bearer","id_token":${JSON.stringify(head)}}`
				)
		);
		await fc.assert(
			fc.asyncProperty(message, async (text) => {
				const brought = recognise(text);
				const trace = traceOfBrought(brought, at);
				if (!isMessage(brought)) expect(trace.ok).toBe(false);
				if (!trace.ok) return;
				const session = sessionOf(await fold(trace.value));
				scoreOf(session);
				stepIds.forEach((id) => statusOf(id, session));
			}),
			{ numRuns: 200 }
		);
	});

	it('that is too long for a walk is refused by name', () => {
		const url = `https://id.example/authorize?response_type=code&client_id=${'a'.repeat(5_000)}&state=b`;
		expect(traceOfBrought(recognise(url), at)).toMatchObject({ ok: false });
	});
});

describe('what the client of a brought message holds', () => {
	const held = async (text: string) =>
		handOf(await opened(text)).flatMap(({ id, value }) => (value === undefined ? [] : [id]));

	it('is what stands in it', async () => {
		expect(await held(callbackUrl())).toEqual(['code']);
		expect(await held(authorizationUrl())).toEqual(['code_challenge', 'state', 'nonce']);
		expect(await held(authorizationUrl().replace(/&nonce=[^&]*/, ''))).toEqual(['code_challenge', 'state']);
		expect(await held(curl())).toEqual(['code_verifier', 'code']);
		expect(
			await held('curl https://id.example/token -d grant_type=refresh_token -d refresh_token=r0123456')
		).toEqual(['refresh_token']);
	});
});
