/** A provider on a host without TLS: nothing goes there before a yes to that host, and then the whole walk does. */
import type { Page } from 'playwright/test';
import { plainHttpTexts as texts } from '../../src/lib/lessons/en/failures/plain-http';
import { findChromium } from './find-browser';
import { choose, expect, issuerField, test } from './own-server';
import { expectDone, expectStatus, goOn, perform, press, walkTo } from './walk';

const [name, other] = ['keycloak.local', 'elsewhere.local'];

// A name of the local network, which leads to this machine for this browser alone.
test.use({
	launchOptions: {
		executablePath: findChromium() ?? '',
		args: [
			'--disable-gpu',
			'--disable-quic',
			`--host-resolver-rules=MAP ${name} localhost, MAP ${other} localhost`
		]
	}
});

const yes = (page: Page, host: string) => page.getByRole('button', { name: texts.yes(host) });

test.beforeEach(({ server }) => {
	server.issuer = server.issuer.replace('localhost', name);
});

test('the whole walk, after a yes that says what it means', async ({ page, baseURL, server }) => {
	await choose(page, baseURL ?? '', server.issuer);
	await expect(page.getByText(texts.spaces.local)).toBeVisible();
	await expect(page.getByRole('button', { name: 'Fetch the metadata' })).toHaveCount(0);
	await expect(issuerField(page)).toHaveAttribute('aria-invalid', 'true');
	await yes(page, name).click();
	await expect(issuerField(page)).not.toHaveAttribute('aria-invalid', 'true');
	expect(server.seen).toEqual([]);
	await walkTo(page, 'authorize');
	await press(page, 'Sign in, in this tab');
	await expectStatus(page, 'callback', 'done');
	await goOn(page, 'callback');
	await perform(page, 'exchange');
	await goOn(page, 'exchange');
	await perform(page, 'tokens');
	await page.reload();
	await expectDone(page, 'tokens');
	expect(new Set(server.seen.map(({ headers }) => headers.host?.split(':')[0]))).toEqual(new Set([name]));
});

test('the yes is for that host: an edit and another issuer are asked about again', async ({
	page,
	baseURL,
	server
}) => {
	await choose(page, baseURL ?? '', server.issuer);
	await yes(page, name).click();
	await issuerField(page).fill(server.issuer.replace(name, other));
	await expect(yes(page, other)).toBeVisible();
	await issuerField(page).fill(server.issuer);
	await perform(page, 'configure');
	const before = server.seen.length;
	await page.getByText('The request for the metadata').click();
	await press(page, 'Edit before sending');
	await page.getByRole('textbox', { name: 'Address' }).fill(`${server.issuer.replace(name, other)}/x`);
	await expect(yes(page, other)).toBeVisible();
	await expect(page.getByRole('button', { name: 'Fetch the metadata' })).toBeDisabled();
	expect(server.seen).toHaveLength(before);
});

test('a link brings no yes along', async ({ page, baseURL, server }) => {
	await page.goto(
		`${baseURL}/flow/configure/?${new URLSearchParams({ issuer: server.issuer, client_id: 'c' })}`
	);
	await expect(yes(page, name)).toHaveCount(0);
	await expect(page.getByRole('alert')).toContainText('address that cannot be used');
	expect(server.seen).toEqual([]);
});
