/** What somebody else's browser recorded is shown as it was sent, and nothing is sent from it. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright/test';
import { autopilotTexts } from '../../src/lib/lessons/en/walk/autopilot';
import { authorizeTexts } from '../../src/lib/lessons/en/walk/authorize';
import { exchangeTexts } from '../../src/lib/lessons/en/walk/exchange';
import { frameTexts } from '../../src/lib/lessons/en/walk/frame';
import { messageTexts } from '../../src/lib/lessons/en/walk/message';
import { recordedTexts, recordingTexts, tryHereTexts } from '../../src/lib/lessons/en/walk/recorded';
import { moveLabels, stepTexts } from '../../src/lib/lessons/en/walk/steps';
import { stepIds } from '../../src/lib/lexicon/steps';
import { readWalkFile } from '../../src/lib/recording/walk-file';
import { formatTrace } from '../../src/lib/trace/format';
import { expect, test } from './site';
import { bar, expectStatus, heading, keptFacts, press, visit } from './walk';

async function open(page: Page, file: string): Promise<void> {
	const trace = await readWalkFile(readFileSync(`tests/fixtures/reports/${file}.har`, 'utf8'));
	const kept = trace.ok ? formatTrace(trace.value) : '';
	await page.goto('/flow/configure/');
	await page.evaluate((walk) => sessionStorage.setItem('pkce-playground / trace', walk), kept);
	await page.reload();
	await expect(page.getByText(recordingTexts.title)).toBeVisible();
}

const doers = [
	...[authorizeTexts.tab, authorizeTexts.popup, authorizeTexts.copy, exchangeTexts.send, exchangeTexts.again],
	...[
		messageTexts.edit,
		frameTexts.breakIt,
		autopilotTexts.again,
		autopilotTexts.toEnd,
		autopilotTexts.toHere
	]
];

/** Every step is open, and none has anything that would send or change what was sent. */
async function expectReadOnly(page: Page): Promise<void> {
	for (const id of stepIds) {
		await visit(page, id);
		await expect(page.getByRole('article')).toHaveAttribute('data-ready', 'true');
		for (const name of doers) await expect(page.getByRole('button', { name })).toHaveCount(0);
	}
}

test('a challenge that was made wrongly is the one on the screen', async ({ page }) => {
	await open(page, '01-challenge-of-hex-text');
	await expectReadOnly(page);
	await visit(page, 'authorize');
	const sent = page.getByRole('region', { name: recordedTexts.sent(moveLabels.authorization) });
	await expect(sent.getByText(/^YzBkMWJlYTY0/)).toBeVisible();
	await bar(page)
		.getByRole('link', { name: recordedTexts.open(stepTexts.exchange.short) })
		.click();
	await expect(heading(page, 'exchange')).toBeVisible();
	await expectStatus(page, 'exchange', 'failed');
});

test('of a code that was sent twice both answers are there', async ({ page }) => {
	await open(page, '31-code-sent-twice');
	await expectReadOnly(page);
	await visit(page, 'exchange');
	await expect(page.locator('[data-outcome=token]')).toHaveCount(1);
	await page.getByRole('heading', { name: new RegExp(`^${moveLabels.token} · POST .* · 200`) }).click();
	await expect(page.locator('[data-outcome=token]')).toHaveCount(2);
});

test('an attempt of one’s own begins beside it, by a door of its own', async ({ page }) => {
	await open(page, '117-user-not-assigned');
	await expectReadOnly(page);
	const before = await keptFacts(page);
	await page.getByRole('heading', { name: tryHereTexts.title }).click();
	await press(page, tryHereTexts.act);
	await expect(heading(page, 'configure')).toBeVisible();
	await expect(page.getByText(recordingTexts.title)).toHaveCount(0);
	await expect(bar(page).getByRole('button', { name: 'Fetch the metadata' })).toBeVisible();
	expect((await keptFacts(page)).slice(0, before.length)).toEqual(before);
});
