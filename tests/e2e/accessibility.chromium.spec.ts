/** axe finds nothing, on any step, in any state, in either theme. */
import { secondAnswerTexts } from '../../src/lib/lessons/en/walk/second-answer';
import type { Page } from 'playwright/test';
import { stepIds, type StepId } from '../../src/lib/lexicon/steps';
import { expectClean, expectTold } from './axe';
import { json, page as html, sign, type MisbehavingServer } from './misbehaving-server';
import { expect, test } from './own-server';
import { openTutorial, readTo, take } from './tutorial-page';
import {
	acts,
	edit,
	expectStatus,
	goOn,
	heading,
	openWalk,
	perform,
	press,
	sendCodeAgain,
	startWalk,
	visit
} from './walk';
import { breakTexts } from '../../src/lib/lessons/en/walk/breaking';
import { endTexts } from '../../src/lib/lessons/en/walk/end';
import { frameTexts } from '../../src/lib/lessons/en/walk/frame';
import { stepTexts } from '../../src/lib/lessons/en/walk/steps';

async function walkCleanly(page: Page, id: StepId): Promise<void> {
	await expect(heading(page, id)).toBeVisible();
	await expectClean(page, `${id}, ready`);
	await expectTold(page, `${id}, ready`);
	await acts[id](page);
	if (id === 'authorize') return;
	await expectStatus(page, id, 'done');
	await expectClean(page, `${id}, done`);
	await expectTold(page, `${id}, done`);
	if (id !== 'renew') await goOn(page, id);
}

/** One walk in which every step fails that can. */
async function walkBadly(page: Page, url: string, server: MisbehavingServer): Promise<void> {
	server.faults = { discovery: () => html('<h1>Nothing here</h1>', 404) };
	await openWalk(page, url);
	await press(page, 'Your own');
	await expectClean(page, 'configure, empty fields');
	await page.getByRole('textbox', { name: 'Issuer' }).fill('http://insecure.example');
	await expectClean(page, 'configure, refused issuer');
	await page.getByRole('textbox', { name: 'Issuer' }).fill(server.issuer);
	await page.getByRole('textbox', { name: 'Client ID' }).fill('client-of-the-test');
	await page.getByRole('textbox', { name: 'API to call' }).fill(`${server.issuer}/api`);
	await perform(page, 'configure', 'failed');
	await expectClean(page, 'configure, failed');
	server.faults = {};
	await perform(page, 'configure');
	await goOn(page, 'configure');
	await page.getByRole('textbox', { name: 'Code verifier' }).fill('short');
	await press(page, 'Use it all the same');
	await expectStatus(page, 'verifier', 'failed');
	await expectClean(page, 'verifier, failed');
	await goOn(page, 'verifier');
	await press(page, 'plain');
	await press(page, 'Use the plain challenge');
	await expectStatus(page, 'challenge', 'failed');
	await expectClean(page, 'challenge, plain and too short');
	await goOn(page, 'challenge');
	await edit(page, 'scope', 'openid offline_access');
	await expectClean(page, 'authorize, edited');
	await press(page, 'Sign in, in this tab');
	await expectStatus(page, 'callback', 'done');
	await page.getByText('Paste a callback URL', { exact: true }).click();
	await page.getByRole('textbox', { name: 'The whole address' }).fill('no url');
	await press(page, 'Read this callback');
	await expectClean(page, 'callback, refused text');
	await page.getByRole('textbox', { name: 'The whole address' }).fill(`${url}/callback/?code=a&state=wrong`);
	await press(page, 'Read this callback');
	await expectClean(page, 'callback, a second answer');
	await press(page, secondAnswerTexts.use);
	await expectStatus(page, 'callback', 'failed');
	await expectClean(page, 'callback, failed');
	await visit(page, 'exchange');
	server.faults = { token: () => json({ error: 'invalid_grant', error_description: 'No.' }, 400) };
	await perform(page, 'exchange', 'failed');
	await expectClean(page, 'exchange, failed');
	server.faults = {
		idToken: (claims, key) => sign({ ...claims, exp: 1_000 }, key),
		token: (good) => json({ ...good, refresh_token: 'refresh-of-the-test' })
	};
	await sendCodeAgain(page);
	await expectStatus(page, 'renew', 'ready');
	await goOn(page, 'exchange');
	await perform(page, 'tokens', 'failed');
	await expectClean(page, 'tokens, failed');
	await goOn(page, 'tokens');
	await perform(page, 'call', 'failed');
	await expectClean(page, 'call, failed');
	await visit(page, 'renew');
	server.faults = { token: () => json({ error: 'invalid_grant' }, 400) };
	await perform(page, 'renew', 'failed');
	await expectClean(page, 'renew, failed');
}

// axe reads every element of every state: slow on a busy machine.
test.describe.configure({ timeout: 180_000 });

test('before anything is done', async ({ page, baseURL }) => {
	await page.goto(`${baseURL}/`);
	await expectClean(page, 'home');
	for (const id of stepIds) {
		await page.goto(`${baseURL}/flow/${id}/`);
		await expect(page.getByRole('button', { name: 'This walk…' })).toBeEnabled();
		await expectClean(page, `${id}, first visit`);
	}
	await page.goto(`${baseURL}/flow/end/`);
	await expect(page.locator('article[data-ready=true]')).toBeVisible();
	await expectClean(page, 'the end, first visit', 'body');
	await page.goto(`${baseURL}/callback/?code=a&state=unknown`);
	await expect(page.getByText('No attempt here has this state')).toBeVisible();
	await expectClean(page, 'callback of nobody');
});

test('ready and done', async ({ page, baseURL }) => {
	await openWalk(page, baseURL ?? '');
	for (const id of stepIds) await walkCleanly(page, id);
	await press(page, frameTexts.breakIt);
	await expect(page.getByRole('list', { name: breakTexts.title })).toBeVisible();
	const foot = `[aria-label="${frameTexts.bar}"]`;
	await expectClean(page, 'the menu of mistakes', foot, foot);
	await page.keyboard.press('Escape');
	await page.getByRole('link', { name: stepTexts.renew.next }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(endTexts.titles.verified('Erin Example'));
	await expectClean(page, 'the end', 'body');
	await expectTold(page, 'the end');
	await page.goto(`${baseURL}/flow/renew/`);
	await press(page, 'This walk…');
	await expectClean(page, 'menu of the walk');
	await press(page, 'Close');
	await expectClean(page, 'everything on the wire', 'body');
});

test('the pages of the embedded provider', async ({ page, baseURL }) => {
	await startWalk(page, baseURL ?? '', 'authorize');
	await press(page, 'Sign in, in this tab');
	await expect(page).toHaveTitle(/Sign in/);
	await expectClean(page, 'sign-in');
	await press(page, 'Sign in as Erin Example');
	await expect(page).toHaveTitle(/Allow/);
	await expectClean(page, 'consent');
});

test('edited, refused and failed', async ({ page, baseURL, server }) => {
	await walkBadly(page, baseURL ?? '', server);
});

test('axe finds nothing in the tutorial, with its steps closed, and with all of them taken', async ({
	page,
	baseURL
}) => {
	await openTutorial(page, baseURL ?? '');
	for (const id of stepIds) await readTo(page, id);
	await expectClean(page, 'the tutorial, to read');
	await expectTold(page, 'the tutorial, to read');
	for (const id of stepIds.filter((step) => step !== 'callback')) await take(page, id);
	for (const id of stepIds) await readTo(page, id);
	await expectClean(page, 'the tutorial, done');
	await expectTold(page, 'the tutorial, done');
});
