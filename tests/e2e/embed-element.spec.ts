/** The element for pages of others, in a page of another site: what it loads, when, and whom it believes. */
import type { Locator } from 'playwright/test';
import { longestSilence } from '../../src/lib/element/silence';
import { elementTexts } from '../../src/lib/lessons/en/embed/element';
import { everyBrowser, expect, test, type Host } from './site';
import { expectOrders, frameIn, listenTo, openDocs, openStandIn, type StandIn } from './stand-in';
import { openStranger, type Stranger } from './stranger';

const light = { command: 'theme', theme: 'light' };
const dark = { command: 'theme', theme: 'dark' };

let site: StandIn;
const open: Stranger[] = [];

test.beforeEach(async () => {
	site = await openStandIn();
});
test.afterEach(async () => {
	for (const one of [site, ...open.splice(0)]) await one.close();
});

async function docsWith(host: Host, html: string, headers: Record<string, string> = {}): Promise<string> {
	const docs = await openDocs(host, html, headers);
	open.push(docs);
	return docs.origin;
}

const tag = (attributes = '', folder = '/', id = 'one'): string =>
	`<pkce-playground id="${id}" src="${site.origin}${folder}" ${attributes}><a href="${site.origin}/tab">The author’s link</a></pkce-playground>`;

test('loads nothing of the site before it is near the view', everyBrowser, async ({ page, host }) => {
	await page.goto(await docsWith(host, `<div style="height: 4000px"></div>${tag()}`));
	await page.waitForFunction(() => customElements.get('pkce-playground'));
	await expect(page.getByRole('link', { name: 'The author’s link' })).toBeVisible();
	expect(site.seen).toEqual([]);
	await page.locator('#one').scrollIntoViewIfNeeded();
	await expect(frameIn(page).getByRole('listitem').first()).toBeVisible();
	expect(site.seen).toEqual(['/flow/configure/?embed=1&theme=light']);
	await expect(page.getByRole('link', { name: 'The author’s link' })).toBeHidden();
});

test('waits for a press where the author says so', everyBrowser, async ({ page, host }) => {
	await page.goto(await docsWith(host, tag('load="click"')));
	const button = page.getByRole('button', { name: elementTexts.open });
	await expect(button).toBeVisible();
	await expect(page.getByText(elementTexts.from(site.origin))).toBeVisible();
	expect(site.seen).toEqual([]);
	await button.focus();
	await page.keyboard.press('Enter');
	await expect(frameIn(page).getByRole('listitem').first()).toBeVisible();
	expect(await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.tagName)).toBe(
		'IFRAME'
	);
	await expect(page.getByTitle(elementTexts.title.walk)).toBeVisible();
});

test('is a link without a script, and on paper', async ({ browser, host }) => {
	const address = await docsWith(host, tag());
	const context = await browser.newContext({ javaScriptEnabled: false });
	const plain = await context.newPage();
	await plain.goto(address);
	await expect(plain.getByRole('link', { name: 'The author’s link' })).toBeVisible();
	expect(site.seen).toEqual([]);
	await context.close();
	const page = await browser.newPage();
	await page.goto(address);
	await expect(frameIn(page).getByRole('listitem').first()).toBeVisible();
	await page.emulateMedia({ media: 'print' });
	await expect(page.getByRole('link', { name: 'The author’s link' })).toBeVisible();
	await expect(page.locator('#one iframe')).toBeHidden();
	await page.close();
});

test('is as high as its page asks, within what the author allows', everyBrowser, async ({ page, host }) => {
	const tags = [
		tag('', '/tall/'),
		tag('height="400-500"', '/tall/', 'two'),
		tag('height="250"', '/tall/', 'three')
	];
	await page.goto(await docsWith(host, tags.join('')));
	for (const [id, height] of Object.entries({ one: 700, two: 500, three: 250 })) {
		await page.locator(`#${id}`).scrollIntoViewIfNeeded();
		await expect(page.locator(`#${id} iframe`)).toHaveCSS('height', `${height}px`);
	}
});

test('does not grow for ever with a page that grows with it', everyBrowser, async ({ page, host }) => {
	await page.goto(await docsWith(host, tag('', '/growing/')));
	const heard = await listenTo(page);
	await page.reload();
	await expect
		.poll(async () => (await heard()).filter(({ name }) => name === 'resize').length)
		.toBeGreaterThan(5);
	await expect(page.locator('#one iframe')).toHaveCSS('height', '480px');
});

// Chromium alone: the Firefox of these tests has one colour scheme.
test('follows the system where the page around it does', async ({ page, host }) => {
	await page.emulateMedia({ colorScheme: 'light' });
	await page.goto(await docsWith(host, `<style>:root { color-scheme: light dark; }</style>${tag()}`));
	await expectOrders(frameIn(page), [light]);
	await page.emulateMedia({ colorScheme: 'dark' });
	await expectOrders(frameIn(page), [light, dark]);
});

test('follows the theme of the page around it without a reload', everyBrowser, async ({ page, host }) => {
	await page.goto(await docsWith(host, tag()));
	const frame = frameIn(page);
	await expectOrders(frame, [light]);
	const set = (name: string, value: string) =>
		page.evaluate((pair) => document.documentElement.setAttribute(...pair), [name, value] as const);
	await set('data-theme', 'dark');
	await expectOrders(frame, [light, dark]);
	await set('data-theme', 'light');
	await expectOrders(frame, [light, dark, light]);
	await page.locator('#one').evaluate((element) => element.setAttribute('theme', 'dark'));
	await expectOrders(frame, [light, dark, light, dark]);
	expect(site.seen).toHaveLength(1);
});

test('passes on what the frame says, and tells it what it is told', everyBrowser, async ({ page, host }) => {
	const heard = await listenTo(page);
	await page.goto(await docsWith(host, tag('load="click" theme="dark" step="verifier"')));
	// An order loads the frame, and waits for it.
	await page.locator('#one').evaluate((element) => Reflect.apply(Reflect.get(element, 'run'), element, []));
	const frame = frameIn(page);
	await expectOrders(frame, [dark, { command: 'run' }]);
	expect(await heard()).toEqual([{ name: 'ready', detail: { page: 'walk', step: 'configure' }, id: 'one' }]);
	await page.locator('#one').evaluate((element) => element.setAttribute('step', 'exchange'));
	await expectOrders(frame, [dark, { command: 'run' }, { command: 'step', step: 'exchange' }]);
	expect(site.seen).toEqual(['/flow/configure/?embed=1&theme=dark&step=verifier']);
	await page.locator('#one').evaluate((element) => element.setAttribute('controls', 'none'));
	await expect(frame.locator('#query')).toHaveText('?embed=1&theme=dark&step=exchange&controls=none');
	await expectOrders(frame, [dark]);
});

test('believes its own frame alone', everyBrowser, async ({ page, host }) => {
	const heard = await listenTo(page);
	const forger = await openStranger(
		() =>
			`<script>parent.postMessage({ type: 'pkce-playground', v: 1, event: 'step', step: 'tokens' }, '*'); parent.postMessage('done', '*')</script>`
	);
	open.push(forger);
	await page.goto(await docsWith(host, `${tag()}<iframe id="forger"></iframe>`));
	await expectOrders(frameIn(page), [light]);
	await page.evaluate((origin) => {
		const [said] = [{ type: 'pkce-playground', v: 1, event: 'step', step: 'call' }];
		window.postMessage(said, '*');
		return new Promise<void>((done) => {
			window.addEventListener('message', ({ data }) => data === 'done' && done());
			document.querySelector<HTMLIFrameElement>('#forger')!.src = origin;
		});
	}, forger.origin);
	expect((await heard()).map(({ name }) => name)).toEqual(['ready']);
});

test(
	'says where nothing answers what to check, until something does',
	everyBrowser,
	async ({ page, host }) => {
		await page.clock.install({ time: 0 });
		await page.clock.pauseAt(1_000);
		const address = await docsWith(host, tag('', '/quiet/'));
		await page.goto(address);
		await expect(frameIn(page).locator('#query')).not.toBeEmpty();
		const notice = page.getByRole('status');
		await expect(notice).toBeEmpty();
		await page.clock.runFor(longestSilence - 1);
		await expect(notice).toBeEmpty();
		await page.clock.runFor(1_000);
		await expect(notice).toContainText(elementTexts.silent(site.origin));
		await expect(notice).toContainText(elementTexts.may(address));
		await expect(notice.getByRole('link')).toHaveAttribute('href', `${site.origin}/quiet/flow/configure/`);
		await frameIn(page).locator('#query').click();
		await expect(notice).toBeEmpty();
	}
);

test(
	'works under a strict policy, and says it where a policy keeps the site out',
	everyBrowser,
	async ({ page, host }) => {
		const policy = (frames: string): Record<string, string> => ({
			'content-security-policy': `default-src 'none'; script-src ${new URL(host.url).origin}; frame-src ${frames}; require-trusted-types-for 'script'`
		});
		await page.goto(await docsWith(host, tag('height="321"'), policy(site.origin)));
		await expectOrders(frameIn(page), [light]);
		await expect(page.locator('#one iframe')).toHaveCSS('height', '321px');
		await page.goto(await docsWith(host, tag(), policy("'none'")));
		await expect(page.getByRole('status')).toContainText(elementTexts.blocked(site.origin));
		await expect(page.getByRole('status').getByRole('link')).toBeVisible();
	}
);

test('takes a policy that only reports for none', everyBrowser, async ({ page, host }) => {
	const reports = { 'content-security-policy-report-only': "frame-src 'none'" };
	await page.goto(await docsWith(host, tag('', '/quiet/'), reports));
	await expect(frameIn(page).locator('#query')).not.toBeEmpty();
	await expect(page.getByRole('status')).toBeEmpty();
});

test('speaks English on a page in another language, and leaves the author their own', async ({
	page,
	host
}) => {
	const other = "<script>Object.assign(document.documentElement, { lang: 'ar', dir: 'rtl' })</script>";
	await page.goto(await docsWith(host, other + tag('load="click"')));
	const spoken = (text: Locator) =>
		text.evaluate((one) => [one.closest<HTMLElement>('[lang]')?.lang, getComputedStyle(one).direction]);
	const own = [
		page.getByRole('button', { name: elementTexts.open }),
		page.getByText(elementTexts.from(site.origin))
	];
	for (const text of own) expect(await spoken(text)).toEqual(['en', 'ltr']);
	expect(await spoken(page.getByRole('link', { name: 'The author’s link' }))).toEqual(['ar', 'rtl']);
});

test('lets the site ask for the local network, where a provider of the person may be', async ({
	page,
	host
}) => {
	await page.goto(await docsWith(host, tag()));
	await expectOrders(frameIn(page), [light]);
	const allowed = await frameIn(page)
		.locator('html')
		.evaluate(({ ownerDocument }) => {
			const { featurePolicy } = ownerDocument as { featurePolicy?: { allowedFeatures(): string[] } };
			return featurePolicy?.allowedFeatures().filter((name) => name.includes('network'));
		});
	expect(allowed).toContain('loopback-network');
	expect(allowed).toContain('local-network');
});

test('is there twice, goes, and comes back', everyBrowser, async ({ page, host }) => {
	await page.goto(await docsWith(host, tag() + tag('page="tokens"', '/', 'two')));
	const names = await Promise.all(
		['one', 'two'].map((id) => frameIn(page, id).locator('#name').textContent())
	);
	expect(new Set(names).size).toBe(2);
	await page.evaluate(() => {
		const element = document.querySelector('#one')!;
		element.remove();
		document.body.append(element);
	});
	await expectOrders(frameIn(page), [light]);
	await expect(page.locator('#one iframe')).toHaveCount(1);
	await expect(frameIn(page).locator('#name')).toHaveText(names[0] ?? '');
	const loaded = site.seen.map((path) => path.split('?')[0]).sort();
	expect(loaded).toEqual(['/flow/configure/', '/flow/configure/', '/tokens/']);
});

test('tells whoever wrote the page what it left out, once', everyBrowser, async ({ page, host }) => {
	const warnings: string[] = [];
	page.on('console', (message) => {
		if (message.text().startsWith('<pkce-playground>')) warnings.push(message.text());
	});
	const bad = 'step="authorise" height="60vh"';
	await page.goto(await docsWith(host, tag(bad) + tag(bad, '/', 'two')));
	await expectOrders(frameIn(page, 'two'), [light]);
	expect(warnings.map((text) => text.split(':')[0])).toEqual([
		'<pkce-playground> height="60vh"',
		'<pkce-playground> step="authorise"'
	]);
	await page.goto(await docsWith(host, '<pkce-playground src="javascript:alert(1)"></pkce-playground>'));
	await expect(page.getByRole('status')).toContainText(elementTexts.noAddress);
	await expect(page.locator('iframe')).toHaveCount(0);
});
