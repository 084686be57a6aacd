/** Takes the picture in the README from the last build: the walk, its token request about to be sent. */
import { chromium } from 'playwright';
import { findChromium } from './find-browser';
import { openHost } from './site';
import { heading, startWalk } from './walk';

const host = await openHost();
const executablePath = findChromium();
const browser = await chromium.launch(executablePath === undefined ? {} : { executablePath });
const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
await startWalk(page, host.url, 'exchange');
await heading(page, 'exchange').scrollIntoViewIfNeeded();
await page.screenshot({ path: 'docs/screenshot.png' });
await browser.close();
await host.stop();
