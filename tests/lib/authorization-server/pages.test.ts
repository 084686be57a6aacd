import { decodeJwt } from 'jose';
import { describe, expect, test } from 'vitest';
import { escapeHtml, markup } from '$lib/authorization-server/pages/html';
import { respond } from '$lib/authorization-server/respond';
import type { Application } from '$lib/authorization-server/settings';
import { pageTexts } from '$lib/lessons/en/server/pages';
import { createServer, form, interactionOf, issuer, native, type Server } from '../../rfc/server';

const signIn = async (server: Server) => (await server.authorize()).text();

test('pages are in the language of the words that whoever runs the server hands in', async () => {
	const { realm } = createServer();
	const texts = { ...pageTexts, language: 'de', signedOut: { title: 'Abgemeldet', what: 'A < B' } };
	const page = await (await respond(new Request(`${issuer}/account`), { ...realm, texts })).text();
	expect(page).toContain('<html lang="de">');
	expect(page).toContain('<h1>Abgemeldet</h1>');
	expect(page).toContain('<p>A &lt; B</p>');
});

test('who is lost is shown the way to the site, where there is one', async () => {
	const { realm } = createServer();
	const home = 'https://site.example/';
	for (const path of ['/authorize', '/consent?interaction=none']) {
		const shown = async (known: typeof realm) =>
			(await respond(new Request(`${issuer}${path}`), known)).text();
		expect(await shown({ ...realm, home })).toContain(`<a href="${home}">${pageTexts.home}</a>`);
		expect(await shown(realm)).not.toContain('<a ');
	}
});

test('who got no answer is led to where the site says why, from no other error', async () => {
	const { realm } = createServer();
	const explained = 'https://site.example/flow/authorize/';
	const shown = async (path: string, known: typeof realm) =>
		(await respond(new Request(`${issuer}${path}`), known)).text();
	const link = `<a href="${explained}">${pageTexts.problem.explained}</a>`;
	expect(await shown('/authorize', { ...realm, explained })).toContain(link);
	expect(await shown('/authorize', realm)).not.toContain('<a ');
	expect(await shown('/end-session?client_id=nobody', { ...realm, explained })).not.toContain(link);
});

test('a value among words is escaped, and what is set in type of its own stays', () => {
	const parts = ['to ', markup`<strong>${'<b>'}</strong>`, ' & on'];
	expect(markup`<p>${parts}</p>`.text).toBe('<p>to <strong>&lt;b&gt;</strong> &amp; on</p>');
});

describe('the sign-in page', () => {
	test('names the client, what it wants, and every person', async () => {
		const page = await signIn(createServer());
		expect(page).toContain('<html lang="en">');
		expect(page).toContain('PKCE Playground');
		expect(page).toContain('add entries to your timesheets');
		expect(page).toContain('Sign in as Erin Example');
		expect(page).toContain('Sign in as Mona Manager');
	});

	test('has labels and autocomplete for password managers', async () => {
		const page = await signIn(createServer());
		expect(page).toContain('<label for="username">');
		expect(page).toContain('autocomplete="username"');
		expect(page).toContain('<label for="password">');
		expect(page).toContain('autocomplete="current-password"');
	});

	test('fills one button: of the first person, or of the one whom the client hinted at', async () => {
		const filled = async (changes = {}) =>
			[
				...(await (await createServer().authorize(changes)).text()).matchAll(/class="main"[^>]*>([^<]+)/g)
			].map(([, words]) => words);
		expect(await filled()).toEqual(['Sign in as Erin Example']);
		expect(await filled({ login_hint: 'mona' })).toEqual(['Sign in as Mona Manager']);
	});

	test('has under each field what it lacks', async () => {
		const page = await signIn(createServer());
		expect(page).toContain(pageTexts.signIn.noUsername);
		expect(page).toContain(pageTexts.signIn.noPassword);
	});

	test('has a strict policy that does not rule where a form leads', async () => {
		const policy = (await createServer().authorize()).headers.get('content-security-policy')!;
		expect(policy).toContain("default-src 'none'");
		expect(policy).not.toContain('form-action');
		expect(policy).not.toContain('unsafe');
	});

	test('takes a password, in whatever case the user name is typed', async () => {
		const server = createServer();
		const typed = {
			interaction: interactionOf(await signIn(server)),
			username: ' Erin ',
			password: 'timesheets'
		};
		expect(await (await server.post('/sign-in', form(typed))).text()).toContain('Allow PKCE Playground?');
	});

	test.each([
		['a wrong password', { username: 'erin', password: 'wrong' }],
		['nobody', { username: 'nobody', password: 'timesheets' }],
		['nothing', {}],
		['a name that is not on the list', { user: 'nobody' }]
	])('says so when %s comes, and can be answered again', async (_, typed) => {
		const server = createServer();
		const first = await server.post(
			'/sign-in',
			form({ interaction: interactionOf(await signIn(server)), ...typed })
		);
		const page = await first.text();
		expect(page).toContain('role="alert"');
		expect(server.failed()).toEqual(['as-user-authenticated']);
		const again = await server.post('/sign-in', form({ interaction: interactionOf(page), user: 'erin' }));
		expect(again.status).toBe(200);
	});

	test('does not say whether it was the name or the password', async () => {
		const server = createServer();
		const answer = async (username: string) => {
			const typed = { interaction: interactionOf(await signIn(server)), username, password: 'wrong' };
			return (await (await server.post('/sign-in', form(typed))).text()).replace(/value="[^"]*"/g, '');
		};
		expect(await answer('erin')).toBe(await answer('nobody'));
	});
});

describe('the consent page', () => {
	test('lists the scopes in words, the person and the API', async () => {
		const server = createServer();
		const answer = form({ interaction: interactionOf(await signIn(server)), user: 'erin' });
		const page = await (await server.post('/sign-in', answer)).text();
		for (const words of [
			'Erin Example',
			'Timesheets',
			'See your timesheets',
			'Keep its access while you are away'
		])
			expect(page).toContain(words);
	});

	test('is not shown again for what was allowed, but for more', async () => {
		const server = createServer();
		await server.tokens({ scope: 'openid read:timesheets' });
		expect((await server.authorize({ scope: 'openid' })).status).toBe(303);
		expect((await server.authorize({ scope: 'openid create:timesheets' })).status).toBe(200);
	});

	test('is not shown where the API says to skip it for first parties', async () => {
		const server = createServer((settings) => {
			settings.apis[0]!.skipConsentForFirstParty = true;
		});
		const answer = form({ interaction: interactionOf(await signIn(server)), user: 'erin' });
		expect((await server.post('/sign-in', answer)).status).toBe(303);
	});

	test('lets somebody else sign in instead', async () => {
		const server = createServer();
		const first = form({ interaction: interactionOf(await signIn(server)), user: 'erin' });
		const consent = await (await server.post('/sign-in', first)).text();
		const change = form({ interaction: interactionOf(consent), action: 'switch' });
		const again = await server.post('/consent', change);
		const location = await server.click(again, 'mona');
		const tokens = await (await server.exchange(location.searchParams.get('code')!)).json();
		expect(decodeJwt(tokens.id_token).sub).toBe('user-mona');
	});

	test('cannot be answered by somebody who has only the sign-in page', async () => {
		const server = createServer();
		const answer = form({ interaction: interactionOf(await signIn(server)), action: 'allow' });
		const page = await server.post('/consent', answer);
		expect(page.headers.has('location')).toBe(false);
		expect(await page.text()).toContain('<h1>Sign in</h1>');
	});
});

describe('a page that names an application', () => {
	/** What Erin reads on the sign-in page and on the consent page of an application with this address. */
	async function pagesFor(uri: string, changes: Partial<Application> = {}, self = false): Promise<string[]> {
		const application = {
			...native,
			clientId: 'other',
			name: 'PKCE Playground',
			redirectUris: [uri],
			...changes
		};
		const server = createServer(({ applications }) => {
			if (!self) applications.push(application);
		});
		if (self) await server.realm.store.put('application', 'other', application);
		const asked = await server.authorize({ client_id: 'other', redirect_uri: uri, acr_values: '2' });
		const pages = [await asked.text()];
		for (const [path, answer] of [
			['/sign-in', { user: 'erin' }],
			['/confirm', { action: 'confirm' }]
		] as const) {
			const interaction = interactionOf(pages.at(-1)!);
			pages.push(await (await server.post(path, form({ interaction, ...answer }))).text());
		}
		expect(pages.map((page) => /<h1>([^<]*)/.exec(page)?.[1])).toEqual([
			'Sign in',
			'Confirm that it is you',
			'Allow PKCE Playground?'
		]);
		return pages.map((page) => page.replace(/<[^>]*>/g, '').replace(/\s+/g, ' '));
	}

	test.each([
		['https://app.example.com/callback', 'The answer goes to app.example.com.'],
		['http://127.0.0.1:8765/callback', 'The answer goes to 127.0.0.1:8765.'],
		['https://playground.example@evil.example/callback', 'The answer goes to evil.example.'],
		['https://localhost:4173.evil.example/callback', null],
		['https://xn--plyground-w2a.example/callback', 'The answer goes to xn--plyground-w2a.example.'],
		['https://PL%C3%84YGROUND.example/callback', 'The answer goes to xn--plyground-w2a.example.'],
		['com.example.timesheets:/callback', 'opens addresses beginning with com.example.timesheets:.'],
		['timesheets://playground.example/callback', 'opens addresses beginning with timesheets:.']
	])('shows who gets the answer at %s', async (uri, words) => {
		if (words === null) return expect(URL.canParse(uri)).toBe(false);
		for (const page of await pagesFor(uri)) expect(page).toContain(words);
	});

	test('says that an application registered itself, whatever name it took', async () => {
		for (const page of await pagesFor('https://evil.example/callback', {}, true)) {
			expect(page).toContain(
				'This application registered itself under the name PKCE Playground; nobody checked it.'
			);
			expect(page).toContain('The answer goes to evil.example.');
		}
	});

	test('does not say it of one that the owner of the realm put there', async () => {
		for (const page of await pagesFor('https://app.example.com/callback'))
			expect(page).not.toContain('registered itself');
	});

	test('of which the account page says it too', async () => {
		const server = createServer();
		const application = { ...native, clientId: 'other', name: 'PKCE Playground' };
		await server.realm.store.put('application', 'other', application);
		const redirect_uri = 'com.example.timesheets:/callback';
		await server.click(await server.authorize({ client_id: 'other', redirect_uri }));
		const page = await (await server.get('/account')).text();
		expect(page.replace(/\s+/g, ' ')).toContain('<strong>PKCE Playground</strong> (it registered itself)');
	});
});

describe('the way back from a page that was answered', () => {
	async function wayBack(changes: Partial<Application>, uri: string, self = false): Promise<string> {
		const application: Application = { ...native, clientId: 'other', redirectUris: [uri], ...changes };
		const server = createServer(({ applications }) => {
			if (!self) applications.push(application);
		});
		if (self) await server.realm.store.put('application', 'other', application);
		const page = await (await server.authorize({ client_id: 'other', redirect_uri: uri })).text();
		const answer = form({ interaction: interactionOf(page), action: 'cancel' });
		await server.post('/sign-in', answer);
		const again = await (await server.post('/sign-in', answer)).text();
		return /<a href="([^"]*)"/.exec(again)?.[1] ?? (again.includes('close this page') ? 'none' : 'no word');
	}

	test.each<[string, Partial<Application>, string, boolean, string]>([
		[
			'is the origin',
			{ logoutUris: [] },
			'https://app.example/deep/callback?x=1',
			false,
			'https://app.example/'
		],
		[
			'is a start page of that origin',
			{ logoutUris: ['https://other.example/', 'https://app.example/docs/'] },
			'https://app.example/docs/callback',
			false,
			'https://app.example/docs/'
		],
		['is none into another program', {}, 'com.example.timesheets:/callback', false, 'none'],
		['is none to who registered itself', {}, 'https://app.example/callback', true, 'none']
	])('%s', async (_, changes, uri, self, expected) => {
		expect(await wayBack(changes, uri, self)).toBe(expected);
	});

	test('is none where the address is not registered any more', async () => {
		const server = createServer();
		const answer = form({ interaction: interactionOf(await signIn(server)), action: 'cancel' });
		await server.post('/sign-in', answer);
		server.realm.settings.applications[0]!.redirectUris = [];
		expect(await (await server.post('/sign-in', answer)).text()).not.toContain('<a href');
	});
});

describe('the account page', () => {
	const account = async (server: Server) => (await server.get('/account')).text();

	test('lists what was allowed, and takes it back with every token', async () => {
		const server = createServer();
		const tokens = await server.tokens();
		const page = await account(server);
		const key = /name="revoke"\s+value="([^"]+)"/.exec(page)![1]!;
		await server.post('/account/answer', form({ interaction: interactionOf(page), revoke: key }));
		expect((await server.refresh(tokens.refresh_token)).status).toBe(400);
		expect(await (await server.authorize()).text()).toContain('Allow PKCE Playground?');
	});

	test('does not take back what somebody else allowed', async () => {
		const server = createServer();
		const tokens = await server.tokens();
		const key = /name="revoke"\s+value="([^"]+)"/.exec(await account(server))![1]!;
		server.forget();
		await server.click(await server.authorize(), 'mona');
		const answer = form({ interaction: interactionOf(await account(server)), revoke: key });
		await server.post('/account/answer', answer);
		expect((await server.refresh(tokens.refresh_token)).status).toBe(200);
	});

	test('signs out', async () => {
		const server = createServer();
		await server.tokens();
		await server.post(
			'/account/answer',
			form({ interaction: interactionOf(await account(server)), action: 'sign-out' })
		);
		expect(await (await server.authorize()).text()).toContain('<h1>Sign in</h1>');
	});

	test('has nothing for somebody who is not signed in', async () => {
		expect(await account(createServer())).not.toContain('name="interaction"');
	});
});

describe('markup', () => {
	test('escapes what is put into it, and nothing twice', () => {
		const inner = markup`<b title="${'"'}">${'<&>'}</b>`;
		expect(markup`${inner}${[inner]}${undefined}${1}`.text).toBe(
			'<b title="&quot;">&lt;&amp;&gt;</b><b title="&quot;">&lt;&amp;&gt;</b>1'
		);
		expect(escapeHtml("'")).toBe('&#39;');
	});
});
