/** The walk against oauth2-mock-server in WebKit, its configuration from a link. Playwright is only the runner here. */
import { OAuth2Server } from 'oauth2-mock-server';
import { expect, test } from '../e2e/site';
import { button, inWebKit, isDone, perform, toAuthorize, toTokens } from '../e2e/webkit-walk';

test('WebKit: the whole walk on a server of others', ({ host }) =>
	inWebKit(async (browser) => {
		const server = new OAuth2Server();
		await server.issuer.keys.generate('RS256');
		await server.start(0, 'localhost');
		const link = new URLSearchParams({
			issuer: server.issuer.url ?? '',
			client_id: 'any-client',
			scope: 'openid'
		});
		await browser.open(`${host.url}/flow/configure/?${link}`);
		await browser.click(button('Use this configuration'));
		await toAuthorize(browser);
		await browser.click(button('Sign in, in this tab'));
		await toTokens(browser);
		await browser.click("//summary[contains(., 'UserInfo: who signed in')]");
		await perform(browser, 'call', 'Ask UserInfo');
		expect(await isDone(browser, 'call')).toBe(true);
		await server.stop();
	}));
