/** The whole embedded walk in WebKit. Playwright is only the runner here. */
import { expect, test } from './site';
import { button, inWebKit, isDone, perform, toAuthorize, toTokens } from './webkit-walk';

test('WebKit: the whole walk on the embedded provider', ({ host }) =>
	inWebKit(async (browser) => {
		await browser.open(`${host.url}/flow/configure/`);
		await toAuthorize(browser);
		await browser.click(button('Sign in, in this tab'));
		await browser.click("//button[contains(., 'Sign in as Erin')]");
		await browser.click(button('Allow'));
		await toTokens(browser);
		await perform(browser, 'call', 'Call the API');
		expect(await isDone(browser, 'call')).toBe(true);
		expect(host.seen.filter((line) => /code=|\/(idp|api)\//.test(line))).toEqual([]);
	}));
