/** Nothing is wider than its window, its frame or its box: the gallery and the chief pages, wide and on a phone. */
import type { Page } from 'playwright/test';
import { openGallery, visitGallery, type Gallery } from './gallery';
import { measure } from './measure';
import { scenes } from './scenes';
import { expect, test } from './site';

const screens = [
	{ width: 1440, height: 900 },
	{ width: 390, height: 844 }
];

async function expectAllFits(page: Page, where: string): Promise<void> {
	for (const screen of screens) {
		await page.setViewportSize(screen);
		const { width, window, overflows } = await measure(page);
		// What is shortened says so, and is whole where it is opened.
		const hidden = overflows.filter(({ kind }) => kind !== 'shortened');
		expect.soft(hidden, `${where}, ${screen.width} wide`).toEqual([]);
		expect.soft(width, `${where}, ${screen.width} wide`).toBeLessThanOrEqual(window);
	}
}

const galleryTest = test.extend<{ gallery: Gallery }>({
	// eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures' names from the pattern
	gallery: async ({}, use) => {
		const gallery = await openGallery();
		await use(gallery);
		await gallery.stop();
	}
});

galleryTest('every component of the gallery fits, in every state', async ({ page, gallery }) => {
	await visitGallery(page, gallery);
	await expectAllFits(page, 'the gallery');
});

/** A step that is done shows what it showed before, and more. */
const isShownLater = (name: string): boolean => scenes.some((other) => other.name === `${name}-done`);

for (const { name, open } of scenes.filter((scene) => !isShownLater(scene.name)))
	test(`everything fits: ${name}`, async ({ page, baseURL }) => {
		await open(page, baseURL ?? '');
		await expectAllFits(page, name);
	});

test('the measure sees what sticks out, what is cut off, what is shortened, and what leaves its frame', async ({
	page
}) => {
	const cut = 'overflow: hidden; white-space: nowrap; width: 4rem';
	await page.setContent(`<style>div { width: max-content }</style>
		<div style="width: 200vw">wide</div>
		<p style="${cut}">cut off after four rems</p>
		<p style="${cut}; text-overflow: ellipsis">shortened after four rems</p>
		<section style="width: 4rem; white-space: nowrap">wider than its box</section>
		<section style="width: 4rem; overflow: auto; white-space: nowrap">what scrolls is no mistake</section>
		<span style="position: absolute; width: 1px; overflow: hidden; white-space: nowrap">for a reader</span>
		<main data-frame="a" style="width: 4rem"><b style="position: absolute; width: 9rem">out of it</b></main>`);
	const { width, window, overflows } = await measure(page);
	expect(width).toBeGreaterThan(window);
	expect(overflows.map(({ kind, element }) => `${kind} ${element}`)).toEqual([
		'window div. “wide”',
		'clipped p. “cut off after four rems”',
		'shortened p. “shortened after four rems”',
		'box section. “wider than its box”',
		'frame b. “out of it”'
	]);
});
