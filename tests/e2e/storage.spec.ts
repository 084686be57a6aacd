/** Storage that holds rubbish, is full, or is closed to the page. */
import type { Page } from 'playwright/test';
import { formTexts } from '../../src/lib/lessons/en/configure/configure-form';
import { failureTexts } from '../../src/lib/lessons/en/failures/failures';
import { moveIds, stepIds } from '../../src/lib/lexicon/steps';
import { editName } from '../../src/lib/flow/kept-edit';
import { draftName, fieldNames } from '../../src/lib/trace/configuration-fields';
import { signIn } from './embedded';
import { expect, test } from './site';
import {
	expectDone,
	goOn,
	openWalk,
	perform,
	press,
	signInHere,
	startWalk,
	visit,
	walkOnScreen,
	walkTo
} from './walk';

const rubbish = [
	'{"format":"pkce-playground-trace","version":1,"facts":[{"kind":"?"}]}',
	'{',
	'',
	'null',
	'7'
];

const fillStorage = (page: Page, text: string): Promise<void> =>
	page.evaluate((value) => {
		for (const name of ['trace', 'drafts']) sessionStorage.setItem(`pkce-playground / ${name}`, value);
		for (const name of ['configurations', 'preferences'])
			localStorage.setItem(`pkce-playground / ${name}`, value);
	}, text);

for (const text of rubbish)
	test(`storage filled with ${JSON.stringify(text)}: told, put aside, and the walk goes`, async ({
		page,
		baseURL
	}) => {
		await page.goto(`${baseURL}/icon.svg`);
		await fillStorage(page, text);
		await openWalk(page, baseURL ?? '');
		await expect(page.getByText(failureTexts['storage-unreadable'].title)).toBeVisible();
		const kept = await page.evaluate(() => Object.values({ ...sessionStorage }));
		expect(kept).toContain(text);
		await perform(page, 'configure');
		await page.reload();
		await expectDone(page, 'configure');
	});

/** Every name under which something is kept while it is typed. */
const draftNames = [
	...fieldNames.map(draftName),
	...[
		'endpoint token_endpoint',
		'endpoint issuer',
		'preset okta domain',
		'preset keycloak base',
		'link step'
	],
	...['verifier', 'challenge method', 'callback', 'call method', 'call url', 'call body', 'refresh scope'],
	...['return to', ...moveIds.map(editName)]
];

const texts = {
	'percent signs': '%zz=%\n%',
	'no address': 'http://[',
	'a name of every object': '__proto__',
	markup: '<img src=x onerror=alert(1)>',
	JSON: '{"a":[null]}\n{"a":[null]}',
	'very much': 'x'.repeat(20_000)
};

for (const [what, text] of Object.entries(texts))
	test(`every draft holding ${what}: every step opens, and the first one goes`, async ({ page, baseURL }) => {
		const errors: string[] = [];
		page.on('pageerror', ({ message }) => errors.push(message));
		// With all of the walk behind it every panel is open, and reads its drafts.
		await startWalk(page, baseURL ?? '', 'call');
		await page.evaluate(
			([names, value]) => {
				const drafts = Object.fromEntries(names.map((name) => [name, value]));
				sessionStorage.setItem('pkce-playground / drafts', JSON.stringify(drafts));
			},
			[draftNames, text] as const
		);
		await page.reload();
		await expect(page.locator('article[data-ready=true]')).toBeVisible();
		for (const id of stepIds) await visit(page, id);
		await visit(page, 'configure');
		await press(page, 'Built in: works at once');
		await page.getByText(formTexts.request, { exact: true }).click();
		await walkTo(page, 'authorize');
		expect(errors).toEqual([]);
	});

test('drafts and configurations of which a part is broken: told by name, the rest is there', async ({
	page,
	baseURL
}) => {
	const configuration = {
		issuer: 'https://id.example',
		clientId: 'kept',
		redirectUri: '',
		scope: '',
		extra: [],
		apiUrl: ''
	};
	await page.goto(`${baseURL}/icon.svg`);
	await page.evaluate((kept) => {
		sessionStorage.setItem(
			'pkce-playground / drafts',
			JSON.stringify({ 'configure scope': 7, 'configure clientId': 'typed' })
		);
		localStorage.setItem('pkce-playground / configurations', JSON.stringify([{ issuer: 1 }, kept]));
	}, configuration);
	await openWalk(page, baseURL ?? '');
	for (const reason of ['drafts-unreadable', 'saved-unreadable'] as const)
		await expect(page.getByRole('alert').getByText(failureTexts[reason].title)).toBeVisible();
	await expect(page.getByText('configure scope', { exact: false })).toBeVisible();
	await expect(page.getByRole('textbox', { name: 'Client ID' })).toHaveValue('typed');
	await page.getByText('Used before (1)').click();
	await expect(page.getByText('id.example')).toBeVisible();
	await page.reload();
	await expect(page.getByRole('textbox', { name: 'Client ID' })).toHaveValue('typed');
	await expect(page.getByText(failureTexts['drafts-unreadable'].title)).toBeHidden();
});

test('a database of another version: the embedded provider still answers', async ({ page, baseURL }) => {
	await page.goto(`${baseURL}/icon.svg`);
	await page.evaluate(
		() =>
			new Promise<void>((resolve, reject) => {
				const opening = indexedDB.open('pkce-playground /', 99);
				opening.onupgradeneeded = () => opening.result.createObjectStore('rubbish');
				opening.onerror = () => reject(opening.error);
				opening.onsuccess = () => {
					opening.result.close();
					resolve();
				};
			})
	);
	await startWalk(page, baseURL ?? '', 'exchange');
	await perform(page, 'exchange');
});

/** `how` is the error that every use of the page's storage throws. */
const breakStorage = (page: Page, how: 'SecurityError' | 'QuotaExceededError'): Promise<unknown> =>
	page.addInitScript((name) => {
		const refuse = (): never => {
			throw new DOMException('Refused by the test', name);
		};
		if (name === 'QuotaExceededError') Storage.prototype.setItem = refuse;
		else
			for (const storage of ['sessionStorage', 'localStorage'])
				Object.defineProperty(window, storage, { get: refuse });
	}, how);

test('storage-full: said, and the whole walk goes by popup', async ({ page, context, baseURL }) => {
	await breakStorage(page, 'QuotaExceededError');
	await walkOnScreen(page, baseURL ?? '', 'authorize');
	await expect(page.getByRole('alert').getByText(failureTexts['storage-full'].title)).toBeVisible();
	const opened = context.waitForEvent('page');
	await press(page, 'In a popup');
	await signIn(await opened);
	await expectDone(page, 'callback');
	await goOn(page, 'callback');
	await perform(page, 'exchange');
});

test('storage-blocked: said, and the whole walk goes in the page, which alone knows of it', async ({
	page,
	baseURL
}) => {
	await breakStorage(page, 'SecurityError');
	await walkOnScreen(page, baseURL ?? '', 'authorize');
	await expect(page.getByRole('alert').getByText(failureTexts['storage-blocked'].title)).toBeVisible();
	await expect(page.getByRole('button', { name: 'In a popup' })).toHaveCount(0);
	await signInHere(page);
	await expectDone(page, 'callback');
	await goOn(page, 'callback');
	await perform(page, 'exchange');
});
