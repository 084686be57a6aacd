import { CompactEncrypt, exportSPKI, importJWK } from 'jose';
import { describe, expect, it } from 'vitest';
import { tokenAdviceOf } from '$lib/lessons/en/tokens/checks';
import { makeExample } from '$lib/tokens/example';
import { judge, open, type Typed } from '$lib/tokens/judging';
import { readBench } from '$lib/tokens/reading';
import { phraseOf } from '../../fixtures/token-cases';
import {
	at,
	clientId,
	createSigner,
	forgeToken,
	idTokenClaims,
	issuer,
	nonce,
	signToken
} from '../../fixtures/tokens';

async function example() {
	const { response, keys, issuer, clientId, audience, nonce } = await makeExample(at);
	const { tokens } = await readBench(response);
	const [id, access] = [tokens[0]!, tokens[1]!];
	return { id, access, typed: { keys, issuer, clientId, audience, nonce } };
}

describe('a token that is held against what was typed', () => {
	it('is verified where a key fits and nothing failed', async () => {
		const { id, access, typed } = await example();
		expect([id.name, access.name]).toEqual(['id_token', 'access_token']);
		const judged = await judge({
			...{ token: id.text, use: 'id', at },
			typed: { ...typed, accessToken: access.text }
		});
		expect(judged.verdict).toBe('verified');
		expect(judged.checks.filter(({ status }) => status === 'fail')).toEqual([]);
		expect(judged.checks.find((check) => check.id === 'id-token-at-hash')?.status).toBe('pass');
		expect((await judge({ token: access.text, use: 'access', typed, at })).verdict).toBe('verified');
	});

	it.each<[string, Typed]>([
		['another issuer', { issuer: 'https://other.example' }],
		['another client', { clientId: 'other' }],
		['another nonce', { nonce: 'other' }]
	])('is refused for %s', async (_, other) => {
		const { id, typed } = await example();
		const judged = await judge({ token: id.text, use: 'id', typed: { ...typed, ...other }, at });
		expect(judged.verdict).toBe('refused');
		expect(judged.story.verdict).toBe('fits');
	});

	it('is refused when it was changed, and when its time is over', async () => {
		const { id, typed } = await example();
		const [header, , signature] = id.text.split('.');
		const changed = `${header}.${forgeToken({}, idTokenClaims()).split('.')[1]}.${signature}`;
		expect((await judge({ token: changed, use: 'id', typed, at })).story.verdict).toBe('differs');
		const later = { token: id.text, use: 'id', typed, at: at + 400_000 } as const;
		expect((await judge(later)).verdict).toBe('refused');
		expect((await judge({ ...later, ahead: -400_000 })).verdict).toBe('verified');
	});

	it('is not verified without keys, and says what was wrong with those that were typed', async () => {
		const { id } = await example();
		const bare = await judge({ token: id.text, use: 'id', typed: {}, at });
		expect([bare.verdict, bare.keyFault]).toEqual(['unverified', undefined]);
		const wrong = await judge({ token: id.text, use: 'id', typed: { keys: 'hello' }, at });
		expect([wrong.verdict, wrong.keyFault === undefined]).toEqual(['unverified', false]);
	});

	it('is verified by a key without a name, as PEM and as JWK, with a notice that no names were compared', async () => {
		const signer = await createSigner('ES256', 'named-in-the-token');
		const token = await signToken(signer, idTokenClaims());
		const { kid: _, ...unnamed } = signer.publicJwk;
		const pem = await exportSPKI((await importJWK(unnamed, 'ES256', { extractable: true })) as CryptoKey);
		for (const keys of [pem, JSON.stringify({ keys: [unnamed] })]) {
			const judged = await judge({ token, use: 'id', typed: { keys, issuer, clientId, nonce }, at });
			const key = judged.checks.find(({ id }) => id === 'id-token-key');
			expect([judged.verdict, key?.status, key && phraseOf(key)]).toEqual([
				...['verified', 'warn', 'key-without-name']
			]);
			expect(key && tokenAdviceOf(key).fails).toContain('A key in PEM has no place for one');
		}
	});

	it('takes the secret in the form in which it is written', async () => {
		const token = forgeToken({ alg: 'HS256' }, idTokenClaims(), 'c2ln');
		const secret = (secretForm: string) => ({ secret: 'zz', secretForm });
		const inHex = await judge({ token, use: 'id', typed: secret('hex'), at });
		expect(inHex.secretFault?.reason).toBe('not-hex');
		const asText = await judge({ token, use: 'id', typed: secret('text'), at });
		expect([asText.secretFault, asText.story.verdict]).toEqual([undefined, 'differs']);
	});
});

describe('an encrypted token', () => {
	const key = new Uint8Array(32).fill(7);
	const seal = (text: string): Promise<string> =>
		new CompactEncrypt(new TextEncoder().encode(text))
			.setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
			.encrypt(key);

	it('is opened by the secret that was typed, and by no other', async () => {
		const token = await seal('{"sub":"a"}');
		const hex = Buffer.from(key).toString('hex');
		expect(await open(token, {})).toBeUndefined();
		expect(await open(token, { secret: hex, secretForm: 'hex' })).toMatchObject({
			...{ ok: true, holds: 'claims', text: '{"sub":"a"}' }
		});
		const other = await open(token, { secret: hex.replaceAll('7', '8'), secretForm: 'hex' });
		expect(other?.ok).toBe(false);
	});
});

describe('a paste', () => {
	it('shows the members that can be read of what is broken, and where it is', async () => {
		const whole = forgeToken({ alg: 'RS256' }, { iss: 'a', sub: 'b' }, 'c2ln');
		const [token] = (await readBench(whole.replace(/\.(.{16})/, '.$1*'))).tokens;
		expect(token).toMatchObject({ form: 'broken', header: '{"alg":"RS256"}', claims: '{"iss":"a"}' });
		expect(token?.faults[0]).toMatchObject({ fault: 'foreign-character', part: 'payload', character: '*' });
	});

	it('is one token with its claims as they were written, and none where there is none', async () => {
		const claims = '{"big":12345678901234567890,"__proto__":1,"a":1,"a":2}';
		const parts = ['{"alg":"none"}', claims].map((part) => Buffer.from(part).toString('base64url'));
		const [token] = (await readBench(`Bearer ${parts.join('.')}.`)).tokens;
		expect(token).toMatchObject({ claims, doubled: ['a'], mended: ['scheme'] });
		expect((await readBench('')).tokens).toEqual([]);
	});
});
