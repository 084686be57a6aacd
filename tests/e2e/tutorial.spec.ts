/** The tutorial: read down, every step taken on the page, left for the sign-in alone. */
import { stepIds } from '../../src/lib/lexicon/steps';
import {
	placeOfStep,
	sectionFrom,
	tutorialSections,
	tutorialTexts
} from '../../src/lib/lessons/en/tutorial/tutorial';
import { homeTexts } from '../../src/lib/lessons/en/site/home';
import { stepTexts } from '../../src/lib/lessons/en/walk/steps';
import { signIn } from './embedded';
import { settle } from './measure';
import { startWalk } from './prepared-walk';
import { everyBrowser, expect, test } from './site';
import { expectStep, openTutorial, readTo, stepOn, take, title } from './tutorial-page';
import { expectDone, heading } from './walk';

test(
	'a reader takes all steps on the page, to an answer of the API and a refresh',
	everyBrowser,
	async ({ page, baseURL }) => {
		await openTutorial(page, baseURL ?? '');
		await expect(stepOn(page, 'verifier')).toHaveCount(0);
		for (const id of ['configure', 'verifier', 'challenge', 'authorize'] as const) await take(page, id);
		await expect(page).toHaveURL(`${baseURL}/tutorial/#${placeOfStep('callback')}`);
		await expect(page.locator(`#${placeOfStep('callback')}`)).toBeInViewport();
		for (const id of ['exchange', 'tokens', 'call'] as const) await take(page, id);
		await expect(stepOn(page, 'call').getByText('200', { exact: true }).first()).toBeVisible();
		await expect(stepOn(page, 'call').getByText('user-erin-0').first()).toBeVisible();
		await take(page, 'renew');
		await expect(page).toHaveURL(/\/tutorial\//);
		// It is the walk of the nine steps, with the same facts.
		await stepOn(page, 'renew').getByRole('link', { name: tutorialTexts.onItsPage }).click();
		await expect(heading(page, 'renew')).toBeVisible();
		await expectDone(page, 'renew');
	}
);

test(
	'a popup brings its answer to the place on the page where it is read',
	everyBrowser,
	async ({ page, context, baseURL }) => {
		await openTutorial(page, baseURL ?? '');
		for (const id of ['configure', 'verifier', 'challenge'] as const) await take(page, id);
		const opened = context.waitForEvent('page');
		await (await readTo(page, 'authorize')).getByRole('button', { name: 'In a popup' }).click();
		const popup = await opened;
		await signIn(popup);
		await expectStep(page, 'callback', 'done');
		await expect(page).toHaveURL(`${baseURL}/tutorial/#${placeOfStep('callback')}`);
		await expect(page.locator(`#${placeOfStep('callback')}`)).toBeInViewport();
		await take(page, 'exchange');
	}
);

test('a step that waits for another leads to it, and is open as soon as that is done', async ({
	page,
	baseURL
}) => {
	await openTutorial(page, baseURL ?? '');
	const frame = await readTo(page, 'challenge');
	await expectStep(page, 'challenge', 'locked');
	await frame.getByRole('link', { name: tutorialTexts.goTo(stepTexts.configure.title) }).click();
	await expect(page).toHaveURL(`${baseURL}/tutorial/#${placeOfStep('configure')}`);
	await take(page, 'configure');
	await expectStep(page, 'challenge', 'locked');
	await take(page, 'verifier');
	await expectStep(page, 'challenge', 'ready');
	// Whoever pressed the button stands on what has taken its place.
	const onward = stepOn(page, 'verifier').getByRole('link', { name: tutorialTexts.next });
	await expect(onward).toBeFocused();
	await onward.click();
	await expect(page).toHaveURL(/#code-challenge$/);
});

test('whoever goes on in the nine steps comes back to those, and not to the tutorial', async ({
	page,
	baseURL
}) => {
	await openTutorial(page, baseURL ?? '');
	for (const id of ['configure', 'verifier', 'challenge', 'authorize'] as const) await take(page, id);
	await page.goto(`${baseURL}/flow/authorize/`);
	// The person is still signed in, and has said yes: no page of the server is shown.
	await page.getByRole('button', { name: 'Sign in, in this tab', exact: true }).click();
	await expect(heading(page, 'callback')).toBeVisible();
});

test(
	'whoever is led to a place stands on it, also when the steps above come late, until they move',
	everyBrowser,
	async ({ page, baseURL }) => {
		await startWalk(page, baseURL ?? '', 'exchange');
		await openTutorial(page, baseURL ?? '');
		// As in a browser that does not move the page by what comes above.
		await page.evaluate(() => document.documentElement.style.setProperty('overflow-anchor', 'none'));
		const slug = sectionFrom('exchange');
		await page.getByRole('navigation').locator(`a[href="#${slug}"]`).click();
		for (const id of ['authorize', 'callback'] as const)
			await expect(stepOn(page, id)).toHaveAttribute('data-ready', 'true');
		await settle(page);
		const distance = () =>
			page.locator(`#${slug}`).evaluate((element) => Math.abs(element.getBoundingClientRect().top));
		await expect.poll(distance).toBeLessThan(40);
		await page.mouse.wheel(0, -300);
		await expect.poll(distance).toBeGreaterThan(200);
		await settle(page);
		expect(await distance()).toBeGreaterThan(200);
	}
);

test('a move that no key and no pointer made is a move as well, as of a search in the page or of a screen reader', async ({
	page,
	baseURL
}) => {
	await startWalk(page, baseURL ?? '', 'exchange');
	await openTutorial(page, baseURL ?? '');
	const place = page.locator(`#${sectionFrom('exchange')}`);
	await page
		.getByRole('navigation')
		.locator(`a[href="#${sectionFrom('exchange')}"]`)
		.click();
	for (const id of ['authorize', 'callback'] as const)
		await expect(stepOn(page, id)).toHaveAttribute('data-ready', 'true');
	await settle(page);
	await page.locator(`#${placeOfStep('renew')}`).evaluate((element) => element.scrollIntoView());
	await settle(page);
	// Every line of the page is of another height.
	await page.setViewportSize({ width: 700, height: 720 });
	await settle(page);
	await expect(place).not.toBeInViewport();
});

test('every section is linked from the contents, and can be linked to', async ({ page, baseURL }) => {
	await page.goto(baseURL ?? '');
	await page.getByRole('link', { name: homeTexts.tutorial }).click();
	await expect(title(page)).toBeVisible();
	const contents = page.getByRole('navigation', { name: tutorialTexts.contents });
	for (const { slug, title: name } of tutorialSections) {
		await contents.getByRole('link', { name, exact: true }).click();
		await expect(page).toHaveURL(`${baseURL}/tutorial/#${slug}`);
		await expect(page.getByRole('heading', { level: 2, name })).toBeInViewport();
	}
	for (const id of stepIds) await expect(page.locator(`#${placeOfStep(id)}`)).toBeAttached();
});
