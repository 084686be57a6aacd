/** Another walk in the place of this one: what was there can be brought back, wholly, also after a reload. */
import type { Locator, Page } from 'playwright/test';
import { replacedTexts as texts } from '../../src/lib/lessons/en/walk/replaced';
import { formatTrace } from '../../src/lib/trace/format';
import { createSigner } from '../fixtures/tokens';
import { callbackUrl, returned, tokenFact, wholeWalk } from '../fixtures/walk';
import { expect, test } from './site';
import { expectDone, expectStatus, heading, keptFacts, openFields, press, startWalk, visit } from './walk';

const notice = (page: Page): Locator => page.getByRole('status').filter({ hasText: /Dismiss/ });

async function take(page: Page, name: string, text: string): Promise<void> {
	await press(page, 'This walk…');
	await page
		.getByLabel('File to import')
		.setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
}

async function refusedWalk(): Promise<string> {
	const walk = await wholeWalk(await createSigner('ES256'));
	return formatTrace([...walk.slice(0, 7), tokenFact({ error: 'invalid_grant' }, 400)]);
}

test('an import says what was read, goes to what failed, and is undone wholly', async ({ page, baseURL }) => {
	await startWalk(page, baseURL ?? '', 'exchange');
	const before = await keptFacts(page);
	await take(page, 'case.json', await refusedWalk());
	await expect(notice(page)).toContainText('“case.json” was read: 4 messages');
	await expect(heading(page, 'exchange')).toBeVisible();
	await expectStatus(page, 'exchange', 'failed');
	await page.reload();
	await press(page, texts.undo.import);
	await expect(notice(page)).toContainText(texts.title.undo);
	await expectDone(page, 'callback');
	await expectStatus(page, 'exchange', 'ready');
	expect(await keptFacts(page)).toEqual(before);
	await press(page, texts.undo.undo);
	await expectStatus(page, 'exchange', 'failed');
	await press(page, texts.dismissAndForget);
	await expect(notice(page)).toHaveCount(0);
	await page.reload();
	await expectStatus(page, 'exchange', 'failed');
	await expect(notice(page)).toHaveCount(0);
});

test('what was typed and not sent comes back too', async ({ page, baseURL }) => {
	await startWalk(page, baseURL ?? '', 'verifier');
	await page.getByLabel('Code verifier', { exact: true }).fill('half typed');
	await take(page, 'case.json', await refusedWalk());
	await visit(page, 'verifier');
	await expect(page.getByLabel('Code verifier', { exact: true })).not.toHaveValue('half typed');
	await press(page, texts.undo.import);
	await visit(page, 'verifier');
	await expect(page.getByLabel('Code verifier', { exact: true })).toHaveValue('half typed');
});

test('an import goes to the last step that was reached when none failed', async ({ page, baseURL }) => {
	const walk = await wholeWalk(await createSigner('ES256'));
	await page.goto(`${baseURL}/flow/configure/`);
	await take(page, 'good.json', formatTrace([...walk.slice(0, 6), returned(callbackUrl())]));
	await expect(heading(page, 'callback')).toBeVisible();
	await expect(notice(page)).toContainText('3 messages');
	await expect(page.getByRole('button', { name: texts.undo.import })).toHaveCount(0);
});

test('a fresh start is undone, also after a reload', async ({ page, baseURL }) => {
	await startWalk(page, baseURL ?? '', 'exchange');
	const before = await keptFacts(page);
	await press(page, 'This walk…');
	await press(page, 'Start over');
	await expect(heading(page, 'configure')).toBeVisible();
	await expectStatus(page, 'configure', 'ready');
	await page.reload();
	await press(page, texts.undo.fresh);
	await expectDone(page, 'callback');
	expect(await keptFacts(page)).toEqual(before);
});

test('where there is no room for both it is said before, and nothing is replaced', async ({
	page,
	baseURL
}) => {
	await startWalk(page, baseURL ?? '', 'exchange');
	const before = await keptFacts(page);
	await page.evaluate(() => {
		let filled = '';
		for (let part = 4_194_304; part >= 1_024; part /= 2)
			try {
				sessionStorage.setItem('filled', filled + 'x'.repeat(part));
				filled += 'x'.repeat(part);
			} catch {
				// No room for that much: half of it, perhaps.
			}
	});
	await press(page, 'This walk…');
	await press(page, 'Start over');
	await expect(page.getByText(texts.tight)).toBeVisible();
	expect(await keptFacts(page)).toEqual(before);
	await press(page, texts.leave);
	await expect(page.getByText(texts.tight)).toHaveCount(0);
	await press(page, 'Start over');
	await press(page, texts.goOn);
	await expectStatus(page, 'configure', 'ready');
	await press(page, texts.undo.fresh);
	await expectDone(page, 'callback');
	expect(await keptFacts(page)).toEqual(before);
});

test('no client secret is in what is kept of the walk that gave way', async ({ page, baseURL }) => {
	const walk = await wholeWalk(await createSigner('ES256'));
	const secret = 'S3cret-of-the-client-0123456789';
	const token = tokenFact({ error: 'invalid_client' }, 401);
	const { request } = token.exchange;
	const sent = { ...request, body: `${request.body}&client_secret=${secret}` };
	const file = formatTrace([
		...walk.slice(0, 7),
		{ ...token, exchange: { ...token.exchange, request: sent } }
	]);
	await page.goto(`${baseURL}/flow/configure/`);
	await openFields(page);
	await take(page, 'secret.json', file);
	await expectStatus(page, 'exchange', 'failed');
	await press(page, 'This walk…');
	await press(page, 'Start over');
	await expectStatus(page, 'configure', 'ready');
	const stored = await page.evaluate(() => JSON.stringify({ ...sessionStorage }));
	expect(stored).toContain('replaced');
	expect(stored).not.toContain(secret);
});
