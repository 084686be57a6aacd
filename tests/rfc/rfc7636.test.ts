import { describe, expect, test } from 'vitest';
import { challenge, createServer, verifier } from './server';

const errorIn = (response: Response) => new URL(response.headers.get('location')!).searchParams.get('error');

describe('the challenge', () => {
	test('RFC 7636 §4.4.1: a missing code_challenge is invalid_request, and says why', async () => {
		const response = await createServer().authorize({
			code_challenge: undefined,
			code_challenge_method: undefined
		});
		const { searchParams } = new URL(response.headers.get('location')!);
		expect(searchParams.get('error')).toBe('invalid_request');
		expect(searchParams.get('error_description')).toContain('code challenge required');
	});

	test('RFC 7636 §4.3: without a method the challenge is plain, which is not supported here', async () => {
		const server = createServer();
		expect(errorIn(await server.authorize({ code_challenge_method: undefined }))).toBe('invalid_request');
		expect(server.failed()).toEqual(['as-challenge-method']);
	});

	test.each(['plain', 's256', 'S512', 'none'])(
		'RFC 7636 §4.4.1: the method %s is not supported',
		async (method) => {
			const response = await createServer().authorize({ code_challenge_method: method });
			expect(errorIn(response)).toBe('invalid_request');
		}
	);

	test.each([
		['42 characters', challenge.slice(1)],
		['44 characters', `${challenge}A`],
		['padding', `${challenge.slice(0, 42)}=`],
		['base64 instead of base64url', `${challenge.slice(0, 42)}+`]
	])('RFC 7636 §4.2: an S256 challenge with %s is refused', async (_, value) => {
		const server = createServer();
		expect(errorIn(await server.authorize({ code_challenge: value }))).toBe('invalid_request');
		expect(server.failed()).toEqual(['as-challenge-form']);
	});

	test('RFC 7636 §4.3: a method without a challenge is refused', async () => {
		const response = await createServer(({ policy }) => {
			policy.requirePkce = false;
		}).authorize({ code_challenge: undefined });
		expect(errorIn(response)).toBe('invalid_request');
	});
});

describe('the verifier', () => {
	test('RFC 7636 Appendix B: the example passes', async () => {
		const server = createServer();
		expect((await server.exchange(await server.code())).status).toBe(200);
	});

	test('RFC 7636 §4.5: code_verifier is required', async () => {
		const server = createServer();
		const response = await server.exchange(await server.code(), { code_verifier: undefined });
		expect((await response.json()).error).toBe('invalid_grant');
		expect(server.failed()).toEqual(['as-verifier-present']);
	});

	test('RFC 7636 §4.6: a wrong verifier is invalid_grant', async () => {
		const server = createServer();
		const response = await server.exchange(await server.code(), {
			code_verifier: verifier.replace('d', 'e')
		});
		expect(response.status).toBe(400);
		expect((await response.json()).error).toBe('invalid_grant');
		expect(server.failed()).toEqual(['as-verifier-matches']);
	});

	test('RFC 7636 §4.6: the challenge itself is not its verifier', async () => {
		const server = createServer();
		await server.exchange(await server.code(), { code_verifier: challenge });
		expect(server.failed()).toEqual(['as-verifier-matches']);
	});

	test.each([
		['42 characters', 'a'.repeat(42)],
		['129 characters', 'a'.repeat(129)],
		['a space', `${'a'.repeat(43)} `],
		['a letter that is not ASCII', `${'a'.repeat(43)}é`]
	])('RFC 7636 §4.1: a verifier with %s is refused for its form', async (_, value) => {
		const server = createServer();
		const response = await server.exchange(await server.code(), { code_verifier: value });
		expect((await response.json()).error).toBe('invalid_grant');
		expect(server.failed()[0]).toBe('as-verifier-form');
	});
});

describe('plain, where the realm allows it', () => {
	const withPlain = () =>
		createServer(({ policy }) => {
			policy.allowPlain = true;
		});

	test('RFC 7636 §4.6: the verifier is compared as it is', async () => {
		const server = withPlain();
		const code = await server.code({ code_challenge: verifier, code_challenge_method: 'plain' });
		expect((await server.exchange(code)).status).toBe(200);
	});

	test('RFC 7636 §4.3: and it is the default', async () => {
		const server = withPlain();
		const code = await server.code({ code_challenge: verifier, code_challenge_method: undefined });
		expect((await server.exchange(code)).status).toBe(200);
	});

	test('RFC 7636 §4.6: a wrong verifier is refused as well, and the right one is not shown', async () => {
		const server = withPlain();
		const code = await server.code({ code_challenge: verifier, code_challenge_method: 'plain' });
		await server.exchange(code, { code_verifier: 'z'.repeat(43) });
		expect(server.failed()).toEqual(['as-verifier-matches']);
		expect(JSON.stringify(server.decisions.at(-1))).not.toContain(verifier);
	});

	test('RFC 7636 §7.2: a challenge made for S256 cannot be used as plain', async () => {
		const server = withPlain();
		const code = await server.code();
		await server.exchange(code, { code_verifier: challenge });
		expect(server.failed()).toEqual(['as-verifier-matches']);
	});
});

describe('where the realm does not require PKCE', () => {
	const relaxed = () =>
		createServer(({ policy }) => {
			policy.requirePkce = false;
		});

	test('RFC 7636 §5: a client that does not know PKCE is served', async () => {
		const server = relaxed();
		const code = await server.code({ code_challenge: undefined, code_challenge_method: undefined });
		expect((await server.exchange(code, { code_verifier: undefined })).status).toBe(200);
	});

	test('RFC 9700 §4.8.2: a verifier for a code without challenge is refused: no downgrade', async () => {
		const server = relaxed();
		const code = await server.code({ code_challenge: undefined, code_challenge_method: undefined });
		expect((await (await server.exchange(code)).json()).error).toBe('invalid_grant');
		expect(server.failed()).toEqual(['as-verifier-present']);
	});

	test('RFC 9700 §4.8.2: a code with challenge is not given out without a verifier', async () => {
		const server = relaxed();
		const response = await server.exchange(await server.code(), { code_verifier: undefined });
		expect((await response.json()).error).toBe('invalid_grant');
	});
});
