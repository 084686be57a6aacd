/** The walk that goes by itself, and its end. */
import { autopilotTexts } from '../../src/lib/lessons/en/walk/autopilot';
import { endTexts } from '../../src/lib/lessons/en/walk/end';
import { everyBrowser, expect, test } from './site';
import { bar, expectStatus, heading, keptFacts, openWalk, visit } from './walk';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('runs to the end by itself, through the real sign-in pages', everyBrowser, async ({ page, host }) => {
	await openWalk(page, host.url);
	await bar(page).getByRole('button', { name: autopilotTexts.toEnd }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(endTexts.titles.verified('Erin Example'));
	await expect(page.getByText(endTexts.done(9, 9))).toBeVisible();
	// The page begins at its beginning, though the focus is in the bar at its foot.
	await expect(page.getByRole('heading', { level: 1 })).toBeInViewport();
	await expect(page.getByRole('row')).toHaveCount(8);
	expect(await keptFacts(page)).toContainEqual(expect.objectContaining({ kind: 'left', way: 'autopilot' }));
	expect(host.seen.filter((asked) => asked.includes('code='))).toEqual([]);
	await page.reload();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(endTexts.titles.verified('Erin Example'));
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
