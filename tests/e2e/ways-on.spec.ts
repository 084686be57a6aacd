/** Where a person stands after a change, a refusal or a failure, the page says so and leads on. */
import type { Page } from 'playwright/test';
import { attemptTexts, popupGone } from '../../src/lib/lessons/en/walk/attempts';
import { clientMissingText } from '../../src/lib/lessons/en/configure/configure-fields';
import { formTexts } from '../../src/lib/lessons/en/configure/configure-form';
import { unusedTexts } from '../../src/lib/lessons/en/configure/unused';
import { unknownCause } from '../../src/lib/lessons/en/diagnosis/diagnosis';
import { signIn } from './embedded';
import { expect, test } from './site';
import {
	answer,
	edit,
	expectStatus,
	goOn,
	heading,
	openFields,
	openWalk,
	perform,
	press,
	shownRequest,
	startWalk,
	visit
} from './walk';

const scope = (page: Page) => page.getByRole('textbox', { name: 'Scope' });

test('a configuration that was changed later is not lost in silence', async ({ page, baseURL }) => {
	await startWalk(page, baseURL ?? '', 'authorize');
	await visit(page, 'configure');
	const notice = page.getByText(unusedTexts.title);
	await expect(notice).toBeHidden();
	await openFields(page);
	await scope(page).fill('openid');
	await expect(notice).toBeVisible();
	await visit(page, 'authorize');
	await expect(notice).toBeVisible();
	expect(await shownRequest(page)).toContain('offline_access');
	await page.getByRole('link', { name: unusedTexts.show }).click();
	await press(page, unusedTexts.discard);
	await expect(notice).toBeHidden();
	await expect(scope(page)).toHaveValue(/offline_access/);

	await scope(page).fill('openid');
	await perform(page, 'configure');
	await expect(notice).toBeHidden();
	for (const id of ['configure', 'verifier', 'challenge'] as const) {
		if (id !== 'configure') await perform(page, id);
		await goOn(page, id);
	}
	expect(await shownRequest(page)).not.toContain('offline_access');
});

test('a locked step leads to the first open one', async ({ page, baseURL }) => {
	await openWalk(page, baseURL ?? '');
	await visit(page, 'renew');
	await page.getByRole('link', { name: 'Go to “Choose an authorization server”' }).click();
	await expect(heading(page, 'configure')).toBeVisible();
});

test('nothing is red before somebody has typed', async ({ page, baseURL }) => {
	await openWalk(page, baseURL ?? '');
	await press(page, 'Your own');
	await expect(page.getByText(formTexts.withoutIssuer)).toBeVisible();
	await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0);
	await page.getByRole('textbox', { name: 'Issuer' }).fill('https://id.example');
	await press(page, 'Fetch the metadata');
	await expect(page.getByText(clientMissingText)).toBeVisible();
	await expectStatus(page, 'configure', 'ready');
});

test('an answer comes into view, and says its causes once', async ({ page, baseURL }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await startWalk(page, baseURL ?? '', 'exchange');
	await edit(page, 'code_verifier', 'A'.repeat(43));
	await perform(page, 'exchange', 'failed');
	await expect(
		answer(page, 'The token response').getByRole('heading', { level: 2 }).first()
	).toBeInViewport();
	await expect(page.getByRole('status').first()).toContainText('Token request: 400');
	await expect(page.getByText(unknownCause.title)).toBeHidden();
	await press(page, 'Start a new attempt');
	await expectStatus(page, 'authorize', 'ready');
	const attempts = page.getByRole('list', { name: attemptTexts.title });
	await page.getByText(attemptTexts.all(2)).click();
	await expect(attempts.getByRole('listitem').last()).toHaveAttribute('data-end', 'refused');
});

test('a popup that is closed is noticed', async ({ page, context, baseURL }) => {
	await startWalk(page, baseURL ?? '', 'authorize');
	const opened = context.waitForEvent('page');
	await press(page, 'In a popup');
	await (await opened).close();
	await expect(page.getByText(popupGone.title)).toBeVisible();
	await press(page, 'Sign in, in this tab');
	await signIn(page);
	await expectStatus(page, 'callback', 'done');
});

test('secrets that were hidden stay hidden in this tab, also where they are edited', async ({
	page,
	baseURL
}) => {
	await startWalk(page, baseURL ?? '', 'authorize');
	await press(page, 'Hide secrets');
	await press(page, 'Sign in, in this tab');
	await signIn(page);
	await expect(page.getByRole('button', { name: 'Show secrets' })).toBeVisible();
	await goOn(page, 'callback');
	await press(page, 'Edit before sending');
	for (const name of ['code', 'code_verifier'])
		await expect(page.getByRole('textbox', { name: `Value of ${name}`, exact: true })).toHaveCSS(
			'filter',
			/blur/
		);
	await expect(page.getByRole('textbox', { name: 'Value of grant_type' })).toHaveCSS('filter', 'none');
	await press(page, 'Show secrets');
	await expect(page.getByRole('textbox', { name: 'Value of code', exact: true })).toHaveCSS('filter', 'none');
});
