/**
 * Drives the walk on screen as a person does: by the words on the page, one step after the other. A test whose question
 * begins later starts there (`startWalk`).
 */
import type { FrameLocator, Locator, Page } from 'playwright/test';
import type { CheckId } from '../../src/lib/lexicon/check';
import { stepIds, type Status, type StepId } from '../../src/lib/lexicon/steps';
import { formTexts } from '../../src/lib/lessons/en/configure/configure-form';
import { checkTexts } from '../../src/lib/lessons/en/checks/checks';
import { exchangeTexts } from '../../src/lib/lessons/en/walk/exchange';
import { messageTexts } from '../../src/lib/lessons/en/walk/message';
import { frameTexts } from '../../src/lib/lessons/en/walk/frame';
import { stepTexts } from '../../src/lib/lessons/en/walk/steps';
import { signIn } from './embedded';
import { expect } from './site';

export { startWalk } from './prepared-walk';

export const press = (page: Page, name: string): Promise<void> =>
	page.getByRole('button', { name, exact: true }).click();

/** The steps as the strip has them: it is there on every screen. */
export const rail = (page: Page): Locator => page.getByRole('navigation', { name: frameTexts.strip });

/** The foot of every step, with the one thing to do now. */
export const bar = (page: Page): Locator => page.getByRole('region', { name: frameTexts.bar });

const railLink = (page: Page, id: StepId): Locator =>
	rail(page).getByRole('link', { name: stepTexts[id].short });

export const expectStatus = (page: Page, id: StepId, status: Status): Promise<void> =>
	expect(railLink(page, id)).toHaveAccessibleName(new RegExp(`, ${status}$`));

/** Every step up to and with `id` is done. */
export async function expectDone(page: Page, id: StepId): Promise<void> {
	for (const earlier of stepIds.slice(0, stepIds.indexOf(id) + 1)) await expectStatus(page, earlier, 'done');
}

/** Goes to a step by the rail, without loading the page again. */
export async function visit(page: Page, id: StepId): Promise<void> {
	await railLink(page, id).click();
	await expect(heading(page, id)).toBeVisible();
}

export const heading = (page: Page, id: StepId): Locator =>
	page.getByRole('heading', { level: 1, name: stepTexts[id].title });

/** Goes on by the bar, or in the step where the bar has something to do before. */
export async function goOn(page: Page, from: StepId): Promise<void> {
	const next = stepIds[stepIds.indexOf(from) + 1];
	await page.getByRole('link', { name: stepTexts[from].next }).click();
	if (next) await expect(heading(page, next)).toBeVisible();
}

const statusWords = { pass: 'passed', fail: 'failed', warn: 'notice', skipped: 'skipped' } as const;

/** A check of this step and how it ended. One that failed is in sight under its tab; others may be in a list that is folded. */
export async function expectCheck(page: Page, id: CheckId, status: keyof typeof statusWords): Promise<void> {
	const row = page
		.getByRole('main')
		.getByRole('listitem', { includeHidden: true })
		.filter({ has: page.getByText(checkTexts[id].label, { exact: true }) })
		.filter({ hasText: statusWords[status] });
	await expect(row.first()).toBeAttached();
	if (status !== 'fail') return;
	const panel = row.first().locator('xpath=ancestor::*[@role="tabpanel"]');
	for (const of of await panel.all())
		await page.locator(`[aria-controls="${await of.getAttribute('id')}"]`).click();
	await expect(row.first()).toBeVisible();
}

/** Names of the checks that failed, in this step, also in lists that are folded. */
export const failedChecks = (page: Page): Promise<string[]> =>
	page
		.locator('[data-check][data-status=fail]')
		.evaluateAll((rows) => rows.map((row) => row.getAttribute('data-check') ?? ''));

/** From the authorization step to the callback step, in this tab. */
export async function signInHere(page: Page): Promise<void> {
	await press(page, 'Sign in, in this tab');
	await signIn(page);
	await expect(heading(page, 'callback')).toBeVisible();
}

/** The button of each step that sends or makes something. */
export const actLabels = {
	configure: 'Fetch the metadata',
	verifier: 'Generate a code verifier',
	challenge: 'Use the S256 challenge',
	exchange: 'Send the token request',
	tokens: 'Fetch the keys and verify',
	call: 'Call the API',
	renew: 'Refresh the access token'
} satisfies Partial<Record<StepId, string>>;

const pressing = (label: string) => (page: Page) => press(page, label);

/** What a person does in each step; the step is on screen before, and has its outcome after. */
export const acts: Record<StepId, (page: Page) => Promise<void>> = {
	configure: pressing(actLabels.configure),
	verifier: pressing(actLabels.verifier),
	challenge: pressing(actLabels.challenge),
	authorize: signInHere,
	callback: () => Promise.resolve(),
	exchange: pressing(actLabels.exchange),
	tokens: pressing(actLabels.tokens),
	call: pressing(actLabels.call),
	renew: pressing(actLabels.renew)
};

/** Does one step and waits for how it ends. */
export async function perform(page: Page, id: StepId, status: Status = 'done'): Promise<void> {
	await acts[id](page);
	await expectStatus(page, id, status);
}

export async function openWalk(page: Page, url: string): Promise<void> {
	await page.goto(`${url}/flow/configure/`);
	await expect(heading(page, 'configure')).toBeVisible();
}

/** Opens the fields of the built-in provider, which are filled in and folded. */
export async function openFields(page: Page): Promise<void> {
	// What was kept is read first: it may open them.
	await expect(page.locator('article[data-ready=true]')).toBeVisible();
	await page.getByText(formTexts.filled).click();
}

/** Walks from the open first step to `id`, which is on screen and not yet done. */
export async function walkTo(page: Page, id: StepId): Promise<void> {
	for (const step of stepIds.slice(0, stepIds.indexOf(id))) {
		await perform(page, step);
		// Signing in ends in the callback step by itself.
		if (step !== 'authorize') await goOn(page, step);
	}
}

/** Opens the site and walks on screen until `id`, everything before it done: where the way there is asked about. */
export async function walkOnScreen(page: Page, url: string, id: StepId): Promise<void> {
	await openWalk(page, url);
	await walkTo(page, id);
}

/** The facts of the walk as the tab keeps them. */
export const keptFacts = (page: Page): Promise<unknown[]> =>
	page.evaluate(() => {
		const head = sessionStorage.getItem('pkce-playground / walk') ?? '{"count":0}';
		const { walk, count }: { walk?: string; count: number } = JSON.parse(head);
		return Array.from(
			{ length: count },
			(_, index) => sessionStorage.getItem(`pkce-playground / walk ${walk} ${index}`) ?? 'null'
		).map((fact): unknown => JSON.parse(fact));
	});

/** The region with the answer to a message. */
export const answer = (page: Page, title: string): Locator => page.getByRole('region', { name: title });

/** The request that would be sent now, as it goes over the wire. */
export async function shownRequest(page: Page): Promise<string> {
	const box = page.getByRole('region', { name: 'The request to be sent' });
	await box.getByRole('button', { name: messageTexts.raw, exact: true }).first().click();
	return (await box.getByRole('group', { name: messageTexts.rawRequest }).first().textContent()) ?? '';
}

/** Sends the code of this attempt once more. */
export async function sendCodeAgain(page: Page): Promise<void> {
	// It comes in above the button, which moves.
	await expect(answer(page, exchangeTexts.answer)).toBeVisible();
	const again = page.getByRole('button', { name: exchangeTexts.again, exact: true });
	if (!(await again.isVisible())) await page.getByText(exchangeTexts.replayTitle, { exact: true }).click();
	await again.click();
}

/** Opens a tab of an answer or of the tokens. */
export const openTab = (page: Page, name: string): Promise<void> =>
	page.getByRole('tab', { name }).first().click();

/**
 * Asks for an answer that is a form. The walk has no choice for it, because most static sites can take no form: it is written
 * into the request.
 */
export async function askForForm(where: Page | FrameLocator): Promise<void> {
	await where.getByRole('button', { name: 'Edit before sending', exact: true }).click();
	const box = where.getByRole('region', { name: 'The request to be sent' }).first();
	await box.getByRole('button', { name: 'Add a row' }).first().click();
	await box
		.getByRole('textbox', { name: /^Name \d+$/ })
		.last()
		.fill('response_mode');
	await box.getByRole('textbox', { name: 'Value of response_mode', exact: true }).fill('form_post');
}

/** Changes one value of the message before it is sent; undefined takes the whole row away. */
export async function edit(page: Page, name: string, value: string | undefined): Promise<void> {
	const box = page.getByRole('region', { name: 'The request to be sent' }).first();
	const start = box.getByRole('button', { name: 'Edit before sending' });
	await expect(start.or(box.getByRole('button', { name: 'Undo all edits' }))).toBeVisible();
	if (await start.isVisible()) await start.click();
	if (value === undefined) await box.getByRole('button', { name: `Remove ${name}`, exact: true }).click();
	else await box.getByRole('textbox', { name: `Value of ${name}`, exact: true }).fill(value);
}
