/** Where a link leads, what it may bring, and what of an earlier provider stays: nothing. */
import type { Locator, Page } from 'playwright/test';
import { linkTexts } from '../../src/lib/lessons/en/configure/links';
import { stepTexts } from '../../src/lib/lessons/en/walk/steps';
import { stepIds } from '../../src/lib/lexicon/steps';
import { landings } from '../fixtures/landings';
import { choose, expect, expectFailure, issuerField, test } from './own-server';
import { walkUseTexts } from '../../src/lib/lessons/en/provider/dashboard';
import { openItem, openProvider } from './provider-page';
import {
	bar,
	expectStatus,
	goOn,
	heading,
	openWalk,
	perform,
	press,
	rail,
	shownRequest,
	visit,
	walkTo
} from './walk';

const linkTo = (baseURL: string, issuer: string, more: Record<string, string>): string =>
	`${baseURL}/flow/configure/?${new URLSearchParams({ issuer, scope: 'openid', ...more })}`;

/** The buttons and links that are the one thing to do. */
const filled = (page: Page): Locator =>
	page.locator('button.bg-action, a.bg-action').filter({ visible: true });

const yes = (page: Page): Locator => page.getByRole('button', { name: /^Use this configuration/ });

test.describe('a link', () => {
	for (const step of stepIds)
		test(`to ${step} leads to ${landings[step]} after a yes that names the host`, async ({
			page,
			baseURL,
			server
		}) => {
			await page.goto(linkTo(baseURL ?? '', server.issuer, { client_id: 'a', step }));
			await expect(yes(page)).toBeEnabled();
			await expect(filled(page)).toHaveCount(1);
			expect(server.seen).toEqual([]);
			if (step !== 'configure') await expect(yes(page)).toContainText(new URL(server.issuer).host);
			await yes(page).click();
			await expect(heading(page, landings[step])).toBeVisible();
			await expect(issuerField(page).or(page.locator('article[data-ready=true]')).first()).toBeVisible();
			const asked = step === 'configure' ? [] : ['/.well-known/openid-configuration'];
			expect(server.seen.map(({ target }) => target)).toEqual(asked);
			await expectStatus(page, landings[step], 'ready');
			const leads = page.getByText(linkTexts.leads(stepTexts[step].title));
			if (landings[step] === step) await expect(leads).toBeHidden();
			else await expect(leads.locator('..')).toContainText(stepTexts.authorize.first);
		});

	test('to a later step tells on the way what it waits for', async ({ page, baseURL, server }) => {
		await page.goto(
			linkTo(baseURL ?? '', server.issuer, { client_id: 'client-of-the-test', step: 'tokens' })
		);
		await yes(page).click();
		await press(page, 'Sign in, in this tab');
		await expectStatus(page, 'callback', 'done');
		await goOn(page, 'callback');
		const leads = page.getByText(linkTexts.leads(stepTexts.tokens.title));
		await expect(leads.locator('..')).toContainText(stepTexts.exchange.first);
		await perform(page, 'exchange');
		await expect(leads).toBeHidden();
	});

	test('whose server does not answer stays where that is shown', async ({ page, baseURL, server }) => {
		await server.close();
		await page.goto(linkTo(baseURL ?? '', server.issuer, { client_id: 'a', step: 'authorize' }));
		await yes(page).click();
		await expectFailure(page, 'no-answer');
		await expect(heading(page, 'configure')).toBeVisible();
		await expect(issuerField(page)).toHaveValue(server.issuer);
	});

	test('that names no client sends nothing, and says so', async ({ page, baseURL, server }) => {
		await page.goto(linkTo(baseURL ?? '', server.issuer, { step: 'authorize' }));
		await expect(page.getByText(linkTexts.withoutClient(stepTexts.authorize.title))).toBeVisible();
		await yes(page).click();
		await expect(issuerField(page)).toHaveValue(server.issuer);
		expect(server.seen).toEqual([]);
	});

	test('of a provider without metadata sends nothing, and says so', async ({ page, baseURL }) => {
		const github = { client_id: 'a', step: 'verifier', preset: 'github' };
		await page.goto(linkTo(baseURL ?? '', 'https://github.com', github));
		await expect(page.getByText(linkTexts.withoutMetadata(stepTexts.verifier.title))).toBeVisible();
		await yes(page).click();
		await expect(page.getByRole('button', { name: 'Use these endpoints' })).toBeVisible();
	});

	for (const api of [
		'https://a.example/?access_token=hush',
		'https://a.example/#hush=1&id_token=hush',
		'https://u:hush@a.example'
	])
		test(`with a token in ${api} is refused, and leaves the address at once`, async ({ page, baseURL }) => {
			await page.goto(linkTo(baseURL ?? '', 'https://id.example', { api }));
			await expectFailure(page, 'secret-in-link');
			await expect(page.getByText(/^api: /)).toBeVisible();
			expect(page.url()).not.toContain('hush');
			await expect(yes(page)).toHaveCount(0);
			await expect(filled(page)).toHaveCount(1);
		});
});

test('what is shared and kept holds no token, and says what was left out', async ({
	page,
	baseURL,
	server
}) => {
	await choose(page, baseURL ?? '', server.issuer);
	await page
		.getByRole('textbox', { name: 'API to call' })
		.fill('https://a.example/v1?page=2&access_token=hush');
	await page.getByText('Share this configuration', { exact: true }).click();
	const link = page.getByRole('textbox', { name: 'A link to this configuration' });
	await expect(link).toHaveValue(/page%3D2/);
	expect(await link.inputValue()).not.toContain('hush');
	await expect(page.getByText(linkTexts.leftOut)).toContainText('api: access_token');
	await perform(page, 'configure');
	await expect(page.getByText(linkTexts.notKept)).toContainText('api: access_token');
	expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('hush');
});

test('a locked step names the step that is missing, and leads to it', async ({ page, baseURL }) => {
	await openWalk(page, baseURL ?? '');
	for (const missing of ['configure', 'verifier', 'challenge', 'authorize'] as const) {
		const later = stepIds.slice(stepIds.indexOf(missing) + 1);
		for (const id of later) {
			await visit(page, id);
			const notice = page.getByRole('main').getByText(stepTexts[missing].first);
			await expect(notice).toBeVisible();
			await bar(page)
				.getByRole('link', { name: `Go to “${stepTexts[missing].title}”` })
				.click();
			await expect(heading(page, missing)).toBeVisible();
		}
		if (missing !== 'authorize') await perform(page, missing);
	}
	await expect(rail(page)).toBeVisible();
});

test('“Use in the walk” leaves nothing of an earlier provider', async ({ page, baseURL, server }) => {
	const earlier = {
		client_id: 'b',
		resource: 'urn:earlier',
		response_mode: 'fragment',
		extensions: 'par dpop'
	};
	await page.goto(
		linkTo(baseURL ?? '', server.issuer, {
			...earlier,
			authentication: 'client_secret_post',
			extra: 'prompt=login'
		})
	);
	await yes(page).click();
	await perform(page, 'configure');
	await openProvider(page, baseURL ?? '');
	await openItem(page, 'applications', 'PKCE Playground');
	await press(page, walkUseTexts.use);
	await perform(page, 'configure');
	for (const id of ['verifier', 'challenge'] as const) {
		await goOn(page, id === 'verifier' ? 'configure' : 'verifier');
		await perform(page, id);
	}
	await goOn(page, 'challenge');
	const request = await shownRequest(page);
	expect(request).toContain('playground-spa');
	expect(request).not.toMatch(/urn%3Aearlier|prompt=|response_mode|request_uri|dpop_jkt/);
});

test('a preset shows the values of the issuer in the form, not those typed for another', async ({
	page,
	baseURL
}) => {
	await openWalk(page, baseURL ?? '');
	await press(page, 'A known one');
	const provider = page.getByRole('combobox', { name: 'Which one' });
	await expect(provider.getByRole('option', { name: 'Keycloak' })).toBeAttached();
	await provider.selectOption({ label: 'Keycloak' });
	await page.getByRole('textbox', { name: 'Server' }).fill('https://earlier.example');
	await page.getByRole('textbox', { name: 'Realm' }).fill('earlier');
	await expect(issuerField(page)).toHaveValue('https://earlier.example/realms/earlier');
	await page.goto(
		linkTo(baseURL ?? '', 'https://now.example/realms/staff', { preset: 'keycloak', client_id: 'a' })
	);
	await yes(page).click();
	await expect(page.getByRole('textbox', { name: 'Server' })).toHaveValue('https://now.example');
	await page.getByRole('textbox', { name: 'Realm' }).fill('other');
	await expect(issuerField(page)).toHaveValue('https://now.example/realms/other');
});

test('a client secret is held for the client it was typed for', async ({ page, baseURL, server }) => {
	await choose(page, baseURL ?? '', server.issuer);
	await page.getByText('Client authentication and extensions').click();
	await page.getByRole('combobox', { name: 'Client authentication' }).selectOption('client_secret_post');
	const secret = page.getByRole('textbox', { name: 'Client secret' });
	await secret.fill('hush-of-the-client');
	await issuerField(page).fill('https://other.example');
	await expect(secret).toHaveValue('');
	await issuerField(page).fill(server.issuer);
	await expect(secret).toHaveValue('hush-of-the-client');
	await walkTo(page, 'authorize');
	// In a popup: the page that holds the secret stays open.
	await press(page, 'In a popup');
	await expectStatus(page, 'callback', 'done');
	await visit(page, 'exchange');
	expect(await shownRequest(page)).toContain('client_secret=hush-of-the-client');
	await perform(page, 'exchange');
	expect(server.seen.filter(({ body }) => body.includes('hush-of-the-client'))).toHaveLength(1);

	await visit(page, 'configure');
	await page.getByRole('textbox', { name: 'Client ID' }).fill('another-client');
	await perform(page, 'configure');
	await visit(page, 'configure');
	await page.getByText('Client authentication and extensions').click();
	await expect(secret).toHaveValue('');
	await page.getByRole('textbox', { name: 'Client ID' }).fill('client-of-the-test');
	await expect(secret).toHaveValue('');
});
