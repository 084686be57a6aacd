/** oidc-client-ts, which others wrote, in a page of another origin, against `npm run idp` with a file of settings. */
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { UserManagerSettings } from 'oidc-client-ts';
import type { Page } from 'playwright/test';
import { defaultRealmSettings } from '../../src/lib/authorization-server/realm';
import { signIn } from '../e2e/embedded';
import { expect, test as base } from '../e2e/site';
import { startIdpProcess } from './idp-process';
import { closeServer, listen } from './loopback';

const api = 'https://api.peer.example';

const settingsOf = (issuer: string, site: string): UserManagerSettings => ({
	authority: issuer,
	client_id: 'peer-page',
	redirect_uri: `${site}/`,
	post_logout_redirect_uri: `${site}/`,
	scope: 'openid profile offline_access read:reports',
	resource: api,
	loadUserInfo: true,
	automaticSilentRenew: false
});

const html = (settings: UserManagerSettings): string => `<!doctype html>
<title>A client of others</title>
<script src="/oidc-client-ts.js"></script>
<script>
	const show = (text) => { document.querySelector('output').textContent = text; };
	const reporting = (move) => move().then(
		(result) => show(JSON.stringify(result ?? null)),
		(error) => show(error.name + ': ' + error.message + ' ' + (error.error ?? '')));
	const manager = new oidc.UserManager(${JSON.stringify(settings)});
	const press = { 
		in: () => reporting(() => manager.signinRedirect()),
		renew: () => reporting(() => manager.signinSilent()),
		out: () => reporting(() => manager.signoutRedirect())
	};
	addEventListener('click', (event) => press[event.target.name]?.());
	addEventListener('DOMContentLoaded', () => {
		if (new URLSearchParams(location.search).has('state') && new URLSearchParams(location.search).has('code'))
			reporting(() => manager.signinCallback());
	});
</script>
<button name="in">Sign in</button><button name="renew">Renew</button><button name="out">Sign out</button>
<output></output>`;

interface Peer {
	site: string;
	issuer: string;
}

const test = base.extend<object, { peer: Peer }>({
	peer: [
		// eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures' names from the pattern
		async ({}, use) => {
			const script = await readFile(
				join(
					dirname(createRequire(import.meta.url).resolve('oidc-client-ts/package.json')),
					'dist/browser/oidc-client-ts.js'
				)
			);
			let page = '';
			const server = createServer((request, response) => {
				const isScript = request.url === '/oidc-client-ts.js';
				response.writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html' });
				response.end(isScript ? script : page);
			});
			const site = `http://localhost:${await listen(server)}`;
			const start = defaultRealmSettings({ origin: site, base: '' });
			const idp = await startIdpProcess({
				...start,
				applications: [
					{
						...start.applications[0]!,
						clientId: 'peer-page',
						redirectUris: [`${site}/`],
						logoutUris: [`${site}/`],
						allowedOrigins: []
					}
				],
				apis: [
					{
						...start.apis[0]!,
						identifier: api,
						scopes: [{ name: 'read:reports', description: 'Read the reports' }]
					}
				],
				policy: { ...start.policy, rememberConsent: false }
			});
			page = html(settingsOf(idp.issuer, site));
			await use({ site, issuer: idp.issuer });
			await idp.close();
			await closeServer(server);
		},
		{ scope: 'worker' }
	]
});

const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name }).click();
const said = (page: Page) => page.getByRole('status');

async function signInAtPeer(page: Page, { site }: Peer): Promise<void> {
	await page.goto(`${site}/`);
	await press(page, 'Sign in');
	await signIn(page);
	await page.waitForURL(`${site}/?*`);
}

const userSaid = async (page: Page): Promise<Record<string, unknown>> => {
	await expect(said(page)).toHaveText(/^\{/);
	return JSON.parse((await said(page).textContent()) ?? '');
};

test('a page signs in, reads UserInfo, renews with its refresh token, and signs out', async ({
	page,
	peer
}) => {
	await signInAtPeer(page, peer);
	const user = await userSaid(page);
	expect(user).toMatchObject({
		scope: 'openid profile offline_access read:reports',
		profile: { iss: peer.issuer, sub: 'user-erin', name: 'Erin Example' }
	});

	await page.goto(`${peer.site}/`);
	await press(page, 'Renew');
	const renewed = await userSaid(page);
	expect(renewed.access_token).not.toBe(user.access_token);
	expect(renewed.refresh_token).not.toBe(user.refresh_token);

	const answer = page.waitForResponse((response) => response.url().startsWith(`${peer.issuer}/end-session`));
	await press(page, 'Sign out');
	expect((await answer).headers()['location']).toBe(`${peer.site}/`);
	await expect(said(page)).toHaveText('');
	await press(page, 'Sign in');
	await expect(page.getByRole('button', { name: 'Sign in as Erin Example' })).toBeVisible();
});

test('a state that it never sent is reported', async ({ page, peer }) => {
	await page.goto(`${peer.site}/?code=somebody&state=elses`);
	await expect(said(page)).toHaveText(/No matching state found/);
});

test('claims about somebody else are reported', async ({ page, peer }) => {
	await page.route(`${peer.issuer}/userinfo`, async (route) => {
		const response = await route.fetch();
		await route.fulfill({ response, json: { ...(await response.json()), sub: 'user-mona' } });
	});
	await signInAtPeer(page, peer);
	await expect(said(page)).toHaveText(/subject from UserInfo response does not match/);
});

test('a refresh token that was used before is refused, and reported', async ({ page, peer }) => {
	await signInAtPeer(page, peer);
	await userSaid(page);
	const key = `oidc.user:${peer.issuer}:peer-page`;
	const first = await page.evaluate((name) => sessionStorage.getItem(name) ?? '', key);
	await page.goto(`${peer.site}/`);
	await press(page, 'Renew');
	await userSaid(page);
	await page.evaluate(([name, value]) => sessionStorage.setItem(name!, value!), [key, first]);
	await press(page, 'Renew');
	await expect(said(page)).toHaveText(/invalid_grant/);
});
