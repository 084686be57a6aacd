/** A server that gives tokens to anything, on screen: what that proves, and answers that break a MUST. */
import { conclusionWords } from '../../src/lib/lessons/en/checks/conclusions';
import { json, page as html } from '../e2e/misbehaving-server';
import {
	answer,
	edit,
	expectCheck,
	expectStatus,
	failedChecks,
	goOn,
	perform,
	press,
	sendCodeAgain
} from '../e2e/walk';
import { expect, test, toExchange } from './silences';

test('a wrong verifier that brings tokens is told of the server', async ({ page, baseURL, server }) => {
	await toExchange(page, baseURL ?? '', server);
	await edit(page, 'code_verifier', 'w'.repeat(43));
	await press(page, 'Send the token request');
	await expectStatus(page, 'exchange', 'failed');
	await expect(page.getByText(conclusionWords.fail)).toBeVisible();
	await expectCheck(page, 'refuses-wrong-verifier', 'fail');
	expect(await failedChecks(page)).toEqual(['refuses-wrong-verifier']);
	await expect(page.getByRole('list', { name: conclusionWords.list })).toBeVisible();
	await goOn(page, 'exchange');
	await expect(page.getByText('a real client stops here')).toHaveCount(0);
});

test('a code that brings tokens twice is told of the server', async ({ page, baseURL, server }) => {
	await toExchange(page, baseURL ?? '', server);
	await perform(page, 'exchange');
	await expect(page.getByText(conclusionWords.fail)).toHaveCount(0);
	await sendCodeAgain(page);
	await expectCheck(page, 'refuses-used-code', 'fail');
	expect(await failedChecks(page)).toEqual(['refuses-used-code']);
});

const answers = [
	['no token_type', 'token-type', ({ token_type: _, ...rest }: Record<string, unknown>) => json(rest)],
	['status 201', 'token-status', (good: Record<string, unknown>) => json(good, 201)],
	['text/html', 'token-content-type', (good: Record<string, unknown>) => html(JSON.stringify(good))]
] as const;
for (const [title, check, token] of answers)
	test(`a token response with ${title} fails one check, and the walk goes on`, async ({
		page,
		baseURL,
		server
	}) => {
		server.faults = { token };
		await toExchange(page, baseURL ?? '', server);
		await perform(page, 'exchange', 'failed');
		await expectCheck(page, check, 'fail');
		await expect(answer(page, 'The token response')).toBeVisible();
		await goOn(page, 'exchange');
		await perform(page, 'tokens');
		expect(await failedChecks(page)).toEqual([]);
	});
