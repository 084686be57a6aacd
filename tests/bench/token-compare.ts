/**
 * Two tokens that are pasted on `/compare/`, to what differs on the screen: small ones, ten thousand claims, a megabyte. Each
 * beside a bare verification of the same token by WebCrypto, and with the longest time in which the page did not answer.
 */
import type { Browser } from 'playwright';
import type { Host } from '../e2e/site';
import { median, shown } from './numbers';
import { openPage } from './open-page';

const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const tokenOf = (claims: object): string =>
	`${base64url({ alg: 'RS256', kid: 'a', typ: 'JWT' })}.${base64url({ iss: 'https://id.example', sub: 'a', ...claims })}.${'A'.repeat(342)}`;

const many = (step: number): object =>
	Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`claim${at}`, at * step]));

const pairs: [name: string, one: string, other: string][] = [
	['Two tokens', tokenOf({ aud: 'api', scope: 'read write' }), tokenOf({ aud: 'web', scope: 'read' })],
	['Ten thousand claims each', tokenOf(many(1)), tokenOf(many(2))],
	['A megabyte each', tokenOf({ text: 'x'.repeat(750_000) }), tokenOf({ text: 'y'.repeat(750_000) })]
];

interface Spent {
	answer: number;
	/** Of a task; nothing below 50 is told by a browser. */
	longest: number;
}

/** Runs in the page: takes away what there is, pastes both, and waits for what differs. */
async function compareInPage([one, other]: string[]): Promise<Spent> {
	const wait = (done: () => unknown): Promise<void> =>
		new Promise((resolve, reject) => {
			const late = setTimeout(() => reject(new Error('No answer.')), 60_000);
			const look = (): void => {
				if (!done()) return;
				observer.disconnect();
				clearTimeout(late);
				resolve();
			};
			const observer = new MutationObserver(look);
			observer.observe(document.body, { subtree: true, childList: true, attributes: true });
			look();
		});
	const shownBefore = document.querySelectorAll<HTMLButtonElement>('[data-side] button[aria-label]');
	for (const button of shownBefore) button.click();
	await wait(() => document.querySelectorAll('[data-side] textarea').length === 2);
	await new Promise((resolve) => setTimeout(resolve, 100));
	let longest = 0;
	const tasks = new PerformanceObserver((list) => {
		for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
	});
	tasks.observe({ type: 'longtask' });
	const start = performance.now();
	for (const [side, text] of [
		['one', one],
		['other', other]
	] as const) {
		const clipboardData = new DataTransfer();
		clipboardData.setData('text/plain', text ?? '');
		document
			.querySelector(`[data-side="${side}"] textarea`)
			?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
	}
	await wait(() => document.querySelector('[data-differences]:not([data-differences="0"])'));
	const answer = performance.now() - start;
	await new Promise((resolve) => setTimeout(resolve, 200));
	tasks.disconnect();
	return { answer, longest };
}

/** Runs in the page: a bare verification of a signature over this text. */
async function verifyInPage(token: string): Promise<number> {
	const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
	const parameters = { ...algorithm, modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1) };
	const { privateKey, publicKey } = await crypto.subtle.generateKey(parameters, false, ['sign', 'verify']);
	const data = new TextEncoder().encode(token.slice(0, token.lastIndexOf('.')));
	const signature = await crypto.subtle.sign(algorithm, privateKey, data);
	const times: number[] = [];
	for (let time = 0; time < 21; time += 1) {
		const start = performance.now();
		for (let again = 0; again < 10; again += 1)
			await crypto.subtle.verify(algorithm, publicKey, signature, data);
		times.push((performance.now() - start) / 10);
	}
	return times.sort((a, b) => a - b)[10] ?? NaN;
}

export async function tokenCompare(browser: Browser, host: Host, times = 7): Promise<string[]> {
	const page = await openPage(browser);
	await page.goto(`${host.url}/compare/`);
	await page.locator('[data-ready=true]').waitFor();
	// What is fetched with the first comparison is no part of the others.
	for (const [, ...texts] of pairs) await page.evaluate(compareInPage, texts);
	const lines: string[] = [];
	for (const [name, one, other] of pairs) {
		const verified = await page.evaluate(verifyInPage, one);
		const spent: Spent[] = [];
		for (let time = 0; time < times; time += 1) spent.push(await page.evaluate(compareInPage, [one, other]));
		const answer = median(spent.map((one) => one.answer));
		const longest = median(spent.map((one) => one.longest));
		lines.push(
			`${name}, compared: ${shown(answer)}, ${(answer / verified).toFixed(0)} × a bare verification (${verified.toFixed(2)} ms); longest task ${longest === 0 ? 'under 50 ms' : shown(longest)}`
		);
	}
	await page.context().close();
	return lines;
}
