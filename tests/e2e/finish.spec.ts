/** The walk that goes by itself, its end, and one mistake from the menu to its cause. */
import { autopilotTexts } from '../../src/lib/lessons/en/walk/autopilot';
import { breakTexts, mistakeTexts } from '../../src/lib/lessons/en/walk/breaking';
import { endTexts } from '../../src/lib/lessons/en/walk/end';
import { exchangeTexts } from '../../src/lib/lessons/en/walk/exchange';
import { frameTexts } from '../../src/lib/lessons/en/walk/frame';
import { everyBrowser, expect, test } from './site';
import { bar, expectStatus, failedChecks, heading, keptFacts, openWalk, visit } from './walk';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('runs to the end by itself, through the real sign-in pages', everyBrowser, async ({ page, host }) => {
	await openWalk(page, host.url);
	await bar(page).getByRole('button', { name: autopilotTexts.toEnd }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(endTexts.titles.verified('Erin Example'));
	await expect(page.getByText(endTexts.done(9, 9))).toBeVisible();
	await expect(page.getByRole('row')).toHaveCount(8);
	expect(await keptFacts(page)).toContainEqual(expect.objectContaining({ kind: 'left', way: 'autopilot' }));
	expect(host.seen.filter((asked) => asked.includes('code='))).toEqual([]);
	await page.reload();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(endTexts.titles.verified('Erin Example'));
});

test('a mistake is made in the open, sent by the person, and explained', async ({ page, baseURL }) => {
	await openWalk(page, baseURL ?? '');
	await bar(page).getByRole('button', { name: frameTexts.breakIt }).click();
	await page.getByRole('button', { name: mistakeTexts['wrong-verifier'].name }).click();
	await expect(heading(page, 'exchange')).toBeVisible();
	await bar(page).getByRole('button', { name: breakTexts.reach }).click();
	await expect(page.getByText(mistakeTexts['wrong-verifier'].made)).toBeVisible();
	await expectStatus(page, 'exchange', 'ready');
	await page.keyboard.press('Control+Enter');
	await expectStatus(page, 'exchange', 'failed');
	await expect(page.locator('[data-cause]').first()).toHaveAttribute('data-cause', /verifier/);
	await expect.poll(() => failedChecks(page)).toContain('as-verifier-matches');
	await expect(page.getByText(mistakeTexts['wrong-verifier'].made)).toBeHidden();
	await expect(page.getByRole('region', { name: exchangeTexts.answer })).toBeVisible();
});

test('stops when the person goes elsewhere', async ({ page, baseURL }) => {
	await page.emulateMedia({ reducedMotion: 'no-preference' });
	await openWalk(page, baseURL ?? '');
	await bar(page).getByRole('button', { name: autopilotTexts.toEnd }).click();
	await expect(bar(page).getByRole('button', { name: autopilotTexts.stop })).toBeFocused();
	await expect(heading(page, 'verifier')).toBeVisible();
	await visit(page, 'configure');
	await expect(bar(page).getByRole('button', { name: autopilotTexts.stop })).toBeHidden();
	await expect(heading(page, 'configure')).toBeVisible();
	await expectStatus(page, 'exchange', 'locked');
});

test.describe('while the page of a step is on its way', () => {
	test.use({ serviceWorkers: 'block' });

	test('stops when the person goes elsewhere', async ({ page, baseURL }) => {
		await openWalk(page, baseURL ?? '');
		let asked = (): void => undefined;
		const isAsked = new Promise<void>((resolve) => (asked = resolve));
		await page.route('**/nodes/*.js', async (route) => {
			asked();
			await isGone;
			await route.continue();
		});
		let gone = (): void => undefined;
		const isGone = new Promise<void>((resolve) => (gone = resolve));
		await bar(page).getByRole('button', { name: autopilotTexts.toEnd }).click();
		await isAsked;
		await page.locator('nav a[href$="/flow/configure/"]').first().dispatchEvent('click');
		gone();
		await expect(bar(page).getByRole('button', { name: autopilotTexts.stop })).toBeHidden();
		await expect(heading(page, 'configure')).toBeVisible();
		await expectStatus(page, 'exchange', 'locked');
	});
});
