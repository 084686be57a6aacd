/** Servers that answer wrongly, or not at all: each time a clear answer, and nothing that was done before is lost. */
import type { Page } from 'playwright/test';
import type { CheckId } from '../../src/lib/lexicon/check';
import type { FailureReason } from '../../src/lib/lexicon/failure';
import { failureTexts } from '../../src/lib/lessons/failures';
import {
	json,
	openMisbehavingServer,
	page as html,
	sign,
	type Faults,
	type MisbehavingServer
} from './misbehaving-server';
import { expect, test as base } from './site';
import {
	answer,
	expectCheck,
	expectDone,
	expectStatus,
	goOn,
	openWalk,
	perform,
	press,
	shownRequest
} from './walk';

const test = base.extend<{ server: MisbehavingServer }>({
	// eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures' names from the pattern
	server: async ({}, use) => {
		const server = await openMisbehavingServer();
		await use(server);
		await server.close();
	}
});

const issuerField = (page: Page) => page.getByRole('textbox', { name: 'Issuer' });

async function choose(page: Page, url: string, issuer: string): Promise<void> {
	await openWalk(page, url);
	await press(page, 'Your own');
	await issuerField(page).fill(issuer);
	await page.getByRole('textbox', { name: 'Client ID' }).fill('client-of-the-test');
}

const expectFailure = (page: Page, reason: FailureReason): Promise<void> =>
	expect(page.getByRole('main').getByText(failureTexts[reason].title).first()).toBeVisible();

/** What was typed is still there after a reload, and works once the server is well. */
async function expectNothingLost(page: Page, server: MisbehavingServer): Promise<void> {
	await page.reload();
	await expect(issuerField(page)).toHaveValue(server.issuer);
	await expectStatus(page, 'configure', 'failed');
	server.faults = {};
	await perform(page, 'configure');
}

test.describe('an issuer', () => {
	const typed: [title: string, issuer: string, reason: FailureReason][] = [
		['that is no URL', 'login,example', 'url-malformed'],
		['without https', 'http://login.example.com', 'url-scheme-refused'],
		['of another scheme', 'javascript:alert(1)', 'url-scheme-refused']
	];
	for (const [title, issuer, reason] of typed)
		test(`${title} is refused before anything is sent`, async ({ page, baseURL }) => {
			await choose(page, baseURL ?? '', issuer);
			await expectFailure(page, reason);
			await expect(issuerField(page)).toHaveAttribute('aria-invalid', 'true');
			await press(page, 'Built in: works at once');
			await perform(page, 'configure');
		});

	const answers: [title: string, fault: Required<Faults>['discovery'], failed: CheckId][] = [
		['that answers 404', () => json({}, 404), 'metadata-status'],
		['that answers with a page', () => html('<h1>Welcome</h1>'), 'metadata-is-json'],
		['that does not answer with JSON', () => ({ body: '{"issuer": ' }), 'metadata-is-json'],
		['of another name', (good) => json({ ...good, issuer: 'https://other.example' }), 'metadata-issuer'],
		[
			'without a token endpoint',
			({ issuer, authorization_endpoint }) => json({ issuer, authorization_endpoint }),
			'metadata-token-endpoint'
		],
		[
			'without an authorization endpoint',
			({ issuer, token_endpoint }) => json({ issuer, token_endpoint }),
			'metadata-authorization-endpoint'
		],
		[
			'with a script for an endpoint',
			(good) => json({ ...good, authorization_endpoint: 'javascript:alert(1)' }),
			'metadata-endpoints-are-https'
		]
	];
	for (const [title, discovery, failed] of answers)
		test(`${title} fails at its check`, async ({ page, baseURL, server }) => {
			server.faults = { discovery };
			await choose(page, baseURL ?? '', server.issuer);
			await perform(page, 'configure', 'failed');
			await expectCheck(page, failed, 'fail');
			await expectStatus(page, 'verifier', 'locked');
			await expectNothingLost(page, server);
		});

	const silences: [title: string, fault: Required<Faults>['discovery'], reason: FailureReason][] = [
		[
			'that redirects is not followed',
			() => ({ status: 302, headers: { location: '/elsewhere' } }),
			'redirected'
		],
		['that refuses this origin is told apart', (good) => ({ ...json(good), withoutCors: true }), 'cors']
	];
	for (const [title, discovery, reason] of silences)
		test(title, async ({ page, baseURL, server }) => {
			server.faults = { discovery };
			await choose(page, baseURL ?? '', server.issuer);
			await perform(page, 'configure', 'failed');
			await expectFailure(page, reason);
			await expectNothingLost(page, server);
		});

	test('that hangs can be waited for, with the limit in sight, and cancelled', async ({
		page,
		baseURL,
		server
	}) => {
		server.faults = { discovery: () => 'hang' };
		await choose(page, baseURL ?? '', server.issuer);
		await press(page, 'Fetch the metadata');
		await expect(page.getByRole('status').filter({ hasText: 'Waiting for' })).toContainText(
			'of at most 30 s'
		);
		await press(page, 'Cancel');
		await expectFailure(page, 'cancelled');
		await expectNothingLost(page, server);
	});

	test('that is down is said so', async ({ page, baseURL, server }) => {
		await server.close();
		await choose(page, baseURL ?? '', server.issuer);
		await perform(page, 'configure', 'failed');
		await expectFailure(page, 'no-answer');
		await page.reload();
		await expect(issuerField(page)).toHaveValue(server.issuer);
	});
});

async function toExchange(page: Page, url: string, server: MisbehavingServer): Promise<void> {
	await choose(page, url, server.issuer);
	for (const id of ['configure', 'verifier', 'challenge'] as const) {
		await perform(page, id);
		await goOn(page, id);
	}
	await press(page, 'Sign in, in this tab');
	await expectStatus(page, 'callback', 'done');
	await goOn(page, 'callback');
}

test('the body that is shown is the body that arrives, to the byte', async ({ page, baseURL, server }) => {
	await toExchange(page, baseURL ?? '', server);
	const [head = '', body = ''] = (await shownRequest(page)).split('\n\n');
	await perform(page, 'exchange');
	const sent = server.seen.find(({ target }) => target === '/token');
	expect(sent?.body).toBe(body);
	const lines = head.split('\n');
	expect(lines.slice(0, 2)).toEqual(['POST /token HTTP/1.1', `Host: ${sent?.headers.host}`]);
	for (const line of lines.slice(2)) {
		const [name = '', value] = line.split(': ');
		expect(sent?.headers[name.toLowerCase()]).toBe(value);
	}
});

test.describe('a token endpoint', () => {
	const faults: [title: string, fault: Required<Faults>['token'], failed: CheckId][] = [
		['that answers with a page', () => html('<h1>Sign in</h1>'), 'token-is-json'],
		[
			'that answers with nothing',
			() => ({ headers: { 'content-type': 'application/json' } }),
			'token-is-json'
		],
		['that answers 500', () => html('', 500), 'token-status'],
		['that does not answer with JSON', () => ({ ...json({}), body: 'access_token=1' }), 'token-is-json'],
		['that leaves token_type out', ({ token_type: _, ...rest }) => json(rest), 'token-type']
	];
	for (const [title, token, failed] of faults)
		test(`${title} fails at its check`, async ({ page, baseURL, server }) => {
			await toExchange(page, baseURL ?? '', server);
			server.faults = { token };
			await perform(page, 'exchange', 'failed');
			await expectCheck(page, failed, 'fail');
			await expectStatus(page, 'tokens', 'locked');
			await page.reload();
			await expectDone(page, 'callback');
			await expect(answer(page, 'The token response')).toBeVisible();
		});

	test('that hangs can be cancelled, and asked again', async ({ page, baseURL, server }) => {
		await toExchange(page, baseURL ?? '', server);
		server.faults = { token: () => 'hang' };
		await press(page, 'Send the token request');
		await press(page, 'Cancel');
		await expectFailure(page, 'cancelled');
		server.faults = {};
		await perform(page, 'exchange');
	});
});

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

test.describe('an ID token', () => {
	const faults: [title: string, fault: Required<Faults>['idToken'], failed: CheckId][] = [
		['with alg none', (claims) => `${encode({ alg: 'none' })}.${encode(claims)}.`, 'id-token-alg'],
		[
			'with an unknown alg',
			(claims) => `${encode({ alg: 'XX999', kid: 'one' })}.${encode(claims)}.${encode('signature')}`,
			'id-token-alg'
		],
		['with a kid that is not in the key set', (claims, key) => sign(claims, key, 'other'), 'id-token-key'],
		['with broken base64', async (claims, key) => `${await sign(claims, key)}!!`, 'id-token-form'],
		['that is no JWT', () => 'not a token', 'id-token-form'],
		['with another nonce', (claims, key) => sign({ ...claims, nonce: 'other' }, key), 'id-token-nonce'],
		['that has expired', (claims, key) => sign({ ...claims, exp: 1_000 }, key), 'id-token-exp'],
		['for another client', (claims, key) => sign({ ...claims, aud: 'other' }, key), 'id-token-aud']
	];
	for (const [title, idToken, failed] of faults)
		test(`${title} fails at its check`, async ({ page, baseURL, server }) => {
			server.faults = { idToken };
			await toExchange(page, baseURL ?? '', server);
			await press(page, 'Send the token request');
			await expect(answer(page, 'The token response')).toBeVisible();
			await goOn(page, 'exchange');
			await perform(page, 'tokens', 'failed');
			await expectCheck(page, failed, 'fail');
			await expect(page.getByText('The ID token must not be used: a check failed')).toBeVisible();
			await page.reload();
			await expectCheck(page, failed, 'fail');
		});

	test('with a megabyte of claims is read, and the page stays quick', async ({ page, baseURL, server }) => {
		const names = Array.from({ length: 1_000 }, (_, index) => [`claim_${index}`, 'x'.repeat(1_000)]);
		server.faults = { idToken: (claims, key) => sign({ ...claims, ...Object.fromEntries(names) }, key) };
		await toExchange(page, baseURL ?? '', server);
		await perform(page, 'exchange');
		await goOn(page, 'exchange');
		await perform(page, 'tokens');
		await expect(page.getByText('The ID token is verified')).toBeVisible();
		await page.reload();
		await expectDone(page, 'tokens');
	});
});
