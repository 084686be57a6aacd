/** No finished attempt is replaced without a word, however the second answer comes. */
import type { Locator, Page } from 'playwright/test';
import { secondAnswerTexts as texts } from '../../src/lib/lessons/en/walk/second-answer';
import { stepIds } from '../../src/lib/lexicon/steps';
import { signIn } from './embedded';
import { everyBrowser, expect, test } from './site';
import {
	expectDone,
	expectStatus,
	heading,
	perform,
	press,
	shownRequest,
	startWalk,
	visit,
	walkOnScreen
} from './walk';

const notice = (page: Page): Locator => page.getByRole('alert').filter({ hasText: texts.kept });

/** A finished walk, and the two addresses between which the browser went. */
async function finish(page: Page, url: string): Promise<{ sent: string; answered: string }> {
	const trace = await startWalk(page, url, 'renew');
	await perform(page, 'renew');
	const addressOf = (kind: 'left' | 'returned') =>
		trace.flatMap((fact) => (fact.kind === kind ? fact.url : []));
	return { sent: addressOf('left')[0] ?? '', answered: addressOf('returned')[0] ?? '' };
}

/** The provider may ask once more, or know already. */
async function allowIfAsked(page: Page, there: Locator): Promise<void> {
	const allow = page.getByRole('button', { name: 'Allow' });
	await expect(allow.or(there).first()).toBeVisible();
	if (await allow.isVisible()) await allow.click();
}

async function expectWholeWalk(page: Page): Promise<void> {
	await expectDone(page, 'renew');
	await visit(page, 'tokens');
	await expect(page.getByRole('region', { name: 'The access token' })).toBeVisible();
}

test(
	'Back past the callback, as far as one likes: the walk is whole',
	everyBrowser,
	async ({ page, baseURL }) => {
		await walkOnScreen(page, baseURL ?? '', 'renew');
		await perform(page, 'renew');
		// Nine steps, the pages of the provider, and what it sends on.
		for (const _ of [...stepIds, ...stepIds]) {
			if (page.url().endsWith('/flow/configure/')) break;
			await page.goBack();
			await page.waitForLoadState();
			// These two only lead on, and a Back before they have is one that they overtake.
			await expect(page).not.toHaveURL(/^https?:\/\/[^/]+\/(?:callback\/|idp\/authorize)/);
		}
		await page.goto(`${baseURL}/flow/renew/`);
		await expectWholeWalk(page);
	}
);

test('sent again to a provider that still knows the person: both answers are offered', async ({
	page,
	baseURL
}) => {
	const { sent } = await finish(page, baseURL ?? '');
	await page.goto(sent);
	await allowIfAsked(page, notice(page));
	await expect(notice(page)).toContainText(texts.titleSame);
	await expect(heading(page, 'callback')).toBeVisible();
	expect(new URL(page.url()).search).toBe('');
	await expectDone(page, 'renew');
	await page.reload();
	await expect(notice(page)).toBeVisible();
	await press(page, texts.keep);
	await expect(notice(page)).toHaveCount(0);
	await page.reload();
	await expectWholeWalk(page);
	await expect(notice(page)).toHaveCount(0);
});

test('the second answer can be used: it is a fresh code', async ({ page, baseURL }) => {
	const { sent } = await finish(page, baseURL ?? '');
	await page.goto(sent);
	await allowIfAsked(page, notice(page));
	await press(page, texts.use);
	await expectStatus(page, 'callback', 'done');
	await expectStatus(page, 'exchange', 'ready');
	await expect(notice(page)).toHaveCount(0);
	await visit(page, 'exchange');
	await perform(page, 'exchange');
});

test('the callback page opened again with the same answer is one answer', async ({ page, baseURL }) => {
	const { answered } = await finish(page, baseURL ?? '');
	await page.goto(answered);
	await expect(heading(page, 'callback')).toBeVisible();
	await expectWholeWalk(page);
	await expect(notice(page)).toHaveCount(0);
});

const other = (answered: string, changes: Record<string, string>): string => {
	const url = new URL(answered);
	for (const [name, value] of Object.entries(changes)) url.searchParams.set(name, value);
	return url.href;
};

for (const [what, changes, said] of [
	['another code', { code: 'another' }, texts.titleSame],
	['a state that nobody sent', { code: 'another', state: 'unknown' }, texts.unknown]
] as const)
	test(`a callback URL that is pasted over a finished walk, with ${what}, replaces nothing`, async ({
		page,
		baseURL
	}) => {
		const { answered } = await finish(page, baseURL ?? '');
		await visit(page, 'callback');
		await page.getByText('Paste a callback URL').click();
		await page.getByRole('textbox', { name: 'The whole address' }).fill(other(answered, changes));
		await press(page, 'Read this callback');
		await expect(notice(page)).toContainText(said);
		await expectDone(page, 'renew');
		await press(page, texts.keep);
		await expectWholeWalk(page);
	});

test('the same request answered in two other tabs: the second answer is held', async ({
	page,
	context,
	baseURL
}) => {
	await startWalk(page, baseURL ?? '', 'authorize');
	const [start = '', host = ''] = (await shownRequest(page)).split('\n');
	const url = `http://${host.replace('Host: ', '')}${start.split(' ')[1]}`;
	await press(page, 'Copy for another device');
	const first = await context.newPage();
	await first.goto(url);
	await signIn(first);
	await expectDone(page, 'callback');
	await visit(page, 'exchange');
	await perform(page, 'exchange');
	const second = await context.newPage();
	await second.goto(url);
	await allowIfAsked(second, second.getByText('The tab that started this sign-in has the answer'));
	await expect(notice(page)).toBeVisible();
	await expectDone(page, 'exchange');
});
