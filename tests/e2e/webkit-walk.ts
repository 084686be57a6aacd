/** The walk in WebKit, by the words on the screen, through WebKit's own driver: no Playwright drives it on Debian. */
import type { StepId } from '../../src/lib/lexicon/steps';
import { stepTexts } from '../../src/lib/lessons/en/walk/steps';
import { findWebKit } from './find-browser';
import { openWebKit, type Session } from './web-driver';

export const button = (name: string): string => `//button[normalize-space()='${name}' and not(@disabled)]`;

/** A browser for the time of `walk`. */
export async function inWebKit(walk: (browser: Session) => Promise<void>): Promise<void> {
	const found = findWebKit();
	if (!found) throw new Error('This project is only listed where WebKit is found');
	const browser = await openWebKit(found);
	try {
		await walk(browser);
	} finally {
		await browser.end();
	}
}

/** The rail says of every step how it stands. */
export const isDone = (browser: Session, id: StepId): Promise<boolean> =>
	browser.run<boolean>(`
		const entries = [...document.querySelectorAll('nav[aria-label="Steps of the walk"] a')];
		return entries.some(({ textContent }) => /${stepTexts[id].short}.*done/s.test(textContent));`);

export async function perform(browser: Session, id: StepId, name: string): Promise<void> {
	await browser.click(button(name));
	await browser.until(() => isDone(browser, id));
}

export const goOn = (browser: Session, from: StepId): Promise<void> =>
	browser.click(`//*[@aria-label='What to do now']//a[contains(., "${stepTexts[from].next}")]`);

/** From the open first step to the authorization step. */
export async function toAuthorize(browser: Session): Promise<void> {
	await perform(browser, 'configure', 'Fetch the metadata');
	await goOn(browser, 'configure');
	await perform(browser, 'verifier', 'Generate a code verifier');
	await goOn(browser, 'verifier');
	await perform(browser, 'challenge', 'Use the S256 challenge');
	await goOn(browser, 'challenge');
}

/** From the callback, which came, to the verified tokens. */
export async function toTokens(browser: Session): Promise<void> {
	await browser.until(() => isDone(browser, 'callback'));
	await goOn(browser, 'callback');
	await perform(browser, 'exchange', 'Send the token request');
	await goOn(browser, 'exchange');
	await perform(browser, 'tokens', 'Fetch the keys and verify');
	await goOn(browser, 'tokens');
}
