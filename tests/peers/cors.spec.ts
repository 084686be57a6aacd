/** Why an answer is missing: a server for each reason, what the page says of it, and what it tried to find out. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Page } from 'playwright/test';
import type { NetworkReason, ProbeKind, ProbeResult } from '../../src/lib/lexicon/failure';
import { byHandTexts } from '../../src/lib/lessons/by-hand';
import { failureTexts } from '../../src/lib/lessons/failures';
import { openMisbehavingServer, json } from '../e2e/misbehaving-server';
import { choose, expect, expectFailure, issuerField, test as base, toExchange } from '../e2e/own-server';
import { acts, expectCheck, expectDone, expectStatus, failedChecks, goOn, perform, press } from '../e2e/walk';
import { clientId, openPeer } from './openid-provider';
import {
	allowed,
	allowedAll,
	openNobody,
	openSelfSigned,
	openServer,
	type Answer,
	type Heard,
	type SilentServer
} from './silent-servers';

type Open = (server: Promise<SilentServer>) => Promise<SilentServer>;

/** Servers that end with their test. */
const test = base.extend<{ open: Open }>({
	// eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures' names from the pattern
	open: async ({}, use) => {
		const opened: SilentServer[] = [];
		await use(async (opening) => {
			const server = await opening;
			opened.push(server);
			return server;
		});
		await Promise.all(opened.map((server) => server.close()));
	}
});

type Came = Partial<Record<ProbeKind, ProbeResult>>;

/** The reason on screen, and each probe with how far it came: in the panel and, folded, on the wire. */
async function expectReason(page: Page, reason: NetworkReason, came: Came): Promise<void> {
	await expectFailure(page, reason);
	await expect(page.getByRole('main').getByText(failureTexts[reason].fix).first()).toBeVisible();
	for (const zone of [page.getByRole('main'), page.getByRole('complementary')]) {
		const probes = await zone
			.locator('[data-probe]')
			.evaluateAll((rows) => rows.map(({ dataset }) => [dataset.probe, dataset.came]));
		expect(Object.fromEntries(probes)).toEqual(came);
	}
	if (Object.keys(came).length === 0) return;
	await page.getByRole('main').getByText('What was tried to find out').first().click();
	await expect(page.getByRole('main').getByRole('list', { name: 'Probes' }).first()).toBeVisible();
}

/** What came after the first request said nothing of what was in it. */
function expectNothingCarried(heard: readonly Heard[], ...secrets: string[]): void {
	const probes = JSON.stringify(heard.slice(1));
	for (const secret of ['authorization":', 'cookie', 'code=', ...secrets])
		expect(probes).not.toContain(secret);
}

const nobody: Came = { plain: 'nothing', unread: 'nothing', origin: 'nothing' };

test.describe('the metadata', () => {
	const silences: [title: string, reason: NetworkReason, came: Came, open: () => Promise<SilentServer>][] = [
		['nobody listens', 'no-answer', nobody, openNobody],
		['a certificate that no browser trusts', 'no-answer', nobody, openSelfSigned],
		[
			'an answer without CORS',
			'cors',
			{ plain: 'nothing', unread: 'answered' },
			() => openServer(() => ({ status: 200, body: '{}' }))
		],
		[
			'a redirect',
			'redirected',
			{},
			() => openServer(() => ({ status: 302, headers: { ...allowed, location: '/a' } }))
		],
		[
			'a redirect without end and without CORS',
			'no-answer',
			nobody,
			() => openServer(({ path }) => ({ status: 302, headers: { location: `${path}a` } }))
		],
		[
			'something that cuts off this address only',
			'filtered',
			{ plain: 'nothing', unread: 'nothing', origin: 'answered' },
			() => openServer(({ path }) => (path === '/' ? { status: 200 } : 'cut'))
		],
		[
			'five megabytes',
			'answer-too-large',
			{},
			() => openServer(() => ({ status: 200, headers: allowed, body: 'x'.repeat(5_000_000) }))
		]
	];
	for (const [title, reason, came, opener] of silences)
		test(`${title}: ${reason}`, async ({ page, baseURL, open }) => {
			const server = await open(opener());
			await choose(page, baseURL ?? '', server.url);
			await perform(page, 'configure', 'failed');
			await expectReason(page, reason, came);
		});

	test('an address that the policy of the page blocks', async ({ page, baseURL }) => {
		await choose(page, baseURL ?? '', 'http://[::1]:9');
		await perform(page, 'configure', 'failed');
		await expectReason(page, 'blocked-by-policy', {});
	});

	test('a device that is offline', async ({ page, baseURL, context, open }) => {
		const server = await open(openNobody());
		await choose(page, baseURL ?? '', server.url);
		await perform(page, 'configure', 'failed');
		await expectReason(page, 'no-answer', nobody);
		await context.setOffline(true);
		await issuerField(page).fill('https://idp.example');
		await acts.configure(page);
		await expectFailure(page, 'offline');
	});

	test('a server that hangs: given up after half a minute', async ({ page, baseURL, open }) => {
		const server = await open(openServer(() => 'hang'));
		await choose(page, baseURL ?? '', server.url);
		await acts.configure(page);
		await expect(page.getByText(failureTexts.timeout.title).first()).toBeVisible({ timeout: 45_000 });
		await expectReason(page, 'timeout', {});
	});

	test('probes that hang can be cancelled', async ({ page, baseURL, open }) => {
		let first = true;
		const server = await open(
			openServer(() => {
				const answer: Answer = first ? { status: 200 } : 'hang';
				first = false;
				return answer;
			})
		);
		await choose(page, baseURL ?? '', server.url);
		await acts.configure(page);
		await expect.poll(() => server.heard.length).toBe(3);
		await press(page, 'Cancel');
		await expectFailure(page, 'cancelled');
	});
});

/** A server whose token endpoint is another one. */
async function withTokenEndpoint(tokenEndpoint: string) {
	return openMisbehavingServer({
		discovery: (metadata) => json({ ...metadata, token_endpoint: tokenEndpoint })
	});
}

test.describe('the token endpoint', () => {
	/** Firefox does not tell a page that its body was sent: there the more cautious reason is given. */
	const endpoints: [
		title: string,
		answer: (heard: Heard) => Answer,
		reason: NetworkReason,
		came: Came,
		inFirefox?: [NetworkReason, Came]
	][] = [
		[
			'no CORS at all',
			({ method }) => ({ status: method === 'POST' ? 400 : 405 }),
			'cors',
			{ plain: 'nothing', unread: 'answered', preflight: 'nothing' }
		],
		[
			'CORS on good answers only',
			({ method }) =>
				method === 'OPTIONS'
					? { status: 204, headers: allowedAll }
					: { status: method === 'POST' ? 400 : 405, body: '{"error":"invalid_grant"}' },
			'cors-on-errors',
			{ plain: 'nothing', unread: 'answered', preflight: 'sent' },
			['cors', { plain: 'nothing', unread: 'answered', preflight: 'nothing' }]
		],
		[
			'CORS for other applications only',
			({ method, body }) => ({
				status: method === 'OPTIONS' ? 204 : 400,
				headers: body.includes('client_id') ? {} : allowedAll
			}),
			'cors-for-client',
			{ plain: 'readable', unread: 'answered', preflight: 'readable' }
		]
	];
	for (const [title, answer, reason, came, inFirefox] of endpoints)
		test(`${title}: ${reason}`, async ({ page, baseURL, open, browserName }) => {
			const endpoint = await open(openServer(answer));
			const server = await withTokenEndpoint(`${endpoint.url}/token`);
			await toExchange(page, baseURL ?? '', server);
			await perform(page, 'exchange', 'failed');
			const [said, tried] = (browserName === 'firefox' && inFirefox) || [reason, came];
			await expectReason(page, said, tried);
			expect(endpoint.heard[0]?.body).toContain('code=code-of-the-test');
			expectNothingCarried(endpoint.heard, 'code-of-the-test', 'code_verifier', 'client_id');
			await server.close();
		});
});

test('the API refuses the preflight request for the bearer token', async ({
	page,
	baseURL,
	open,
	server
}) => {
	const api = await open(
		openServer(({ method }) => (method === 'OPTIONS' ? { status: 405 } : { status: 401, headers: allowed }))
	);
	await choose(page, baseURL ?? '', server.issuer);
	await page.getByRole('textbox', { name: 'API to call' }).fill(`${api.url}/reports?of=ada`);
	for (const id of ['configure', 'verifier', 'challenge'] as const) {
		await perform(page, id);
		await goOn(page, id);
	}
	await press(page, 'Sign in, in this tab');
	await expectStatus(page, 'callback', 'done');
	await goOn(page, 'callback');
	for (const id of ['exchange', 'tokens'] as const) {
		await perform(page, id);
		await goOn(page, id);
	}
	await perform(page, 'call', 'failed');
	await expectReason(page, 'preflight-refused', { plain: 'readable', unread: 'answered' });
	expectNothingCarried(api.heard, 'opaque-to-everybody', 'of=ada');
	expect(api.heard.filter(({ method }) => method !== 'OPTIONS').map(({ path }) => path)).toEqual([
		'/reports',
		'/reports'
	]);
});

/** The command on screen, run by a shell, as the person runs it. */
async function runCommand(page: Page): Promise<string> {
	const main = page.getByRole('main');
	const command = (await main.getByRole('group', { name: 'curl command' }).textContent()) ?? '';
	const { stdout } = await promisify(execFile)('sh', ['-c', command]);
	return stdout;
}

test.describe('a provider that lets no page read its token endpoint', () => {
	test('the walk is finished by hand', async ({ page, baseURL, context }) => {
		const peer = await openPeer({
			redirectUri: `${baseURL}/callback/`,
			resource: 'urn:peer:reports',
			cors: false
		});
		await choose(page, baseURL ?? '', peer.issuer);
		await page.getByRole('textbox', { name: 'Client ID' }).fill(clientId);
		await page.getByRole('textbox', { name: 'Scope' }).fill('openid profile');
		for (const id of ['configure', 'verifier', 'challenge'] as const) {
			await perform(page, id);
			await goOn(page, id);
		}
		// The provider's sample pages ask a font of a third party: nothing leaves this machine in a test.
		await context.route(/^https:/, (route) => route.abort());
		await press(page, 'Sign in, in this tab');
		await page.getByPlaceholder('Enter any login').fill('ada');
		await page.getByPlaceholder('and password').fill('any');
		await press(page, 'Sign-in');
		await press(page, 'Continue');
		await expectDone(page, 'callback');
		// What is intercepted by a test has its preflight requests answered by the test.
		await context.unroute(/^https:/);
		await goOn(page, 'callback');
		await press(page, 'Send the token request');
		await expectReason(page, 'cors-for-client', {
			plain: 'nothing',
			unread: 'answered',
			preflight: 'readable'
		});
		await page.getByRole('main').getByText(byHandTexts.title).last().click();
		const output = await runCommand(page);
		await page.getByRole('textbox', { name: byHandTexts.answerLabel }).fill(output);
		await press(page, byHandTexts.action);
		await expectStatus(page, 'exchange', 'done');
		await expect(page.getByText(byHandTexts.pasted)).toBeVisible();
		expect(await failedChecks(page)).toEqual([]);
		await goOn(page, 'exchange');
		await perform(page, 'tokens');
		await expectCheck(page, 'id-token-signature', 'pass');
		await peer.close();
	});

	test('a body alone is taken too, and one that is nonsense is not', async ({ page, baseURL, open }) => {
		const endpoint = await open(
			openServer(() => ({ status: 400, body: '{"error":"invalid_grant","error_description":"Too late"}' }))
		);
		const server = await withTokenEndpoint(`${endpoint.url}/token`);
		await toExchange(page, baseURL ?? '', server);
		await perform(page, 'exchange', 'failed');
		await page.getByRole('main').getByText(byHandTexts.title).last().click();
		await page.getByRole('checkbox', { name: byHandTexts.originLabel }).check();
		const output = await runCommand(page);
		const answer = page.getByRole('textbox', { name: byHandTexts.answerLabel });
		await answer.fill('HTTP/1.1 200 OK\nnonsense');
		await expect(page.getByText(failureTexts['answer-malformed'].title)).toBeVisible();
		await expect(page.getByRole('button', { name: byHandTexts.action })).toBeDisabled();
		await answer.fill(output.slice(output.indexOf('{')));
		await expect(page.getByRole('textbox', { name: byHandTexts.statusLabel })).toHaveValue('400');
		await press(page, byHandTexts.action);
		await expect(page.getByText('The server answered with the error “invalid_grant”')).toBeVisible();
		await expect(page.getByText(byHandTexts.assumed)).toBeVisible();
		expect(endpoint.heard.at(-1)).toMatchObject({
			method: 'POST',
			headers: { origin: new URL(baseURL ?? '').origin },
			body: endpoint.heard[0]?.body
		});
		await server.close();
	});
});
