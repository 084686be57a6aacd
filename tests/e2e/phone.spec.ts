/** On a phone nothing is wider than the screen, and the wire stands under the step. */
import type { Page } from 'playwright/test';
import { stepIds } from '../../src/lib/lexicon/steps';
import { expect, test } from './site';
import { differenceTexts } from '../../src/lib/lessons/en/compare/differences';
import { attemptTexts, compareTexts } from '../../src/lib/lessons/en/walk/attempts';
import { goOn, openWalk, perform, press, startWalk, visit } from './walk';

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
	const wire = page.getByRole('complementary', { name: 'On the wire' });
	await expect(wire.getByText('Token request', { exact: true })).toBeVisible();
	await wire.getByText('Token request', { exact: true }).click();
	await expectNoSideways(page, 'the wire');
});

for (const width of [390, 320])
	test(`what differs between two attempts is a block for each, at ${width} pixels`, async ({
		page,
		baseURL
	}) => {
		await page.setViewportSize({ width, height: 844 });
		await startWalk(page, baseURL ?? '', 'exchange');
		await visit(page, 'verifier');
		await page.getByRole('button', { name: /^Generate/ }).click();
		await page.getByText(attemptTexts.all(2)).click();
		const list = page
			.getByRole('region', { name: compareTexts.title })
			.getByRole('list', { name: differenceTexts.list });
		const whole = (await list.boundingBox())?.width ?? 0;
		for (const part of await list.getByRole('listitem').all())
			expect((await part.boundingBox())?.width).toBe(whole);
		await expectNoSideways(page, 'the comparison');
		await page.getByRole('button', { name: attemptTexts.openThis(1) }).click();
		await expect(list).toBeHidden();
		await expect(page.getByLabel(attemptTexts.open)).toBeFocused();
	});
