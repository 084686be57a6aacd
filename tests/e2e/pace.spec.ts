/** From the first click to the API's answer, on the embedded provider: the machine's part of the walk. */
import type { Browser } from 'playwright/test';
import { stepTexts } from '../../src/lib/lessons/steps';
import { expect, test } from './site';
import { openWalk } from './walk';

/** Milliseconds. */
const budget = 1_000;
const tries = 8;

/** What is pressed, in order: a button when it can be, the way on when its step is done. */
const presses = [
	'Fetch the metadata',
	stepTexts.configure.next,
	'Generate a code verifier',
	stepTexts.verifier.next,
	'Use the S256 challenge',
	stepTexts.challenge.next,
	'Sign in, in this tab',
	'Sign in as Erin Example',
	'Allow',
	stepTexts.callback.next,
	'Send the token request',
	stepTexts.exchange.next,
	'Fetch the keys and verify',
	stepTexts.tokens.next,
	'Call the API'
];

/** Runs in every page of the walk: presses what is next as soon as it is there, without a person's or a driver's pause. */
function pressAll(names: string[]): void {
	const read = (key: string): number => Number(sessionStorage.getItem(key) ?? 0);
	const find = (name: string): HTMLElement | undefined =>
		[...document.querySelectorAll<HTMLElement>('main button, main a')].find(
			(one) => (one.textContent ?? '').includes(name) && !one.matches(':disabled, [aria-disabled=true]')
		);
	const isDone = (): boolean => document.querySelector('[aria-current=step][data-status=done]') !== null;
	const look = (): void => {
		const at = read('pace at');
		if (at === names.length && isDone() && read('pace end') === 0) {
			sessionStorage.setItem('pace end', String(Date.now()));
			return;
		}
		const next = find(names[at] ?? '');
		if (!next || at >= names.length || (next.matches('nav a') && !isDone())) return;
		if (at === 0) sessionStorage.setItem('pace start', String(Date.now()));
		sessionStorage.setItem('pace at', String(at + 1));
		next.click();
	};
	document.addEventListener('DOMContentLoaded', () => {
		look();
		new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
	});
}

async function walkOnce(browser: Browser, url: string): Promise<number> {
	const context = await browser.newContext();
	const page = await context.newPage();
	await page.addInitScript(pressAll, presses);
	await openWalk(page, url);
	const read = (key: string): Promise<number> =>
		page.evaluate((name) => Number(sessionStorage.getItem(name) ?? 0), key).catch(() => 0);
	await expect.poll(() => read('pace end')).toBeGreaterThan(0);
	const spent = (await read('pace end')) - (await read('pace start'));
	await context.close();
	return spent;
}

test('the whole walk takes the machine less than a second', async ({ browser, baseURL }) => {
	const spent: number[] = [];
	// The quickest counts: what else this machine does at the time is not of the site.
	while (spent.length < tries && !spent.some((one) => one < budget)) {
		spent.push(await walkOnce(browser, baseURL ?? ''));
	}
	const shown = spent.map((one) => (one / 1_000).toFixed(2)).join(', ');
	console.log(`First click to the API’s answer, in seconds: ${shown}`);
	expect(Math.min(...spent)).toBeLessThan(budget);
});
