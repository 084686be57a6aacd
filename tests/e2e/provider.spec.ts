/** What is set on the provider's pages acts in the walk. */
import {
	dashboardTexts,
	itemTexts,
	saveTexts,
	walkUseTexts
} from '../../src/lib/lessons/en/provider/dashboard';
import { issuedTexts } from '../../src/lib/lessons/en/provider/issued';
import { siteTexts } from '../../src/lib/lessons/en/site/site';
import { claimRefusalTexts } from '../../src/lib/lessons/en/provider/rules';
import { watchViolations } from './embedded';
import {
	addRule,
	bar,
	exportSettings,
	importSettings,
	list,
	main,
	openItem,
	openProvider,
	openSection,
	pressSave,
	save
} from './provider-page';
import { expect, test } from './site';
import {
	answer,
	expectCheck,
	expectStatus,
	goOn,
	heading,
	openWalk,
	perform,
	press,
	startWalk,
	walkTo
} from './walk';

const namespace = 'https://timesheets.example.com/';

test('plain is let through, and noticed, once the policy allows it', async ({ page, baseURL }) => {
	await openProvider(page, baseURL ?? '', 'policy');
	await page.getByRole('checkbox', { name: 'Allow the challenge method plain' }).check();
	await expect(bar(page).getByText('Allow the challenge method plain off → on')).toBeVisible();
	await save(page);
	await page.getByRole('link', { name: siteTexts.walk, exact: true }).click();
	await walkTo(page, 'challenge');
	await press(page, 'plain');
	await press(page, 'Use the plain challenge');
	await goOn(page, 'challenge');
	await perform(page, 'authorize');
	await expectCheck(page, 'as-challenge-method', 'warn');
	await goOn(page, 'callback');
	await perform(page, 'exchange');
});

test('without offline access there is no refresh token, and the server says why', async ({
	page,
	baseURL
}) => {
	await openProvider(page, baseURL ?? '', 'apis');
	const api = await openItem(page, 'apis', 'Timesheets');
	await api.getByRole('checkbox', { name: 'Allow offline access' }).uncheck();
	await save(page);
	await startWalk(page, baseURL ?? '', 'exchange');
	await perform(page, 'exchange');
	await expectCheck(page, 'as-refresh-token-issued', 'warn');
	await expect(page.getByText('the API does not allow offline access').first()).toBeAttached();
	await expect(answer(page, 'The token response')).toContainText('"access_token"');
	await expect(answer(page, 'The token response')).not.toContainText('"refresh_token"');
});

test('a rule adds a claim to both tokens, and what it may not add is dropped and said', async ({
	page,
	baseURL
}) => {
	const violations = await watchViolations(page);
	await openProvider(page, baseURL ?? '');
	const rule = await addRule(page, 'add-claim');
	const code = await rule.getByRole('textbox', { name: 'Code' }).inputValue();
	await rule
		.getByRole('textbox', { name: 'Code' })
		.fill(code.replace('callback(null', `context.idToken.level = 'high';\n  callback(null`));
	await save(page);
	await press(page, 'Try this rule');
	await expect(page.getByText('The person would be let in')).toBeVisible();
	await expect(
		page.getByText(`Dropped the claim level (ID token): ${claimRefusalTexts['not-namespaced']}`)
	).toBeVisible();

	await startWalk(page, baseURL ?? '', 'callback');
	await expectCheck(page, 'as-rules-run', 'pass');
	await expectCheck(page, 'as-rules-claims', 'warn');
	await goOn(page, 'callback');
	await perform(page, 'exchange');
	await goOn(page, 'exchange');
	await perform(page, 'tokens');
	await expect(page.getByRole('main').getByText(`${namespace}roles`, { exact: true })).toHaveCount(2);
	expect(violations).toEqual([]);
});

test('a rule denies: access_denied, with the words of the rule', async ({ page, baseURL }) => {
	await openProvider(page, baseURL ?? '');
	await addRule(page, 'deny-unverified-email', 'action');
	await startWalk(page, baseURL ?? '', 'authorize');
	await press(page, 'Sign in, in this tab');
	await press(page, 'Sign in as Omar Sample');
	await expect(heading(page, 'callback')).toBeVisible();
	await expectStatus(page, 'callback', 'failed');
	await expect(page.getByText('access_denied').first()).toBeVisible();
	await expect(page.getByText('Please verify your e-mail address first.').first()).toBeVisible();
	await expectCheck(page, 'as-rules-run', 'fail');
});

test('an endless loop is tried, and told, before anybody meets it', async ({ page, baseURL }) => {
	await openProvider(page, baseURL ?? '', 'rules');
	await press(page, 'Add a rule');
	await page.getByRole('textbox', { name: 'Code' }).fill('function (user) { for (;;) {} }');
	await press(page, 'Try this rule');
	await expect(page.getByText('The rule ran for too long, or did too much.')).toBeVisible();
	await save(page);
	await expect(list(page, 'rules').getByRole('button', { name: 'New rule: switched on' })).toHaveAttribute(
		'aria-pressed',
		'true'
	);
	await startWalk(page, baseURL ?? '', 'authorize');
	await press(page, 'Sign in, in this tab');
	await press(page, 'Sign in as Erin Example');
	await expectStatus(page, 'callback', 'failed');
	await expect(page.getByText(/The rule New rule failed.*it ran for too long/).first()).toBeVisible();
});

test('an application and an API of one’s own are used in the walk', async ({ page, baseURL }) => {
	await openProvider(page, baseURL ?? '', 'apis');
	await press(page, 'Add an API');
	const api = page.getByRole('form', { name: 'New API' });
	await api.getByRole('textbox', { name: 'Identifier' }).fill('https://rockets.example/');
	await api.getByRole('textbox', { name: 'Scopes' }).fill('fly:rockets Fly');
	await save(page);

	await openSection(page, 'applications');
	await press(page, 'Add an application');
	const form = page.getByRole('form', { name: 'New application' });
	await expect(form.getByRole('textbox', { name: 'Name' })).toBeFocused();
	await form.getByRole('textbox', { name: 'Client ID' }).fill('playground-spa');
	await form.getByRole('textbox', { name: 'Allowed callback URLs' }).fill('javascript:alert(1)');
	await pressSave(page);
	await expect(form.getByText(/one that no other application has/)).toBeVisible();
	await expect(form.getByText(/^Line 1\. Write an absolute URL/)).toBeVisible();
	await form.getByRole('textbox', { name: 'Client ID' }).fill('my-app');
	await form.getByRole('textbox', { name: 'Allowed callback URLs' }).fill('');
	await save(page);
	await expect(page).toHaveURL(/\/provider\/applications\/\?record=my-app$/);
	await press(page, walkUseTexts.add);
	await page.getByRole('combobox', { name: walkUseTexts.api }).selectOption({ label: 'New API' });
	await press(page, walkUseTexts.use);
	await expect(page.getByRole('textbox', { name: 'Client ID' })).toHaveValue('my-app');
	await walkTo(page, 'exchange');
	await perform(page, 'exchange');
	await expect(answer(page, 'The token response')).toContainText('fly:rockets');
});

test('who leaves with something half-filled is asked, and loses nothing', async ({ page, baseURL }) => {
	await openProvider(page, baseURL ?? '', 'users');
	const name = (await openItem(page, 'users', 'Erin Example')).getByRole('textbox', { name: 'Full name' });
	await name.fill('Half');
	await page.getByRole('link', { name: siteTexts.walk, exact: true }).click();
	await expect(bar(page).getByRole('alert')).toContainText(saveTexts.asks('Erin Example'));
	await press(page, saveTexts.stay);
	await expect(name).toHaveValue('Half');
	await page.goBack();
	await expect(bar(page).getByRole('alert')).toBeVisible();
	await expect(name).toHaveValue('Half');
	const asked = page.waitForEvent('dialog');
	await page.evaluate(() => setTimeout(() => location.reload()));
	await (await asked).dismiss();
	await expect(name).toHaveValue('Half');
	await page.getByRole('link', { name: siteTexts.walk, exact: true }).click();
	await press(page, saveTexts.saveAndGo);
	await expect(heading(page, 'configure')).toBeVisible();
	await openProvider(page, baseURL ?? '', 'users');
	await expect(list(page, 'users').getByRole('link', { name: /^Half/ })).toBeVisible();
});

test('an address of before, and one of a record, lead there', async ({ page, baseURL }) => {
	await page.goto(`${baseURL}/provider/#policy`);
	await expect(page).toHaveURL(`${baseURL}/provider/policy/`);
	await page.goto(`${baseURL}/provider/users/?record=user-mona`);
	await expect(page.getByRole('heading', { level: 1, name: 'Mona Manager' })).toBeVisible();
	await page.goto(`${baseURL}/provider/users/?record=nobody`);
	await expect(page.getByText(itemTexts.gone.title)).toBeVisible();
});

test('who is signed in and what was allowed is listed, and can be taken back', async ({ page, baseURL }) => {
	await startWalk(page, baseURL ?? '', 'exchange');
	await perform(page, 'exchange');
	await openProvider(page, baseURL ?? '', 'issued');
	await page.getByRole('button', { name: /^Revoke the consent of Erin Example/ }).click();
	await expect(page.getByRole('list', { name: 'Consents' })).toHaveText(issuedTexts.consents.none);
	await press(page, 'Sign Erin Example out');
	await expect(page.getByRole('list', { name: 'Signed in' })).toHaveText(issuedTexts.sessions.none);
	await page.goto(`${baseURL}/flow/call/`);
	await page.getByText('UserInfo: who signed in').click();
	await press(page, 'Ask UserInfo');
	await expectCheck(page, 'as-bearer-valid', 'fail');
});

test('keys are rotated: the next token has another', async ({ page, baseURL }) => {
	const kids = (): Promise<string[]> =>
		page.evaluate(async (url) => {
			const { keys } = await (await fetch(`${url}/idp/jwks`)).json();
			return keys.map(({ kid }: { kid: string }) => kid);
		}, baseURL);
	await openWalk(page, baseURL ?? '');
	await perform(page, 'configure');
	const before = await kids();
	await openProvider(page, baseURL ?? '', 'policy');
	await press(page, 'Rotate the keys now');
	await expect(page.getByText('The next token is signed with a new key.')).toBeVisible();
	const after = await kids();
	expect(after.length).toBeGreaterThan(before.length);
	expect(after).toEqual(expect.arrayContaining(before));
});

test('settings go out as a file and come back, and can be reset', async ({ page, baseURL }) => {
	const named = (name: string) => list(page, 'users').getByRole('link', { name: new RegExp(`^${name}`) });
	await openProvider(page, baseURL ?? '', 'users');
	const erin = await openItem(page, 'users', 'Erin Example');
	await erin.getByRole('textbox', { name: 'Full name' }).fill('Erin Elsewhere');
	await save(page);
	await openSection(page, 'file');
	const file = await exportSettings(page);
	await press(page, 'Reset to the start');
	await press(page, 'Reset all settings');
	await openSection(page, 'users');
	await expect(named('Erin Example')).toBeVisible();
	await openSection(page, 'file');
	await importSettings(page, file);
	await openSection(page, 'users');
	await expect(named('Erin Elsewhere')).toBeVisible();
	await page.reload();
	await expect(named('Erin Elsewhere')).toBeVisible();
});

for (const [what, text, words] of [
	['no JSON', '{', 'The file is not JSON.'],
	['something else', '{"format":"har"}', 'not the settings of this provider'],
	[
		'a later version',
		'{"format":"pkce-playground-realm","version":99}',
		'of a version that this site does not know'
	]
] as const)
	test(`a file with ${what} is refused, and nothing changes`, async ({ page, baseURL }) => {
		await openProvider(page, baseURL ?? '', 'file');
		await importSettings(page, text);
		await expect(main(page).getByRole('alert')).toContainText(words);
		await openSection(page, 'users');
		await expect(list(page, 'users').getByRole('link', { name: /^Erin Example/ })).toBeVisible();
	});

test('hostile texts in a file stay texts, on this page and on the server’s', async ({ page, baseURL }) => {
	const hostile = '"><img src=x onerror="document.title=`owned`"><script>document.title="owned"</script>';
	const violations = await watchViolations(page);
	await openProvider(page, baseURL ?? '', 'file');
	const file = JSON.parse(await exportSettings(page));
	const { settings } = file;
	settings.applications[0].name = hostile;
	settings.users[0].name = hostile;
	settings.apis[0].name = hostile;
	settings.apis[0].scopes[0].description = hostile;
	await importSettings(page, JSON.stringify(file));
	await openSection(page, 'users');
	await expect(list(page, 'users').getByText(hostile)).toBeVisible();
	await openWalk(page, baseURL ?? '');
	await walkTo(page, 'authorize');
	await press(page, 'Sign in, in this tab');
	await page.getByRole('button', { name: 'Sign in as' }).first().click();
	await expect(page.getByText(hostile).first()).toBeVisible();
	await press(page, 'Allow');
	await expect(heading(page, 'callback')).toBeVisible();
	await expect(page).not.toHaveTitle('owned');
	expect(violations).toEqual([]);

	settings.applications[0].redirectUris = ['javascript:alert(1)'];
	await openProvider(page, baseURL ?? '', 'file');
	await importSettings(page, JSON.stringify(file));
	await expect(main(page).getByRole('alert')).toContainText('applications.0.redirectUris.0');
});

test('settings that nobody can read: told, and the start’s are used', async ({ page, baseURL }) => {
	await openProvider(page, baseURL ?? '', 'policy');
	const required = page.getByRole('checkbox', { name: 'Require state' });
	await required.check();
	await save(page);
	await page.evaluate(
		() =>
			new Promise<void>((resolve) => {
				const opening = indexedDB.open('pkce-playground /');
				opening.onsuccess = () => {
					const move = opening.result.transaction('entries', 'readwrite');
					move.objectStore('entries').put({
						kind: 'realm',
						key: 'settings',
						value: { users: 'nobody' },
						expiresAt: Infinity
					});
					move.oncomplete = () => resolve();
				};
			})
	);
	await openProvider(page, baseURL ?? '', 'policy');
	await expect(page.getByText(dashboardTexts.unreadable.title)).toBeVisible();
	await expect(required).not.toBeChecked();
	await startWalk(page, baseURL ?? '', 'callback');
});
