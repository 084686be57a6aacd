import { readFile } from 'node:fs/promises';
import { collectTexts } from '../../src/lib/lessons/en/handon/collect';
import { sanitiseTexts as texts } from '../../src/lib/lessons/en/handon/sanitise';
import { verdictMember } from '../../src/lib/trace/sanitised';
import { expect, test } from './site';

const file = 'tests/fixtures/reports/103-first-works-second-fails.har';

test('a recording leaves without its secrets, with what was proved of it, and nothing is sent', async ({
	page,
	baseURL
}) => {
	const sent: string[] = [];
	page.on('request', (request) => {
		if (new URL(request.url()).origin !== new URL(baseURL ?? '').origin) sent.push(request.url());
		if (request.method() !== 'GET') sent.push(request.method());
	});
	await page.goto(`${baseURL}/collect/?provider=okta&case=4711%20<script>`);
	await expect(page.getByText(collectTexts.forCase('4711 script'))).toBeVisible();
	await expect(page.getByText(collectTexts.atProvider('Okta'))).toBeVisible();
	await page.locator('fieldset:enabled input[type=file]').setInputFiles(file);
	await expect(page.locator('[data-leaving=ready]')).toBeVisible();
	const fails = page.locator('[data-proof=fail]');
	await expect(fails).toHaveCount(1);
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: texts.saveHar }).click();
	const saved = await download;
	expect(saved.suggestedFilename()).toBe('sign-in-Okta-4711-script.har');
	await expect(page.getByText(texts.saved('sign-in-Okta-4711-script.har'))).toBeVisible();
	const text = await readFile(await saved.path(), 'utf8');
	const original = await readFile(file, 'utf8');
	const verifiers = [...original.matchAll(/code_verifier=([\w~.-]+)/g)].map(([, value]) => value ?? '');
	expect(verifiers.length).toBeGreaterThan(1);
	expect(verifiers.filter((value) => text.includes(value))).toEqual([]);
	expect(text).toContain(`"${verdictMember}"`);
	expect(sent).toEqual([]);
});

test('a link for somebody else is made on the page that it leads to', async ({ page, baseURL }) => {
	await page.goto(`${baseURL}/collect/`);
	await page.getByText(collectTexts.make).click();
	await page.getByLabel(collectTexts.provider).selectOption({ label: 'Keycloak' });
	await page.getByLabel(collectTexts.caseName).fill('A & B 7');
	const link = await page.locator('[data-link]').innerText();
	await page.goto(link);
	await expect(page.getByText(collectTexts.forCase('A B 7'))).toBeVisible();
	await expect(page.getByText(collectTexts.atProvider('Keycloak'))).toBeVisible();
	await expect(page.getByText(collectTexts.make)).toHaveCount(0);
});
