/** Presets, links, saved configurations and the diagnosis, as a person meets them. */
import type { Page } from 'playwright/test';
import { expectClean, sideways } from './axe';
import { openMisbehavingServer } from './misbehaving-server';
import { expect, test } from './site';
import { answer, edit, expectStatus, openFields, openWalk, perform, press, startWalk } from './walk';

const provider = (page: Page) => page.getByRole('combobox', { name: 'Which one' });

async function choosePreset(page: Page, name: string): Promise<void> {
	await press(page, 'A known one');
	await expect(provider(page).getByRole('option', { name })).toBeAttached();
	await provider(page).selectOption({ label: name });
}

test.describe('a known provider', () => {
	test('is chosen, shows its card, and fills the form from its values', async ({ page, baseURL }) => {
		await openWalk(page, baseURL ?? '');
		await choosePreset(page, 'Okta');
		const card = page.getByRole('region', { name: 'What is known about Okta' });
		await expect(card).toContainText('A page can finish the flow here');
		await expect(card).toContainText('CORS');
		await expect(card.getByRole('link', { name: /^Source 1, / }).first()).toHaveAttribute('href', /^https:/);
		const domain = page.getByRole('textbox', { name: 'Okta domain' });
		await domain.fill('exam ple.okta.com');
		await expect(page.getByRole('alert').filter({ hasText: 'A space is in it' })).toBeVisible();
		await expect(page.getByRole('textbox', { name: 'Issuer' })).toHaveValue('');
		await domain.fill('https://example.okta.com/');
		await expect(page.getByRole('textbox', { name: 'Issuer' })).toHaveValue(/^https:\/\/example\.okta\.com/);
		await expect(page.getByRole('textbox', { name: 'Scope' })).toHaveValue(/openid/);
	});

	test('takes all its values out of an issuer that is pasted', async ({ page, baseURL }) => {
		await openWalk(page, baseURL ?? '');
		await choosePreset(page, 'Keycloak');
		const server = page.getByRole('textbox', { name: 'Server' });
		await server.fill('https://sso.example.com/realms/staff');
		await expect(server).toHaveValue('https://sso.example.com');
		await expect(page.getByRole('textbox', { name: 'Realm' })).toHaveValue('staff');
		await expect(page.getByRole('textbox', { name: 'Issuer' })).toHaveValue(
			'https://sso.example.com/realms/staff'
		);
	});

	test('that no page can finish with says so before the first click', async ({ page, baseURL }) => {
		await openWalk(page, baseURL ?? '');
		await choosePreset(page, 'GitHub');
		const card = page.getByRole('region', { name: 'What is known about GitHub' });
		await expect(card).toContainText('A page cannot finish the flow here');
		await expect(page.getByRole('textbox', { name: 'token_endpoint' })).toHaveValue(
			'https://github.com/login/oauth/access_token'
		);
		await page.getByRole('textbox', { name: 'Client ID' }).fill('client');
		await press(page, 'Use these endpoints');
		await expectStatus(page, 'configure', 'done');
	});

	test('is corrected by what the server says of itself', async ({ page, baseURL }) => {
		const server = await openMisbehavingServer();
		try {
			await openWalk(page, baseURL ?? '');
			await choosePreset(page, 'Okta');
			await page.getByRole('textbox', { name: 'Issuer' }).fill(server.issuer);
			await page.getByRole('textbox', { name: 'Client ID' }).fill('client-of-the-test');
			await perform(page, 'configure');
			await expect(page.getByText('The server says otherwise than what was known about Okta')).toBeVisible();
		} finally {
			await server.close();
		}
	});
});

test.describe('a server whose metadata no page may read', () => {
	test('is taken from a pasted document', async ({ page, baseURL }) => {
		await openWalk(page, baseURL ?? '');
		await press(page, 'Your own');
		await page.getByRole('textbox', { name: 'Issuer' }).fill('https://id.example');
		await page.getByRole('textbox', { name: 'Client ID' }).fill('client');
		await page.getByText('type its endpoints').click();
		const box = page.getByRole('textbox', { name: 'The metadata document' });
		await box.fill('<html>');
		await expect(page.getByText('This is no JSON object.')).toBeVisible();
		await box.fill(
			JSON.stringify({
				issuer: 'https://id.example',
				authorization_endpoint: 'https://id.example/authorize',
				token_endpoint: 'https://id.example/token'
			})
		);
		await press(page, 'Read this document');
		await expectStatus(page, 'configure', 'done');
	});
});

test.describe('a link', () => {
	const query = 'issuer=https://id.example&client_id=spa&scope=openid&api=https://api.example/v1';

	test('is shown with its host, and used after a yes', async ({ page, baseURL }) => {
		const elsewhere: string[] = [];
		page.on('request', (request) => {
			if (!request.url().startsWith(baseURL ?? '')) elsewhere.push(request.url());
		});
		await page.goto(`${baseURL}/flow/configure/?${query}`);
		const offer = page.getByRole('region', { name: 'A link brought this configuration' });
		await expect(offer.getByText('id.example', { exact: true })).toBeVisible();
		await expect(offer).toContainText('The access token would be sent to api.example');
		await openFields(page);
		await expect(page.getByRole('textbox', { name: 'Issuer' })).toHaveValue(`${baseURL}/idp`);
		await press(page, 'Use this configuration');
		await expect(page.getByRole('textbox', { name: 'Issuer' })).toHaveValue('https://id.example');
		await expect(page.getByRole('textbox', { name: 'Client ID' })).toHaveValue('spa');
		await expect(offer).toBeHidden();
		expect(new URL(page.url()).search).toBe('');
		expect(elsewhere).toEqual([]);
	});

	test('can be declined', async ({ page, baseURL }) => {
		await page.goto(`${baseURL}/flow/configure/?${query}`);
		await press(page, 'Do not use it');
		await openFields(page);
		await expect(page.getByRole('textbox', { name: 'Issuer' })).toHaveValue(`${baseURL}/idp`);
		expect(new URL(page.url()).search).toBe('');
	});

	test('with a secret is refused, and leaves the address at once', async ({ page, baseURL }) => {
		await page.goto(`${baseURL}/flow/configure/?${query}&client_secret=hush`);
		await expect(page.getByText('This link carries a secret, so it was not opened')).toBeVisible();
		expect(page.url()).not.toContain('hush');
		await expect(page.getByRole('button', { name: 'Use this configuration' })).toHaveCount(0);
		await press(page, 'Go on without it');
		await expect(page.getByText('This link carries a secret')).toBeHidden();
	});

	test('with a hostile address is refused', async ({ page, baseURL }) => {
		await page.goto(`${baseURL}/flow/configure/?issuer=javascript:alert(1)`);
		await expect(page.getByText('This link has an address that cannot be used')).toBeVisible();
	});

	test('with a step that there is none of says which part it is', async ({ page, baseURL }) => {
		await page.goto(`${baseURL}/flow/configure/?issuer=https://id.example&step=admin`);
		await expect(page.getByText('This link cannot be opened')).toBeVisible();
		await expect(page.getByText('step', { exact: true })).toBeVisible();
	});

	for (const [named, said] of [
		['google', 'It says that this is Google'],
		['unheard-of', 'It names a provider that is not known here']
	] as const)
		test(`that calls its issuer ${named} without right is taken without that name`, async ({
			page,
			baseURL
		}) => {
			await page.goto(`${baseURL}/flow/configure/?issuer=https://id.example&preset=${named}`);
			await expect(page.getByText(said)).toBeVisible();
			await press(page, 'Use this configuration');
			await expect(page.getByRole('textbox', { name: 'Issuer' })).toHaveValue('https://id.example');
			await expect(page.getByRole('region', { name: 'What is known about' })).toHaveCount(0);
		});

	test('is made from the form, and brings the same back', async ({ page, baseURL }) => {
		await openWalk(page, baseURL ?? '');
		await openFields(page);
		await page.getByRole('textbox', { name: 'Client ID' }).fill('shared-client');
		await page.getByText('Share this configuration', { exact: true }).click();
		const link = await page.getByRole('textbox', { name: 'A link to this configuration' }).inputValue();
		await page.goto(link);
		await expect(page.getByRole('region', { name: 'A link brought' })).toContainText('shared-client');
	});
});

test('a configuration that was used is there next time, until it is forgotten', async ({ page, baseURL }) => {
	const server = await openMisbehavingServer();
	try {
		await openWalk(page, baseURL ?? '');
		await press(page, 'Your own');
		await page.getByRole('textbox', { name: 'Issuer' }).fill(server.issuer);
		await page.getByRole('textbox', { name: 'Client ID' }).fill('client-of-the-test');
		await perform(page, 'configure');
		await press(page, 'Built in: works at once');
		await page.getByText('Used before (1)').click();
		await page.getByRole('button', { name: /^Use / }).click();
		await expect(page.getByRole('textbox', { name: 'Issuer' })).toHaveValue(server.issuer);
		await page.getByRole('button', { name: /^Forget / }).click();
		await expect(page.getByText('Used before')).toBeHidden();
	} finally {
		await server.close();
	}
});

test('a wrong verifier is named as the cause, first', async ({ page, baseURL }) => {
	await startWalk(page, baseURL ?? '', 'exchange');
	await edit(page, 'code_verifier', 'a'.repeat(43));
	await perform(page, 'exchange', 'failed');
	const first = answer(page, 'Diagnosis').getByRole('listitem').first();
	await expect(first).toHaveAttribute('data-cause', 'pkce-verifier-mismatch');
	await expect(first).toContainText('very likely');
	await expect(first).toContainText('What to change');
});

test.describe('/diagnose', () => {
	const cases: [string, string, string][] = [
		['a provider’s code', 'AADSTS9002327', 'origin-header-required'],
		[
			'a body',
			'{"error":"invalid_grant","error_description":"PKCE verification failed: Code mismatch"}',
			'pkce-verifier-mismatch'
		],
		[
			'a callback',
			'https://app.example/cb?error=access_denied&error_description=User+denied+access&state=a',
			'user-denied'
		],
		['headers', 'WWW-Authenticate: Bearer error="insufficient_scope"', 'insufficient-scope'],
		[
			'a response',
			'HTTP/1.1 401 Unauthorized\nContent-Type: application/json\n\n{"error":"invalid_client","error_description":"Client not found"}',
			'client-unknown'
		]
	];

	test('answers for what is pasted, and sends and keeps nothing', async ({ page, baseURL }) => {
		await page.goto(`${baseURL}/`);
		await page.getByRole('link', { name: 'Diagnose' }).click();
		const box = page.getByRole('textbox', { name: 'What you have' });
		await expect(box).toBeEnabled();
		const sent: string[] = [];
		page.on('request', (request) => {
			if (request.method() !== 'GET') sent.push(request.url());
		});
		for (const [what, text, code] of cases) {
			await box.fill(text);
			const first = page.getByRole('list', { name: 'Causes' }).getByRole('listitem').first();
			await expect(first, what).toHaveAttribute('data-cause', code);
		}
		await box.fill('{"error":"kx_17","error_description":"Zblorg."}');
		await expect(page.getByText('The cause is not known, and here is what is')).toBeVisible();
		await expect(page.getByText('Zblorg.', { exact: true })).toBeVisible();
		await box.fill('https://app.example/cb?code=abc&state=a');
		await expect(page.getByText('Nothing has failed so far')).toBeVisible();
		expect(sent).toEqual([]);
		const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
		expect(kept).not.toContain('Zblorg');
	});

	test('says where at the provider that was named', async ({ page, baseURL }) => {
		await page.goto(`${baseURL}/diagnose/`);
		await page.getByRole('textbox', { name: 'What you have' }).fill('TypeError: Failed to fetch');
		await page.getByRole('combobox', { name: 'Which provider' }).selectOption({ label: 'Okta' });
		await expect(page.getByText('Security > API > Trusted Origins')).toBeVisible();
	});

	test.describe('without JavaScript', () => {
		test.use({ javaScriptEnabled: false });

		test('has every cause to read', async ({ page, baseURL }) => {
			await page.goto(`${baseURL}/diagnose/`);
			const served = await (await page.request.get(`${baseURL}/diagnose/`)).text();
			expect(served).toMatch(/<noscript>.*Without JavaScript nothing can be read.*<\/noscript>/s);
			await page.getByText(/^The token endpoint \(\d+\)$/).click();
			await expect(page.getByText('The server wants the client to authenticate')).toBeVisible();
		});
	});
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 390, height: 844 } });

	test('the diagnosis: axe finds nothing, nothing is too wide', async ({ page, baseURL }) => {
		await page.goto(`${baseURL}/diagnose/`);
		await expectClean(page, 'diagnose, empty');
		await page.getByRole('textbox', { name: 'What you have' }).fill('AADSTS9002326 AADSTS50011 a'.repeat(3));
		await expect(page.getByRole('list', { name: 'Causes' })).toBeVisible();
		await expectClean(page, 'diagnose, answered');
		expect(await sideways(page)).toBeLessThanOrEqual(0);
	});

	test('a link and a card: axe finds nothing, nothing is too wide', async ({ page, baseURL }) => {
		await page.goto(`${baseURL}/flow/configure/?issuer=https://id.example/${'long'.repeat(40)}&client_id=a`);
		await expect(page.getByRole('button', { name: 'Use this configuration' })).toBeEnabled();
		await expectClean(page, 'link');
		expect(await sideways(page)).toBeLessThanOrEqual(0);
		await press(page, 'Do not use it');
		await choosePreset(page, 'Microsoft Entra ID');
		await expect(page.getByRole('region', { name: /^What is known about/ })).toBeVisible();
		await expectClean(page, 'card');
		expect(await sideways(page)).toBeLessThanOrEqual(0);
	});
});
