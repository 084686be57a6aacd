import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startIdp, type Idp } from '../../../src/node/idp';
import { terminalSettings } from '../../../src/node/terminal-realm';

const lines: string[] = [];
let idp: Idp;
let ofFile: Idp;

beforeAll(async () => {
	const log = (line: string) => lines.push(line);
	const settings = terminalSettings('http://localhost:9400', {});
	[idp, ofFile] = await Promise.all([
		startIdp({ port: 0, log }),
		startIdp({ port: 0, log, settings, realmFile: 'realm.json' })
	]);
});

beforeEach(() => {
	lines.length = 0;
});

afterAll(() => Promise.all([idp.close(), ofFile.close()]));

const good = {
	response_type: 'code',
	client_id: 'playground-spa',
	redirect_uri: 'http://localhost:4173/callback/',
	scope: 'openid',
	code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
	code_challenge_method: 'S256'
};

async function ask(path: string, parameters: Record<string, string>, { issuer } = idp) {
	const response = await fetch(`${issuer}${path}?${new URLSearchParams(parameters)}`, { redirect: 'manual' });
	return { page: await response.text(), location: response.headers.get('location'), log: lines.join('\n') };
}

const own = 'http://localhost:3000/callback';

describe('a redirect URI that is not registered', () => {
	it('is told with those that are, and with the flag that adds it, on the page and in the terminal', async () => {
		const { page, log, location } = await ask('/authorize', { ...good, redirect_uri: own });
		expect(location).toBeNull();
		for (const text of [page.replaceAll('&quot;', '"'), log]) {
			expect(text).toContain('Registered: http://localhost:');
			expect(text).toContain('http://localhost:4173/callback/');
			expect(text).toContain(`--redirect-uri "${own}"`);
		}
		expect(log).toMatch(/^authorization endpoint: refused: invalid_request$/m);
	});

	it('of a realm from a file is told with the file', async () => {
		const { page } = await ask('/authorize', { ...good, redirect_uri: own }, ofFile);
		expect(page).toContain('put it into redirectUris of realm.json');
		expect(page).not.toContain('--redirect-uri');
	});

	it.each([
		'http://a.example/";rm -rf ~;"',
		'http://a.example/$(reboot)',
		'http://a.example/`reboot`',
		'http://a.example/\\',
		"http://a.example/'",
		'http://a.example/%25USERNAME%25',
		'http://a.example/!!',
		`http://a.example/${'x'.repeat(400)}`
	])('that a shell could take for more than an address is not put into a command: %s', async (uri) => {
		const { page, log } = await ask('/authorize', { ...good, redirect_uri: uri });
		for (const text of [page, log]) {
			expect(text).toContain('start again with --redirect-uri.');
			expect(text).not.toContain('--redirect-uri "');
		}
	});
});

describe('other refusals', () => {
	it('an unknown client: which there are', async () => {
		const { page, log } = await ask('/authorize', { ...good, client_id: 'my-app' });
		for (const text of [page, log])
			expect(text).toContain('Clients here: playground-spa playground-native playground-web');
	});

	it('an unknown API: the client learns no more than ever, the terminal says which there are', async () => {
		const { location, log } = await ask('/authorize', { ...good, resource: 'https://api.example/' });
		expect(new URL(location ?? '').searchParams.get('error')).toBe('invalid_target');
		expect(location).not.toContain('--api');
		expect(log).toContain(`APIs here: ${idp.api}`);
		expect(log).toContain('--api "https://api.example/"');
	});

	it('scopes of which none is known', async () => {
		const { location, log } = await ask('/authorize', { ...good, scope: 'read:things' });
		expect(location).toContain('error=invalid_scope');
		expect(log).toContain('--api "identifier scope scope"');
	});

	it('no scope at all: what there is to ask for', async () => {
		const { scope: _, ...without } = good;
		const { log } = await ask('/authorize', without);
		expect(log).toContain('Sent: missing.');
		expect(log).toContain('openid');
		expect(log).not.toContain('--api');
	});

	it('a logout URI', async () => {
		const parameters = { client_id: 'playground-spa', post_logout_redirect_uri: 'http://localhost:3000/' };
		const { page, log } = await ask('/end-session', parameters);
		for (const text of [page.replaceAll('&quot;', '"'), log])
			expect(text).toContain('--logout-uri "http://localhost:3000/"');
	});

	it('a wrong secret: what the client may do', async () => {
		const { issuer } = idp;
		const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: 'playground-web' });
		await fetch(`${issuer}/token`, { method: 'POST', body });
		expect(lines.join('\n')).toContain('client_secret_basic or client_secret_post');
	});

	it('a page of an origin that is not registered: the terminal says why it sees nothing', async () => {
		const body = new URLSearchParams({ grant_type: 'refresh_token' });
		const headers = { origin: 'http://localhost:3000' };
		const response = await fetch(`${idp.issuer}/token`, { method: 'POST', body, headers });
		expect(response.headers.has('access-control-allow-origin')).toBe(false);
		expect(lines.join('\n')).toContain('--redirect-uri "http://localhost:3000/callback"');
	});
});

describe('what is left out', () => {
	it.each([
		['an unknown scope', 'openid read:things', 'read:things (not a scope of'],
		['a scope that is there', 'openid read:timesheets', ''],
		['offline access, which the default API allows', 'openid offline_access', '']
	])('of %s is said in the terminal, and nothing else is', async (_, scope, words) => {
		const { log } = await ask('/authorize', { ...good, scope });
		if (words === '') expect(log).toBe('');
		else expect(log).toContain(words);
	});
});

it('what a request says cannot steer the terminal, or fill it', async () => {
	const { log } = await ask('/authorize', {
		...good,
		client_id: `\u001b[2J\u202e\u2028${'x'.repeat(4_000)}`
	});
	expect(log).not.toMatch(/[\u001b\u202e\u2028]/);
	expect(Math.max(...log.split('\n').map((line) => line.length))).toBeLessThan(400);
});
