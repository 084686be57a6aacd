/** On a phone nothing is wider than the screen, and the wire is the second tab. */
import type { Page } from 'playwright/test';
import { stepIds } from '../../src/lib/lexicon/steps';
import { expect, test } from './site';
import { goOn, openWalk, perform, press } from './walk';

test.use({ viewport: { width: 390, height: 844 } });

/** How many pixels one could scroll sideways, and what sticks out. */
async function expectNoSideways(page: Page, where: string): Promise<void> {
	const beyond = await page.evaluate(() => {
		const root = document.scrollingElement ?? document.documentElement;
		return root.scrollWidth - window.innerWidth;
	});
	expect(beyond, where).toBeLessThanOrEqual(0);
}

test('no step is wider than the screen, empty or done', async ({ page, baseURL }) => {
	await page.goto(`${baseURL}/`);
	await expectNoSideways(page, 'home');
	await page.goto(`${baseURL}/flow/end/`);
	await expectNoSideways(page, 'the end');
	await openWalk(page, baseURL ?? '');
	for (const id of stepIds) {
		await expectNoSideways(page, `${id}, ready`);
		if (id === 'exchange') {
			await press(page, 'Edit before sending');
			await expectNoSideways(page, 'exchange, edited');
		}
		await perform(page, id);
		await page.evaluate(() => {
			for (const fold of document.querySelectorAll('details')) fold.open = true;
		});
		await expectNoSideways(page, `${id}, done`);
		if (id !== 'authorize' && id !== 'renew') await goOn(page, id);
	}
	await page.getByRole('button', { name: /^On the wire \(\d+\)$/ }).click();
	const wire = page.getByRole('complementary', { name: 'On the wire' });
	await expect(wire.getByText('Token request')).toBeVisible();
	await expect(page.getByRole('main')).toBeHidden();
	await wire.getByText('Token request').click();
	await expectNoSideways(page, 'the wire');
	await press(page, 'Step');
	await expect(page.getByRole('main')).toBeVisible();
});
