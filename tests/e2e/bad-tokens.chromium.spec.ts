/** Token responses and ID tokens that are wrong. What is said of them is no browser's doing: one browser is enough. */
import type { CheckId } from '../../src/lib/lexicon/check';
import { hiddenTexts } from '../../src/lib/lessons/en/failures/hidden-answers';
import { json, page as html, sign, type Faults } from './misbehaving-server';
import { expect, expectFailure, test, toExchange } from './own-server';
import { answer, expectCheck, expectDone, expectStatus, goOn, perform, press, sendCodeAgain } from './walk';

test.describe('a token endpoint', () => {
	const faults: [title: string, fault: Required<Faults>['token'], failed: CheckId][] = [
		['that answers with a page', () => html('<h1>Sign in</h1>'), 'token-is-json'],
		[
			'that answers with nothing',
			() => ({ headers: { 'content-type': 'application/json' } }),
			'token-is-json'
		],
		['that answers 500', () => html('', 500), 'token-status'],
		['that does not answer with JSON', () => ({ ...json({}), body: 'Your token is 1' }), 'token-is-json'],
		['that names a type which nobody knows', (good) => json({ ...good, token_type: 'mac' }), 'token-type']
	];
	for (const [title, token, failed] of faults)
		test(`${title} fails at its check`, async ({ page, baseURL, server }) => {
			await toExchange(page, baseURL ?? '', server);
			server.faults = { token };
			await perform(page, 'exchange', 'failed');
			await expectCheck(page, failed, 'fail');
			await expectStatus(page, 'tokens', 'locked');
			await page.reload();
			await expectDone(page, 'callback');
			await expect(answer(page, 'The token response')).toBeVisible();
		});

	test('that hangs can be cancelled, and asked again', async ({ page, baseURL, server }) => {
		await toExchange(page, baseURL ?? '', server);
		server.faults = { token: () => 'hang' };
		await press(page, 'Send the token request');
		await press(page, 'Cancel');
		await expectFailure(page, 'cancelled');
		await expect(page.getByText(hiddenTexts.code.title)).toBeVisible();
		server.faults = {};
		await sendCodeAgain(page);
		await expectStatus(page, 'exchange', 'done');
	});
});

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

test.describe('an ID token', () => {
	const faults: [title: string, fault: Required<Faults>['idToken'], failed: CheckId][] = [
		['with alg none', (claims) => `${encode({ alg: 'none' })}.${encode(claims)}.`, 'id-token-alg'],
		[
			'with an unknown alg',
			(claims) => `${encode({ alg: 'XX999', kid: 'one' })}.${encode(claims)}.${encode('signature')}`,
			'id-token-alg'
		],
		['with a kid that is not in the key set', (claims, key) => sign(claims, key, 'other'), 'id-token-key'],
		['with broken base64', async (claims, key) => `${await sign(claims, key)}!!`, 'id-token-form'],
		['that is no JWT', () => 'not a token', 'id-token-form'],
		['with another nonce', (claims, key) => sign({ ...claims, nonce: 'other' }, key), 'id-token-nonce'],
		['that has expired', (claims, key) => sign({ ...claims, exp: 1_000 }, key), 'id-token-exp'],
		['for another client', (claims, key) => sign({ ...claims, aud: 'other' }, key), 'id-token-aud']
	];
	for (const [title, idToken, failed] of faults)
		test(`${title} fails at its check`, async ({ page, baseURL, server }) => {
			server.faults = { idToken };
			await toExchange(page, baseURL ?? '', server);
			await press(page, 'Send the token request');
			await expect(answer(page, 'The token response')).toBeVisible();
			await goOn(page, 'exchange');
			await perform(page, 'tokens', 'failed');
			await expectCheck(page, failed, 'fail');
			await expect(page.getByText('The ID token must not be used: a check failed')).toBeVisible();
			await page.reload();
			await expectCheck(page, failed, 'fail');
		});

	test('with a megabyte of claims is read and verified', async ({ page, baseURL, server }) => {
		const names = Array.from({ length: 1_000 }, (_, index) => [`claim_${index}`, 'x'.repeat(1_000)]);
		server.faults = { idToken: (claims, key) => sign({ ...claims, ...Object.fromEntries(names) }, key) };
		await toExchange(page, baseURL ?? '', server);
		await perform(page, 'exchange');
		await goOn(page, 'exchange');
		await perform(page, 'tokens');
		await expect(page.getByText('The ID token is verified')).toBeVisible();
		await page.reload();
		await expectDone(page, 'tokens');
	});
});
