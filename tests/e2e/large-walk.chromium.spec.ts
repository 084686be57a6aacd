/** A walk that has no room in the storage of the tab: it is kept elsewhere, for this tab alone. */
import type { Page } from 'playwright/test';
import { replacedTexts } from '../../src/lib/lessons/en/walk/replaced';
import type { Trace } from '../../src/lib/trace/fact';
import { formatTrace } from '../../src/lib/trace/format';
import { createSigner } from '../fixtures/tokens';
import { wholeWalk } from '../fixtures/walk';
import { expect, test } from './site';
import { messageTexts } from '../../src/lib/lessons/en/walk/message';
import { expectStatus, keptFacts, openWalk, press, visit } from './walk';

/** What only this walk has. */
const told = 'a-word-that-is-nowhere-else';

/** Larger than the five million characters that a tab has, and smaller than the eight of a file. */
async function largeWalk(): Promise<string> {
	const walk = await wholeWalk(await createSigner('ES256'));
	const last = walk.findLast((fact) => fact.kind === 'exchanged' && fact.move === 'api');
	if (last?.kind !== 'exchanged' || !last.exchange.response) throw new Error('No call of an API');
	const { exchange } = last;
	const response = { ...last.exchange.response, body: JSON.stringify({ told: `${told} `.repeat(25_000) }) };
	const calls: Trace = Array.from({ length: 9 }, (_, index) => ({
		...last,
		exchange: { ...exchange, id: `call-${index}`, response }
	}));
	return formatTrace([...walk, ...calls]);
}

async function importWalk(page: Page, text: string): Promise<void> {
	await press(page, 'This walk…');
	await page
		.getByLabel('File to import')
		.setInputFiles({ name: 'large.json', mimeType: 'application/json', buffer: Buffer.from(text) });
	await expect(page.getByText('“large.json” was read')).toBeVisible();
}

/** What lies in IndexedDB for all tabs to read, as text: names of walks, and their parts. */
const shared = (page: Page): Promise<{ names: string[]; ages: Record<string, number>; parts: string[] }> =>
	page.evaluate(async () => {
		const wait = <T>(request: IDBRequest<T>): Promise<T> =>
			new Promise((resolve, reject) => {
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error);
			});
		const opened = await wait(indexedDB.open('pkce-playground / walks'));
		const transaction = opened.transaction(['names', 'parts']);
		const names = await wait(transaction.objectStore('names').getAllKeys());
		const used: number[] = await wait(transaction.objectStore('names').getAll());
		const parts: { data: ArrayBuffer }[] = await wait(transaction.objectStore('parts').getAll());
		opened.close();
		return {
			names: names.map(String),
			ages: Object.fromEntries(names.map((name, index) => [String(name), Date.now() - (used[index] ?? 0)])),
			parts: parts.map(({ data }) => new TextDecoder('latin1').decode(data))
		};
	});

/** Whether the tab says that a part of its walk is elsewhere. */
const isAway = (page: Page): Promise<boolean> =>
	page.evaluate(() => (sessionStorage.getItem('pkce-playground / walk') ?? '').includes('"away"'));

const messages = (page: Page) =>
	page.getByRole('complementary', { name: 'On the wire' }).getByRole('listitem');

/** Eight messages of the walk, and nine calls of the API. */
const count = 17;

async function openLarge(page: Page, url: string): Promise<void> {
	await openWalk(page, url);
	await importWalk(page, await largeWalk());
	await expect(messages(page)).toHaveCount(count);
	await expect.poll(() => isAway(page)).toBe(true);
	expect(JSON.stringify(await keptFacts(page)).length).toBeLessThan(100_000);
}

/** One more fact, by which the answer that was there is none any more. */
async function renewState(page: Page): Promise<void> {
	await visit(page, 'authorize');
	await press(page, 'New state and nonce');
	await expectStatus(page, 'callback', 'locked');
}

/** There is no room to keep such a walk for undoing: that is said before. */
async function startOver(page: Page): Promise<void> {
	await press(page, 'This walk…');
	await press(page, 'Start over');
	await press(page, replacedTexts.goOn);
}

test('it survives a reload with what came after it, and is forgotten when it is replaced', async ({
	page,
	baseURL
}) => {
	await openLarge(page, baseURL ?? '');
	await renewState(page);
	await page.reload();
	await expect(messages(page)).toHaveCount(count);
	await expectStatus(page, 'callback', 'locked');
	const [name] = (await shared(page)).names;
	await page.reload();
	await expect(messages(page)).toHaveCount(count);
	// The page that was left has let go of the name: it is the same tab.
	expect((await shared(page)).names).toEqual([name]);
	await startOver(page);
	await expectStatus(page, 'configure', 'ready');
	await expect.poll(async () => (await shared(page)).names).toEqual([]);
});

test('it is in clear nowhere that other tabs can read, and gone with the tab', async ({ page, baseURL }) => {
	await openLarge(page, baseURL ?? '');
	const { parts } = await shared(page);
	expect(parts.join('').length).toBeGreaterThan(5_000_000);
	expect(parts.join('')).not.toContain(told);
	const other = await page.context().newPage();
	await openWalk(other, baseURL ?? '');
	await expectStatus(other, 'configure', 'ready');
	await expect(messages(other)).toHaveCount(0);
});

test('a duplicated tab goes on with a copy, and neither changes the other', async ({ page, baseURL }) => {
	await openLarge(page, baseURL ?? '');
	const opened = page.context().waitForEvent('page');
	// The browser copies the storage of the tab, as it does when a tab is duplicated.
	await page.evaluate(() => void window.open('/flow/verifier/'));
	const duplicate = await opened;
	await expect(messages(duplicate)).toHaveCount(count);
	await expect.poll(async () => new Set((await shared(page)).names).size).toBe(2);
	await renewState(duplicate);
	await startOver(page);
	await expectStatus(page, 'configure', 'ready');
	await Promise.all([page.reload(), duplicate.reload()]);
	await expectStatus(page, 'configure', 'ready');
	await expect(messages(page)).toHaveCount(0);
	await expect(messages(duplicate)).toHaveCount(count);
	await expectStatus(duplicate, 'callback', 'locked');
});

test('a duplicate that is left says so, and its copy waits for minutes and not for a day', async ({
	page,
	baseURL
}) => {
	await openLarge(page, baseURL ?? '');
	const [mine] = (await shared(page)).names;
	const opened = page.context().waitForEvent('page');
	await page.evaluate(() => void window.open('/flow/verifier/'));
	const duplicate = await opened;
	await expect(messages(duplicate)).toHaveCount(count);
	await expect.poll(async () => new Set((await shared(page)).names).size).toBe(2);
	// Everything that keeps its copy has come.
	await duplicate.waitForLoadState('networkidle');
	// To the page it is the same as being closed, but what it writes at its end is surely written.
	await duplicate.goto('about:blank');
	const hoursAgo = (name: string | undefined): number => ((name && ages[name]) || 0) / 3_600_000;
	let ages: Record<string, number> = {};
	await expect
		.poll(async () => {
			ages = (await shared(page)).ages;
			return Object.keys(ages)
				.filter((name) => name !== mine)
				.map((name) => Math.floor(hoursAgo(name)));
		})
		.toEqual([23]);
	expect(hoursAgo(mine)).toBeLessThan(1);
});

test('of very many messages the last fifty are shown, and all when they are wanted', async ({
	page,
	baseURL
}) => {
	const walk = await wholeWalk(await createSigner('ES256'));
	const call = walk.filter((fact) => fact.kind === 'exchanged' && fact.move === 'api');
	await openWalk(page, baseURL ?? '');
	await importWalk(page, formatTrace([...walk, ...Array.from({ length: 120 }, () => call).flat()]));
	await expect(messages(page)).toHaveCount(50);
	await expect(messages(page).first()).toHaveText(/^\s*79\s/);
	await press(page, 'Show the 78 before these');
	await expect(messages(page)).toHaveCount(128);
	await expect(messages(page).first()).toHaveText(/^\s*1\s+OpenID Connect metadata/);
	await messages(page).first().getByText('OpenID Connect metadata').click();
	await messages(page).first().getByRole('button', { name: messageTexts.raw, exact: true }).click();
	await expect(messages(page).first().getByRole('group', { name: messageTexts.rawRequest })).toBeVisible();
});
