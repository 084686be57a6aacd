/** The page of the employees, as a person uses it: its own server, the API and the provider, over real HTTP. */
import type { Page } from 'playwright/test';
import { expectClean } from '../e2e/axe';
import { everyBrowser } from '../e2e/site';
import { expect, press, signInAs, test, type World } from './timesheets-world';

const problem = (page: Page) => page.getByRole('alert');
const note = (page: Page) => page.getByRole('status');

async function openSignedIn(page: Page, { web }: World, person = 'Erin Example'): Promise<void> {
	await page.goto(web);
	await press(page, 'Sign in');
	await signInAs(page, person);
	await expect(page.getByText(person)).toBeVisible();
}

async function add(page: Page, task: string): Promise<void> {
	await page.getByLabel('Day').fill('2026-11-27');
	await page.getByLabel('Hours').fill('7.5');
	await page.getByLabel('Task').fill(task);
	await press(page, 'Add');
}

const rowOf = (page: Page, task: string) => page.getByRole('row', { name: `2026-11-27 7.5 ${task}` });

test(
	'an employee signs in, adds a time sheet, comes back to it, and signs out',
	everyBrowser,
	async ({ page, world }) => {
		await openSignedIn(page, world);
		await expect(page).toHaveURL(`${world.web}/`);
		await add(page, 'Painted the hall');
		await expect(rowOf(page, 'Painted the hall')).toBeVisible();
		await page.reload();
		await expect(rowOf(page, 'Painted the hall')).toBeVisible();
		await expect(problem(page)).toHaveText('');

		const atHome = page.waitForURL(`${world.web}/`);
		await press(page, 'Sign out');
		await atHome;
		await press(page, 'Sign in');
		await expect(page.getByRole('button', { name: 'Sign in as Erin Example' })).toBeVisible();
	}
);

test(
	'an access token that has expired is renewed, and the person reads it',
	everyBrowser,
	async ({ page, world }) => {
		await openSignedIn(page, world);
		await world.expireTokens();
		await add(page, 'Cleaned the brushes');
		await expect(rowOf(page, 'Cleaned the brushes')).toBeVisible();
		await press(page, 'Load again');
		await expect(note(page)).toHaveText('');
		await world.expireTokens();
		await press(page, 'Load again');
		await expect(note(page)).toHaveText('The access token had expired, and was renewed.');
		await expect(rowOf(page, 'Cleaned the brushes')).toBeVisible();
	}
);

test(
	'a permission that was not granted is named, and what is allowed goes on',
	everyBrowser,
	async ({ page, world }) => {
		await openSignedIn(page, world, 'Omar Sample');
		await add(page, 'Mixed colours');
		await expect(problem(page)).toHaveText(
			'You may not do this: your sign-in did not grant the permission create:timesheets.'
		);
		await expect(page.getByLabel('Task')).toHaveValue('Mixed colours');
		await press(page, 'Load again');
		await expect(problem(page)).toHaveText('');
		await expect(page.getByText('No time sheets yet.')).toBeVisible();
	}
);

test('tokens are in this tab alone, and the code is in no address', async ({ page, world }) => {
	await openSignedIn(page, world);
	const kept = await page.evaluate(() => ({
		tab: Object.keys(sessionStorage),
		browser: Object.keys(localStorage),
		cookies: document.cookie,
		address: location.href
	}));
	expect(kept).toEqual({ tab: ['tokens'], browser: [], cookies: '', address: `${world.web}/` });
	await page.goBack();
	expect(page.url()).not.toContain('code=');
});

test('what is typed is shown as text, and nothing is out of reach', async ({ page, world }) => {
	await openSignedIn(page, world);
	const task = '<img src=x onerror="document.title = 1">';
	await add(page, task);
	await expect(page.getByRole('cell', { name: task })).toBeVisible();
	await expect(page).toHaveTitle('Time sheets');
	await expectClean(page, 'with a time sheet');
});

test('a person who says no at the provider is told so', async ({ page, world }) => {
	await page.goto(world.web);
	await press(page, 'Sign in');
	await press(page, 'Sign in as Erin Example');
	await press(page, 'Deny');
	await expect(problem(page)).toHaveText(/^The provider says no: access_denied/);
	await expect(page).toHaveURL(`${world.web}/`);
	await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
});

test('an answer that this tab did not ask for is not used', async ({ page, world }) => {
	const sent: string[] = [];
	page.on('request', (request) => sent.push(request.url()));
	await page.goto(`${world.web}/?code=somebody&state=elses&iss=${encodeURIComponent(world.issuer)}`);
	await expect(problem(page)).toHaveText('This tab did not begin that sign-in. Sign in from here.');
	expect(sent.filter((url) => url.endsWith('/token'))).toEqual([]);
});

test('an answer with the state of somebody else is refused', async ({ page, world }) => {
	await page.goto(world.web);
	await press(page, 'Sign in');
	await expect(page.getByRole('button', { name: 'Sign in as Erin Example' })).toBeVisible();
	await page.goto(`${world.web}/?code=somebody&state=elses&iss=${encodeURIComponent(world.issuer)}`);
	await expect(problem(page)).toHaveText(/^What the provider answered is not taken: .*"state"/);
	await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
});

test('a sign-in that has ended at the provider is begun again', async ({ page, world, request }) => {
	await openSignedIn(page, world);
	const { refresh } = await page.evaluate(() => JSON.parse(sessionStorage.getItem('tokens') ?? ''));
	await request.post(`${world.issuer}/revoke`, { form: { token: refresh, client_id: 'timesheets-web' } });
	await world.expireTokens();
	await press(page, 'Load again');
	await expect(problem(page)).toHaveText('The sign-in has ended at the provider. Sign in again.');
	await press(page, 'Sign in');
	await press(page, 'Allow');
	await expect(page.getByText('Erin Example')).toBeVisible();
});

test('an API that cannot be reached is told, and nothing is lost', async ({ page, world, context }) => {
	await openSignedIn(page, world);
	await context.setOffline(true);
	await add(page, 'Varnished the door');
	await expect(problem(page)).toHaveText(`${world.api} cannot be reached.`);
	await context.setOffline(false);
	await press(page, 'Add');
	await expect(rowOf(page, 'Varnished the door')).toBeVisible();
});
