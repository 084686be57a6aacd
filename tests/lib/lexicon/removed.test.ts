import { beforeAll, describe, expect, it } from 'vitest';
import { createVerifier } from '$lib/client/verifier';
import { areComparable, hasLostSignature, removalOf } from '$lib/lexicon/removed';
import { exchangesOf } from '$lib/trace/exchanges';
import { createSigner } from '../../fixtures/tokens';
import { accessToken, challenge, code, refreshToken, state, verifier, wholeWalk } from '../../fixtures/walk';

/** Where each comes from: a sanitiser, a log, or a hand. */
const removed = [
	...['[code redacted]', '[client_id redacted]', '[application/json redacted]', '%5Bcode%20redacted%5D'],
	...[
		'%5Bstate+redacted%5D',
		'[sanitized]',
		'!!!sanitized!!!',
		'REDACTED',
		'redacted',
		'Redacted',
		'[REDACTED]'
	],
	...['<redacted>', '<REDACTED_TOKEN>', '<MANUAL REDACT>', '***REDACTED***', '***TOKEN***', '(removed)'],
	...['[Filtered]', '[FILTERED]', '[censored]', '<hidden>', '[MASKED]', 'obfuscated', '__REDACTED__'],
	...['REDACTED_CLIENT_SECRET', 'token-removed', 'removed for privacy', 'redacted by customer'],
	...[
		'***',
		'********',
		'****-****',
		'xxxx',
		'xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx',
		'XXXXX',
		'••••••',
		'█████'
	],
	...[
		'####',
		'…',
		'...',
		'-----',
		'0.AX***',
		'ab****yz',
		'eyJxxxxxxxxxxx',
		'abc[redacted]',
		'eyJhbGci<snip>'
	],
	...[
		'eyJhbGciOiJSUzI1NiJ9...',
		'M.C507_BAY…',
		'Ab12...xY9',
		'{{token}}',
		'{{code_verifier}}',
		'<your-client-id>'
	],
	...['{client_id}', '${ACCESS_TOKEN}', '$TOKEN', '%TOKEN%', '[token]', '<code>', '[entfernt]', '<supprimé>'],
	...['(eliminado)', '[удалено]', '[削除済み]', '<已脱敏>', '[숨김]', 'geschwärzt', '[VERWIJDERD]'],
	...['TOKEN_a1b2c3d4', 'CRED_0f9e8d7c', 'sha256:9f86d081884c7d65', '[EMAIL:a3f2b1c4]', '<redacted:ab12cd>'],
	'redacted-code-1'
];

const kept = [
	...['code-Xy7Qp2', 'st-7f3a91c2', 'spa-client', 'https://app.example.com/callback', 'openid profile email'],
	...['https://login.example.com', '{"returnTo":"/","key":[1]}', '{3F2504E0-4F89-11D3-9A0C-0305E82C3301}'],
	...['00000000-0000-0000-0000-000000000000', 'S256', 'plain', 'Bearer', 'read:removed', 'hidden-fields-app'],
	...[
		'redacted-app',
		'12345',
		'a',
		'',
		'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhIn0.redacted',
		'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhIn0.'
	],
	...[
		'user@example.com',
		'SplxlOBeZQQYbYS6WxSbIA',
		'4/0AX4XfWh',
		'abc.def..ghi',
		'urn:ietf:wg:oauth:2.0:oob',
		'(issuer)'
	],
	...['{"sub":"redacted-sub-1"}', '[{"code":"REDACTED"}]'],
	...['state=xyz', 'xyz', 'af0ifjsldkj', 'n-0S6_WzA2Mj', 'https://xxx.example.com/cb', 'CLIENT_PRODUCTION']
];

/** The same numbers every time. */
function numbers(seed: number): (count: number) => Uint8Array<ArrayBuffer> {
	let now = seed;
	return (count) =>
		Uint8Array.from({ length: count }, () => {
			now = (now * 1_664_525 + 1_013_904_223) % 2 ** 32;
			return now >>> 24;
		});
}

describe('a value of a file', () => {
	it.each(removed)('was taken out: %s', (value) => expect(removalOf(value)).toBeDefined());
	it.each(kept)('is a value: %s', (value) => expect(removalOf(value)).toBeUndefined());

	it('is never taken for a placeholder where it is random', () => {
		const random = numbers(7);
		const unreserved = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~';
		const pick = (from: string, length: number) =>
			[...random(length)].map((byte) => from[byte % from.length]).join('');
		const made = Array.from({ length: 20_000 }, (_, index) => [
			createVerifier(random, 32 + (index % 64)),
			pick(unreserved, 43 + (index % 86)),
			pick('0123456789abcdef', 32 + (index % 33)),
			pick('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 8 + (index % 30)),
			pick(unreserved.slice(0, 62), 6 + (index % 40))
		]).flat();
		expect(made.filter((value) => removalOf(value) !== undefined)).toEqual([]);
	});
});

describe('the values of a walk', () => {
	let values: string[];
	beforeAll(async () => {
		const walk = exchangesOf(await wholeWalk(await createSigner('ES256')));
		const texts = walk.flatMap(({ request, response }) => [
			...new URL(request.url).searchParams.values(),
			...new URLSearchParams(request.body ?? '').values(),
			...request.headers.map(([, value]) => value),
			...(response?.headers.map(([, value]) => value) ?? []),
			...[...(response?.body ?? '').matchAll(/"([^"]+)"/g)].map(([, value = '']) => value)
		]);
		values = [...texts, verifier, challenge, state, code, accessToken, refreshToken];
	});
	it('are all values', () => expect(values.filter((value) => removalOf(value) !== undefined)).toEqual([]));
});

describe('two of them', () => {
	it('can be compared where equal values have equal marks', () => {
		expect(areComparable('redacted-state-1', 'redacted-state-2')).toBe(true);
		expect(areComparable('TOKEN_a1b2c3d4', 'TOKEN_a1b2c3d5')).toBe(true);
		expect(areComparable('one', 'other')).toBe(true);
		expect(areComparable('redacted-state-1', 'one')).toBe(true);
	});
	it('cannot where every value has the same mark, or only one was taken out', () => {
		expect(areComparable('[state redacted]', '[state redacted]')).toBe(false);
		expect(areComparable('[state redacted]', 'one')).toBe(false);
		expect(areComparable('***', 'REDACTED')).toBe(false);
		expect(areComparable('TOKEN_a1b2c3d4', 'one')).toBe(false);
	});
});

describe('a signature', () => {
	it.each([
		'h.p.redacted',
		'h.p.',
		'h.p',
		'h.p.[signature redacted]',
		'h.p.xxxx',
		'h.p.redacted-signature-1',
		'REDACTED'
	])('is gone: %s', (token) => expect(hasLostSignature(token)).toBe(true));
	it('is there', () => expect(hasLostSignature('h.p.c2lnbmF0dXJl')).toBe(false));
});
