/**
 * Nothing of a page is missing in silence: in each situation a file that the page asks for later is lost once. The page says
 * so, and "Try again" brings it. Chromium alone fetches a module again that it did not get.
 */
import { posix } from 'node:path';
import type { Browser, Locator, Page } from 'playwright/test';
import { failureTexts } from '../../src/lib/lessons/en/failures/failures';
import { lostPartTexts, partTexts, unreadTexts } from '../../src/lib/lessons/en/failures/parts';
import { formatTrace } from '../../src/lib/trace/format';
import { firstLoad, openSite } from '../build/site';
import { situations, unfold, type Situation } from './lost-situations';
import { expect, test } from './site';

// A worker would have kept every file by itself, and answers before a test can.
test.use({ serviceWorkers: 'block' });

const site = openSite(process.env.BUILD_FOLDER ?? 'build');
const scripts = site.files.filter((file) => /_app\/immutable\/.*\.js$/.test(file));
const pages = site.files.filter((file) => file.endsWith('.html'));
/** Of the framework, for a page that cannot even be made. */
const isErrorPage = (file: string): boolean => /<!doctype html>/i.test(site.read(file).toString());
/** What no page starts with, and what is no page of its own. */
const later = (() => {
	const first = new Set(pages.flatMap((page) => firstLoad(page, site)));
	const parts = scripts.filter((file) => file.includes('/chunks/') && !first.has(file));
	return parts.filter((file) => !isErrorPage(file));
})();

/**
 * What a page asks for itself. The others come with one of these: whoever asks is told by the platform that it did not
 * arrive, whichever of its files was lost.
 */
const asked = new Set(
	scripts.flatMap((file) =>
		[
			...site
				.read(file)
				.toString()
				.matchAll(/\bimport\(\s*["'`]([^"'`]+)["'`]/g)
		].map((match) => posix.join(posix.dirname(file), match[1]!))
	)
);

/** `EVERY_PART=1`: each file is lost, which takes five minutes; else one in each situation. */
const isEach = Boolean(process.env.EVERY_PART);

/**
 * The first situation that needs a file loses it; of those that only come along there, one. In a later situation a file may
 * be one that is fetched ahead: nothing on the page waits for it. That each import says when it fails is checked where it is
 * written (`tests/house/parts.test.ts`): so one file of a situation, the one that is asked for last, stands for the others.
 */
function chosen(
	needed: ReadonlyMap<Situation, readonly string[]>,
	all: readonly Situation[]
): [string, Situation][] {
	const losses: [string, Situation][] = [];
	const seen = new Set<string>();
	for (const one of all) {
		const fresh = (needed.get(one) ?? []).filter((file) => !seen.has(file));
		const along = fresh.filter((file) => !asked.has(file)).slice(0, 1);
		const lost = [...along, ...fresh.filter((file) => asked.has(file))];
		for (const file of isEach ? lost : lost.slice(-1)) losses.push([file, one]);
		for (const file of fresh) seen.add(file);
	}
	return losses;
}

/** A page in that situation, without `lost`. What was fetched is in `fetched`. */
async function open(browser: Browser, baseURL: string, { path, trace, saved }: Situation, lost?: string) {
	const context = await browser.newContext({ serviceWorkers: 'block', baseURL });
	const page = await context.newPage();
	page.setDefaultTimeout(patience);
	const fetched = new Set<string>();
	// What a frame in the page fetches is a page of its own, which says itself what it lacks.
	page.on('requestfinished', (request) => {
		if (request.frame() === page.mainFrame()) fetched.add(new URL(request.url()).pathname.slice(1));
	});
	await context.addInitScript(
		([walk, list]) => {
			if (walk !== '' && !sessionStorage.getItem('test')) {
				sessionStorage.setItem('pkce-playground / trace', walk);
				sessionStorage.setItem('test', 'filled');
			}
			if (list !== '') localStorage.setItem('pkce-playground / configurations', list);
		},
		[trace ? formatTrace(trace) : '', saved ? JSON.stringify(saved) : ''] as const
	);
	// Given back by the same route: one that is taken away loses sight of what is on its way then.
	let isLost = true;
	if (lost !== undefined)
		await page.route(`**/${lost}`, (route) => (isLost ? route.abort() : route.continue()));
	await page.goto(path);
	const giveBack = (): void => {
		isLost = false;
	};
	return { page, fetched, giveBack, close: () => context.close() };
}

/** How long a person is given to do what they do there; a busy machine takes its time, and nobody waits without need. */
const patience = 60_000;

const alerts = (page: Page): Locator =>
	page
		.getByRole('alert', { includeHidden: true })
		.filter({ hasText: new RegExp(`${partTexts.title}|${unreadTexts.title}`) });

/** By the button that the page offers; where a click came to nothing, it is made once more. */
async function tryAgain(page: Page, act: Situation['act']): Promise<void> {
	await unfold(page);
	const button = (name: string): Locator => alerts(page).getByRole('button', { name }).first();
	// It may be gone by then: one file is a part of several, and each asks for it.
	if (await button(partTexts.again).isVisible()) return button(partTexts.again).click({ timeout: 3_000 });
	if (await button(lostPartTexts.close).isVisible()) {
		// The notice of the page is behind a dialog.
		await page.keyboard.press('Escape');
		await button(lostPartTexts.close).click();
	}
	page.setDefaultTimeout(3_000);
	await act?.(page).catch(() => undefined);
}

/** Loses one file in this situation, until the page says so; then gives it back, until the page has it. */
async function lose(browser: Browser, baseURL: string, situation: Situation, file: string): Promise<void> {
	const { page, fetched, giveBack, close } = await open(browser, baseURL, situation, file);
	// The titles of sections are on links that are good without them: the link itself says it.
	const untitled = page.getByTitle(partTexts.withoutTitle);
	// What would have moved a walk out of a full tab: the tab is full then, and that is said.
	const full = page.getByText(failureTexts['storage-full'].title);
	const failure = page.getByText(failureTexts['part-missing'].title).or(full);
	// What waits for the part that is lost goes on waiting, and ends with the page.
	const acting = situation.act?.(page).catch(() => undefined);
	await expect(async () => {
		await unfold(page);
		await expect(alerts(page).or(untitled).or(failure).first()).toBeAttached({ timeout: 500 });
	}, `${situation.name} without ${file}`).toPass({ timeout: patience });
	if ((await untitled.count()) > 0) return close();
	giveBack();
	await expect(async () => {
		await tryAgain(page, situation.act);
		await expect(alerts(page)).toHaveCount(0, { timeout: 500 });
		expect([...fetched]).toContain(file);
	}, `${situation.name} with ${file} again`).toPass({ timeout: patience });
	await close();
	await acting;
}

/** Until no answer comes for that many milliseconds: "networkidle" is said once a document and not again. */
async function settle(page: Page, quiet: number): Promise<void> {
	const comes = () => page.waitForEvent('requestfinished', { timeout: quiet }).then(Boolean, () => false);
	while (await comes());
}

/** The files that this situation fetches later. */
async function neededIn(browser: Browser, baseURL: string, situation: Situation, quiet: number) {
	const { page, fetched, close } = await open(browser, baseURL, situation);
	await page.waitForLoadState('networkidle');
	await situation.act?.(page);
	for (const _ of [1, 2]) {
		await page.waitForLoadState('networkidle');
		await unfold(page);
		await settle(page, quiet);
	}
	await expect(alerts(page), situation.name).toHaveCount(0);
	await close();
	return [...fetched].filter((file) => later.includes(file));
}

/** How many pages are open at once: most of what they do is wait. */
const atOnce = 4;

/** Does all of this, so many at a time. */
async function forEach<T>(all: readonly T[], act: (one: T) => Promise<void>): Promise<void> {
	const waiting = all.values();
	const work = async () => {
		for (const one of waiting) await act(one);
	};
	await Promise.all(Array.from({ length: atOnce }, work));
}

test('a file that is asked for later is told when it is lost, and comes when it is tried again', async ({
	browser,
	baseURL
}) => {
	test.setTimeout(1_800_000);
	const all = await situations();
	const needed = new Map<Situation, string[]>();
	const missing = (): string[] => {
		const known = new Set([...needed.values()].flat());
		return later.filter((file) => !known.has(file));
	};
	// On a busy machine a file may come late: the next look is a longer one, until all are seen.
	for (const quiet of [500, 2_000, 8_000])
		await forEach(all, async (one) => {
			if (missing().length === 0) return;
			const found = await neededIn(browser, baseURL ?? '', one, quiet);
			needed.set(one, [...new Set([...(needed.get(one) ?? []), ...found])]);
		});
	expect(missing()).toEqual([]);
	await forEach(chosen(needed, all), ([file, one]) =>
		test.step(`${one.name}: ${file}`, () => lose(browser, baseURL ?? '', one, file))
	);
});
