/** An answer that another site has the browser post to us: the worker takes it in, and the host sees nothing of it. */
import type { BrowserContext, Page } from 'playwright/test';
import { failureTexts } from '../../src/lib/lessons/en/failures/failures';
import { postedTexts } from '../../src/lib/lessons/en/failures/posted';
import { signIn, untilControlled } from './embedded';
import { openMisbehavingServer, signInAt } from './misbehaving-server';
import { startWalkAt } from './prepared-walk';
import { everyBrowser, expect, openHost, test, type Host } from './site';
import { openStranger } from './stranger';
import {
	askForForm,
	expectCheck,
	expectDone,
	expectStatus,
	goOn,
	perform,
	press,
	shownRequest,
	startWalk
} from './walk';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** A page with a form like that of the Form Post Response Mode, which the person sends. */
const formPage = (
	action: string,
	fields: readonly (readonly [string, string])[],
	attributes = 'method="post"'
): string =>
	`<form ${attributes} action="${escaped(action)}">${fields
		.map(([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`)
		.join('')}<button>Go on</button></form>`;

/** The host had neither a form nor anything of what was in it. */
function expectNothingReached({ seen }: Host): void {
	expect(seen.filter((line) => !line.startsWith('GET '))).toEqual([]);
	expect(
		seen.filter((line) => /code|state|posted/.test(line.split('?')[1] ?? line.split('#')[1] ?? ''))
	).toEqual([]);
	expect(seen.join('\n')).not.toContain('code-of-the-test');
}

/** What this tab can go back to, as far as it may be known: the address, and whether going back shows the form. */
const addresses = (context: BrowserContext): string[] => {
	const seen: string[] = [];
	context.on('request', (request) => seen.push(request.url()));
	return seen;
};

/** A walk with a provider on another site that posts its answer; it is at the provider's page. */
async function walkToForm(
	page: Page,
	host: Host,
	change: (fields: [string, string][]) => [string, string][] = (fields) => fields
) {
	const server = await openMisbehavingServer();
	const provider = await openStranger(({ searchParams }) => {
		const fields: [string, string][] = [
			['code', 'code-of-the-test'],
			['state', searchParams.get('state') ?? ''],
			['iss', server.issuer]
		];
		return formPage(searchParams.get('redirect_uri') ?? '', change(fields));
	});
	server.faults.discovery = signInAt(provider.origin);
	await startWalkAt(page, host.url, 'authorize', { issuer: server.issuer, clientId: 'client-of-the-test' });
	await untilControlled(page);
	return {
		close: async () => {
			await provider.close();
			await server.close();
		}
	};
}

test(
	'is read like any other, shown as the POST that it was',
	everyBrowser,
	async ({ page, context, host }) => {
		const { close } = await walkToForm(page, host);
		await press(page, 'Sign in, in this tab');
		const urls = addresses(context);
		await press(page, 'Go on');
		await expectDone(page, 'callback');
		await expect(page.getByText(postedTexts.came)).toBeVisible();
		await expect(page.getByRole('group', { name: postedTexts.raw })).toContainText(
			'POST /callback/ HTTP/1.1'
		);
		await expect(page.getByRole('group', { name: postedTexts.raw })).toContainText('code=code-of-the-test');
		expect(urls.filter((url) => url.includes('code-of-the-test'))).toEqual([]);
		expectNothingReached(host);
		// A reload of it posts nothing again.
		await page.reload();
		await expectDone(page, 'callback');
		await goOn(page, 'callback');
		expect(await shownRequest(page)).toContain('code=code-of-the-test');
		await press(page, 'Send the token request');
		await expectDone(page, 'exchange');
		expectNothingReached(host);
		await close();
	}
);

test('comes to the tab that started it, from a popup', everyBrowser, async ({ page, context, host }) => {
	const { close } = await walkToForm(page, host);
	const opened = context.waitForEvent('page');
	await press(page, 'In a popup');
	const popup = await opened;
	const closed = popup.waitForEvent('close');
	await press(popup, 'Go on');
	await closed;
	await expectDone(page, 'callback');
	await expect(page.getByText(postedTexts.came)).toBeVisible();
	expectNothingReached(host);
	await close();
});

test('with a parameter twice fails at its check', async ({ page, host }) => {
	const { close } = await walkToForm(page, host, (fields) => [...fields, ['code', 'another']]);
	await press(page, 'Sign in, in this tab');
	await press(page, 'Go on');
	await expectStatus(page, 'callback', 'failed');
	await expectCheck(page, 'callback-parameters-once', 'fail');
	await close();
});

test('of the built-in provider comes the same way', async ({ page, host }) => {
	await startWalk(page, host.url, 'authorize');
	await askForForm(page);
	await press(page, 'Sign in, in this tab');
	await signIn(page);
	await expectDone(page, 'callback');
	await expect(page.getByText(postedTexts.came)).toBeVisible();
	await goOn(page, 'callback');
	await perform(page, 'exchange');
	expectNothingReached(host);
});

const cases = [
	['without a slash', '/callback', 'method="post"', 'state-unknown'],
	['at another page', '/provider/', 'method="post"', 'state-unknown'],
	['at the first page', '/', 'method="post"', 'state-unknown'],
	['as multipart', '/callback/', 'method="post" enctype="multipart/form-data"', 'form-unreadable'],
	['as plain text', '/callback/', 'method="post" enctype="text/plain"', 'form-unreadable']
] as const;

test('of a stranger is said to be nobody’s, and the host sees none', everyBrowser, async ({ page, host }) => {
	await page.goto(`${host.url}/provider/`);
	await untilControlled(page);
	const fields = [
		['code', 'code-of-the-test'],
		['state', 'unknown']
	] as const;
	for (const [what, path, attributes, reason] of cases)
		await test.step(what, async () => {
			const stranger = await openStranger(() => formPage(`${host.url}${path}`, fields, attributes));
			await page.goto(stranger.origin);
			await press(page, 'Go on');
			await expect(page.getByText(failureTexts[reason].title)).toBeVisible();
			expect(page.url()).toBe(`${host.url}/callback/`);
			expectNothingReached(host);
			await stranger.close();
		});
});

test('of a megabyte is refused and does not reach the host', everyBrowser, async ({ page, host }) => {
	await page.goto(`${host.url}/provider/`);
	await untilControlled(page);
	const stranger = await openStranger(() =>
		formPage(`${host.url}/callback/`, [['code', 'c'.repeat(1_000_000)]])
	);
	await page.goto(stranger.origin);
	await press(page, 'Go on');
	await expect(page.getByText(failureTexts['form-too-large'].title)).toBeVisible();
	expectNothingReached(host);
	await stranger.close();
});

test('under a sub-path comes the same way', async ({ page }) => {
	const host = await openHost('build-sub-path', '/docs/pkce');
	await page.goto(`${host.url}/provider/`);
	await untilControlled(page);
	const stranger = await openStranger(() => formPage(`${host.url}/callback/`, [['state', 'unknown']]));
	await page.goto(stranger.origin);
	await press(page, 'Go on');
	await expect(page.getByText(failureTexts['state-unknown'].title)).toBeVisible();
	expectNothingReached(host);
	await stranger.close();
	await host.stop();
});
