/**
 * A recording of 100 MB and 20,000 entries, read by the site: its time against a bare `JSON.parse` of the same text in the
 * same run, the memory of the page and of the worker against the size of the file, and the longest task of the page.
 */
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { Browser, CDPSession, Page } from 'playwright';
import { importTexts } from '../../src/lib/lessons/en/intake/import';
import { intakeTexts } from '../../src/lib/lessons/en/intake/intake';
import type { Host } from '../e2e/site';
import { largeHar } from '../fixtures/recordings';
import { median, shown } from './numbers';
import { openPage } from './open-page';

async function writeHar(path: string, entries: number, bytes: number): Promise<void> {
	const file = createWriteStream(path);
	let part: string[] = [];
	for (const one of largeHar(entries, bytes)) {
		part.push(one);
		if (part.length < 500) continue;
		if (!file.write(part.join(''))) await new Promise<void>((resolve) => file.once('drain', () => resolve()));
		part = [];
	}
	file.end(part.join(''));
	await finished(file);
}

/** Runs in the page: what it takes to parse the text of the chosen file, and nothing else. */
async function bareParse(): Promise<number> {
	const input = document.querySelector<HTMLInputElement>('#bare');
	const text = (await input?.files?.[0]?.text()) ?? '';
	const start = performance.now();
	JSON.parse(text);
	return performance.now() - start;
}

/** Bytes that all of the browser holds at most while `act` runs, beyond what it held before. */
async function mostHeld(pids: () => Promise<number[]>, act: () => Promise<void>): Promise<number> {
	const held = async (): Promise<number> => {
		const each = await Promise.all(
			(await pids()).map((pid) => readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => ''))
		);
		const kilobytes = each.map((text) => Number(/^Private_Dirty:\s+(\d+)/m.exec(text)?.[1] ?? 0));
		return kilobytes.reduce((sum, one) => sum + one, 0) * 1024;
	};
	const before = await held();
	let most = before;
	let running = true;
	const watching = (async () => {
		while (running) {
			most = Math.max(most, await held());
			await new Promise((resolve) => setTimeout(resolve, 50));
		}
	})();
	await act();
	running = false;
	await watching;
	return most - before;
}

/** Milliseconds until what was found is shown; and the longest task of the page on the way. */
async function readOnce(page: Page, path: string): Promise<{ took: number; longest: number }> {
	const clear = page.getByRole('button', { name: intakeTexts.clear });
	if (await clear.isVisible()) await clear.click();
	await page.evaluate(() => {
		const tasks: number[] = [];
		new PerformanceObserver((list) =>
			tasks.push(...list.getEntries().map(({ duration }) => duration))
		).observe({
			entryTypes: ['longtask']
		});
		const begun = { at: 0, done: 0 };
		document.addEventListener('change', () => (begun.at = performance.now()), { capture: true, once: true });
		new MutationObserver((_, observer) => {
			if (!document.querySelector('[data-import=done]')) return;
			begun.done = performance.now();
			observer.disconnect();
		}).observe(document.body, { subtree: true, childList: true, attributes: true });
		Object.assign(window, { tasks, begun });
	});
	await page.getByLabel(intakeTexts.choose).setInputFiles(path);
	await page.getByRole('group', { name: importTexts.found }).waitFor({ timeout: 120_000 });
	return page.evaluate(() => {
		const { tasks, begun } = window as unknown as { tasks: number[]; begun: { at: number; done: number } };
		return { took: begun.done - begun.at, longest: Math.max(0, ...tasks) };
	});
}

export async function importedFile(browser: Browser, host: Host): Promise<string[]> {
	const folder = await mkdtemp(join(tmpdir(), 'import-'));
	const path = join(folder, 'large.har');
	await writeHar(path, 20_000, 110_000_000);
	const { size } = await stat(path);
	const page = await openPage(browser);
	await page.goto(`${host.url}/diagnose/`);
	await page.locator('[data-ready=true]').waitFor();
	const session: CDPSession = await browser.newBrowserCDPSession();
	const pids = async (): Promise<number[]> => {
		const { processInfo } = await session.send('SystemInfo.getProcessInfo');
		return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
	};
	const times: { took: number; longest: number }[] = [];
	const held = await mostHeld(pids, async () => void times.push(await readOnce(page, path)));
	// Before the page parses anything itself: what that leaves behind is tidied up in long tasks.
	for (let time = 0; time < 5; time++) times.push(await readOnce(page, path));
	const bare: number[] = [];
	await page.evaluate(() => {
		const input = document.createElement('input');
		Object.assign(input, { type: 'file', id: 'bare' });
		document.body.append(input);
	});
	await page.locator('#bare').setInputFiles(path);
	for (let time = 0; time < 5; time++) bare.push(await page.evaluate(bareParse));
	const longest = Math.max(...times.map((one) => one.longest));
	await page.context().close();
	await rm(folder, { recursive: true });
	const took = median(times.map((one) => one.took));
	return [
		`A recording of ${(size / 1e6).toFixed(0)} MB and 20,000 entries: ${shown(took)}, a bare JSON.parse of it ${shown(median(bare))}: ${(took / median(bare)).toFixed(2)} ×`,
		`  memory of its renderer meanwhile: ${(held / 1e6).toFixed(0)} MB, ${(held / size).toFixed(2)} × the file`,
		`  the longest task of the page: ${longest === 0 ? 'none over 50 ms' : shown(longest)}`
	];
}
