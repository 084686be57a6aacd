/** Vectors of public standards: what is signed verifies, what was changed does not, what is encrypted opens. */
import { describe, expect, test } from 'vitest';
import { calculateJwkThumbprint, type JWK } from 'jose';
import { isPublicKey } from '$lib/client/key-set';
import { signatureFit } from '$lib/message/signature';
import { decryptToken } from '$lib/tokens/keys/open';
import { readKeys } from '$lib/tokens/keys/read-keys';
import { readSecret } from '$lib/tokens/keys/secret';
import { signatureStory, type StoryContext } from '$lib/tokens/keys/story';
import jwe from '../../../fixtures/vectors/jwe.json';
import jwk from '../../../fixtures/vectors/jwk.json';
import jws from '../../../fixtures/vectors/jws.json';
import wycheproof from '../../../fixtures/vectors/wycheproof.json';

/** What a person brings for a key: the text of it, or the secret in it. */
async function contextOf(key: JWK | undefined): Promise<StoryContext> {
	if (!key) return {};
	if (key.kty === 'oct') {
		const secret = readSecret(key.k ?? '', 'base64url');
		return secret.ok ? { secret: secret.value } : {};
	}
	const keys = await readKeys(JSON.stringify(key));
	return keys.ok ? { keys: keys.value } : {};
}

const payloads: Record<string, string> = jws.payloads;

describe('signed', () => {
	const tokens = jws.vectors.map(({ source, key, header, payload, text, signature }) => {
		const middle = text ?? payloads[payload ?? ''] ?? '';
		return { source, key: key as JWK | undefined, token: `${header}.${middle}.${signature}` };
	});

	test.each(tokens)('$source', async ({ key, token }) => {
		const { verdict, key: fitting } = await signatureStory(token, await contextOf(key));
		expect(verdict).toBe(key ? 'fits' : 'unsigned');
		if (isPublicKey(key) && key.kty !== 'oct') expect(fitting).toMatchObject(key);
	});

	test.each(tokens.filter(({ key }) => key))('$source, changed in each part', async ({ key, token }) => {
		const context = await contextOf(key);
		const [header = '', payload = '', signature = ''] = token.split('.');
		const other = (text: string): string => (text.startsWith('A') ? 'B' : 'A') + text.slice(1);
		const verdicts = await Promise.all(
			[
				`${header}.${other(payload)}.${signature}`,
				`${header}.${payload}.${other(signature)}`,
				`${header}.${payload}.${signature.slice(0, -4)}`
			].map((changed) => signatureStory(changed, context))
		);
		expect(verdicts.map(({ verdict }) => verdict)).toEqual(['differs', 'differs', 'differs']);
	});
});

describe('content that is not encoded: the second example of RFC 7797', () => {
	const header = 'eyJhbGciOiJIUzI1NiIsImI2NCI6ZmFsc2UsImNyaXQiOlsiYjY0Il19';
	const signature = 'A5dxf2s96_n5FLueVuW1Z_vh161FwXZC4YLPff6dmDY';
	const key = jws.vectors[0]?.key as JWK;

	test('verified as it is written', async () => {
		expect(await signatureFit([header, '$.02', signature], key, 'HS256')).toBe('fits');
		expect(await signatureFit([header, '$.03', signature], key, 'HS256')).toBe('differs');
	});

	test('carried apart from the token, it is not known', async () => {
		const story = await signatureStory(`${header}..${signature}`, await contextOf(key));
		expect([story.verdict, story.told[0]?.say]).toEqual(['unknown', 'payload-detached']);
	});
});

describe('keys of Appendix A of RFC 7517', () => {
	test('A.1, public', async () => {
		const read = await readKeys(JSON.stringify(jwk.public));
		expect(read).toEqual({ ok: true, value: { keys: jwk.public.keys, notes: [] } });
		expect(await calculateJwkThumbprint(jwk.public.keys[1] as JWK)).toBe(jwk.thumbprint);
	});

	test('A.2, private: the public half goes on', async () => {
		const [first] = jwk.public.keys;
		const read = await readKeys(JSON.stringify({ keys: [{ ...first, d: jwk.privateMember }] }));
		expect(read.ok && read.value.keys).toEqual([first]);
		expect(read.ok && read.value.notes.map(({ say }) => say)).toEqual(['private-key']);
	});

	test('A.3, secret: none of them is a public key', async () => {
		const read = await readKeys('{"keys":[{"kty":"oct","alg":"A128KW","k":"GawgguFyGrWKav7AX4VKUg"}]}');
		expect(read).toMatchObject({ ok: false, failure: { reason: 'only-secrets' } });
	});
});

describe('encrypted', () => {
	test.each(jwe.vectors)('$source', async ({ jwe: token, key, password, opens }) => {
		const opened = await decryptToken(
			token,
			password === undefined ? JSON.stringify(key) : new TextEncoder().encode(password)
		);
		expect(opened.ok && opened.value.text?.slice(0, opens.length)).toBe(opens);
	});

	test.each(jwe.vectors)('$source, changed in each part', async ({ jwe: token, key, password }) => {
		const parts = token.split('.');
		for (const at of [1, 2, 3, 4]) {
			const part = parts[at] ?? '';
			if (part === '') continue;
			const changed = parts.with(at, (part.startsWith('A') ? 'B' : 'A') + part.slice(1)).join('.');
			const by = password === undefined ? JSON.stringify(key) : new TextEncoder().encode(password);
			const opened = await decryptToken(changed, by);
			expect(opened.ok).toBe(false);
			expect(opened).toMatchObject({
				failure: { reason: expect.stringMatching(/^(?:changed|wrong-key|does-not-open)$/) as string }
			});
		}
	});

	test('Appendix A.2 of RFC 7516, by RSA1_5, is not opened here, and said', async () => {
		const header = 'eyJhbGciOiJSU0ExXzUiLCJlbmMiOiJBMTI4Q0JDLUhTMjU2In0';
		const token = `${header}.AA.AxY8DCtDaGlsbGljb3RoZQ.KDlTtXchhZTGufMYmOYGS4HffxPSUrfmqCHXaI9wOGY.9hH0vgRfYgPnAHOd8stkvw`;
		expect(await decryptToken(token, '{}')).toMatchObject({ failure: { reason: 'rsa1_5' } });
	});
});

/** What the comments of Wycheproof say was done to the valid token of a group; here each is done to each group. */
const changes: Record<string, (parts: [string, string, string]) => string> = {
	rejectsModifiedSignature: ([h, p, s]) => `${h}.${p}.X${s.slice(1)}`,
	rejectsMissingSignature: ([h, p]) => `${h}.${p}.`,
	rejectsMissingSignatureAndSeparator: ([h, p]) => `${h}.${p}`,
	rejectsModifiedPayload: ([h, , s]) => `${h}.WG9v.${s}`,
	rejectsMissingPayload: ([h, , s]) => `${h}..${s}`,
	rejectsMissingPayloadAndSeparator: ([h, , s]) => `${h}.${s}`,
	rejectsModifiedHeader: ([h, p, s]) => `${h.replace('ImtpZC1', 'IlhpZC1')}.${p}.${s}`,
	rejectsMissingHeader: ([, p, s]) => `.${p}.${s}`,
	rejectsMissingHeaderAndSeparator: ([, p, s]) => `${p}.${s}`,
	rejectsMissingHeaderAndSignature: ([, p]) => `.${p}.`,
	rejectsMissingHeaderSignatureAndSeparators: ([, p]) => p,
	rejectsEmptyString: () => '',
	rejectsExtraEmptyComponent: ([h, p, s]) => `${h}.${p}.${s}.`,
	rejectsExtraComponent: ([h, p, s]) => `${h}.${p}.${s}.foo`,
	rejectsValidJsonSerialization: ([h, p, s]) =>
		JSON.stringify({ payload: p, signatures: [{ protected: h, signature: s }] })
};

describe('Wycheproof', () => {
	const groups = Object.entries(wycheproof.valid).map(([group, token]) => ({
		group,
		parts: token.split('.') as [string, string, string],
		key: wycheproof.keys[group as keyof typeof wycheproof.keys] as JWK
	}));

	test.each(groups)('$group acceptsValid', async ({ parts, key }) => {
		expect(await signatureStory(parts.join('.'), await contextOf(key))).toMatchObject({ verdict: 'fits' });
	});

	test.each(groups)('$group rejects each of its changes', async ({ parts, key }) => {
		const context = await contextOf(key);
		for (const [name, change] of Object.entries(changes)) {
			const { verdict, told } = await signatureStory(change(parts), context);
			expect(verdict, name).not.toBe('fits');
			expect(told.length, name).toBeGreaterThan(0);
		}
	});

	test.each(Object.entries(wycheproof.attacks))('%s', async (name, token) => {
		const group = name.split(' ')[0] as keyof typeof wycheproof.keys;
		const { verdict } = await signatureStory(token, await contextOf(wycheproof.keys[group] as JWK));
		expect(verdict).not.toBe('fits');
	});

	test('a set with a secret beside public keys does not verify by the secret', async () => {
		const { hs256, es256 } = wycheproof.keys;
		const keys = await readKeys(JSON.stringify({ keys: [hs256, es256] }));
		expect(keys.ok && keys.value.keys.map(({ kid }) => kid)).toEqual(['kid-ec-sign']);
		const { verdict } = await signatureStory(wycheproof.valid.hs256, keys.ok ? { keys: keys.value } : {});
		expect(verdict).toBe('unknown');
	});

	test('a key of 1024 bits is told to be too short, also where it fits', async () => {
		const { key, jws: token } = wycheproof.short;
		const story = await signatureStory(token, await contextOf(key as JWK));
		expect([story.verdict, story.warnings.map(({ say }) => say)]).toEqual(['fits', ['rsa-short']]);
	});

	test('a key for encryption does not verify', async () => {
		const key = { ...wycheproof.keys.rs256, alg: 'RSA1_5', use: 'enc' };
		const { verdict } = await signatureStory(wycheproof.valid.rs256, await contextOf(key));
		expect(verdict).toBe('unknown');
	});
});
