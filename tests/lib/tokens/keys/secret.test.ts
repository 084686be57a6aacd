import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { secretFaultTexts } from '$lib/lessons/en/tokens/key-faults';
import { readSecret, type SecretForm } from '$lib/tokens/keys/secret';
import { signatureStory } from '$lib/tokens/keys/story';

const signed = (alg: string, secret: Uint8Array): string => {
	const input = `${Buffer.from(JSON.stringify({ alg })).toString('base64url')}.e30`;
	return `${input}.${createHmac(`sha${alg.slice(2)}`, secret)
		.update(input)
		.digest('base64url')}`;
};

describe('a typed secret', () => {
	test.each<[SecretForm, string, number[]]>([
		['text', ' ä', [32, 195, 164]],
		['base64url', '_-8', [255, 239]],
		['base64url', '_-8=', [255, 239]],
		['base64', '/+8=', [255, 239]],
		['hex', 'ffEF', [255, 239]]
	])('as %s: %s', (form, typed, bytes) => {
		const read = readSecret(typed, form);
		expect(read.ok && [...read.value]).toEqual(bytes);
	});

	test.each<[SecretForm, string, string, number | undefined]>([
		['text', '', 'empty', undefined],
		['hex', ' ', 'empty', undefined],
		['hex', 'fg', 'not-hex', 1],
		['hex', 'fff', 'odd-hex', 3],
		['base64url', 'a+b', 'not-base64url', 1],
		['base64', 'a-b', 'not-base64', 1],
		['base64', 'abcde', 'not-base64', 5]
	])('is none as %s: "%s"', (form, typed, reason, position) => {
		const read = readSecret(typed, form);
		expect(read).toEqual({ ok: false, failure: { reason, ...(position !== undefined && { position }) } });
		if (!read.ok) expect(secretFaultTexts[read.failure.reason].do).not.toBe('');
	});
});

describe('a token that is signed with a secret', () => {
	test.each(['HS256', 'HS384', 'HS512'])('%s: it fits, and who can verify can also make', async (alg) => {
		const bytes = Number(alg.slice(2)) / 8;
		const secret = new Uint8Array(bytes).fill(7);
		const story = await signatureStory(signed(alg, secret), { secret });
		expect(story.verdict).toBe('fits');
		expect(story.warnings.map(({ say }) => say)).toEqual(['secret-makes-too']);
		const short = secret.subarray(1);
		const weak = await signatureStory(signed(alg, short), { secret: short });
		expect(weak.warnings.map(({ say }) => say)).toEqual(['secret-makes-too', 'secret-short']);
	});

	test('another secret does not fit, and another form may be meant', async () => {
		const token = signed('HS256', Buffer.from('secret'));
		const story = await signatureStory(token, { secret: Buffer.from('other') });
		expect([story.verdict, story.told.map(({ say }) => say)]).toEqual([
			'differs',
			['differs-secret', 'tell-secret-form']
		]);
	});

	test('public keys are never taken for the secret', async () => {
		const key = { kty: 'oct', k: Buffer.from('secret').toString('base64url') };
		const story = await signatureStory(signed('HS256', Buffer.from('secret')), { keys: { keys: [key] } });
		expect(story.verdict).toBe('unknown');
	});
});
