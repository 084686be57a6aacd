/** One message that somebody brought is opened as an attempt; the walk that was there is kept. */
import type { Page } from 'playwright/test';
import { intakeTexts } from '../../src/lib/lessons/en/intake/intake';
import { notKnownTexts, unansweredTexts } from '../../src/lib/lessons/en/walk/not-known';
import { replacedTexts } from '../../src/lib/lessons/en/walk/replaced';
import type { StepId } from '../../src/lib/lexicon/steps';
import { parseTrace } from '../../src/lib/trace/file';
import { formatTrace } from '../../src/lib/trace/format';
import { everyBrowser, expect, test } from './site';
import {
	expectCheck,
	expectDone,
	expectStatus,
	heading,
	keptFacts,
	press,
	rail,
	startWalk,
	visit
} from './walk';

const envelope: object = JSON.parse(formatTrace([]));
const callback = 'https://app.example/cb?code=SplxlOBeZQQYbYS6WxSbIA&state=af0ifjsldkj';
const authorization =
	'https://id.example/authorize?response_type=code&client_id=spa&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&scope=openid&state=af0ifjsldkj&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256';
const curl =
	"curl -sX POST 'https://id.example/token' -d redirect_uri=https://app.example/cb -d grant_type=authorization_code -d code=SplxlOBeZQQYbYS6WxSbIA -d client_id=spa -d code_verifier=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const refused =
	'HTTP/2 400 \ncontent-type: application/json\n\n{"error":"invalid_grant","error_description":"Code expired"}';

/** The box is on the page of errors and on the first one; its page may be left without loading another. */
async function bring(page: Page, text: string): Promise<void> {
	await page.getByRole('link', { name: 'Diagnose' }).click();
	await page.getByRole('textbox', { name: 'What you have' }).fill(text);
	await press(page, intakeTexts.open);
}

/** The answer that this tab got. */
async function callbackKept(page: Page): Promise<string> {
	const facts = parseTrace(JSON.stringify({ ...envelope, facts: await keptFacts(page) }));
	const came = facts.ok ? facts.value.find(({ kind }) => kind === 'returned') : undefined;
	return came?.kind === 'returned' ? came.url : '';
}

const isNotKnown = (page: Page, id: StepId) =>
	expect(rail(page).locator(`a[href$="/flow/${id}/"]`)).toHaveAccessibleName(/, not known$/);

test(
	'each lands on its step, says what is not known, and is undone',
	everyBrowser,
	async ({ page, baseURL }) => {
		await startWalk(page, baseURL ?? '', 'exchange');
		await bring(page, callback);
		await expect(heading(page, 'callback')).toBeVisible();
		await expectStatus(page, 'callback', 'done');
		await expectCheck(page, 'callback-state', 'skipped');
		for (const id of ['verifier', 'authorize', 'exchange'] as const) await isNotKnown(page, id);
		await visit(page, 'exchange');
		await expect(page.getByText(notKnownTexts.why)).toBeVisible();

		await bring(page, authorization);
		await expect(heading(page, 'authorize')).toBeVisible();
		await expectStatus(page, 'authorize', 'done');
		await visit(page, 'challenge');
		await expectCheck(page, 'challenge-of-verifier', 'skipped');
		await visit(page, 'callback');
		await visit(page, 'configure');

		await bring(page, `${curl}\n${refused}`);
		await expect(heading(page, 'exchange')).toBeVisible();
		await expectStatus(page, 'exchange', 'failed');
		await expect(page.locator('[data-cause]').first()).toBeVisible();
		await visit(page, 'callback');

		await bring(page, curl);
		await expect(heading(page, 'exchange')).toBeVisible();
		await expect(page.getByText(unansweredTexts.what)).toBeVisible();
		await page.reload();
		await expect(page.getByText(unansweredTexts.what)).toBeVisible();
		await isNotKnown(page, 'exchange');
		await press(page, replacedTexts.undo.pasted);
		await expectStatus(page, 'exchange', 'failed');
	}
);

test('the walk of this tab comes back wholly, and its own answer is taken by it', async ({
	page,
	baseURL
}) => {
	await startWalk(page, baseURL ?? '', 'exchange');
	const before = await keptFacts(page);
	await bring(page, authorization);
	await expect(heading(page, 'authorize')).toBeVisible();
	await press(page, replacedTexts.undo.pasted);
	await expectDone(page, 'callback');
	expect(await keptFacts(page)).toEqual(before);
	const came = await callbackKept(page);
	await bring(page, came);
	await expect(heading(page, 'callback')).toBeVisible();
	await expectDone(page, 'callback');
	expect(await keptFacts(page)).toEqual(before);
});
