import type { BrowserContext, Page } from 'playwright/test';
import { stepIds } from '../../src/lib/lexicon/steps';
import { stepTexts } from '../../src/lib/lessons/en/walk/steps';
import {
	authorizationUrl,
	codeInResponse,
	redeem,
	signIn,
	untilControlled,
	watchViolations
} from './embedded';
import { everyBrowser, expect, openHost, test, type Host } from './site';
import { goOn, perform, walkOnScreen } from './walk';

/** What no static host may ever see in its log. */
const secretLines = (host: Host): string[] => host.seen.filter((line) => /[?&](code|state|iss)=/.test(line));

/** The page has asked the worker for the whole site, and the worker has it. */
async function untilKept(page: Page): Promise<void> {
	await untilControlled(page);
	const keep = () =>
		page.evaluate(
			() =>
				new Promise<boolean>((resolve) => {
					const { port1, port2 } = new MessageChannel();
					port1.onmessage = (event: MessageEvent<boolean>) => resolve(event.data);
					navigator.serviceWorker.controller?.postMessage('keep', [port2]);
				})
		);
	expect(await keep()).toBe(true);
}

async function authorize(page: Page, host: Host, state: string): Promise<string> {
	await page.goto(authorizationUrl(host, state));
	const code = codeInResponse(page);
	await signIn(page);
	return code;
}

test('the worker answers from the first visit on, without a reload', everyBrowser, async ({ page, host }) => {
	await page.goto(`${host.url}/flow/configure/`);
	await untilControlled(page);
	const issuer = await page.evaluate(async (url) => {
		const response = await fetch(`${url}/idp/.well-known/openid-configuration`);
		return (await response.json()).issuer;
	}, host.url);
	expect(issuer).toBe(`${host.url}/idp`);
	expect(host.seen.filter((line) => line.includes('/idp/'))).toEqual([]);
});

test(
	'the host never sees a code, a state or a request for the embedded servers',
	everyBrowser,
	async ({ page, host }) => {
		await page.goto(`${host.url}/flow/configure/`);
		await untilControlled(page);
		const code = await authorize(page, host, 'state-of-hosting');
		expect(code).not.toBe('');
		await page.waitForLoadState();
		expect((await redeem(page, host, code)).status).toBe(200);
		expect(secretLines(host)).toEqual([]);
		expect(host.seen.filter((line) => /\/(idp|api)\//.test(line))).toEqual([]);
	}
);

test(
	'a callback address without its last slash keeps its code from the host as well',
	everyBrowser,
	async ({ page, host }) => {
		await page.goto(`${host.url}/flow/configure/`);
		await untilControlled(page);
		await page.goto(`${host.url}/callback?code=secret&state=s`);
		expect(secretLines(host)).toEqual([]);
	}
);

test('everything works when the host is gone', everyBrowser, async ({ page, host }) => {
	await page.goto(`${host.url}/flow/configure/`);
	await untilKept(page);
	await host.stop();
	for (const id of [...stepIds, 'end']) {
		await page.goto(`${host.url}/flow/${id}/`);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	}
	await page.goto(`${host.url}/`);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	const code = await authorize(page, host, 'state-offline');
	await page.waitForLoadState();
	expect(await redeem(page, host, code)).toMatchObject({
		status: 200,
		body: { token_type: expect.any(String) }
	});
});

test.describe('without a wish to save data', () => {
	test.use({ savesData: false });

	test('the page itself has the site kept for offline use', everyBrowser, async ({ page, host }) => {
		await page.goto(`${host.url}/flow/configure/`);
		await untilControlled(page);
		await expect
			.poll(() => page.evaluate(async (url) => (await caches.match(`${url}/flow/renew/`))?.status, host.url))
			.toBe(200);
	});
});

test(
	'an unknown address is a page with status 404, with and without the host',
	everyBrowser,
	async ({ page, host }) => {
		await page.goto(`${host.url}/flow/configure/`);
		await untilKept(page);
		expect((await page.goto(`${host.url}/nowhere/`))?.status()).toBe(404);
		await host.stop();
		expect((await page.goto(`${host.url}/nowhere/`))?.status()).toBe(404);
		await expect(page.getByRole('heading', { name: 'There is no page at this address' })).toBeVisible();
	}
);

test('a first visit straight to the authorization server', everyBrowser, async ({ page, host }) => {
	await page.goto(authorizationUrl(host, 'deep-link'));
	await expect(page).toHaveTitle(/Sign in/);
	const code = codeInResponse(page);
	await signIn(page);
	expect(await code).not.toBe('');
	expect(host.seen.filter((line) => line.includes('code='))).toEqual([]);
});

test('the site works under a sub-path, with a store of its own', async ({ page }) => {
	const host = await openHost('build-sub-path', '/docs/pkce');
	await page.goto(`${host.url}/flow/configure/`);
	await untilControlled(page);
	const code = await authorize(page, host, 'sub-path');
	await page.waitForLoadState();
	expect((await redeem(page, host, code)).status).toBe(200);
	const databases = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
	expect(databases).toEqual(['pkce-playground /docs/pkce/']);
	expect(secretLines(host)).toEqual([]);
	await host.stop();
});

test(
	'no page breaks its own policy, and none asks another origin for anything',
	everyBrowser,
	async ({ page, host }) => {
		const violations = await watchViolations(page);
		const elsewhere: string[] = [];
		page.on('request', (request) => {
			if (!request.url().startsWith(host.url) && !/^(data|blob):/.test(request.url()))
				elsewhere.push(request.url());
		});
		await page.goto(`${host.url}/`);
		for (const id of stepIds) {
			await page.goto(`${host.url}/flow/${id}/`);
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		}
		await untilControlled(page);
		await authorize(page, host, 'state-of-policy');
		await page.waitForLoadState();
		expect(violations).toEqual([]);
		expect(elsewhere).toEqual([]);
	}
);

test.describe('a part of the site does not arrive', () => {
	test.use({ serviceWorkers: 'block' });

	test(
		'the page says so within its own policy, and offers to load it again',
		everyBrowser,
		async ({ page, host }) => {
			const violations = await watchViolations(page);
			await page.route('**/_app/immutable/nodes/**', (route) => route.abort());
			await page.goto(`${host.url}/flow/configure/`);
			await expect(page.getByRole('heading', { name: 'A part of this page did not arrive' })).toBeVisible();
			await page.unroute('**/_app/immutable/nodes/**');
			await page.getByRole('link', { name: 'Load this page again' }).click();
			await expect(page.getByRole('heading', { name: stepTexts.configure.title })).toBeVisible();
			expect(violations).toEqual([]);
		}
	);
});

test.describe('without service workers', () => {
	test.use({ serviceWorkers: 'block' });

	test('the page is the server, and the host sees no code', everyBrowser, async ({ page, host }) => {
		const violations = await watchViolations(page);
		await page.goto(authorizationUrl(host, 'state-in-page'));
		await expect(page).toHaveTitle(/Sign in/);
		await page.getByRole('button', { name: 'Sign in as Erin Example' }).click();
		await expect(page).toHaveTitle(/Allow/);
		await page.getByRole('button', { name: 'Allow' }).click();
		await page.waitForURL((url) => !url.pathname.startsWith('/idp/'));
		expect(host.seen.filter((line) => line.includes('code='))).toEqual([]);
		expect(violations).toEqual([]);
	});

	test('the whole walk, with a reload in between', everyBrowser, async ({ page, host }) => {
		await walkOnScreen(page, host.url, 'exchange');
		await page.reload();
		await perform(page, 'exchange');
		await goOn(page, 'exchange');
		await perform(page, 'tokens');
		await goOn(page, 'tokens');
		await perform(page, 'call');
		expect(host.seen.filter((line) => line.includes('code='))).toEqual([]);
	});

	test('a person may say no in the page as well', async ({ page, host }) => {
		await page.goto(authorizationUrl(host, 'state-denied'));
		await page.getByRole('button', { name: 'Cancel' }).click();
		await page.waitForURL((url) => !url.pathname.startsWith('/idp/'));
	});

	test('a wrong password is said, a right one goes on', async ({ page, host }) => {
		await page.goto(authorizationUrl(host, 'state-password'));
		await page.getByLabel('User name').fill('erin');
		await page.getByLabel('Password').fill('wrong');
		await page.getByLabel('Password').press('Enter');
		await expect(page.getByRole('alert')).toBeVisible();
		await page.getByLabel('Password').fill('timesheets');
		await page.getByLabel('Password').press('Enter');
		await expect(page).toHaveTitle(/Allow/);
	});
});

test('contexts of two people do not share anything', everyBrowser, async ({ browser, host }) => {
	const databasesOf = async (context: BrowserContext): Promise<number> => {
		const page = await context.newPage();
		await page.goto(`${host.url}/icon.svg`);
		return page.evaluate(async () => (await indexedDB.databases()).length);
	};
	const one = await browser.newContext();
	const page = await one.newPage();
	await page.goto(`${host.url}/flow/configure/`);
	await untilControlled(page);
	await authorize(page, host, 'one');
	const other = await browser.newContext();
	expect(await databasesOf(one)).toBe(1);
	expect(await databasesOf(other)).toBe(0);
	await one.close();
	await other.close();
});
