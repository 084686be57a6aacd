/** Why an answer is missing: a server for each reason, what the page says of it, and what it tried to find out. */
import type { NetworkReason } from '../../src/lib/lexicon/failure';
import { failureTexts } from '../../src/lib/lessons/en/failures/failures';
import { hiddenDocument } from '../../src/lib/lessons/en/failures/network-failures';
import { startWalkAt } from '../e2e/prepared-walk';
import { acts, perform, press } from '../e2e/walk';
import {
	choose,
	expect,
	expectFailure,
	expectReason,
	issuerField,
	test,
	toExchange,
	withTokenEndpoint,
	type Came
} from './silences';
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
			// Of a document that is hidden nobody knows whether it is there.
			await expectReason(page, reason, came, reason === 'cors' ? hiddenDocument : undefined);
		});

	test('an address that a policy of the host blocks', async ({ page, baseURL, open }) => {
		const server = await open(openNobody());
		await page.route('**/flow/configure/', async (route) => {
			const response = await route.fetch();
			const headers = { ...response.headers(), 'content-security-policy': "connect-src 'self'" };
			await route.fulfill({ response, headers });
		});
		await choose(page, baseURL ?? '', server.url);
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
		// Half a minute of the page is half a second here.
		await page.addInitScript(() => {
			const whole = AbortSignal.timeout.bind(AbortSignal);
			AbortSignal.timeout = (time) => whole(time === 30_000 ? 500 : time);
		});
		const server = await open(openServer(() => 'hang'));
		await choose(page, baseURL ?? '', server.url);
		await acts.configure(page);
		await expect(page.getByText(failureTexts.timeout.title).first()).toBeVisible();
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
	await startWalkAt(page, baseURL ?? '', 'call', {
		issuer: server.issuer,
		clientId: 'client-of-the-test',
		apiUrl: `${api.url}/reports?of=ada`
	});
	await perform(page, 'call', 'failed');
	await expectReason(page, 'preflight-refused', { plain: 'readable', unread: 'answered' });
	expectNothingCarried(api.heard, 'opaque-to-everybody', 'of=ada');
	expect(api.heard.filter(({ method }) => method !== 'OPTIONS').map(({ path }) => path)).toEqual([
		'/reports',
		'/reports'
	]);
});
