/** Nothing is lost by a reload, by back and forward, or by a callback that arrives somewhere else. */
import type { BrowserContext, Page } from 'playwright/test';
import { attemptTexts } from '../../src/lib/lessons/en/walk/attempts';
import { stepIds } from '../../src/lib/lexicon/steps';
import { signIn } from './embedded';
import { everyBrowser, expect, test } from './site';
import {
	acts,
	expectCheck,
	expectDone,
	expectStatus,
	goOn,
	heading,
	keptFacts,
	openFields,
	openWalk,
	perform,
	press,
	shownRequest,
	startWalk,
	visit,
	walkOnScreen
} from './walk';

/** How many token requests leave this browser from now on. */
function countTokenRequests(context: BrowserContext): () => number {
	let count = 0;
	context.on('request', (request) => {
		if (request.method() === 'POST' && request.url().endsWith('/idp/token')) count += 1;
	});
	return () => count;
}

/** The authorization URL as shown, for somebody who carries it elsewhere. */
async function authorizationUrl(page: Page): Promise<string> {
	const [start = '', host = ''] = (await shownRequest(page)).split('\n');
	return `http://${host.replace('Host: ', '')}${start.split(' ')[1]}`;
}

test(
	'a reload at any step loses nothing and sends nothing again',
	everyBrowser,
	async ({ page, context, baseURL }) => {
		const tokenRequests = countTokenRequests(context);
		await openWalk(page, baseURL ?? '');
		for (const id of stepIds) {
			await page.reload();
			await expect(heading(page, id)).toBeVisible();
			await acts[id](page);
			await expectDone(page, id);
			await page.reload();
			await expectDone(page, id);
			if (id !== 'authorize' && id !== 'renew') await goOn(page, id);
		}
		// The code once, the refresh token once.
		expect(tokenRequests()).toBe(2);
		await visit(page, 'call');
		await expect(page.getByRole('region', { name: 'The API’s answer' })).toContainText('200');
	}
);

test('back and forward at any step lose nothing', everyBrowser, async ({ page, context, baseURL }) => {
	const tokenRequests = countTokenRequests(context);
	await walkOnScreen(page, baseURL ?? '', 'renew');
	await perform(page, 'renew');
	for (const id of ['call', 'tokens', 'exchange', 'callback'] as const) {
		await page.goBack();
		await expect(heading(page, id)).toBeVisible();
		await expectDone(page, 'renew');
	}
	for (const id of ['exchange', 'tokens', 'call', 'renew'] as const) {
		await page.goForward();
		await expect(heading(page, id)).toBeVisible();
		await expectDone(page, 'renew');
	}
	for (const id of stepIds) await visit(page, id);
	for (const id of [...stepIds].reverse().slice(1)) {
		await page.goBack();
		await expect(heading(page, id)).toBeVisible();
		await expectDone(page, 'renew');
	}
	expect(tokenRequests()).toBe(2);
});

test('back from the sign-in page and forth again', everyBrowser, async ({ page, baseURL }) => {
	await startWalk(page, baseURL ?? '', 'authorize');
	await press(page, 'Sign in, in this tab');
	await expect(page).toHaveTitle(/Sign in/);
	await page.goBack();
	await expectDone(page, 'authorize');
	await expectStatus(page, 'callback', 'ready');
	await page.goForward();
	await signIn(page);
	await expectDone(page, 'callback');
	await goOn(page, 'callback');
	await perform(page, 'exchange');
});

test(
	'a page that the browser kept aside knows what came meanwhile, and writes over none of it',
	everyBrowser,
	async ({ page, baseURL }) => {
		const kept = () => page.evaluate(() => Object.entries({ ...sessionStorage }));
		await startWalk(page, baseURL ?? '', 'exchange');
		const earlier = await kept();
		await perform(page, 'exchange');
		const facts = await keptFacts(page);
		const later = await kept();
		const restore = (entries: [string, string][]) => {
			sessionStorage.clear();
			for (const [key, value] of entries) sessionStorage.setItem(key, value);
		};
		await page.evaluate(restore, earlier);
		await page.reload();
		await expectStatus(page, 'exchange', 'ready');
		// No browser keeps a page aside for a test: what one does is told to the page.
		await page.evaluate(restore, later);
		await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
		await expectDone(page, 'exchange');
		expect(await keptFacts(page)).toEqual(facts);
	}
);

test('what is being typed survives a reload', everyBrowser, async ({ page, baseURL }) => {
	await openWalk(page, baseURL ?? '');
	await openFields(page);
	await page.getByRole('textbox', { name: 'Scope' }).fill('openid draft');
	await page.reload();
	await expect(page.getByRole('textbox', { name: 'Scope' })).toHaveValue('openid draft');
	await perform(page, 'configure');
	await goOn(page, 'configure');
	await page.getByRole('textbox', { name: 'Code verifier' }).fill('half a verif');
	await page.reload();
	await expect(page.getByRole('textbox', { name: 'Code verifier' })).toHaveValue('half a verif');
	await perform(page, 'verifier');
	await goOn(page, 'verifier');
	await perform(page, 'challenge');
	await goOn(page, 'challenge');
	await press(page, 'Edit before sending');
	await page.getByRole('textbox', { name: 'Value of scope', exact: true }).fill('edited scope');
	await page.reload();
	await expect(page.getByRole('textbox', { name: 'Value of scope', exact: true })).toHaveValue(
		'edited scope'
	);
});

test(
	'signing in in a popup: the answer comes here, the popup closes',
	everyBrowser,
	async ({ page, context, baseURL }) => {
		await startWalk(page, baseURL ?? '', 'authorize');
		const opened = context.waitForEvent('page');
		await press(page, 'In a popup');
		const popup = await opened;
		const closed = popup.waitForEvent('close');
		await signIn(popup);
		await closed;
		await expect(heading(page, 'callback')).toBeVisible();
		await expectDone(page, 'callback');
		await goOn(page, 'callback');
		await perform(page, 'exchange');
	}
);

test(
	'signing in in a new tab: the tab that started has the answer',
	everyBrowser,
	async ({ page, context, baseURL }) => {
		await startWalk(page, baseURL ?? '', 'authorize');
		const opened = context.waitForEvent('page');
		await press(page, 'In a new tab');
		const tab = await opened;
		await signIn(tab);
		await expect(tab.getByText('The tab that started this sign-in has the answer')).toBeVisible();
		await expectDone(page, 'callback');
		await goOn(page, 'callback');
		await perform(page, 'exchange');
	}
);

test(
	'a link opened in another page: its callback is handed to the tab that made it',
	everyBrowser,
	async ({ page, context, baseURL }) => {
		await startWalk(page, baseURL ?? '', 'authorize');
		const url = await authorizationUrl(page);
		await press(page, 'Copy for another device');
		const other = await context.newPage();
		await other.goto(url);
		await signIn(other);
		await expect(other.getByText('The tab that started this sign-in has the answer')).toBeVisible();
		await expectDone(page, 'callback');
	}
);

test('signed in on another device: the callback URL is pasted', async ({ page, browser, baseURL }) => {
	await startWalk(page, baseURL ?? '', 'authorize');
	const url = await authorizationUrl(page);
	await press(page, 'Copy for another device');
	const device = await browser.newContext();
	const other = await device.newPage();
	const arriving = other.waitForRequest((request) => request.url().includes('/callback/?'));
	await other.goto(url);
	await signIn(other);
	const callback = (await arriving).url();
	await expect(other.getByText('No attempt here has this state')).toBeVisible();
	await device.close();
	await visit(page, 'callback');
	await page.getByRole('textbox', { name: 'The whole address' }).fill(callback);
	await press(page, 'Read this callback');
	await expectDone(page, 'callback');
});

test('a callback with an unknown state says so and offers the way on', async ({ page, baseURL }) => {
	await page.goto(`${baseURL}/callback/?code=somebody&state=unknown`);
	await expect(page.getByText('No attempt here has this state')).toBeVisible();
	expect(new URL(page.url()).search).toBe('');
	await page.getByRole('link', { name: 'Start a walk' }).click();
	await expect(heading(page, 'configure')).toBeVisible();
	await perform(page, 'configure');
});

test('a callback without parameters says so', async ({ page, baseURL }) => {
	await page.goto(`${baseURL}/callback/`);
	await expect(page.getByText('This URL has no parameters')).toBeVisible();
	await expect(page.getByRole('link', { name: 'Start a walk' })).toBeVisible();
});

test('the answer to an earlier attempt of this tab comes to that attempt', async ({
	page,
	context,
	baseURL
}) => {
	await startWalk(page, baseURL ?? '', 'authorize');
	const earlier = await authorizationUrl(page);
	await press(page, 'Copy for another device');
	await press(page, 'New state and nonce');
	await expect.poll(() => authorizationUrl(page)).not.toBe(earlier);
	await press(page, 'Copy for another device');
	const other = await context.newPage();
	await other.goto(earlier);
	await signIn(other);
	await expect(page.getByText(attemptTexts.place(1, 2), { exact: true })).toBeVisible();
	await expectCheck(page, 'callback-state', 'pass');
	await visit(page, 'exchange');
	await perform(page, 'exchange');
	await expectDone(page, 'exchange');
});

test(
	'two tabs walk at once and do not disturb each other',
	everyBrowser,
	async ({ page, context, baseURL }) => {
		const other = await context.newPage();
		await Promise.all([
			startWalk(page, baseURL ?? '', 'authorize'),
			startWalk(other, baseURL ?? '', 'authorize')
		]);
		await press(page, 'Sign in, in this tab');
		await expect(page).toHaveTitle(/Sign in/);
		await press(other, 'Sign in, in this tab');
		await expect(other).toHaveTitle(/Sign in/);
		await signIn(page);
		// One session at the provider: the second sign-in is known by then or is asked again.
		await other.getByRole('button', { name: 'Sign in as Erin Example' }).click();
		for (const tab of [page, other]) {
			const allow = tab.getByRole('button', { name: 'Allow' });
			await expect(allow.or(heading(tab, 'callback'))).toBeVisible();
			if (await allow.isVisible()) await allow.click();
			await expectDone(tab, 'callback');
			await goOn(tab, 'callback');
		}
		await Promise.all([perform(page, 'exchange'), perform(other, 'exchange')]);
	}
);

for (const button of ['Deny', 'Cancel'])
	test(`the person says no with ${button}: the error is explained`, async ({ page, baseURL }) => {
		await startWalk(page, baseURL ?? '', 'authorize');
		await press(page, 'Sign in, in this tab');
		if (button === 'Deny') await press(page, 'Sign in as Erin Example');
		await press(page, button);
		await expect(heading(page, 'callback')).toBeVisible();
		await expect(page.getByText('The server answered with the error “access_denied”')).toBeVisible();
		await expectCheck(page, 'callback-no-error', 'fail');
		await press(page, 'Start a new attempt');
		await expect(heading(page, 'authorize')).toBeVisible();
		await expectStatus(page, 'authorize', 'ready');
		await expectStatus(page, 'callback', 'locked');
	});

test.describe('a pasted callback URL', () => {
	const paste = async (page: Page, text: string): Promise<void> => {
		await page.getByText('Paste a callback URL', { exact: true }).click();
		await page.getByRole('textbox', { name: 'The whole address' }).fill(text);
		await press(page, 'Read this callback');
	};
	const open = async (page: Page, url: string): Promise<string> => {
		await startWalk(page, url, 'authorize');
		const state = new URL(await authorizationUrl(page)).searchParams.get('state') ?? '';
		await press(page, 'Copy for another device');
		await visit(page, 'callback');
		await page.getByText('Paste a callback URL', { exact: true }).click();
		return state;
	};

	test('that is no callback is refused with the reason', async ({ page, baseURL }) => {
		await open(page, baseURL ?? '');
		await paste(page, 'not a url');
		await expect(page.getByText('This is not a URL')).toBeVisible();
		await page.getByRole('textbox', { name: 'The whole address' }).fill('https://elsewhere.example/?code=1');
		await press(page, 'Read this callback');
		await expect(page.getByText('This URL is not your redirect URI')).toBeVisible();
		await page.getByRole('textbox', { name: 'The whole address' }).fill(`${baseURL}/callback/`);
		await press(page, 'Read this callback');
		await expect(page.getByText('This URL has no parameters')).toBeVisible();
	});

	test('with a parameter twice fails at its check', async ({ page, baseURL }) => {
		const state = await open(page, baseURL ?? '');
		await paste(page, `${baseURL}/callback/?code=a&code=b&state=${state}`);
		await expectCheck(page, 'callback-parameters-once', 'fail');
		await expectStatus(page, 'callback', 'failed');
	});

	test('with an error is explained', async ({ page, baseURL }) => {
		const state = await open(page, baseURL ?? '');
		const issuer = encodeURIComponent(`${baseURL}/idp`);
		await paste(page, `${baseURL}/callback/?error=server_error&state=${state}&iss=${issuer}`);
		await expect(page.getByText('The server answered with the error “server_error”')).toBeVisible();
	});

	test('with the issuer of another server fails at its check', async ({ page, baseURL }) => {
		const state = await open(page, baseURL ?? '');
		await paste(page, `${baseURL}/callback/?code=a&state=${state}&iss=https%3A%2F%2Fother.example`);
		await expectCheck(page, 'callback-issuer', 'fail');
	});
});
