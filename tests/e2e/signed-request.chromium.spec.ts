/** A signed authorization request that is looked at for a while before the browser takes it along. */
import type { Page } from 'playwright/test';
import { extensionTexts } from '../../src/lib/lessons/en/configure/options';
import { acts, edit, goOn, openFields, openWalk, press, shownRequest } from './walk';
import { expect, test } from './site';

const requestOf = async (page: Page): Promise<string> =>
	/[?&]request=([\w.-]+)/.exec((await shownRequest(page)).replace(/\s/g, ''))?.[1] ?? '';

test('is signed again before its signature is too old, but for an edit', async ({ page, baseURL }) => {
	await page.clock.install();
	await openWalk(page, baseURL ?? '');
	await openFields(page);
	await page.getByText('Client authentication and extensions').click();
	await page.getByRole('checkbox', { name: extensionTexts['request-object'].label }).check();
	await press(page, 'Make a new P-256 key');
	for (const step of ['configure', 'verifier', 'challenge'] as const) {
		await acts[step](page);
		await goOn(page, step);
	}
	await expect.poll(() => requestOf(page)).not.toBe('');
	// From here on time stands still but where it is moved: a busy machine does not sign earlier.
	await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1_000));
	const old = await requestOf(page);
	await expect
		.poll(async () => {
			await page.clock.runFor(3_000);
			return requestOf(page);
		})
		.not.toBe(old);
	const first = await requestOf(page);
	await page.clock.runFor(20_000);
	expect(await requestOf(page)).toBe(first);
	await page.clock.runFor(12_000);
	await expect.poll(() => requestOf(page)).not.toBe(first);

	await edit(page, 'client_id', 'edited');
	await page.clock.runFor(90_000);
	await expect(page.getByRole('textbox', { name: 'Value of client_id', exact: true })).toHaveValue('edited');
	const second = await page.getByRole('textbox', { name: 'Value of request', exact: true }).inputValue();
	await press(page, 'Undo all edits');
	await expect.poll(() => requestOf(page)).not.toBe('');
	await expect.poll(() => requestOf(page)).not.toBe(second);
});
