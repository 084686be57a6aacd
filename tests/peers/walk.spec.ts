/** The built site walks against a certified provider that others wrote, in a browser, its own pages included. */
import type { Page } from 'playwright/test';
import { stepIds, type StepId } from '../../src/lib/lexicon/steps';
import { startWalkAt } from '../e2e/prepared-walk';
import { expect, test as base } from '../e2e/site';
import {
	answer,
	edit,
	expectCheck,
	expectDone,
	expectStatus,
	failedChecks,
	goOn,
	heading,
	perform,
	press,
	sendCodeAgain,
	shownRequest,
	visit
} from '../e2e/walk';
import { apiScope, clientId, openPeer, type Peer } from './openid-provider';
import { signInAtPeer, signInHereAtPeer, toAuthorize, typeExtra, typeProvider } from './peer-page';
import { openPerson } from './person';
import { openApi, type ProtectedApi } from './protected-api';

interface Fixtures {
	/** Seconds that a code of the peer lives. */
	codeLifetime: number;
	peer: Peer;
	api: ProtectedApi;
}

const resource = 'urn:peer:reports';

const test = base.extend<Fixtures>({
	codeLifetime: [60, { option: true }],
	peer: async ({ sharedHost, codeLifetime }, use) => {
		const peer = await openPeer({ redirectUri: `${sharedHost.url}/callback/`, resource, codeLifetime });
		await use(peer);
		await peer.close();
	},
	api: async ({ peer }, use) => {
		const api = await openApi(() => peer.issuer, resource);
		await use(api);
		await api.close();
	}
});

interface Wanted {
	peer: Peer;
	scope: string;
	resource?: string;
	apiUrl?: string;
}

/** The configuration as a person types it. A refresh token needs prompt=consent here (OIDC Core §11). */
async function configure(page: Page, url: string, wanted: Wanted): Promise<void> {
	const { peer, resource: api, ...rest } = wanted;
	await typeProvider(page, url, { issuer: peer.issuer, clientId, ...rest });
	await typeExtra(page, [['prompt', 'consent'], ...(api ? [['resource', api] as [string, string]] : [])]);
}

/** Signs in at the peer on its pages, without a browser. */
const visitPeer =
	(url: string) =>
	async (address: string): Promise<string> =>
		(await openPerson({ login: 'ada', password: 'any' }).visit(address, `${url}/callback/`)).href;

/** At a later step, with what the peer gave so far. */
const startAt = (page: Page, url: string, id: StepId, { peer, ...wanted }: Wanted): Promise<unknown> =>
	startWalkAt(
		page,
		url,
		id,
		{ issuer: peer.issuer, clientId, extra: [['prompt', 'consent']], ...wanted },
		visitPeer(url)
	);

const api = { scope: `openid offline_access ${apiScope}`, resource };

test('the whole walk: sign-in, consent, tokens, API, refresh', async ({
	page,
	baseURL,
	peer,
	api: { url }
}) => {
	await configure(page, baseURL ?? '', { peer, ...api, apiUrl: url });
	await toAuthorize(page);
	await signInHereAtPeer(page);
	await expectCheck(page, 'callback-issuer', 'pass');
	await goOn(page, 'callback');
	for (const id of stepIds.slice(stepIds.indexOf('exchange'))) {
		await perform(page, id);
		expect(await failedChecks(page)).toEqual([]);
		if (id !== 'renew') await goOn(page, id);
	}
	await expectDone(page, 'renew');
	await visit(page, 'tokens');
	await expectCheck(page, 'id-token-signature', 'pass');
	await visit(page, 'call');
	await expect(answer(page, 'The API’s answer')).toContainText(/"person":\s*"ada"/);
});

test('UserInfo, with an access token of the peer’s own', async ({ page, baseURL, peer }) => {
	await startAt(page, baseURL ?? '', 'call', { peer, scope: 'openid profile email' });
	await press(page, 'Ask UserInfo');
	await expectStatus(page, 'call', 'done');
	await expectCheck(page, 'userinfo-sub', 'pass');
	await expect(answer(page, 'UserInfo’s answer')).toContainText('ada@peer.example');
});

test('a token for the API is refused by UserInfo, and the answer is shown', async ({
	page,
	baseURL,
	peer
}) => {
	await startAt(page, baseURL ?? '', 'call', { peer, ...api });
	await press(page, 'Ask UserInfo');
	await expectStatus(page, 'call', 'failed');
	await expect(answer(page, 'UserInfo’s answer')).toContainText('401');
	await expectCheck(page, 'userinfo-status', 'fail');
});

/** What the token endpoint refuses, and what the page says of it. */
async function expectRefusal(page: Page): Promise<void> {
	await expectStatus(page, 'exchange', 'failed');
	await expect(page.getByText('The server answered with the error “invalid_grant”')).toBeVisible();
	await expect(answer(page, 'The token response')).toContainText('400');
	await expectCheck(page, 'token-status', 'fail');
}

const tampered: [title: string, name: string, value: (url: string) => string][] = [
	['a wrong verifier', 'code_verifier', () => 'A'.repeat(43)],
	['a changed redirect URI at the token endpoint', 'redirect_uri', (url) => `${url}/elsewhere/`]
];

for (const [title, name, value] of tampered)
	test(`${title} is refused, and marked as edited`, async ({ page, baseURL, peer }) => {
		await startAt(page, baseURL ?? '', 'exchange', { peer, ...api });
		await edit(page, name, value(baseURL ?? ''));
		await press(page, 'Send the token request');
		await expectRefusal(page);
		await expect(page.getByText(`Changed: ${name}`)).toBeVisible();
	});

test('a replayed code is refused, and the refresh token with it', async ({ page, baseURL, peer }) => {
	await startAt(page, baseURL ?? '', 'exchange', { peer, ...api });
	await perform(page, 'exchange');
	await sendCodeAgain(page);
	await expectRefusal(page);
	await expectStatus(page, 'renew', 'locked');
});

test('a callback with another state: the check fails, a client stops', async ({
	page,
	browser,
	baseURL,
	peer
}) => {
	await startAt(page, baseURL ?? '', 'authorize', { peer, ...api });
	const [start = ''] = (await shownRequest(page)).split('\n');
	await press(page, 'Copy for another device');
	const device = await browser.newContext();
	const other = await device.newPage();
	const arriving = other.waitForRequest((request) => request.url().includes('/callback/?'));
	await signInAtPeer(other, () => other.goto(`${peer.issuer}${start.split(' ')[1]}`));
	const callback = new URL((await arriving).url());
	await device.close();
	callback.searchParams.set('state', 'another');
	await visit(page, 'callback');
	await page.getByRole('textbox', { name: 'The whole address' }).fill(callback.href);
	await press(page, 'Read this callback');
	await expectStatus(page, 'callback', 'failed');
	await expectCheck(page, 'callback-state', 'fail');
	await goOn(page, 'callback');
	await expect(page.getByText('A check of the callback failed: a real client stops here')).toBeVisible();
});

test('the person says no', async ({ page, baseURL, peer }) => {
	await startAt(page, baseURL ?? '', 'authorize', { peer, ...api });
	await page.context().route(/^https:/, (route) => route.abort());
	await press(page, 'Sign in, in this tab');
	await page.getByRole('link', { name: 'Cancel' }).click();
	await expect(heading(page, 'callback')).toBeVisible();
	await expect(page.getByText('The server answered with the error “access_denied”')).toBeVisible();
	await expectCheck(page, 'callback-no-error', 'fail');
	await expectStatus(page, 'exchange', 'locked');
});

test.describe('codes that live for a second', () => {
	test.use({ codeLifetime: 1 });

	test('an expired code is refused', async ({ page, baseURL, peer }) => {
		await startAt(page, baseURL ?? '', 'exchange', { peer, ...api });
		const code = new URLSearchParams((await shownRequest(page)).split('\n\n')[1]).get('code') ?? '';
		await expect.poll(() => peer.codeLives(code)).toBe(false);
		await press(page, 'Send the token request');
		await expectRefusal(page);
	});
});
