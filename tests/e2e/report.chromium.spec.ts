/** What is handed on, where a browser is the question: the file that is opened, the file that is replayed, the clipboard. */
import { readFile } from 'node:fs/promises';
import type { Har } from 'har-format';
import type { Page } from 'playwright/test';
import { reportTexts as texts } from '../../src/lib/lessons/en/report/report';
import { harProblems } from '../fixtures/har-judge';
import { expectClean } from './axe';
import { expect, test } from './site';
import { press, startWalk } from './walk';

async function openReport(page: Page, url: string, form: keyof typeof texts.forms): Promise<void> {
	await startWalk(page, url, 'renew');
	await page.goto(`${url}/flow/report/`);
	await page.getByRole('tab', { name: texts.forms[form as 'ticket'] }).click();
}

async function downloaded(page: Page, label: string): Promise<{ path: string; text: string }> {
	const arriving = page.waitForEvent('download');
	await press(page, label);
	const path = await (await arriving).path();
	return { path, text: await readFile(path, 'utf8') };
}

test('the page is opened from a file: no request, no script, nothing too wide, axe finds nothing', async ({
	page,
	baseURL,
	browser
}) => {
	await openReport(page, baseURL ?? '', 'page');
	const { text } = await downloaded(page, texts.download.page);
	const file = await browser.newPage({ viewport: { width: 390, height: 844 } });
	const asked: string[] = [];
	file.on('request', (request) => asked.push(request.url()));
	file.on('console', (message) => asked.push(message.text()));
	await file.route('**/report.html', (route) => route.fulfill({ contentType: 'text/html', body: text }));
	await file.goto('https://report.example/report.html');
	expect(asked.filter((one) => !one.endsWith('/report.html'))).toEqual([]);
	expect(await file.evaluate(() => document.scripts.length)).toBe(0);
	expect(await file.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
	await expectClean(file, 'the page by itself');
	await file.close();
});

test('the HAR file is one, and Playwright replays it', async ({ page, baseURL, browser }) => {
	await openReport(page, baseURL ?? '', 'har');
	const { path, text } = await downloaded(page, texts.download.har);
	expect(harProblems(text)).toEqual([]);
	const { log } = JSON.parse(text) as Har;
	const token = log.entries.find(({ request }) => request.postData?.text?.includes('authorization_code'));
	if (!token) throw new Error('no token request');
	const context = await browser.newContext({ serviceWorkers: 'block' });
	const other = await context.newPage();
	await other.routeFromHAR(path, { url: token.request.url, notFound: 'abort' });
	await other.goto(`${baseURL}/diagnose/`);
	const answer = await other.evaluate(
		async ([url, type, body]) => {
			const response = await fetch(url, { method: 'POST', headers: { 'content-type': type }, body });
			return { status: response.status, body: await response.text() };
		},
		[token.request.url, token.request.postData?.mimeType ?? '', token.request.postData?.text ?? ''] as const
	);
	expect(answer).toEqual({ status: 200, body: token.response.content.text });
	await context.close();
});

test('the ticket is on the clipboard as it was shown, and the bar says so', async ({
	page,
	baseURL,
	context
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await openReport(page, baseURL ?? '', 'ticket');
	await expectClean(page, 'the report, as a ticket', 'body');
	await press(page, texts.copy.ticket);
	await expect(page.getByRole('button', { name: texts.isCopied })).toBeVisible();
	const shown = await page.getByRole('region', { name: texts.preview.ticket }).textContent();
	expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(shown);
});
