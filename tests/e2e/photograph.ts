/**
 * Takes pictures of the gallery and of the chief pages of the last build, in both themes, on a wide screen, on a phone and in
 * forced colours: `npm run photograph`, or of those whose name begins with a word. Beside them `sizes.json` has the size of each
 * page and what does not fit. `npm run photograph -- docs` takes those of the documents again, `-- social` the picture that other sites show beside a link.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { chromium, type Browser, type Page } from 'playwright';
import { findChromium } from './find-browser';
import { openGallery, visitGallery } from './gallery';
import { measure, settle, type Measured } from './measure';
import { scenes, type Scene } from './scenes';
import { openHost } from './site';
import { takeSocialPicture } from './social-picture';

const folder = 'photographs';

const wide = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

const looks = [
	{ name: 'wide-light', screen: wide, media: { colorScheme: 'light', forcedColors: 'none' } },
	{ name: 'wide-dark', screen: wide, media: { colorScheme: 'dark', forcedColors: 'none' } },
	{ name: 'phone-light', screen: phone, media: { colorScheme: 'light', forcedColors: 'none' } },
	{ name: 'phone-dark', screen: phone, media: { colorScheme: 'dark', forcedColors: 'none' } },
	{ name: 'wide-forced', screen: wide, media: { colorScheme: 'dark', forcedColors: 'active' } }
] as const;

async function openPage(browser: Browser): Promise<Page> {
	const page = await browser.newPage({ viewport: wide, reducedMotion: 'reduce' });
	// tsx names functions by this helper, also those that are sent to the page.
	await page.addInitScript('globalThis.__name = (named) => named');
	return page;
}

type Opened = Pick<Scene, 'name'> & { open(page: Page): Promise<unknown> };

async function photograph(browser: Browser, { name, open }: Opened): Promise<[string, Measured][]> {
	const page = await openPage(browser);
	await open(page);
	const sizes: [string, Measured][] = [];
	for (const look of looks) {
		await page.setViewportSize(look.screen);
		await page.emulateMedia(look.media);
		const picture = `${name}-${look.name}`;
		sizes.push([picture, await measure(page)]);
		await page.screenshot({ path: `${folder}/${picture}.png`, fullPage: true });
	}
	await page.context().close();
	return sizes;
}

/** Playwright knows no WebP; Chromium does, and it is half of a PNG. */
async function takeWebp(page: Page, path: string): Promise<void> {
	const session = await page.context().newCDPSession(page);
	const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 80 });
	await writeFile(path, Buffer.from(data, 'base64'));
}

/** What the documents show: five screens as they are now, and the picture of the README. */
const inDocuments = ['home', 'configure', 'authorize', 'exchange', 'tokens-done'];

async function photographForDocuments(browser: Browser, url: string): Promise<void> {
	for (const scene of scenes.filter(({ name }) => inDocuments.includes(name))) {
		const page = await openPage(browser);
		await scene.open(page, url);
		await settle(page);
		await page.evaluate(() => scrollTo(0, 0));
		await takeWebp(page, `docs/after-${scene.name.replace('-done', '')}.webp`);
		if (scene.name === 'exchange') await page.screenshot({ path: 'docs/screenshot.png' });
		await page.context().close();
	}
}

const say = ([picture, { width, height, overflows }]: [string, Measured]): string =>
	[
		`${picture}: ${width} × ${height}`,
		...overflows.map(({ kind, element, by }) => `  ${kind} by ${by}: ${element}`)
	].join('\n');

async function photographAll(browser: Browser, url: string, wanted: string): Promise<void> {
	await mkdir(folder, { recursive: true });
	const gallery = await openGallery();
	const all: Opened[] = [
		{ name: 'gallery', open: (page) => visitGallery(page, gallery) },
		...scenes.map(({ name, open }) => ({ name, open: (page: Page) => open(page, url) }))
	];
	const sizes: [string, Measured][] = [];
	for (const scene of all.filter(({ name }) => name.startsWith(wanted))) {
		const taken = await photograph(browser, scene);
		console.log(taken.map(say).join('\n'));
		sizes.push(...taken);
	}
	await writeFile(`${folder}/sizes.json`, `${JSON.stringify(Object.fromEntries(sizes), null, '\t')}\n`);
	await gallery.stop();
}

const executablePath = findChromium();
const host = await openHost();
const browser = await chromium.launch(executablePath === undefined ? {} : { executablePath });
const [wanted = ''] = process.argv.slice(2);
if (wanted === 'social') await takeSocialPicture(browser, host.url, 'static/social.png');
else if (wanted === 'docs') await photographForDocuments(browser, host.url);
else await photographAll(browser, host.url, wanted);
await browser.close();
await host.stop();
