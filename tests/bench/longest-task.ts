/** The longest task of the page after each press of the embedded walk: how long the page could not answer. */
import type { Browser, Page } from 'playwright';
import { stepIds } from '../../src/lib/lexicon/steps';
import type { Host } from '../e2e/site';
import { goOn, openWalk, perform } from '../e2e/walk';
import { median, shown } from './numbers';
import { openPage } from './open-page';

const mark = 'pressed: ';

/** Runs in every page of the walk: says what is pressed, before the press acts. */
function sayPresses(start: string): void {
	const say = ({ target }: Event): void => {
		const control = target instanceof Element ? target.closest('a, button') : null;
		performance.mark(start + (control?.textContent ?? '').trim().replace(/\s+/g, ' '));
	};
	addEventListener('pointerdown', say, { capture: true });
}

interface TraceEvent {
	name: string;
	/** Of the start, and how long: microseconds. */
	ts: number;
	dur?: number;
	pid: number;
	tid: number;
	args?: { name?: string };
}

/** Milliseconds of the longest task after each press and before the next, in order. */
export function longestTasks(events: readonly TraceEvent[]): { press: string; longest: number }[] {
	const mains = new Set(
		events
			.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
			.map(({ pid, tid }) => `${pid} ${tid}`)
	);
	const tasks = events.filter(
		({ name, pid, tid }) => name === 'ThreadControllerImpl::RunTask' && mains.has(`${pid} ${tid}`)
	);
	const presses = events.filter(({ name }) => name.startsWith(mark)).sort((a, b) => a.ts - b.ts);
	return presses.map(({ name, ts }, place) => {
		const until = presses[place + 1]?.ts ?? Infinity;
		const after = tasks.filter((task) => task.ts > ts && task.ts < until);
		return {
			press: name.slice(mark.length),
			longest: Math.max(0, ...after.map(({ dur = 0 }) => dur / 1000))
		};
	});
}

async function walk(page: Page, url: string): Promise<void> {
	await openWalk(page, url);
	for (const id of stepIds) {
		await perform(page, id);
		if (id !== 'authorize' && id !== 'renew') await goOn(page, id);
	}
}

/** Everybody walks for the first time: nothing of the site is in the browser. */
export async function longestTask(browser: Browser, host: Host, times = 5): Promise<string[]> {
	const spent = new Map<string, number[]>();
	for (let time = 0; time < times; time++) {
		const page = await openPage(browser);
		await page.addInitScript(sayPresses, mark);
		await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing'] });
		await walk(page, host.url);
		const { traceEvents }: { traceEvents: TraceEvent[] } = JSON.parse(
			(await browser.stopTracing()).toString('utf8')
		);
		for (const { press, longest } of longestTasks(traceEvents))
			spent.set(press, [...(spent.get(press) ?? []), longest]);
		await page.context().close();
	}
	const medians = [...spent].map(([press, all]) => ({
		press,
		longest: median(all),
		worst: Math.max(...all)
	}));
	return [
		`The longest task after a press: ${shown(Math.max(...medians.map(({ longest }) => longest)))}, median of ${times} walks`,
		...medians.map(({ press, longest, worst }) => `  ${shown(longest)} (at worst ${shown(worst)})  ${press}`)
	];
}
