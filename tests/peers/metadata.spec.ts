/** Metadata that is not where the issuer says, or nowhere: what the page makes of it, and the ways on. */
import type { Page } from 'playwright/test';
import { failureTexts } from '../../src/lib/lessons/en/failures/failures';
import { hiddenDocument } from '../../src/lib/lessons/en/failures/network-failures';
import { foresightTexts } from '../../src/lib/lessons/en/failures/hidden-answers';
import { metadataCaseTexts, metadataSearchTexts } from '../../src/lib/lessons/en/configure/metadata-search';
import { typedTexts } from '../../src/lib/lessons/en/configure/typed';
import { ownMetadataTexts } from '../../src/lib/lessons/en/configure/own-metadata';
import { byHandTexts } from '../../src/lib/lessons/en/walk/by-hand';
import { everyBrowser } from '../e2e/site';
import {
	acts,
	expectCheck,
	expectStatus,
	failedChecks,
	goOn,
	heading,
	perform,
	press,
	visit
} from '../e2e/walk';
import { choose, expect, issuerField, test } from './silences';
import { allowed, openServer, type Answer, type SilentServer } from './silent-servers';

const json = { ...allowed, 'content-type': 'application/json' };

/** What the server publishes, for the issuer at this address. */
const documentOf = (issuer: string): string =>
	JSON.stringify({
		issuer,
		authorization_endpoint: `${issuer}/authorize`,
		token_endpoint: `${issuer}/token`,
		response_types_supported: ['code'],
		code_challenge_methods_supported: ['S256']
	});

/** A server with its document at one path, and a 404 that no page may read everywhere else. */
async function openAt(
	open: (server: Promise<SilentServer>) => Promise<SilentServer>,
	issuerPath: string,
	answers: (url: string) => Record<string, Answer>
): Promise<SilentServer & { issuer: string }> {
	let known: Record<string, Answer> = {};
	const server = await open(openServer(({ path }) => known[path] ?? { status: 404, body: 'Not here' }));
	known = answers(server.url);
	return { ...server, issuer: `${server.url}${issuerPath}` };
}

const caseOnScreen = (page: Page, one: keyof typeof metadataCaseTexts) =>
	page.getByText(metadataCaseTexts[one]);

async function configureHidden(page: Page, url: string, issuer: string): Promise<void> {
	await choose(page, url, issuer);
	await acts.configure(page);
	await expectStatus(page, 'configure', 'failed');
}

test(
	'a 404 that no page may read is no matter of the origin',
	everyBrowser,
	async ({ page, baseURL, open }) => {
		const server = await openAt(open, '/tenant', (url) => ({
			'/.well-known/oauth-authorization-server/tenant': {
				status: 200,
				headers: json,
				body: documentOf(`${url}/tenant`)
			}
		}));
		await configureHidden(page, baseURL ?? '', server.issuer);
		await expect(page.getByText(hiddenDocument.title).first()).toBeVisible();
		await expect(caseOnScreen(page, 'not-there')).toBeVisible();
		await expect(caseOnScreen(page, 'not-readable')).toBeVisible();
		await expect(page.getByText('very likely')).toHaveCount(0);
		await press(page, metadataSearchTexts.action(new URL(server.url).host, 5));
		await expectStatus(page, 'configure', 'done');
		expect(await failedChecks(page)).toEqual([]);
		const asked = server.heard.filter(({ headers }) => headers.accept === 'application/json');
		expect(asked.map(({ path }) => path)).toEqual([
			'/tenant/.well-known/openid-configuration',
			'/.well-known/oauth-authorization-server/tenant'
		]);
	}
);

test('metadata that is nowhere: every place is asked, and endpoints can be typed', async ({
	page,
	baseURL,
	open
}) => {
	const server = await openAt(open, '', () => ({}));
	await configureHidden(page, baseURL ?? '', server.issuer);
	await press(page, metadataSearchTexts.action(new URL(server.url).host, 1));
	await expect(page.getByText(metadataSearchTexts.none)).toBeVisible();
	await page.getByText(ownMetadataTexts.fold).click();
	await page.getByRole('textbox', { name: 'authorization_endpoint' }).fill(`${server.url}/authorize`);
	await page.getByRole('textbox', { name: 'token_endpoint' }).fill(`${server.url}/token`);
	await press(page, ownMetadataTexts.action);
	await expectStatus(page, 'configure', 'done');
	await expect(page.getByText(typedTexts.person.title)).toBeVisible();
	await expect(page.getByText(byHandTexts.pasted)).toHaveCount(0);
	expect(await failedChecks(page)).toEqual([]);
	await expect(page.locator('[data-check][data-status=warn]')).toHaveCount(0);
});

test('a redirect: the final address is entered, and asked', async ({ page, baseURL, open }) => {
	const server = await openAt(open, '', (url) => ({
		'/.well-known/openid-configuration': { status: 302, headers: { ...allowed, location: '/final.json' } },
		'/final.json': { status: 200, headers: json, body: documentOf(url) }
	}));
	await configureHidden(page, baseURL ?? '', server.issuer);
	await expect(page.getByText(failureTexts.redirected.title).first()).toBeVisible();
	await expect(caseOnScreen(page, 'moved')).toBeVisible();
	await page
		.getByRole('textbox', { name: metadataSearchTexts.addressLabel })
		.fill(`${server.url}/final.json`);
	await press(page, metadataSearchTexts.askThere(new URL(server.url).host));
	await expectStatus(page, 'configure', 'done');
	await expectCheck(page, 'metadata-issuer', 'pass');
});

test('nobody there: no other place is asked', async ({ page, baseURL, open }) => {
	const server = await openAt(open, '/tenant', () => ({}));
	await server.close();
	await configureHidden(page, baseURL ?? '', server.issuer);
	await expect(caseOnScreen(page, 'unreachable')).toBeVisible();
	await expect(caseOnScreen(page, 'not-readable')).toHaveCount(0);
	await press(page, metadataSearchTexts.action(new URL(server.url).host, 5));
	await expect(page.getByRole('button', { name: /Ask .* at these 4 addresses/ })).toBeVisible();
});

test('metadata that no page may read: it is pasted, and curl comes first at the token endpoint', async ({
	page,
	baseURL,
	open,
	server: authorization
}) => {
	const hidden = await open(
		openServer(({ path }) =>
			path.includes('openid') ? { status: 200, body: documentOf(hidden.url) } : { status: 400, body: '{}' }
		)
	);
	await configureHidden(page, baseURL ?? '', hidden.url);
	await page.getByText(ownMetadataTexts.fold).click();
	const document = {
		...JSON.parse(documentOf(hidden.url)),
		authorization_endpoint: `${authorization.issuer}/authorize`
	};
	await page.getByRole('textbox', { name: ownMetadataTexts.documentLabel }).fill(JSON.stringify(document));
	await press(page, ownMetadataTexts.documentAction);
	await expectStatus(page, 'configure', 'done');
	await goOn(page, 'configure');
	for (const id of ['verifier', 'challenge'] as const) {
		await perform(page, id);
		await goOn(page, id);
	}
	await press(page, 'Sign in, in this tab');
	await expect(heading(page, 'callback')).toBeVisible();
	await visit(page, 'exchange');
	await expect(page.getByText(foresightTexts.because.server)).toBeVisible();
	await expect(page.getByText(foresightTexts.stake.code)).toBeVisible();
	expect(hidden.heard.filter(({ path }) => path === '/token')).toEqual([]);
	await press(page, foresightTexts.byHand);
	await expect(page.getByText(byHandTexts.why)).toBeVisible();
	await press(page, foresightTexts.anyway);
	await expectStatus(page, 'exchange', 'failed');
});

test('an issuer in another spelling fails, goes on, and is mended in one press', async ({
	page,
	baseURL,
	server
}) => {
	await choose(page, baseURL ?? '', `${server.issuer}/`);
	await acts.configure(page);
	await expectStatus(page, 'configure', 'failed');
	await expect(page.getByText(ownMetadataTexts.spellingTitle)).toBeVisible();
	await expectCheck(page, 'metadata-issuer', 'fail');
	expect(await failedChecks(page)).toEqual(['metadata-issuer']);
	await expectStatus(page, 'verifier', 'ready');
	await press(page, ownMetadataTexts.otherAction);
	await expect(issuerField(page)).toHaveValue(server.issuer);
	await perform(page, 'configure');
});
