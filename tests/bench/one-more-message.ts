/** What one more message costs in a long walk: from the press of the button until its answer is painted. */
import type { Browser, Page } from 'playwright';
import { messageTexts } from '../../src/lib/lessons/en/walk/message';
import { renewTexts } from '../../src/lib/lessons/en/walk/renew';
import { goOn, perform, startWalk } from '../e2e/walk';
import type { Host } from '../e2e/site';
import { median, shown, tenths } from './numbers';
import { openPage } from './open-page';

/**
 * Runs in the page: presses the button again and again. An answer is there when the wire has one message more and the
 * next request is shown; then the browser has a turn to paint.
 */
async function pressTimes([name, box, times]: readonly [string, string, number]): Promise<number[]> {
	// In the bar as long as it is the one thing to do, then in the step.
	const button = (): HTMLButtonElement | undefined =>
		[...document.querySelectorAll<HTMLButtonElement>('button:enabled:not([aria-disabled=true])')].find(
			(one) => one.textContent?.trim() === name
		);
	const messages = (): string =>
		document.querySelector('aside section > ol > li:last-child .tabular-nums')?.textContent ?? '';
	const request = (): string => document.querySelector(`main [aria-label="${box}"]`)?.textContent ?? '';
	const until = (isThere: () => boolean): Promise<void> =>
		new Promise((resolve) => {
			if (isThere()) return resolve();
			const observer = new MutationObserver(() => {
				if (!isThere()) return;
				observer.disconnect();
				resolve();
			});
			observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
		});
	const painted = (): Promise<void> =>
		new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
	const spent: number[] = [];
	while (spent.length < times) {
		await until(() => button() !== undefined);
		const before = [messages(), request()] as const;
		const started = performance.now();
		button()?.click();
		await until(() => messages() !== before[0] && request() !== before[1] && button() !== undefined);
		await painted();
		spent.push(performance.now() - started);
	}
	return spent;
}

/** A page whose walk stands where messages can be sent again and again. */
async function openAtRenew(browser: Browser, host: Host): Promise<Page> {
	const page = await openPage(browser);
	await startWalk(page, host.url, 'call');
	await perform(page, 'call');
	await goOn(page, 'call');
	return page;
}

const refresh = (page: Page, times: number): Promise<number[]> =>
	page.evaluate(pressTimes, [renewTexts.action, messageTexts.toBeSent(renewTexts.action), times] as const);

/** The walk grows first. Then it and one a tenth as long take turns: what else the machine does slows down both. */
export async function oneMoreMessage(browser: Browser, host: Host, messages = 500): Promise<string[]> {
	const long = await openAtRenew(browser, host);
	const short = await openAtRenew(browser, host);
	const byTenth = tenths(await refresh(long, messages));
	await refresh(short, messages / 10);
	const inLong: number[] = [];
	const inShort: number[] = [];
	while (inLong.length < 40) {
		for (const [page, spent] of [
			[long, inLong],
			[short, inShort]
		] as const) {
			await page.bringToFront();
			const [, ...steady] = await refresh(page, 5);
			spent.push(...steady);
		}
	}
	await long
		.locator('aside')
		.getByRole('button', { name: /^Show the/ })
		.click();
	const answers = await long.locator('aside').getByText(/^200/).count();
	if (answers < messages) throw new Error(`Only ${answers} of ${messages} requests had their answer`);
	await long.context().close();
	await short.context().close();
	const [first = NaN] = byTenth;
	const ratio = (one: number, other: number): string => (one / other).toFixed(2);
	return [
		`One more refresh in a walk that grows to ${messages} of them, by tenth: ${byTenth.map(shown).join(', ')}`,
		`  the last tenth costs ${ratio(byTenth.at(-1) ?? NaN, first)} times the first`,
		`  in turns, after ${messages}: ${shown(median(inLong))}, after ${messages / 10}: ${shown(median(inShort))}; ${ratio(median(inLong), median(inShort))} times`
	];
}
