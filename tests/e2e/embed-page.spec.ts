/** The page on which an author sets the element up, by looking. */
import { frameRights } from '../../src/lib/lexicon/embed-frame';
import { embedTools } from '../../src/lib/lexicon/embed-tools';
import { elementTexts } from '../../src/lib/lessons/en/embed/element';
import { embedPageTexts as texts } from '../../src/lib/lessons/en/embed/page';
import { stepTexts } from '../../src/lib/lessons/en/walk/steps';
import { expectClean } from './axe';
import { expect, openHost, test } from './site';

test('what is chosen is in the preview and in the code', async ({ page, baseURL }) => {
	await page.goto(`${baseURL}/embed/`);
	const frame = page.locator('pkce-playground').frameLocator('iframe');
	await expect(frame.getByRole('heading', { name: stepTexts.configure.title })).toBeVisible();
	await page.getByLabel(texts.labels.step, { exact: true }).selectOption('verifier');
	await expect(frame.getByRole('heading', { name: stepTexts.verifier.title })).toBeVisible();
	await page.getByRole('button', { name: texts.themes.dark }).click();
	await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
	await page.getByLabel(texts.labels.height).fill('320-700');
	await page.getByLabel(texts.controls.checks).uncheck();
	const code = page.getByRole('tabpanel').locator('code');
	await expect(code).toContainText(`<script type="module" src="${baseURL}/embed.js"></script>`);
	await expect(code).toContainText(
		`<pkce-playground step="verifier" controls="wire" theme="dark" height="320-700"><a href="${baseURL}/flow/verifier/">`
	);
	await page.getByRole('tab', { name: texts.tools.iframe }).click();
	await expect(code).toContainText(
		`src="${baseURL}/flow/configure/?embed=1&amp;theme=dark&amp;step=verifier&amp;controls=wire"`
	);
	for (const value of Object.values(frameRights)) await expect(code).toContainText(`"${value}"`);
});

test('a value that means nothing is told, and stays out of the code', async ({ page, baseURL }) => {
	await page.goto(`${baseURL}/embed/`);
	await page.getByLabel(texts.labels.height).fill('60vh" onload="x');
	await expect(page.getByText(texts.hints.heightWrong)).toBeVisible();
	await page.getByRole('checkbox', { name: stepTexts.exchange.title }).check();
	await page.getByLabel(texts.labels.step, { exact: true }).selectOption('verifier');
	await expect(page.getByText(texts.hints.stepOutside)).toBeVisible();
	const code = page.getByRole('tabpanel').locator('code');
	await expect(code).toContainText('<pkce-playground steps="exchange"><a');
});

test('a click loads the preview where the author chose so', async ({ page, baseURL }) => {
	await page.goto(`${baseURL}/embed/`);
	await page.getByRole('button', { name: texts.loads.click }).click();
	const press = page.getByRole('button', { name: elementTexts.open });
	await press.click();
	const frame = page.locator('pkce-playground').frameLocator('iframe');
	await expect(frame.getByRole('heading', { level: 1 })).toBeVisible();
});

test('it says who may show the site, as it was built', async ({ page, baseURL }) => {
	await page.goto(`${baseURL}/embed/`);
	await expect(page.getByText(texts.allowed.none)).toBeVisible();
	const allowed = await openHost('build-sub-path', '/docs/pkce');
	await page.goto(`${allowed.url}/embed/`);
	await expect(page.getByText(texts.allowed.some)).toBeVisible();
	await expect(page.getByText('https://docs.example', { exact: true })).toBeVisible();
	await expect(page.getByText(texts.allowed.none)).toHaveCount(0);
	await expect(page.getByRole('tabpanel').locator('code')).toContainText(`src="${allowed.url}/embed.js"`);
	await allowed.stop();
});

test('axe finds nothing, and nothing is wider than a phone', async ({ page, baseURL }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await page.goto(`${baseURL}/embed/`);
	await page.locator('pkce-playground').scrollIntoViewIfNeeded();
	await expect(page.locator('pkce-playground iframe')).toBeVisible();
	for (const tool of embedTools) {
		await page.getByRole('tab', { name: texts.tools[tool], exact: true }).click();
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
	}
	await expectClean(page, 'embed', 'body');
});

/** A browser whose JavaScript is switched off from outside does not show `noscript`: the served text is read. */
test('it says what to do where no script runs', async ({ page, baseURL }) => {
	const text = await (await page.request.get(`${baseURL}/embed/`)).text();
	const escaped = texts.noScript.replaceAll('<', '&lt;');
	expect(text).toContain(escaped);
	expect(text).toMatch(/<noscript>[^]*embed\.js[^]*<\/noscript>/);
});
