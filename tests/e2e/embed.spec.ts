/** The compact form of the site inside a page of documentation, and what the two say to each other. */
import type { FrameLocator, Page } from 'playwright/test';
import { checkCitations } from '../../src/lib/lexicon/check-citations';
import { embedPages, embedRefusals, embedCommands } from '../../src/lib/lexicon/embedding';
import { errorCodes } from '../../src/lib/lexicon/errors';
import { stepIds, type StepId } from '../../src/lib/lexicon/steps';
import { embedTexts } from '../../src/lib/lessons/en/embed/embed';
import { failureTexts } from '../../src/lib/lessons/en/failures/failures';
import { siteTexts } from '../../src/lib/lessons/en/site/site';
import { authorizeTexts } from '../../src/lib/lessons/en/walk/authorize';
import { mistakeTexts } from '../../src/lib/lessons/en/walk/breaking';
import { frameTexts } from '../../src/lib/lessons/en/walk/frame';
import { stepTexts } from '../../src/lib/lessons/en/walk/steps';
import { expectClean } from './axe';
import { events, frameAt, heard, innerFrame, openDocs, order, type Docs } from './embed-host';
import { settle } from './measure';
import { everyBrowser, expect, test } from './site';

// Each of these is at the same address of the host.
test.describe.configure({ mode: 'default' });

let open: Docs | undefined;
test.afterEach(async () => {
	await open?.close();
	open = undefined;
});

const title = (frame: FrameLocator, id: StepId) =>
	frame.getByRole('heading', { level: 1, name: stepTexts[id].title });
const press = (frame: FrameLocator, name: string): Promise<void> =>
	frame.getByRole('button', { name, exact: true }).click();
const strip = (frame: FrameLocator) => frame.getByRole('navigation', { name: frameTexts.strip });

test(
	'opens the step that it is asked for, and one press does what comes before',
	everyBrowser,
	async ({ page, browserName }) => {
		open = await openDocs(browserName, [{ path: '/?embed=1&theme=dark&step=exchange' }]);
		await page.goto(open.docs.origin);
		const frame = frameAt(page);
		await expect(title(frame, 'exchange')).toBeVisible();
		await expect(frame.getByRole('navigation', { name: siteTexts.places })).toHaveCount(0);
		await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
		const before = open.host.seen.length;
		await press(frame, embedTexts.prepare.act);
		await press(frame, 'Send the token request');
		await expect(frame.getByRole('heading', { name: /The token response: 200/ })).toBeVisible();
		await expect(title(frame, 'exchange')).toBeVisible();
		// The servers are in the browser: nothing of the walk was asked of the host of the site.
		expect(open.host.seen.slice(before).filter((one) => /\/(?:idp|api)\//.test(one))).toEqual([]);
	}
);

test(
	'looks the same after the frame has loaded its page again',
	everyBrowser,
	async ({ page, browserName }) => {
		const shown = ['dark&steps=verifier,challenge', 'light&steps=exchange'];
		open = await openDocs(
			browserName,
			shown.map((query) => ({ path: `/?embed=1&theme=${query}`, height: 300 }))
		);
		await page.goto(open.docs.origin);
		for (const [index, first] of (['verifier', 'exchange'] as const).entries())
			await expect(title(frameAt(page, index), first)).toBeVisible();
		for (const index of [0, 1]) {
			const inner = await innerFrame(page, index);
			// Without a word of the look, as a callback comes.
			await inner.evaluate((path) => location.assign(path), '/docs/pkce/flow/challenge/');
			const frame = frameAt(page, index);
			await expect(title(frame, 'challenge')).toBeVisible();
			await expect(frame.locator('html')).toHaveAttribute('data-theme', index === 0 ? 'dark' : 'light');
			await expect(strip(frame).getByRole('link')).toHaveCount(2);
		}
	}
);

/** Every word that a message may hold. */
const vocabulary: ReadonlySet<string> = new Set([
	...['pkce-playground', 'ready', 'step', 'outcome', 'resize', 'refused', 'other'],
	...[...embedPages, ...embedRefusals, ...embedCommands, ...stepIds, ...errorCodes],
	...Object.keys(checkCitations)
]);

test(
	'tells its host how a walk goes and fails, and no value of it',
	everyBrowser,
	async ({ page, browserName }) => {
		open = await openDocs(browserName, [{ path: '/?embed=1&step=exchange' }]);
		await page.goto(open.docs.origin);
		const frame = frameAt(page);
		await press(frame, embedTexts.prepare.act);
		await expect(frame.getByRole('button', { name: 'Send the token request' })).toBeVisible();
		await press(frame, frameTexts.breakIt);
		await frame.getByRole('button', { name: mistakeTexts['wrong-verifier'].name }).click();
		await frame.getByRole('region', { name: frameTexts.bar }).getByRole('button').last().click();
		await expect.poll(async () => (await events(page, 'outcome')).at(-1)?.ok).toBe(false);
		await order(page, { command: 'reset' });
		await expect(title(frame, 'configure')).toBeVisible();
		await order(page, { command: 'run' });
		const renewed = async () =>
			(await events(page, 'outcome')).filter(({ step, ok }) => step === 'renew' && ok).length;
		await expect.poll(renewed, { timeout: 60_000 }).toBe(1);
		const all = await heard(page);
		expect(all.every(({ origin }) => open && origin === new URL(open.host.url).origin)).toBe(true);
		expect((await events(page, 'ready'))[0]).toEqual({ page: 'walk', step: 'exchange' });
		const failed = (await events(page, 'outcome')).find(({ ok }) => !ok);
		expect(failed).toEqual({ step: 'exchange', ok: false, code: 'as-verifier-matches' });
		const words = all.flatMap(({ data }) => Object.values<unknown>({ ...data }));
		expect(words.filter((word) => typeof word === 'string' && !vocabulary.has(word))).toEqual([]);
		const kept = await (
			await innerFrame(page)
		).evaluate(() => Object.values({ ...sessionStorage }).join('\n'));
		const values = [...new Set(kept.match(/[\w.~+/-]{16,}/g))].filter((value) => !vocabulary.has(value));
		expect(values.length).toBeGreaterThan(20);
		const said = JSON.stringify(all.map(({ data }) => data));
		expect(values.filter((value) => said.includes(value))).toEqual([]);
	}
);

test('does what its host says, and nobody else', everyBrowser, async ({ page, browserName }) => {
	// A frame of a third site beside ours, which finds ours by the page around both.
	const stranger = `<iframe srcdoc="<script>
		for (const command of ['run', 'reset'])
			parent.frames[0].postMessage({ type: 'pkce-playground', v: 1, command }, '*');
	</script>" sandbox="allow-scripts"></iframe>`;
	open = await openDocs(browserName, [{ path: '/?embed=1&theme=light' }], stranger);
	await page.goto(open.docs.origin);
	const frame = frameAt(page);
	await expect.poll(() => events(page, 'ready')).toHaveLength(1);
	await page
		.locator('iframe')
		.nth(1)
		.evaluate((other: HTMLIFrameElement) => (other.srcdoc += ' '));
	await order(page, { command: 'theme', theme: 'dark' });
	await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
	await order(page, { command: 'step', step: 'verifier' });
	await expect(title(frame, 'verifier')).toBeVisible();
	await expect.poll(() => events(page, 'step')).toHaveLength(1);
	expect(await events(page, 'step')).toEqual([{ step: 'verifier' }]);
	expect(await events(page, 'outcome')).toEqual([]);
	expect(await events(page, 'refused')).toEqual([]);
	await (await innerFrame(page)).evaluate(() => location.reload());
	await expect.poll(() => events(page, 'ready')).toHaveLength(2);
	await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
});

/** The frame has the height that it asked for, and asks for no other. */
async function expectRest(page: Page): Promise<void> {
	const inner = await innerFrame(page);
	const rests = () => inner.evaluate(() => document.documentElement.scrollHeight - innerHeight);
	await expect.poll(rests).toBe(0);
	await settle(inner);
	const count = (await events(page, 'resize')).length;
	// Time for another round, if there were one.
	await inner.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
	expect((await events(page, 'resize')).length).toBe(count);
	expect(await rests()).toBe(0);
}

test('asks for a height at which it comes to rest', everyBrowser, async ({ page, browserName }) => {
	open = await openDocs(browserName, [{ path: '/?embed=1&step=verifier', width: 390, height: 200 }]);
	await page.goto(open.docs.origin);
	await page.evaluate(() => Object.assign(window, { fits: true }));
	const frame = frameAt(page);
	await press(frame, embedTexts.prepare.act);
	await press(frame, 'Generate a code verifier');
	await expect(frame.getByRole('link', { name: stepTexts.verifier.next })).toBeVisible();
	await expectRest(page);
});

test(
	'leaves the focus and the way back to who is on the page around it',
	everyBrowser,
	async ({ page, browserName }) => {
		const around = '<label>Search <input></label>';
		open = await openDocs(browserName, [{ path: '/?embed=1&step=exchange' }], around);
		await page.goto(open.docs.origin, { waitUntil: 'commit' });
		const search = page.getByRole('textbox', { name: 'Search' });
		await search.focus();
		await expect(title(frameAt(page), 'exchange')).toBeVisible();
		await expect.poll(() => events(page, 'ready')).toHaveLength(1);
		await expect(search).toBeFocused();
		const length = () => page.evaluate(() => history.length);
		const before = await length();
		for (const step of ['verifier', 'challenge', 'tokens'] as const) {
			await order(page, { command: 'step', step });
			await expect(title(frameAt(page), step)).toBeVisible();
		}
		await order(page, { command: 'reset' });
		await order(page, { command: 'run' });
		const renewed = async () => (await events(page, 'outcome')).filter(({ step }) => step === 'renew').length;
		await expect.poll(renewed, { timeout: 60_000 }).toBe(1);
		await page.keyboard.type('verifier');
		await expect(search).toHaveValue('verifier');
		expect(await length()).toBe(before);
		expect(await events(page, 'refused')).toEqual([]);
		// Who is in the frame begins each step at its title, and can go back.
		await strip(frameAt(page)).getByRole('link', { name: stepTexts.verifier.short }).click();
		await expect(title(frameAt(page), 'verifier')).toBeFocused();
		expect(await length()).toBe(before + 1);
	}
);

test(
	'comes to rest at the sign-in as well, and is ready once',
	everyBrowser,
	async ({ page, browserName }) => {
		open = await openDocs(browserName, [{ path: '/?embed=1&step=authorize', height: 200 }]);
		await page.goto(open.docs.origin);
		await page.evaluate(() => Object.assign(window, { fits: true }));
		const frame = frameAt(page);
		await press(frame, embedTexts.prepare.act);
		await press(frame, authorizeTexts.inFrame);
		await expect(frame.getByRole('button', { name: 'Sign in as Erin Example' })).toBeVisible();
		await expectRest(page);
		await press(frame, 'Sign in as Erin Example');
		await press(frame, 'Allow');
		await expect(title(frame, 'callback')).toBeVisible();
		await expect.poll(async () => (await events(page, 'step')).at(-1)).toEqual({ step: 'callback' });
		expect(await events(page, 'ready')).toHaveLength(1);
	}
);

test('goes through the steps that it is given, and ends with the whole walk', async ({
	page,
	browserName,
	context
}) => {
	open = await openDocs(browserName, [{ path: '/?embed=1&steps=verifier,challenge&controls=none' }]);
	await page.goto(open.docs.origin);
	const frame = frameAt(page);
	await expect(strip(frame).getByRole('link')).toHaveCount(2);
	await press(frame, embedTexts.prepare.act);
	await press(frame, 'Generate a code verifier');
	await frame.getByRole('link', { name: stepTexts.verifier.next }).click();
	await press(frame, 'Use the S256 challenge');
	await expect(frame.getByRole('complementary', { name: frameTexts.wire })).toHaveCount(0);
	const opened = context.waitForEvent('page');
	await frame.getByRole('link', { name: frameTexts.whole }).click();
	const tab = await opened;
	await expect(tab.getByRole('navigation', { name: siteTexts.places })).toBeVisible();
	expect(tab.url()).not.toMatch(/embed|code_verifier|code_challenge/);
});

test('says what of its address means nothing, and refuses a secret', async ({ page, browserName }) => {
	open = await openDocs(browserName, [
		{ path: '/?embed=1&theme=blue&contorls=wire' },
		{ path: '/flow/call/?embed=1&code=SplxlOBeZQQYbYS6WxSbIA' }
	]);
	await page.goto(open.docs.origin);
	await expect(frameAt(page).getByText(embedTexts.ignored.title)).toBeVisible();
	for (const part of ['theme=blue', 'contorls=wire'])
		await expect(frameAt(page).getByText(part, { exact: true })).toBeVisible();
	await press(frameAt(page), embedTexts.ignored.close);
	await expect(frameAt(page).getByText(embedTexts.ignored.title)).toHaveCount(0);
	await expect(frameAt(page, 1).getByText(failureTexts['secret-in-link'].title)).toBeVisible();
	await expect.poll(async () => (await innerFrame(page, 1)).url()).not.toContain('Splxl');
});

test('fits from small to large frames, on each page that has a compact form', async ({
	page,
	browserName
}) => {
	const paths = ['/?embed=1', '/?embed=1&step=exchange', '/diagnose/?embed=1', '/tokens/?embed=1'];
	open = await openDocs(
		browserName,
		paths.flatMap((path) => [
			{ path, width: 360, height: 420 },
			{ path, width: 760, height: 520 }
		])
	);
	await page.goto(open.docs.origin);
	for (const [index] of [...paths, ...paths].entries()) {
		await expect(frameAt(page, index).getByRole('heading', { level: 1 })).toBeVisible();
		await expect(frameAt(page, index).getByRole('link', { name: embedTexts.open })).toBeVisible();
		const inner = await innerFrame(page, index);
		expect(await inner.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
			0
		);
	}
});

test('leaves the theme that the person has chosen for the site', async ({ page, host }) => {
	await page.goto(`${host.url}/`);
	await page.evaluate(() => localStorage.setItem('pkce-playground theme', 'light'));
	await page.goto(`${host.url}/flow/verifier/?embed=1&theme=dark`);
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
	await expect(page.getByRole('navigation', { name: siteTexts.places })).toHaveCount(0);
	await page.getByRole('link', { name: embedTexts.leave }).click();
	await expect(page.getByRole('navigation', { name: siteTexts.places })).toBeVisible();
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
});

test('can be used by everybody', async ({ page, host }) => {
	for (const path of ['/?embed=1&step=exchange&steps=exchange,tokens&contorls=1', '/tokens/?embed=1']) {
		await page.goto(`${host.url}${path}`);
		await expect(page.getByRole('link', { name: embedTexts.leave })).toBeVisible();
		await expect(
			page.locator('article[data-ready=true]').or(page.locator('main textarea')).first()
		).toBeVisible();
		await expectClean(page, path);
	}
});
