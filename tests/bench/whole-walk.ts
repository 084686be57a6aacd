/** From the first click to the API's answer, on the embedded provider: the machine's part of the walk. */
import type { Browser, Page } from 'playwright';
import { stepTexts } from '../../src/lib/lessons/en/walk/steps';
import type { Host } from '../e2e/site';
import { median, shown } from './numbers';
import { openPage } from './open-page';

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

/** What the server asks once: it remembers who signed in and what was allowed. */
const asked = ['Sign in as Erin Example', 'Allow'];

/** Runs in every page of the walk: presses what is next as soon as it is there, without a person's or a driver's pause. */
function pressAll([names, asked]: readonly [string[], string[]]): void {
	const read = (key: string): number => Number(sessionStorage.getItem(key) ?? 0);
	const find = (name: string): HTMLElement | undefined =>
		[...document.querySelectorAll<HTMLElement>('main button, main a, [role=region] :is(button, a)')].find(
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
		if (!next && asked.includes(names[at] ?? '') && location.pathname.includes('/flow/callback/')) {
			sessionStorage.setItem('pace at', String(at + 1));
			return look();
		}
		if (!next || at >= names.length) return;
		if (at === 0) sessionStorage.setItem('pace start', String(Date.now()));
		sessionStorage.setItem('pace at', String(at + 1));
		next.click();
	};
	document.addEventListener('DOMContentLoaded', () => {
		look();
		new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
	});
}

/** Milliseconds of one walk on this page, which may have been here before. */
async function timeWalk(page: Page, url: string): Promise<number> {
	await page.goto(`${url}/flow/configure/`, { waitUntil: 'commit' });
	const read = (key: string): Promise<number> =>
		page.evaluate((name) => Number(sessionStorage.getItem(name) ?? 0), key).catch(() => 0);
	await page.waitForFunction(() => sessionStorage.getItem('pace end') !== null);
	return (await read('pace end')) - (await read('pace start'));
}

/** Cold: nothing of the site is in the browser. Warm: the worker and its files are there, and the walk begins anew. */
export async function wholeWalk(browser: Browser, host: Host, times = 10): Promise<string[]> {
	const cold: number[] = [];
	const warm: number[] = [];
	while (cold.length < times) {
		const page = await openPage(browser);
		await page.addInitScript(pressAll, [presses, asked] as const);
		cold.push(await timeWalk(page, host.url));
		await page.evaluate(() => sessionStorage.clear());
		warm.push(await timeWalk(page, host.url));
		await page.context().close();
	}
	return [
		`The whole walk, first click to the API’s answer: cold ${shown(median(cold))}, warm ${shown(median(warm))}`,
		`  cold takes ${(median(cold) / median(warm)).toFixed(2)} times warm`
	];
}
