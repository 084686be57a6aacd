/** A walk leaves as a file and comes back as the same walk. Only Chromium tells a test of a download. */
import { outcomeTexts } from '../../src/lib/lessons/en/walk/outcome';
import { tokensStepTexts } from '../../src/lib/lessons/en/walk/tokens-step';
import { replacedTexts } from '../../src/lib/lessons/en/walk/replaced';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright/test';
import { parseTrace } from '../../src/lib/trace/file';
import { redacted as redactionOf } from '../../src/lib/trace/redact';
import { stepIds } from '../../src/lib/lexicon/steps';
import { expect, test } from './site';
import {
	expectCheck,
	expectDone,
	expectStatus,
	keptFacts,
	openWalk,
	perform,
	press,
	openTab,
	startWalk,
	visit
} from './walk';

async function download(page: Page): Promise<{ path: string; text: string }> {
	const arriving = page.waitForEvent('download');
	await press(page, 'Export the walk');
	const path = await (await arriving).path();
	return { path, text: await readFile(path, 'utf8') };
}

/** The answer that comes last into view on a step, because what shows answers is loaded with the first of them. */
const lastAnswers: Partial<Record<string, string>> = {
	configure: 'discovery',
	exchange: 'token',
	tokens: 'jwks',
	call: 'api',
	renew: 'refresh'
};

/** Every check on every step, as id and status. */
async function allChecks(page: Page): Promise<string[]> {
	const found: string[] = [];
	for (const id of stepIds) {
		await visit(page, id);
		const answer = lastAnswers[id];
		if (answer) await page.locator(`[data-outcome=${answer}]`).first().waitFor({ state: 'attached' });
		// The authorization step alone has no checks of its own.
		if (id !== 'authorize') await page.locator('[data-check]').first().waitFor({ state: 'attached' });
		const rows = page.getByRole('main').getByRole('listitem', { includeHidden: true });
		found.push(
			id,
			...(await rows.evaluateAll((items) =>
				items.map((item) => `${item.getAttribute('data-check')} ${item.getAttribute('data-status')}`)
			))
		);
	}
	return found;
}

async function take(page: Page, path: string): Promise<void> {
	await press(page, 'This walk…');
	await page.getByLabel('File to import').setInputFiles(path);
	await expect(page.getByRole('dialog')).toBeHidden();
}

test('exported without secrets; with them it replays to the same checks', async ({
	page,
	browser,
	baseURL
}) => {
	await startWalk(page, baseURL ?? '', 'renew');
	await perform(page, 'renew');
	const checks = await allChecks(page);
	const kept = await keptFacts(page);
	const trace = parseTrace(JSON.stringify({ format: 'pkce-playground-trace', version: 2, facts: kept }));
	if (!trace.ok) throw new Error('What is kept in the tab is no trace');
	const secrets = redactionOf(trace.value).taken.map(({ value }) => value);
	expect(secrets.length).toBeGreaterThan(6);

	await press(page, 'This walk…');
	const redacted = await download(page);
	// Shorter ones, such as an hour of a timesheet, are a part of anything.
	for (const secret of secrets.filter(({ length }) => length > 8))
		expect(redacted.text).not.toContain(secret);
	expect(parseTrace(redacted.text).ok).toBe(true);
	await page.getByRole('checkbox', { name: 'With all secrets' }).check();
	const whole = await download(page);
	expect(JSON.parse(whole.text)).toMatchObject({ facts: kept });
	await press(page, 'Close');

	const context = await browser.newContext();
	const other = await context.newPage();
	await openWalk(other, baseURL ?? '');
	await take(other, whole.path);
	await expectDone(other, 'renew');
	// What shows an answer is loaded when it is first needed: the same checks, as soon as it is there.
	await expect.poll(() => allChecks(other), { timeout: 60_000 }).toEqual(checks);
	await other.reload();
	await expectDone(other, 'renew');

	await take(other, redacted.path);
	await expectDone(other, 'renew');
	await visit(other, 'tokens');
	await expect(other.getByText('The secrets of this walk were taken out')).toBeVisible();
	await expect(other.getByText('The signature was taken out before the file was saved')).toBeVisible();
	for (const id of ['id-token-iss', 'id-token-aud', 'id-token-exp'] as const) {
		await expectCheck(other, id, 'pass');
	}
	await expectCheck(other, 'id-token-signature', 'skipped');
	await openTab(other, tokensStepTexts.idToken.title);
	await expect(other.getByRole('region', { name: 'ID token' }).getByText('redacted-sub-1')).toBeVisible();
	await visit(other, 'exchange');
	await openTab(other, outcomeTexts.sent);
	await expect(other.getByText('redacted-code_verifier-1').filter({ visible: true }).first()).toBeVisible();
	await context.close();
});

test('leaves as a HAR file, and one that a browser recorded comes in as a walk', async ({
	page,
	browser,
	baseURL
}) => {
	await startWalk(page, baseURL ?? '', 'call');
	await perform(page, 'call');
	await press(page, 'This walk…');
	await page.getByRole('checkbox', { name: 'With all secrets' }).check();
	const arriving = page.waitForEvent('download');
	await press(page, 'Export its messages as HAR');
	const path = await (await arriving).path();

	const context = await browser.newContext();
	const other = await context.newPage();
	await openWalk(other, baseURL ?? '');
	await take(other, path);
	await expectDone(other, 'call');
	await visit(other, 'tokens');
	await expectCheck(other, 'id-token-signature', 'pass');
	await context.close();
});

test('a file that is no walk is refused, and the walk stays', async ({ page, baseURL }) => {
	await openWalk(page, baseURL ?? '');
	await perform(page, 'configure');
	await press(page, 'This walk…');
	const file = page.getByLabel('File to import');
	for (const [text, reason] of [
		['no json', 'This is not JSON'],
		['{"a":1}', 'This is not a recorded walk'],
		['{"log":{"entries":[]}}', 'This recording is empty'],
		['{"format":"pkce-playground-trace","version":99,"facts":[]}', 'This file is of an unknown version']
	] as const) {
		await file.setInputFiles({ name: 'walk.json', mimeType: 'application/json', buffer: Buffer.from(text) });
		await expect(page.getByText(reason)).toBeVisible();
	}
	await press(page, 'Close');
	await expectStatus(page, 'configure', 'done');
});

test('starting over forgets the walk, once nobody wants it back', async ({ page, baseURL }) => {
	await startWalk(page, baseURL ?? '', 'exchange');
	await press(page, 'This walk…');
	await press(page, 'Start over');
	await expectStatus(page, 'configure', 'ready');
	await expectStatus(page, 'verifier', 'locked');
	await press(page, replacedTexts.dismissAndForget);
	const kept = await page.evaluate(() => JSON.stringify({ ...sessionStorage }));
	expect(kept).not.toContain('code_verifier');
});
