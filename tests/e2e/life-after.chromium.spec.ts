/** What comes after the tokens: an old refresh token on purpose, revocation seen, and a renewal that nobody sees. */
import { familyTexts, renewalTexts } from '../../src/lib/lessons/en/walk/renewal';
import { renewTexts } from '../../src/lib/lessons/en/walk/renew';
import { silentTexts } from '../../src/lib/lessons/en/walk/silent';
import { authorizeTexts } from '../../src/lib/lessons/en/walk/authorize';
import { tokenEndTexts } from '../../src/lib/lessons/en/walk/token-end';
import { watchViolations } from './embedded';
import { expect, test } from './site';
import { expectStatus, goOn, heading, perform, press, startWalk } from './walk';

test('an old refresh token that comes again ends the family, and each step of that is seen', async ({
	page
}) => {
	await startWalk(page, 'renew');
	await perform(page, 'renew');
	await expect(page.getByRole('heading', { name: renewalTexts.title })).toBeVisible();
	await page.getByText(familyTexts.reuse.title).click();
	await press(page, familyTexts.reuse.action);
	await expect(page.getByText(familyTexts.story.refusedTitle)).toBeVisible();
	await page.getByRole('button', { name: renewTexts.action, exact: true }).click();
	await expect(page.getByText(familyTexts.story.endedTitle)).toBeVisible();
	await expect(page.getByText('A rotated refresh token came a second time').first()).toBeVisible();
});

test('introspection says active, then no more; and the API is called once more', async ({ page }) => {
	await startWalk(page, 'renew');
	const { introspection, revocation } = tokenEndTexts;
	await page.getByText(introspection.title).click();
	await press(page, introspection.action);
	await expect(page.getByText(introspection.next)).toBeVisible();
	await page.getByText(revocation.title).click();
	await press(page, revocation.action);
	await expect(page.getByRole('heading', { name: revocation.since })).toBeVisible();
	await press(page, introspection.action);
	await expect(page.getByRole('row', { name: 'active true false' })).toBeVisible();
});

test('a silent attempt goes in a hidden frame, and its code is exchanged like any other', async ({
	page
}) => {
	const violations = await watchViolations(page);
	await startWalk(page, 'renew');
	await page.getByText(silentTexts.title).click();
	await press(page, silentTexts.start);
	await expect(heading(page, 'authorize')).toBeVisible();
	await press(page, authorizeTexts.frame);
	await expect(page.getByText(silentTexts.code)).toBeVisible();
	await expectStatus(page, 'callback', 'done');
	await goOn(page, 'callback');
	await perform(page, 'exchange');
	expect(violations).toEqual([]);
});

test('where nobody is signed in the frame brings login_required', async ({ page }) => {
	await startWalk(page, 'renew');
	const other = await page.context().newPage();
	await other.goto('/idp/end-session');
	await press(other, 'Sign out');
	await expect(other.getByRole('heading', { name: 'Signed out' })).toBeVisible();
	await other.close();
	await page.getByText(silentTexts.title).click();
	await press(page, silentTexts.start);
	await press(page, authorizeTexts.frame);
	await expect(page.getByText(silentTexts.error('login_required'))).toBeVisible();
});
