import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkIdToken, type IdTokenContext } from '$lib/client/id-token';
import { readKeySet } from '$lib/client/key-set';
import { compareSides } from '$lib/flow/compare/compare';
import { tellKeys } from '$lib/flow/compare/tell-document';
import { compareTokens } from '$lib/flow/compare/token-pair';
import type { Told, Value } from '$lib/flow/compare/told';
import { tokenUses } from '$lib/lexicon/token-uses';
import { textOf } from '$lib/lessons/en/phrases/phrases';
import { decodeToken } from '$lib/message/jwt';
import { encryptionOf, flawsOfToken, textsOf } from '$lib/message/token-parts';
import { audiencesOf, kindOfToken, timeOfToken } from '$lib/message/token-says';
import { encryptedLengths } from '$lib/message/pasted/encrypted';
import { faultsOf } from '$lib/message/pasted/faults';
import { readPastedTokens } from '$lib/message/pasted/read';
import { readSelective } from '$lib/message/pasted/selective';
import { recognise } from '$lib/recording/intake';
import { checkToken } from '$lib/tokens/checks/check-token';
import { readKeys } from '$lib/tokens/keys/read-keys';
import { signatureStory } from '$lib/tokens/keys/story';
import { redact } from '$lib/trace/redact';
import { hostileKeySets, largeHostileTokens, hostileTokens } from '../../fixtures/hostile-tokens';
import { answer } from '../../fixtures/messages';
import { at, clientId, createSigner, forgeToken, nonce } from '../../fixtures/tokens';
import { accessToken, metadata, tokenFact } from '../../fixtures/walk';

const large = largeHostileTokens();
const all = [...hostileTokens, ...large];
const names = all.map(([name]) => name);
const textNamed = (name: string): string => all.find(([one]) => one === name)?.[1] ?? '';

/** A pure number of steps is known of it: whatever it is made of, a token of this length is read at once. */
const short = forgeToken({ alg: 'RS256' }, { sub: 'a', exp: 1 }, 'c2ln');

/** Everything that is read of a token without a key. */
function readAll(text: string): void {
	recognise(text);
	encryptionOf(text);
	const decoded = decodeToken(text);
	if (!decoded.ok) return;
	kindOfToken(decoded.value);
	timeOfToken(decoded.value.claims, at);
	audiencesOf(decoded.value.claims);
	flawsOfToken(decoded.value);
	expect(textsOf(decoded.value).every((part) => part.trim().startsWith('{'))).toBe(true);
}

const signer = await createSigner('RS256', 'a');
const trusted = { keys: [signer.publicJwk] };
const context: IdTokenContext = {
	server: { ...metadata, issuer: 'https://idp.example' },
	clientId,
	nonce,
	accessToken,
	keySet: { keys: [signer.publicJwk] },
	at,
	kind: 'code'
};

describe.each(names)('a token: %s', (name) => {
	it('is read without a throw, and compared with another and with itself', () => {
		const text = textNamed(name);
		expect(() => readAll(text)).not.toThrow();
		const own = compareTokens(text, text);
		expect([own.comparison?.findings ?? [], own.comparison?.rest ?? []]).toEqual([[], []]);
		expect(() => compareTokens(text, short)).not.toThrow();
		expect(() => compareTokens(short, text)).not.toThrow();
	});

	it('is checked as an ID token, and never passes as a whole', async () => {
		const checks = await checkIdToken(textNamed(name), context);
		expect(checks.some(({ status }) => status === 'fail' || status === 'warn')).toBe(true);
		for (const { expected, actual, status } of checks) {
			expect(['pass', 'fail', 'warn', 'skipped']).toContain(status);
			expect(() => [textOf(expected ?? ''), textOf(actual ?? '')]).not.toThrow();
		}
	});

	it('is found in what was pasted, and its faults stand within it', async () => {
		const text = textNamed(name);
		const { tokens } = readPastedTokens(text);
		for (const token of tokens.slice(0, 20)) {
			for (const { at: place } of faultsOf(token)) expect(place ?? 0).toBeLessThanOrEqual(token.text.length);
			encryptedLengths(token.text);
			await readSelective(token.text);
		}
	});

	it('is checked as whatever it may be: each check once, none with a reason that cannot be said', async () => {
		const text = textNamed(name);
		const context = { at, issuer: metadata.issuer, audience: clientId, keys: trusted };
		for (const use of tokenUses) {
			const checks = await checkToken(text, use, context);
			expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length);
			expect(checks.some(({ status }) => status !== 'pass')).toBe(true);
			expect(() =>
				checks.map(({ expected, actual }) => [textOf(expected ?? ''), textOf(actual ?? '')])
			).not.toThrow();
		}
	});

	it('is no key, and no secret opens it', async () => {
		const text = textNamed(name);
		const read = await readKeys(text);
		if (read.ok) expect(read.value.keys.length).toBeGreaterThan(0);
		const story = await signatureStory(text, { keys: trusted });
		expect(story.verdict).not.toBe('fits');
	});

	it('leaves a file that is given away', () => {
		const text = textNamed(name);
		const trace = [tokenFact({ access_token: text, id_token: text, token_type: 'Bearer' })];
		const given = JSON.stringify(redact(trace));
		const [, , signature = ''] = text.split('.');
		if (signature.length > 20) expect(given).not.toContain(signature.slice(0, 40));
	});
});

describe.each(hostileKeySets.map(([name]) => name))('a key set: %s', (name) => {
	const text = hostileKeySets.find(([one]) => one === name)?.[1] ?? '';

	it('is read, and compared with itself', async () => {
		expect(() => recognise(text)).not.toThrow();
		await readKeys(text);
		expect(() => readKeySet(answer(text))).not.toThrow();
		const value = JSON.parse(text) as { keys?: unknown } | null;
		const told = tellKeys(Array.isArray(value?.keys) ? value.keys : [value]);
		const { findings, rest } = compareSides(new Map([['keys', told]]), new Map([['keys', told]]));
		expect([findings, rest]).toEqual([[], []]);
	});

	it('shows nothing of a private key', () => {
		const value = JSON.parse(text) as { keys?: unknown[] } | null;
		const told = tellKeys(Array.isArray(value?.keys) ? value.keys : []);
		const { rest, findings } = compareSides(
			new Map([['keys', told]]),
			new Map([['keys', { values: new Map() }]])
		);
		expect(JSON.stringify([rest, findings])).not.toMatch(/secret-|c2VjcmV0/);
	});
});

const json = fc.jsonValue({ maxDepth: 4 });
const part = fc.oneof(
	json.map((value) => Buffer.from(JSON.stringify(value)).toString('base64url')),
	fc.string({ maxLength: 20 }),
	fc.uint8Array({ maxLength: 20 }).map((bytes) => Buffer.from(bytes).toString('base64url'))
);
const tokenLike = fc
	.tuple(fc.array(part, { maxLength: 6 }), fc.array(part, { maxLength: 3 }))
	.map(([parts, behind]) => [parts.join('.'), ...behind].join('~'));
const anything = fc.oneof(
	tokenLike,
	fc.string({ unit: 'binary' }),
	fc.constantFrom(...hostileTokens.map(([, text]) => text))
);

describe('any text', () => {
	it('is read and compared without a throw, and differs in nothing from itself', () => {
		fc.assert(
			fc.property(anything, anything, (one, other) => {
				readAll(one);
				compareTokens(one, other);
				const { comparison } = compareTokens(one, one);
				expect([comparison?.findings ?? [], comparison?.rest ?? []]).toEqual([[], []]);
			}),
			{ numRuns: 500 }
		);
	});

	it('passes as an ID token never, for no key signed it', async () => {
		await fc.assert(
			fc.asyncProperty(anything, async (text) => {
				const checks = await checkIdToken(text, context);
				expect(checks.some(({ status }) => status === 'fail' || status === 'warn')).toBe(true);
			})
		);
	});
});

/** Values that count how often they are looked at. */
function counted(count: number, at = (index: number) => index) {
	let steps = 0;
	class Counted extends Map<string, Value> {
		override get(name: string) {
			steps += 1;
			return super.get(name);
		}
	}
	const items = new Proxy(
		Array.from({ length: count }, (_, index) => `item-${at(index)}`),
		{
			get(list, name, receiver): unknown {
				steps += 1;
				return Reflect.get(list, name, receiver);
			}
		}
	);
	const values = new Counted();
	for (let index = 0; index < count; index += 1)
		values.set(`claim${index}`, { is: 'known', text: String(at(index)), type: 'number' });
	values.set('roles', { is: 'known', text: `roles ${at(0)}`, items, type: 'list' });
	const told: Told = { values };
	return { told, steps: () => steps };
}

describe('the work of a comparison', () => {
	const stepsFor = (count: number): number => {
		const [one, other] = [counted(count), counted(count, (index) => index + 1)];
		const { findings } = compareSides(new Map([['token', one.told]]), new Map([['token', other.told]]));
		expect(findings).toHaveLength(count + 1);
		return one.steps() + other.steps();
	};

	it('goes with the number of values', () => {
		const [less, more] = [stepsFor(1_000), stepsFor(10_000)];
		expect(more / less).toBeLessThan(11);
		expect(more).toBeLessThan(10_000 * 12);
	});
});
