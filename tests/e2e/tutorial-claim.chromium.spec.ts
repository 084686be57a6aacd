/** The tutorial’s claim: a person makes the rule as it says, signs in again, and finds the claim in the token. */
import { rulesTexts } from '../../src/lib/lessons/en/provider/rules';
import { save } from './provider-page';
import { expect, test } from './site';
import { openTutorial, stepOn, take } from './tutorial-page';

test('a namespaced claim, from the rule to the ID token', async ({ page, baseURL }) => {
	await openTutorial(page, baseURL ?? '');
	await page.getByRole('link', { name: 'a new rule with a custom claim' }).click();
	await page.getByRole('button', { name: rulesTexts.tryOne }).click();
	await expect(page.getByText('https://timesheets.example.com/department').first()).toBeAttached();
	await save(page);
	await openTutorial(page, baseURL ?? '');
	for (const id of ['configure', 'verifier', 'challenge', 'authorize', 'exchange', 'tokens'] as const)
		await take(page, id);
	const claim = stepOn(page, 'tokens').getByText('https://timesheets.example.com/department');
	await expect(claim.first()).toBeVisible();
	await expect(stepOn(page, 'tokens').getByText('Design').first()).toBeVisible();
});
