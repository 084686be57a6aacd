/** The tutorial as a person uses it: down the page, each step where it is read of. */
import type { Locator, Page } from 'playwright/test';
import type { Status, StepId } from '../../src/lib/lexicon/steps';
import { placeOfStep, tutorialTexts } from '../../src/lib/lessons/en/tutorial/tutorial';
import { signIn } from './embedded';
import { expect } from './site';
import { actLabels } from './walk';

export const title = (page: Page): Locator =>
	page.getByRole('heading', { level: 1, name: tutorialTexts.title });

/** The frame in which a step is taken. It comes when it is near. */
export const stepOn = (page: Page, id: StepId): Locator => page.locator(`#${placeOfStep(id)} [data-step]`);

export const expectStep = (page: Page, id: StepId, status: Status): Promise<void> =>
	expect(stepOn(page, id)).toHaveAttribute('data-status', status);

export async function openTutorial(page: Page, url: string): Promise<void> {
	await page.goto(`${url}/tutorial/`);
	await expect(title(page)).toBeVisible();
}

/** Scrolls until the step is there, as a reader does. */
export async function readTo(page: Page, id: StepId): Promise<Locator> {
	// Again where what has come above meanwhile moved it away, as a reader would.
	await expect(async () => {
		await page.locator(`#${placeOfStep(id)}`).scrollIntoViewIfNeeded();
		await expect(stepOn(page, id)).toHaveAttribute('data-ready', 'true', { timeout: 2000 });
	}).toPass({ timeout: 20_000 });
	return stepOn(page, id);
}

const labels: Partial<Record<StepId, string>> = actLabels;

/** Takes a step in its frame. */
export async function take(page: Page, id: StepId): Promise<void> {
	const frame = await readTo(page, id);
	const label = labels[id];
	if (label === undefined) {
		await frame.getByRole('button', { name: 'Sign in, in this tab', exact: true }).click();
		await signIn(page);
		await expect(title(page)).toBeVisible();
		return expectStep(page, 'callback', 'done');
	}
	await frame.getByRole('button', { name: label, exact: true }).click();
	await expectStep(page, id, 'done');
}
