/** Each mistake from the menu to its cause, and from there to the same done right. */
import type { Page } from 'playwright/test';
import type { DiagnosisCode } from '../../src/lib/lexicon/causes';
import type { CheckId } from '../../src/lib/lexicon/check';
import { mistakeSteps, type MistakeId } from '../../src/lib/lexicon/mistakes';
import type { StepId } from '../../src/lib/lexicon/steps';
import { pageTexts } from '../../src/lib/lessons/en/server/pages';
import { extensionTexts } from '../../src/lib/lessons/en/configure/options';
import { autopilotTexts } from '../../src/lib/lessons/en/walk/autopilot';
import { breakTexts, mistakeTexts } from '../../src/lib/lessons/en/walk/breaking';
import { frameTexts } from '../../src/lib/lessons/en/walk/frame';
import { secondAnswerTexts } from '../../src/lib/lessons/en/walk/second-answer';
import { expect, test } from './site';
import { bar, expectStatus, failedChecks, heading, openFields, openWalk } from './walk';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const inBar = (page: Page, name: string) => bar(page).getByRole('button', { name, exact: true });

/** Picks it from the menu, and has the walk come to where it is made. */
async function layOpen(page: Page, id: MistakeId): Promise<void> {
	await inBar(page, frameTexts.breakIt).click();
	await page.getByRole('button', { name: mistakeTexts[id].name }).click();
	await expect(heading(page, mistakeSteps[id])).toBeVisible();
	const made = page.getByText(mistakeTexts[id].made);
	const reach = inBar(page, breakTexts.reach);
	await expect(made.or(reach)).toBeVisible();
	if (await reach.isVisible()) await reach.click();
	await expect(made).toBeVisible();
}

/** Sends what lies open. */
const send = (page: Page): Promise<void> => page.keyboard.press('Control+Enter');

interface End {
	at: StepId;
	cause: DiagnosisCode;
	check: CheckId;
	/** Where the same done right ends. */
	right: StepId;
}

const ends: Record<MistakeId, End> = {
	'wrong-verifier': {
		at: 'exchange',
		cause: 'pkce-verifier-mismatch',
		check: 'as-verifier-matches',
		right: 'exchange'
	},
	'code-again': { at: 'exchange', cause: 'code-already-used', check: 'as-code-unused', right: 'exchange' },
	'id-token-at-api': { at: 'call', cause: 'access-token-invalid', check: 'rs-token-typ', right: 'call' },
	'wrong-state': { at: 'callback', cause: 'state-mismatch', check: 'callback-state', right: 'callback' },
	'hex-challenge': {
		at: 'callback',
		cause: 'pkce-challenge-malformed',
		check: 'as-challenge-form',
		right: 'callback'
	},
	'other-redirect-uri': {
		at: 'authorize',
		cause: 'redirect-uri-not-registered',
		check: 'as-redirect-uri-registered',
		right: 'callback'
	}
};

async function expectCause(page: Page, id: MistakeId): Promise<void> {
	const { at, cause, check, right } = ends[id];
	await expect(heading(page, at)).toBeVisible();
	await expect(page.locator('[data-cause]').first()).toHaveAttribute('data-cause', new RegExp(cause));
	await expect.poll(() => failedChecks(page)).toContain(check);
	await expect(page.getByText(breakTexts.sentHeading(mistakeTexts[id].name))).toBeVisible();
	await inBar(page, breakTexts.mend).click();
	await expectStatus(page, right, 'done');
	await expect(heading(page, right)).toBeVisible();
	await expect(page.locator('[data-cause]')).toHaveCount(0);
}

test('six mistakes are made in the open, sent by the person, explained, and done right', async ({
	page,
	baseURL
}) => {
	await openWalk(page, baseURL ?? '');

	await layOpen(page, 'wrong-verifier');
	await expectStatus(page, 'exchange', 'ready');
	await send(page);
	await expectCause(page, 'wrong-verifier');

	await layOpen(page, 'code-again');
	await send(page);
	await expectCause(page, 'code-again');

	await layOpen(page, 'id-token-at-api');
	await send(page);
	await expectCause(page, 'id-token-at-api');

	await layOpen(page, 'wrong-state');
	await send(page);
	await expect(page.getByText(secondAnswerTexts.title)).toBeHidden();
	await expectCause(page, 'wrong-state');

	await layOpen(page, 'hex-challenge');
	await send(page);
	await expectCause(page, 'hex-challenge');

	await layOpen(page, 'other-redirect-uri');
	await send(page);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(pageTexts.problem.title);
	await page.getByRole('link', { name: pageTexts.problem.explained }).click();
	await expectCause(page, 'other-redirect-uri');
});

test('they lie open as well where requests are pushed and proofs are sent', async ({ page, baseURL }) => {
	await openWalk(page, baseURL ?? '');
	await openFields(page);
	await page.getByText('Client authentication and extensions').click();
	for (const extension of ['par', 'dpop'] as const)
		await page.getByRole('checkbox', { name: extensionTexts[extension].label }).check();

	await layOpen(page, 'wrong-verifier');
	await send(page);
	await expectCause(page, 'wrong-verifier');

	await layOpen(page, 'other-redirect-uri');
	await send(page);
	await expectCause(page, 'other-redirect-uri');
});

test('whoever breaks it takes over from the autopilot', async ({ page, baseURL }) => {
	await openWalk(page, baseURL ?? '');
	await inBar(page, autopilotTexts.toEnd).click();
	await inBar(page, frameTexts.breakIt).click();
	await page.getByRole('button', { name: mistakeTexts['wrong-verifier'].name }).click();
	await expect(heading(page, mistakeSteps['wrong-verifier'])).toBeVisible();
	await expect(inBar(page, autopilotTexts.stop)).toHaveCount(0);
	// It lies open or waits for the person to have the walk come to it: nothing went out.
	await expect(
		page.getByText(mistakeTexts['wrong-verifier'].made).or(inBar(page, breakTexts.reach))
	).toBeVisible();
	await expect(page.getByRole('heading', { name: /^The token response/ })).toHaveCount(0);
});
