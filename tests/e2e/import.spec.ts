/** A file is read in a worker: the page answers all the while, says how far it is, and can be told to stop. */
import type { Page } from 'playwright/test';
import { importTexts } from '../../src/lib/lessons/en/intake/import';
import { intakeTexts } from '../../src/lib/lessons/en/intake/intake';
import { entryOf, harOf, signIn } from '../fixtures/recordings';
import { everyBrowser, expect, test } from './site';

const picture = entryOf({ as: 'image', mime: 'image/png', text: 'x'.repeat(2_000) });

/** Made in the page: a file of this many megabytes is not sent to the browser. */
async function choose(page: Page, megabytes: number): Promise<void> {
	const [start, end] = harOf([...signIn.map((one, place) => entryOf(one, place)), picture]).split(
		JSON.stringify(picture)
	);
	await page.evaluate(
		([before, one, after, count]) => {
			const part = `${one},`.repeat(200);
			const parts = Array.from({ length: Math.ceil(Number(count) / part.length) }, () => part);
			const transfer = new DataTransfer();
			transfer.items.add(new File([before, ...parts, one, after], 'customer.har'));
			const input = document.querySelector<HTMLInputElement>('input[type=file]');
			if (!input) throw new Error('The page takes no file.');
			input.files = transfer.files;
			input.dispatchEvent(new Event('change', { bubbles: true }));
		},
		[start ?? '', JSON.stringify(picture), end ?? '', String(megabytes * 1_000_000)] as const
	);
}

async function open(page: Page, baseURL = ''): Promise<void> {
	await page.goto(`${baseURL}/diagnose/`);
	await page.locator('[data-ready=true]').waitFor();
}

test(
	'is cancelled, and read again to its end, and opened in the walk',
	everyBrowser,
	async ({ page, baseURL }) => {
		await open(page, baseURL);
		await choose(page, 300);
		await expect(page.getByRole('progressbar')).toBeVisible();
		await page.getByRole('button', { name: importTexts.cancel }).click();
		await expect(page.getByText(importTexts.cancelled)).toBeVisible();
		await page.getByRole('button', { name: intakeTexts.clear }).click();

		await choose(page, 3);
		const found = page.getByRole('group', { name: importTexts.found });
		await expect(found).toContainText(importTexts.attempts(3, 1));
		await expect(found).toContainText('https://id.example');
		await expect(found).toContainText(/[\d,]+ pictures, scripts and styles/);
		await page.getByRole('button', { name: intakeTexts.open }).click();
		await expect(page).toHaveURL(/\/flow\/tokens\/$/);
	}
);

test('is read without a task of the page over 50 ms, with its progress', async ({ page, baseURL }) => {
	await open(page, baseURL);
	// What shows it is fetched with the first file.
	await choose(page, 1);
	await page.getByRole('group', { name: importTexts.found }).waitFor();
	await page.getByRole('button', { name: intakeTexts.clear }).click();
	await page.evaluate(() => {
		const seen: number[] = [];
		new PerformanceObserver((list) =>
			seen.push(...list.getEntries().map(({ duration }) => duration))
		).observe({
			entryTypes: ['longtask']
		});
		const told: string[] = [];
		new MutationObserver(() => told.push(document.querySelector('progress')?.value.toString() ?? '')).observe(
			document.body,
			{ subtree: true, childList: true, characterData: true, attributes: true }
		);
		Object.assign(window, { seen, told });
	});
	await choose(page, 60);
	// What makes the file here is no part of reading it.
	await page.evaluate(() => (window as unknown as { seen: number[] }).seen.splice(0));
	await page.getByRole('group', { name: importTexts.found }).waitFor();
	const { seen, told } = await page.evaluate(() => {
		const { seen, told } = window as unknown as { seen: number[]; told: string[] };
		return { seen, told };
	});
	// A page that reads the file itself has tasks of hundreds; a busy machine makes two of one.
	expect(Math.max(0, ...seen)).toBeLessThan(100);
	expect(new Set(told.filter((value) => value !== '')).size).toBeGreaterThan(2);
});
