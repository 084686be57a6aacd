import { chromium } from 'playwright';
import { findChromium } from './find-browser';
import { openHost } from './site';
import { stepIds } from '../../src/lib/lexicon/steps';
import { acts, goOn } from './walk';
const host = await openHost();
const executablePath = findChromium();
const browser = await chromium.launch(executablePath === undefined ? {} : { executablePath });
const kinds = process.argv[2] === 'phone' ? [['phone', 390, 844, 'dark']] : [['wide', 1440, 900, 'light']];
for (const [name, width, height, colorScheme] of kinds as any) {
	const page = await browser.newPage({ viewport: { width, height }, colorScheme, reducedMotion: 'reduce' });
	page.on('console', (m) => m.type() === 'error' && console.log('console', m.text()));
	page.on('pageerror', (e) => console.log('error', e.message));
	await page.goto(host.url);
	await page.screenshot({ path: `/tmp/shots/face/${name}-home.png`, fullPage: true });
	await page.goto(`${host.url}/flow/configure/`);
	for (const id of stepIds) {
		await page.waitForTimeout(400);
		await page.screenshot({ path: `/tmp/shots/face/${name}-${id}-before.png` });
		await acts[id](page);
		await page.waitForTimeout(700);
		await page.screenshot({ path: `/tmp/shots/face/${name}-${id}-after.png` });
		console.log(id, await page.evaluate(() => document.documentElement.scrollHeight + ' ' + scrollY));
		if (id !== 'renew' && id !== 'authorize') await goOn(page, id);
	}
	await page.close();
}
await browser.close();
await host.stop();
process.exit(0);
