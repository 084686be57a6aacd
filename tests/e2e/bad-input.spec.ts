/** Servers that answer wrongly, or not at all: each time a clear answer, and nothing that was done before is lost. */
import type { Page } from 'playwright/test';
import type { CheckId } from '../../src/lib/lexicon/check';
import type { FailureReason } from '../../src/lib/lexicon/failure';
import { failureTexts } from '../../src/lib/lessons/en/failures/failures';
import { hiddenDocument } from '../../src/lib/lessons/en/failures/network-failures';
import { json, page as html, type Faults, type MisbehavingServer } from './misbehaving-server';
import { choose, expect, expectFailure, issuerField, test, toExchange } from './own-server';
import { expectCheck, expectStatus, perform, press, shownRequest } from './walk';

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

	const silences: [title: string, fault: Required<Faults>['discovery'], said: string][] = [
		[
			'that redirects is not followed',
			() => ({ status: 302, headers: { location: '/elsewhere' } }),
			failureTexts.redirected.title
		],
		[
			'that refuses this origin is told apart',
			(good) => ({ ...json(good), withoutCors: true }),
			hiddenDocument.title
		]
	];
	for (const [title, discovery, said] of silences)
		test(title, async ({ page, baseURL, server }) => {
			server.faults = { discovery };
			await choose(page, baseURL ?? '', server.issuer);
			await perform(page, 'configure', 'failed');
			await expect(page.getByRole('main').getByText(said).first()).toBeVisible();
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
