/** Storage that holds rubbish, is full, or is closed to the page. */
import type { Page } from 'playwright/test';
import { failureTexts } from '../../src/lib/lessons/failures';
import { signIn } from './embedded';
import { expect, test } from './site';
import { expectDone, goOn, openWalk, perform, press, startWalk } from './walk';

const rubbish = [
	'{"format":"pkce-playground-trace","version":1,"facts":[{"kind":"?"}]}',
	'{',
	'',
	'null',
	'7'
];

const fillStorage = (page: Page, text: string): Promise<void> =>
	page.evaluate((value) => {
		for (const name of ['trace', 'drafts']) sessionStorage.setItem(`pkce-playground / ${name}`, value);
		for (const name of ['configurations', 'preferences'])
			localStorage.setItem(`pkce-playground / ${name}`, value);
	}, text);

for (const text of rubbish)
	test(`storage filled with ${JSON.stringify(text)}: told, put aside, and the walk goes`, async ({
		page,
		baseURL
	}) => {
		await page.goto(`${baseURL}/icon.svg`);
		await fillStorage(page, text);
		await openWalk(page, baseURL ?? '');
		await expect(page.getByText(failureTexts['storage-unreadable'].title)).toBeVisible();
		const kept = await page.evaluate(() => Object.values({ ...sessionStorage }));
		expect(kept).toContain(text);
		await perform(page, 'configure');
		await page.reload();
		await expectDone(page, 'configure');
	});

test('a database of another version: the embedded provider still answers', async ({ page, baseURL }) => {
	await page.goto(`${baseURL}/icon.svg`);
	await page.evaluate(
		() =>
			new Promise<void>((resolve, reject) => {
				const opening = indexedDB.open('pkce-playground /', 99);
				opening.onupgradeneeded = () => opening.result.createObjectStore('rubbish');
				opening.onerror = () => reject(opening.error);
				opening.onsuccess = () => {
					opening.result.close();
					resolve();
				};
			})
	);
	await startWalk(page, baseURL ?? '', 'exchange');
	await perform(page, 'exchange');
});

/** `how` is the error that every use of the page's storage throws. */
const breakStorage = (page: Page, how: 'SecurityError' | 'QuotaExceededError'): Promise<unknown> =>
	page.addInitScript((name) => {
		const refuse = (): never => {
			throw new DOMException('Refused by the test', name);
		};
		if (name === 'QuotaExceededError') Storage.prototype.setItem = refuse;
		else
			for (const storage of ['sessionStorage', 'localStorage'])
				Object.defineProperty(window, storage, { get: refuse });
	}, how);

for (const [how, reason] of [
	['SecurityError', 'storage-blocked'],
	['QuotaExceededError', 'storage-full']
] as const)
	test(`${reason}: said, and the whole walk goes by popup`, async ({ page, context, baseURL }) => {
		await breakStorage(page, how);
		await startWalk(page, baseURL ?? '', 'authorize');
		await expect(page.getByRole('alert').getByText(failureTexts[reason].title)).toBeVisible();
		const opened = context.waitForEvent('page');
		await press(page, 'In a popup');
		await signIn(await opened);
		await expectDone(page, 'callback');
		await goOn(page, 'callback');
		await perform(page, 'exchange');
	});
