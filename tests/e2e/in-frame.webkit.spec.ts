/** The whole walk in WebKit, inside a page of another site that is allowed to show ours. */
import { frameHtml, openAllowed } from './in-frame';
import { expect, openHost, test } from './site';
import { button, inWebKit, isDone, perform, toAuthorize, toTokens } from './webkit-walk';

/** The provider's pages are in a shadow root of the frame's page, where no XPath finds anything. */
const pressInView = (name: string): string => `
	const view = [...document.querySelectorAll('*')].find(({ shadowRoot }) => shadowRoot)?.shadowRoot;
	const found = [...(view?.querySelectorAll('button') ?? [])].find(({ textContent }) => textContent.includes('${name}'));
	found?.click();
	return found !== undefined;`;

test('WebKit: the whole walk on the built-in provider, in a frame of another site', async () => {
	const site = await openHost('build-sub-path', '/docs/pkce');
	const docs = await openAllowed('webkit', frameHtml(`${site.url}/flow/configure/`));
	await inWebKit(async (browser) => {
		await browser.open(docs.origin);
		await browser.enter();
		await toAuthorize(browser);
		await browser.click(button('Sign in, in this frame'));
		await browser.until(() => browser.run<boolean>(pressInView('Sign in as Erin')));
		await browser.until(() => browser.run<boolean>(pressInView('Allow')));
		await toTokens(browser);
		await perform(browser, 'call', 'Call the API');
		expect(await isDone(browser, 'call')).toBe(true);
		expect(site.seen.filter((line) => /\/(idp|api)\/|code=/.test(line))).toEqual([]);
	});
	await docs.close();
	await site.stop();
});
