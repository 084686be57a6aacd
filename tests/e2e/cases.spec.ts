/** Two files beside each other, and cases that outlive their tab: what the storage and the tabs of a browser add. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright/test';
import { casePageTexts as texts } from '../../src/lib/lessons/en/case/page';
import { comparePageTexts, comparePageTexts as compare } from '../../src/lib/lessons/en/compare/page';
import { expectClean } from './axe';
import { everyBrowser, expect, test } from './site';

const report = (name: string): string => `tests/fixtures/reports/${name}`;

const ready = (page: Page) => expect(page.locator('[data-ready=true]')).toBeVisible();

async function keep(page: Page, name: string): Promise<void> {
	await page.getByLabel(texts.save.name, { exact: true }).fill(name);
	await page.getByLabel(texts.save.file).setInputFiles(report('10-redirect-slash.har'));
	await expect(page.getByText(texts.save.done(name))).toBeVisible();
}

test('two files are compared, and nothing of them leaves', async ({ page, baseURL }) => {
	const sent: string[] = [];
	page.on('request', (request) =>
		sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`)
	);
	await page.goto(`${baseURL}/compare/`);
	await ready(page);
	await expectClean(page, 'compare, empty');
	const sides = [compare.side.one, compare.side.other];
	for (const [index, file] of ['52-no-refresh-token-no-consent.har', '10-redirect-slash.har'].entries())
		await page.getByLabel(comparePageTexts.chooseFor(sides[index] ?? '')).setInputFiles(report(file));
	const first = page.locator('[data-meaning]').first();
	await expect(first).toHaveAttribute('data-meaning', 'end');
	await expect(page.locator('[data-meaning=redirect-uri]').first()).toContainText('127.0.0.1');
	await expectClean(page, 'compare, answered');
	expect(sent.filter((one) => !one.startsWith(`GET ${baseURL}/`) && !/ (?:blob|data):/.test(one))).toEqual(
		[]
	);
});

test(
	'cases are kept after a yes alone, and another tab sees them',
	everyBrowser,
	async ({ page, context, baseURL }) => {
		await page.goto(`${baseURL}/case/`);
		await ready(page);
		expect(
			(await page.evaluate(() => indexedDB.databases())).filter(({ name }) => name?.includes('cases'))
		).toEqual([]);
		await page.getByRole('button', { name: texts.off.act }).click();
		await keep(page, 'Ticket 1');
		await page.reload();
		await ready(page);
		await expect(page.locator('[data-case="Ticket 1"]')).toBeVisible();

		const other = await context.newPage();
		await other.goto(`${baseURL}/case/`);
		await other.getByRole('button', { name: texts.list.deleteAll, exact: true }).click();
		await other.getByRole('button', { name: texts.list.deleteAllYes(1) }).click();
		await expect(page.getByText(texts.elsewhere)).toBeVisible();
		await expect(page.getByText(texts.on.empty)).toBeVisible();
	}
);

test('all cases leave in one file and come back, and are opened as walks', async ({ page, baseURL }) => {
	await page.goto(`${baseURL}/case/`);
	await ready(page);
	await expectClean(page, 'cases, off');
	await page.getByRole('button', { name: texts.off.act }).click();
	await keep(page, 'Ticket 1');
	await expectClean(page, 'cases, on');
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: texts.list.exportAll }).click();
	const text = await readFile(await (await download).path(), 'utf8');
	await page.getByLabel(texts.save.file).setInputFiles({
		name: texts.list.file,
		mimeType: 'application/json',
		buffer: Buffer.from(text)
	});
	await expect(page.getByText(texts.save.imported(1))).toBeVisible();
	await expect(page.locator('[data-case="Ticket 1"]')).toHaveCount(2);
	await page
		.getByRole('button', { name: new RegExp(`^${texts.list.open}`) })
		.first()
		.click();
	await expect(page).toHaveURL(/\/flow\//);
	await expect(page.locator('article[data-ready=true]')).toBeVisible();
});
