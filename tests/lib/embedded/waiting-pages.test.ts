/** A page that waits is worth something to the session that it was shown in, as long as what it is about is there. */
import { describe, expect, test } from 'vitest';
import { interactionOf, issuer, redirectUri, type Changes } from '../../rfc/server';
import {
	cookieModes,
	describePage,
	openBrowser,
	openServers,
	type Browser,
	type Cookies,
	type Servers
} from './own-browser';

interface Scene {
	servers: Servers;
	browser: Browser;
	/** The page that waits. */
	interaction: string;
}

type Waiting = 'consent' | 'confirm';
const asked: Record<Waiting, Changes> = { consent: {}, confirm: { acr_values: '2' } };
const yes: Record<Waiting, [path: string, action: string]> = {
	consent: ['/consent', 'allow'],
	confirm: ['/confirm', 'confirm']
};

async function waitFor(cookies: Cookies, page: Waiting): Promise<Scene> {
	const servers = openServers(cookies);
	await servers.prepare();
	const browser = openBrowser(servers);
	const shown = await browser.signIn(await browser.authorize(asked[page]));
	expect(await describePage(shown)).toBe(
		page === 'consent' ? 'Allow PKCE Playground?' : 'Confirm that it is you'
	);
	return { servers, browser, interaction: interactionOf(await shown.text()) };
}

const sayYes = ({ browser, interaction }: Scene, page: Waiting): Promise<Response> => {
	const [path, action] = yes[page];
	return browser.post(path, { interaction, action });
};

async function signOut(browser: Browser): Promise<void> {
	const account = interactionOf(await (await browser.send(`${issuer}/account`)).text());
	expect(
		await describePage(await browser.post('/account/answer', { interaction: account, action: 'sign-out' }))
	).toBe('Signed out');
}

/** Anybody signs in in another tab. */
const another = async (browser: Browser, user: string) =>
	browser.signIn(await browser.authorize({ prompt: 'login' }), user);

/** What may happen to the session while the page waits. */
const ofSession: [what: string, happens: (scene: Scene) => Promise<unknown>][] = [
	['the person signed out in another tab', ({ browser }) => signOut(browser)],
	['another person signed in in another tab', ({ browser }) => another(browser, 'mona')],
	['the same person signed in anew in another tab', ({ browser }) => another(browser, 'erin')],
	[
		'the session expired',
		async ({ servers: { store, clock } }) => {
			for (const [name, login] of await store.list('session'))
				await store.put('session', name, login, clock.now + 1_000);
			clock.now += 1_000;
		}
	],
	[
		'the person was deleted',
		({ servers }) =>
			servers.settle(({ users }) => {
				users.splice(0, 1);
			})
	],
	[
		'the owner ended the session',
		async ({ servers: { store } }) => {
			for (const [name] of await store.list('session')) await store.remove('session', name);
		}
	]
];

/** What may happen to what the request is about. */
const ofRequest: [what: string, result: string | RegExp, happens: (scene: Scene) => Promise<unknown>][] = [
	[
		'the application was deleted',
		'This request cannot be answered',
		({ servers }) => servers.settle(({ applications }) => void applications.splice(0, 1))
	],
	[
		'the redirect URI was changed',
		'This request cannot be answered',
		({ servers }) =>
			servers.settle(({ applications }) => {
				applications[0]!.redirectUris = ['https://new.example/callback'];
			})
	],
	[
		'the application may not use this grant any more',
		/error=unauthorized_client/,
		({ servers }) =>
			servers.settle(({ applications }) => {
				applications[0]!.grants = ['refresh_token'];
			})
	],
	[
		'the API was deleted',
		/error=invalid_target/,
		({ servers }) => servers.settle(({ apis }) => void apis.splice(0, 1))
	],
	[
		'a scope was taken from the API',
		/error=invalid_scope/,
		({ servers }) => servers.settle(({ apis }) => void apis[0]!.scopes.splice(0, 1))
	]
];

const pages: Waiting[] = ['consent', 'confirm'];
const everywhere = cookieModes.flatMap((cookies) => pages.map((page): [Cookies, Waiting] => [cookies, page]));

describe.each(everywhere)('with cookies in %s, the %s page', (cookies, page) => {
	test('is answered in its own session', async () => {
		const scene = await waitFor(cookies, page);
		const answered = await describePage(await sayYes(scene, page));
		expect(answered).toMatch(page === 'consent' ? /^to .*code=/ : /^Allow/);
	});

	test.each(ofSession)('leads to a sign-in for the same request when %s', async (_, happens) => {
		const scene = await waitFor(cookies, page);
		await happens(scene);
		const [path] = yes[page];
		const looked = await scene.browser.send(`${issuer}${path}?interaction=${scene.interaction}`);
		expect(await describePage(looked)).toBe('Sign in');
		const again = await sayYes(scene, page);
		expect(await describePage(again)).toBe('Sign in');
		let on = await scene.browser.signIn(again, 'mona');
		if (page === 'confirm')
			on = await scene.browser.post('/confirm', {
				interaction: interactionOf(await on.text()),
				action: 'confirm'
			});
		expect(await describePage(on)).toBe('Allow PKCE Playground?');
		const done = await scene.browser.post('/consent', {
			interaction: interactionOf(await on.text()),
			action: 'allow'
		});
		expect(await describePage(done)).toMatch(/^to .*[?&]code=.*state=state-of-the-client/);
	});

	test.each(ofRequest)('gives no code when %s', async (_, result, happens) => {
		const scene = await waitFor(cookies, page);
		await happens(scene);
		const answered = await describePage(await sayYes(scene, page));
		expect(answered).toMatch(result);
		expect(answered).not.toContain('code=');
	});

	test.each(ofRequest)(
		'sends a No to no address that is not registered when %s',
		async (_, result, happens) => {
			const scene = await waitFor(cookies, page);
			await happens(scene);
			const [path] = yes[page];
			const answered = await describePage(
				await scene.browser.post(path, { interaction: scene.interaction, action: 'deny' })
			);
			const unregistered = result === 'This request cannot be answered';
			expect(answered).toMatch(
				unregistered ? result : new RegExp(`^to ${redirectUri}\\?error=access_denied`)
			);
		}
	);

	test('is worth nothing in a browser without its cookie', async () => {
		const scene = await waitFor(cookies, page);
		const stranger = openBrowser(scene.servers, { credentials: 'omit' });
		const [path, action] = yes[page];
		const looked = await stranger.send(`${issuer}${path}?interaction=${scene.interaction}`);
		expect(await describePage(looked)).toBe('Sign in');
		const posted = await stranger.post(path, { interaction: scene.interaction, action });
		expect(await describePage(posted)).toBe('Sign in');
	});

	test('is not answered, and not used up, by a form of another site', async () => {
		const scene = await waitFor(cookies, page);
		const [path, action] = yes[page];
		const foreign: Record<string, string>[] = [
			{ origin: 'https://evil.example' },
			{ 'sec-fetch-site': 'cross-site' }
		];
		for (const headers of foreign) {
			const posted = await scene.browser.post(path, { interaction: scene.interaction, action }, headers);
			expect([posted.status, posted.headers.has('location')]).toEqual([400, false]);
		}
		expect(await describePage(await sayYes(scene, page))).not.toBe('You have answered this already');
	});

	test('is shown again after a reload, with the same form', async () => {
		const scene = await waitFor(cookies, page);
		const [path] = yes[page];
		for (const _ of [1, 2]) {
			const again = await scene.browser.send(`${issuer}${path}?interaction=${scene.interaction}`);
			expect(again.status).toBe(200);
			expect(interactionOf(await again.text())).toBe(scene.interaction);
		}
		expect(await describePage(await sayYes(scene, page))).not.toBe('You have answered this already');
	});

	test('that was answered says so, with a way on, when it is looked at or answered again', async () => {
		const scene = await waitFor(cookies, page);
		await sayYes(scene, page);
		const [path] = yes[page];
		const looked = await scene.browser.send(`${issuer}${path}?interaction=${scene.interaction}`);
		const again = await sayYes(scene, page);
		expect([looked.status, again.status]).toEqual([410, 400]);
		for (const response of [looked, again]) {
			const text = await response.text();
			expect(text).toContain('You have answered this already');
			expect(text).toMatch(
				page === 'consent' ? /href="http:\/\/localhost:4173\/"/ : /href="\/idp\/consent\?inter/
			);
			expect(text).not.toContain('invalid_request');
		}
	});
});

describe('in two browsers', () => {
	test('the consent page of one is no consent in the other, whoever is signed in there', async () => {
		const scene = await waitFor('headers', 'consent');
		for (const user of ['erin', 'mona']) {
			const other = openBrowser(scene.servers);
			const own = await other.signIn(await other.authorize(), user);
			const posted = await other.post('/consent', { interaction: scene.interaction, action: 'allow' });
			expect(await describePage(posted)).toMatch(/^(Sign in|You have answered)/);
			expect(await describePage(own)).toBe('Allow PKCE Playground?');
		}
	});

	test('the account page of one takes nothing back in the other, and ends no session there', async () => {
		const scene = await waitFor('headers', 'consent');
		await sayYes(scene, 'consent');
		const page = await (await scene.browser.send(`${issuer}/account`)).text();
		const revoke = /name="revoke"\s+value="([^"]+)"/.exec(page)![1]!;
		const other = openBrowser(scene.servers);
		await other.signIn(await other.authorize(), 'mona');
		for (const changes of [{ revoke }, { action: 'sign-out' }]) {
			const shown = await (await scene.browser.send(`${issuer}/account`)).text();
			const posted = await other.post('/account/answer', { interaction: interactionOf(shown), ...changes });
			expect(await describePage(posted)).toBe('Mona Manager');
		}
		expect(await scene.servers.store.list('consent')).toHaveLength(1);
		expect(await scene.servers.store.list('session')).toHaveLength(2);
	});
});

describe.each(cookieModes)('with cookies in %s', (cookies) => {
	async function signedIn() {
		const scene = await waitFor(cookies, 'consent');
		await sayYes(scene, 'consent');
		return scene;
	}
	const back = 'http://localhost:4173/';

	test('a sign-in page that is answered after another person signed in is a sign-in of its own', async () => {
		const servers = openServers(cookies);
		await servers.prepare();
		const browser = openBrowser(servers);
		const waiting = await browser.authorize();
		const other = await another(browser, 'mona');
		expect(await describePage(other)).toBe('Allow PKCE Playground?');
		const mine = await (await browser.signIn(waiting, 'erin')).text();
		expect(mine).toContain('Erin Example');
		const posted = await browser.post('/consent', {
			interaction: interactionOf(await other.text()),
			action: 'allow'
		});
		expect(await describePage(posted)).toBe('Sign in');
	});

	test('the account page of who is not signed in any more changes nothing', async () => {
		const { browser, servers } = await signedIn();
		const page = await (await browser.send(`${issuer}/account`)).text();
		const revoke = /name="revoke"\s+value="([^"]+)"/.exec(page)![1]!;
		await signOut(browser);
		const posted = await browser.post('/account/answer', { interaction: interactionOf(page), revoke });
		expect(await describePage(posted)).toBe('Signed out');
		expect(await servers.store.list('consent')).toHaveLength(1);
	});

	test('the sign-out page of one person asks the next one', async () => {
		const { browser } = await signedIn();
		const query = `client_id=playground-spa&post_logout_redirect_uri=${encodeURIComponent(back)}&state=s`;
		const page = await browser.send(`${issuer}/end-session?${query}`);
		await another(browser, 'mona');
		const posted = await browser.post('/sign-out', {
			interaction: interactionOf(await page.text()),
			action: 'sign-out'
		});
		expect(await describePage(posted)).toBe('Sign out?');
		const text = await posted.text();
		expect(text).toContain('Mona Manager');
		const done = await browser.post('/sign-out', { interaction: interactionOf(text), action: 'sign-out' });
		expect(await describePage(done)).toBe(`to ${back}?state=s`);
	});

	test('the sign-out page leads to no address that was taken from the application meanwhile', async () => {
		const { browser, servers } = await signedIn();
		const query = `client_id=playground-spa&post_logout_redirect_uri=${encodeURIComponent(back)}`;
		const page = await browser.send(`${issuer}/end-session?${query}`);
		await servers.settle(({ applications }) => {
			applications[0]!.logoutUris = [];
		});
		const posted = await browser.post('/sign-out', {
			interaction: interactionOf(await page.text()),
			action: 'sign-out'
		});
		expect(await describePage(posted)).toBe('Signed out');
	});

	test('a page with a wrong password can be reloaded, and shows what was typed', async () => {
		const servers = openServers(cookies);
		await servers.prepare();
		const browser = openBrowser(servers);
		const first = interactionOf(await (await browser.authorize()).text());
		const wrong = await browser.post('/sign-in', { interaction: first, username: 'erin', password: 'no' });
		const interaction = interactionOf(await wrong.text());
		const again = await (await browser.send(`${issuer}/sign-in?interaction=${interaction}`)).text();
		expect(again).toContain('The user name or the password is wrong');
		expect(again).toContain('value="erin"');
		const past = await (await browser.send(`${issuer}/sign-in?interaction=${first}`)).text();
		expect(past).toContain(`href="/idp/sign-in?interaction=${interaction}"`);
	});

	test.each(['/sign-in', '/consent', '/confirm', '/sign-out'])(
		'%s under a name that nothing waits under says what to do',
		async (path) => {
			const servers = openServers(cookies);
			await servers.prepare();
			const browser = openBrowser(servers);
			for (const response of [
				await browser.send(`${issuer}${path}?interaction=nothing`),
				await browser.post(path, { interaction: 'nothing' })
			])
				expect(await describePage(response)).toBe('This page has ended');
		}
	);
});
