/** Each sign-in of a walk can be opened, compared and gone on with, and none hides another. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright/test';
import { differenceTexts } from '../../src/lib/lessons/en/compare/differences';
import {
	attemptEndTexts,
	attemptTexts,
	compareTexts,
	earlierTexts
} from '../../src/lib/lessons/en/walk/attempts';
import { parseTrace } from '../../src/lib/trace/file';
import { formatTrace } from '../../src/lib/trace/format';
import { walkFileTexts } from '../../src/lib/lessons/en/walk/walk-file';
import type { Fact } from '../../src/lib/trace/fact';
import { expect, test } from './site';
import {
	answer,
	expectDone,
	expectStatus,
	keptFacts,
	perform,
	press,
	sendCodeAgain,
	shownRequest,
	startWalk,
	visit
} from './walk';

const envelope: object = JSON.parse(formatTrace([]));
const chooser = (page: Page): Locator => page.getByLabel(attemptTexts.open);
const shown = (page: Page, place: number, of: number) =>
	expect(page.getByText(attemptTexts.place(place, of), { exact: true })).toBeVisible();

/** A new verifier and all that follows from it. */
async function prepareAnother(page: Page): Promise<void> {
	await visit(page, 'verifier');
	await page.getByRole('button', { name: /^Generate/ }).click();
	await visit(page, 'challenge');
	await perform(page, 'challenge');
	await expectStatus(page, 'authorize', 'ready');
}

test('the code of an earlier attempt is redeemed with the verifier of that one', async ({
	page,
	baseURL
}) => {
	await startWalk(page, baseURL ?? '', 'exchange');
	const asked = await shownRequest(page);
	await prepareAnother(page);
	await shown(page, 2, 2);
	await visit(page, 'exchange');
	await expectStatus(page, 'exchange', 'locked');
	await chooser(page).selectOption('0');
	await shown(page, 1, 2);
	expect(await shownRequest(page)).toEqual(asked);
	await page.reload();
	await perform(page, 'exchange');
	await expectDone(page, 'exchange');
	await chooser(page).selectOption('1');
	await expectStatus(page, 'authorize', 'ready');
});

test('two attempts are held side by side, and a refused code does not hide the tokens', async ({
	page,
	baseURL
}) => {
	await startWalk(page, baseURL ?? '', 'exchange');
	await perform(page, 'exchange');
	await sendCodeAgain(page);
	await expectStatus(page, 'exchange', 'failed');
	await page.getByText(earlierTexts.title(1)).click();
	await expect(page.getByRole('heading', { name: /^The answer at .*: 200/ })).toBeVisible();
	await prepareAnother(page);
	await page.getByText(attemptTexts.all(2)).click();
	const list = page.getByRole('list', { name: attemptTexts.title });
	await expect(list.getByRole('listitem')).toHaveText([
		new RegExp(attemptEndTexts.prepared),
		new RegExp(attemptEndTexts.tokens)
	]);
	const compared = page.getByRole('region', { name: compareTexts.title });
	const first = compared.getByRole('list', { name: differenceTexts.list }).getByRole('listitem').first();
	await expect(first).toHaveAttribute('data-meaning', 'end');
	await expect(first).toContainText(attemptEndTexts.tokens);
	await list.getByRole('button', { name: attemptTexts.openThis(1) }).click();
	await shown(page, 1, 2);
});

test('a file with a failed and a good sign-in opens at the failed one', async ({ page, baseURL }) => {
	await startWalk(page, baseURL ?? '', 'exchange');
	await perform(page, 'exchange');
	const kept = parseTrace(JSON.stringify({ ...envelope, facts: await keptFacts(page) }));
	const trace = kept.ok ? kept.value : [];
	const failed = trace.map((fact): Fact => {
		if (fact.kind !== 'exchanged' || fact.move !== 'token') return fact;
		const response = { status: 400, statusText: '', headers: [], body: '{"error":"invalid_grant"}' };
		const { inside: _, ...exchange } = fact.exchange;
		return { ...fact, exchange: { ...exchange, response } };
	});
	const made = trace.find((fact) => fact.kind === 'generated' && fact.step === 'authorize');
	const state = made?.kind === 'generated' ? (made.values.state ?? '') : '';
	const good: Fact[] = JSON.parse(JSON.stringify(trace).replaceAll(state, 'another-state-0123456789'));
	await page.getByRole('button', { name: 'This walk…' }).first().click();
	await page.getByLabel('File to import').setInputFiles({
		name: 'two.json',
		mimeType: 'application/json',
		buffer: Buffer.from(formatTrace([...failed, ...good]))
	});
	await shown(page, 1, 2);
	await expectStatus(page, 'exchange', 'failed');
	await expect(answer(page, 'The token response').getByText('invalid_grant').first()).toBeVisible();
	await chooser(page).selectOption('1');
	await expectDone(page, 'exchange');
	await page.getByRole('button', { name: 'This walk…' }).first().click();
	await page.getByLabel(walkFileTexts.onlyShown(2)).check();
	const download = page.waitForEvent('download');
	await press(page, walkFileTexts.exportWalk);
	const saved = parseTrace(await readFile(await (await download).path(), 'utf8'));
	const facts = saved.ok ? saved.value : [];
	expect(facts.filter(({ kind }) => kind === 'left')).toHaveLength(1);
	expect(JSON.stringify(facts)).not.toContain('invalid_grant');
});
