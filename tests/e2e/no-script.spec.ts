/** Every step can be read without JavaScript. */
import type { Page } from 'playwright/test';
import { stepIds } from '../../src/lib/lexicon/steps';
import { stepTexts } from '../../src/lib/lessons/en/walk/steps';
import { tutorialSections, tutorialTexts } from '../../src/lib/lessons/en/tutorial/tutorial';
import { expect, test } from './site';
import { heading } from './walk';

test.use({ javaScriptEnabled: false });

test('each step has its title, its explanation and its lesson', async ({ page, baseURL }) => {
	for (const id of stepIds) {
		await page.goto(`${baseURL}/flow/${id}/`);
		await expect(heading(page, id)).toBeVisible();
		await expect(page.getByText(stepTexts[id].what).first()).toBeVisible();
		await expect(page.getByText(stepTexts[id].why).first()).toBeVisible();
		await page.getByText(stepTexts[id].lesson).click();
		await expect(
			page.getByRole('group').filter({ hasText: stepTexts[id].lesson }).getByRole('paragraph').first()
		).toBeVisible();
	}
});

/** A browser whose JavaScript is switched off from outside does not show `noscript`: the served text is read. */
const served = async (page: Page, address: string): Promise<string> =>
	(await page.request.get(address)).text();

test('each page says what it needs JavaScript for', async ({ page, baseURL }) => {
	for (const id of [...stepIds, 'end']) {
		const text = await served(page, `${baseURL}/flow/${id}/`);
		expect(text).toMatch(/<noscript>.*This page needs JavaScript to send requests.*<\/noscript>/s);
	}
	for (const path of ['compare', 'tokens', 'case'])
		expect(await served(page, `${baseURL}/${path}/`)).toMatch(
			/<noscript>.*JavaScript, which is switched off.*<\/noscript>/s
		);
	expect(await served(page, `${baseURL}/callback/`)).toMatch(
		/<noscript>.*This page needs JavaScript to take the answer in.*<\/noscript>/s
	);
});

test('the tutorial is whole: its sections, tables and examples, and no empty place', async ({
	page,
	baseURL
}) => {
	await page.goto(`${baseURL}/tutorial/`);
	for (const { title } of tutorialSections)
		await expect(page.getByRole('heading', { level: 2, name: title })).toBeVisible();
	await expect(page.getByText('E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM').first()).toBeVisible();
	await expect(page.getByRole('row', { name: /^code_verifier / })).toBeVisible();
	await expect(page.getByText('"refresh_token": "tGzv3JOkF0XG5Qx2TlKWIA"')).toBeVisible();
	expect(await served(page, `${baseURL}/tutorial/`)).toContain(tutorialTexts.noScript);
});
