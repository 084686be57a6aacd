/** The native application: a program in a terminal, and the person's own browser beside it. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { everyBrowser } from '../e2e/site';
import { expect, press, signInAs, test, type Native } from './timesheets-world';

/** The address that it asks the person to go to. */
async function addressOf(native: Native): Promise<string> {
	await expect.poll(native.printed).toMatch(/^http\S+\n/m);
	return /^http\S+$/m.exec(native.printed())?.[0] ?? '';
}

test(
	'signs in by the browser, lists, adds, renews, and ends',
	everyBrowser,
	async ({ page, world, native }) => {
		const app = native();
		await page.goto(await addressOf(app));
		await signInAs(page, 'Erin Example');
		await expect(page.getByText('Go back to the terminal.')).toBeVisible();
		await expect.poll(app.printed).toContain('Signed in as Erin Example.\n');

		app.type('add 2026-11-26 3 Counted the tins');
		await expect.poll(app.printed).toContain('Added.\n');
		await world.expireTokens();
		app.type('list');
		await expect.poll(app.printed).toContain('2026-11-26  3 h  Counted the tins\n');
		expect(app.printed()).toContain('The access token had expired, and was renewed.\n');

		app.type('quit');
		expect(await app.ended).toBe(0);
	}
);

test('comes back at a port of its own, with PKCE, and asks for what it needs', async ({ native }) => {
	const parameters = [native(), native()].map(async (app) => new URL(await addressOf(app)).searchParams);
	const [one, other] = await Promise.all(parameters);
	expect(one?.get('redirect_uri')).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/callback$/);
	expect(one?.get('redirect_uri')).not.toBe(other?.get('redirect_uri'));
	expect(one?.get('code_challenge_method')).toBe('S256');
	expect(one?.get('state')).not.toBe(other?.get('state'));
	expect(one?.get('resource')).toBe('https://api.timesheets.example');
});

test('takes no answer with another state, and goes on waiting for its own', async ({
	page,
	request,
	native
}) => {
	const app = native();
	const address = await addressOf(app);
	const redirectUri = new URL(address).searchParams.get('redirect_uri');
	const forged = await request.get(`${redirectUri}?code=somebody&state=elses`);
	expect([forged.status(), await forged.text()]).toEqual([404, 'No sign-in waits for this.']);
	await page.goto(address);
	await signInAs(page, 'Erin Example');
	await expect.poll(app.printed).toContain('Signed in as Erin Example.\n');
});

test('says which permission is missing, and what is wrong with a line', async ({ page, native }) => {
	const app = native();
	await page.goto(await addressOf(app));
	await signInAs(page, 'Omar Sample');
	await expect.poll(app.printed).toContain('No time sheets yet.\n');
	app.type('add 2026-11-26 3 Mixed colours');
	await expect.poll(app.printed).toContain('did not grant the permission create:timesheets.\n');
	app.type('help');
	await expect.poll(app.printed).toContain('list | add 2026-11-27 7.5 What was done | quit\n');
});

test('says when the person says no, and ends', async ({ page, native }) => {
	const app = native();
	await page.goto(await addressOf(app));
	await press(page, 'Sign in as Erin Example');
	await press(page, 'Deny');
	expect(await app.ended).toBe(1);
	expect(app.printed()).toContain('The provider says no: access_denied');
});

test('opens the system browser with the address as one argument', async ({ native }) => {
	const folder = await mkdtemp(join(tmpdir(), 'timesheets-'));
	const browser = join(folder, 'browser');
	await writeFile(browser, `#!/bin/sh\nprintf '%s|' "$@" > ${folder}/opened\n`, { mode: 0o755 });
	const app = native(browser);
	const address = await addressOf(app);
	const opened = (): Promise<string> => readFile(join(folder, 'opened'), 'utf8').catch(() => '');
	await expect.poll(opened).toBe(`${address}|`);
	await rm(folder, { recursive: true });
});
