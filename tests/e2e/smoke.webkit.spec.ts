/**
 * The whole embedded walk in WebKit, which no Playwright drives on Debian: by the words on the screen, through
 * WebKit's own driver. Playwright is only the runner here.
 */
import type { StepId } from '../../src/lib/lexicon/steps';
import { stepTexts } from '../../src/lib/lessons/steps';
import { findWebKit } from './find-browser';
import { expect, test } from './site';
import { openWebKit, type Session } from './web-driver';

const button = (name: string): string => `//button[normalize-space()='${name}' and not(@disabled)]`;

/** The rail says of every step how it stands. */
const isDone = (browser: Session, id: StepId): Promise<boolean> =>
	browser.run<boolean>(`
		const entries = [...document.querySelectorAll('nav[aria-label="Steps of the walk"] a')];
		return entries.some(({ textContent }) => /${stepTexts[id].short}.*done/s.test(textContent));`);

async function perform(browser: Session, id: StepId, name: string): Promise<void> {
	await browser.click(button(name));
	await browser.until(() => isDone(browser, id));
}

const goOn = (browser: Session, from: StepId): Promise<void> =>
	browser.click(`//nav[@aria-label='Neighbouring steps']//a[contains(., "${stepTexts[from].next}")]`);

test('WebKit: the whole walk on the embedded provider', async ({ host }) => {
	const found = findWebKit();
	if (!found) throw new Error('This project is only listed where WebKit is found');
	const browser = await openWebKit(found);
	try {
		await browser.open(`${host.url}/flow/configure/`);
		await perform(browser, 'configure', 'Fetch the metadata');
		await goOn(browser, 'configure');
		await perform(browser, 'verifier', 'Generate a code verifier');
		await goOn(browser, 'verifier');
		await perform(browser, 'challenge', 'Use the S256 challenge');
		await goOn(browser, 'challenge');
		await browser.click(button('Sign in, in this tab'));
		await browser.click("//button[contains(., 'Sign in as Erin')]");
		await browser.click(button('Allow'));
		await browser.until(() => isDone(browser, 'callback'));
		await goOn(browser, 'callback');
		await perform(browser, 'exchange', 'Send the token request');
		await goOn(browser, 'exchange');
		await perform(browser, 'tokens', 'Fetch the keys and verify');
		await goOn(browser, 'tokens');
		await perform(browser, 'call', 'Call the API');
		expect(await isDone(browser, 'call')).toBe(true);
		expect(host.seen.filter((line) => /code=|\/(idp|api)\//.test(line))).toEqual([]);
	} finally {
		await browser.end();
	}
});
