/** From a paste on `/diagnose/` to its answer on the screen: short texts, and a long log with one failure in it. */
import type { Browser, Page } from 'playwright';
import { corpus } from '../diagnosis/corpus';
import type { Host } from '../e2e/site';
import { median, shown } from './numbers';
import { openPage } from './open-page';

/** Runs in the page: the box is emptied, gets the text, and something else is shown. Milliseconds from the text on. */
async function timeToAnswer(text: string): Promise<number> {
	const [box, page] = [document.querySelector('textarea'), document.querySelector('main')];
	if (!box || !page) throw new Error('The page has no box.');
	const give = (value: string): Promise<number> =>
		new Promise((resolve, reject) => {
			setTimeout(() => reject(new Error(`No answer to ${value.slice(0, 200)}`)), 10_000);
			const start = performance.now();
			const observer = new MutationObserver(() => {
				if (value !== '' && page.querySelector('[data-answered]') === null) return;
				observer.disconnect();
				resolve(performance.now() - start);
			});
			observer.observe(page, { subtree: true, childList: true, characterData: true, attributes: true });
			box.value = value;
			box.dispatchEvent(new Event('input', { bubbles: true }));
		});
	await give('');
	await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
	return give(text);
}

const lineOf = (place: number): string =>
	`2026-03-02T10:${String(Math.floor(place / 60) % 60).padStart(2, '0')}:${String(place % 60).padStart(2, '0')}.${String(place % 1000).padStart(3, '0')}Z INFO  [http-${place % 8}] a.example.Filter : GET /api/items/${place} 200 in ${place % 90} ms`;

/** A log of about this many characters: the failure stands in the middle of it. */
export function logOf(characters: number, failure: string): string {
	const lines = Array.from({ length: Math.ceil(characters / 95) }, (_, place) => lineOf(place));
	lines[Math.floor(lines.length / 2)] =
		`2026-03-02T10:15:30.001Z ERROR [http-3] a.example.Login : ${failure}`;
	return lines.join('\n').slice(0, characters);
}

const written = corpus.flatMap(({ raw, error_description: description }) => raw ?? description ?? []);
const short = written.filter((text) => text.length > 20 && text.length < 600);
const pick = (count: number): string[] =>
	Array.from({ length: count }, (_, place) => short[Math.floor((place * short.length) / count)] ?? '');

async function timesOf(page: Page, texts: readonly string[]): Promise<number[]> {
	const times: number[] = [];
	for (const text of texts) times.push(await page.evaluate(timeToAnswer, text));
	return times;
}

export async function pastedText(browser: Browser, host: Host): Promise<string[]> {
	const page = await openPage(browser);
	await page.goto(`${host.url}/diagnose/`);
	await page.locator('[data-ready=true]').waitFor();
	await page.locator('textarea').first().fill('invalid_grant: the code has expired');
	await page.locator('[data-cause]').first().waitFor();
	await timesOf(page, pick(10));
	const one = await timesOf(page, pick(60));
	const failures = [
		'PKCE verification failed: code mismatch',
		'AADSTS50011: the redirect URI does not match'
	];
	const logs = Array.from({ length: 10 }, (_, at) => logOf(100_000, failures[at % 2] ?? ''));
	const long = await timesOf(page, logs);
	await page.context().close();
	return [
		`A pasted text to its answer: ${shown(median(one))}, at worst ${shown(Math.max(...one))} of ${one.length}`,
		`A log of 100 kB: ${shown(median(long))}, at worst ${shown(Math.max(...long))} of ${long.length}; ${(median(long) / median(one)).toFixed(1)} × the short ones`
	];
}
