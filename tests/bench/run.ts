/**
 * Measures the last build in Chromium and prints medians and ratios: `npm run bench`, or one of them by its name. Nothing
 * is judged by them in `npm test`: a clock says as much about the machine as about the site.
 */
import { chromium } from 'playwright';
import { findChromium } from '../e2e/find-browser';
import { openHost } from '../e2e/site';
import { importedFile } from './imported-file';
import { longestTask } from './longest-task';
import { pastedText } from './pasted-text';
import { oneMoreMessage } from './one-more-message';
import { tokenCompare } from './token-compare';
import { tokenRequest } from './token-request';
import { tokenVerify } from './token-verify';
import { wholeWalk } from './whole-walk';

const benches = {
	message: oneMoreMessage,
	walk: wholeWalk,
	token: tokenRequest,
	compare: tokenCompare,
	task: longestTask,
	text: pastedText,
	import: importedFile,
	verify: tokenVerify
};

const wanted = process.argv[2];
const chosen = Object.entries(benches).filter(([name]) => wanted === undefined || name === wanted);
if (chosen.length === 0) {
	console.error(`No bench "${wanted}". Benches: ${Object.keys(benches).join(', ')}`);
	process.exit(1);
}

const executablePath = findChromium();
const host = await openHost();
const browser = await chromium.launch({
	...(executablePath === undefined ? {} : { executablePath }),
	args: ['--disable-gpu', '--disable-quic']
});
for (const [, bench] of chosen) console.log((await bench(browser, host)).join('\n'));
await browser.close();
await host.stop();
