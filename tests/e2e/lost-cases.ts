/** Where the pages of cases and of comparing fetch a part of themselves later. */
import type { Page } from 'playwright/test';
import { tokensStepTexts } from '../../src/lib/lessons/en/walk/tokens-step';
import { againstTexts, opaqueTexts, tokensPageTexts } from '../../src/lib/lessons/en/tokens/page';
import type { Trace } from '../../src/lib/trace/fact';
import { generated, left } from '../fixtures/walk';
import { press, unfold, type Situation } from './lost-situations';

const report = 'tests/fixtures/reports/10-redirect-slash.har';

/** A case is kept after a yes. A page that is tried again may have it already. */
async function switchOn(page: Page): Promise<void> {
	const on = page.getByRole('button', { name: 'Switch it on' });
	await page.locator('[data-ready=true]').waitFor();
	if (await on.isVisible()) await on.click();
}

async function pasteTwo(page: Page, token: string): Promise<void> {
	await page.locator('[data-ready=true]').waitFor();
	for (const side of ['First', 'Second']) {
		const field = page.getByLabel(`Paste a token, a document or a URL: ${side}`);
		if (!(await field.isVisible())) continue;
		await field.fill(`${token}${side === 'First' ? '' : ' '}`);
		await field.blur();
	}
}

const onBench =
	(text: string) =>
	async (page: Page): Promise<void> => {
		await page.locator('[data-ready=true]').waitFor();
		await page.getByRole('textbox', { name: tokensPageTexts.paste.label }).fill(text);
	};

const sealed = `${Buffer.from('{"alg":"dir","enc":"A128GCM"}').toString('base64url')}..YWFhYWFhYWFhYWFh.YQ.YWFhYWFhYWFhYWFhYWFhYQ`;
const selective = `${Buffer.from('{"alg":"ES256"}').toString('base64url')}.${Buffer.from('{"_sd":[]}').toString('base64url')}.c2ln~WyJhIiwiYiIsImMiXQ~`;

const tokenSituations: Situation[] = [
	{
		name: 'an example on the bench',
		path: '/tokens/',
		act: async (page) => {
			await press(page, tokensPageTexts.paste.example);
			await page.locator('[data-verdict]').waitFor();
			await unfold(page);
		}
	},
	{ name: 'an encrypted token on the bench', path: '/tokens/', act: onBench(sealed) },
	{ name: 'an SD-JWT on the bench', path: '/tokens/', act: onBench(selective) },
	{
		name: 'an opaque token on the bench',
		path: '/tokens/',
		act: onBench('gho_16C7e42F292c6912E7710c838347Ae178B4a')
	},
	{
		name: 'keys that are asked for',
		path: '/tokens/',
		act: async (page) => {
			await onBench('gho_16C7e42F292c6912E7710c838347Ae178B4a')(page);
			await page.getByLabel(againstTexts.fields.issuer.label).fill('https://issuer.invalid');
			await press(page, againstTexts.fetch('issuer.invalid'));
		}
	},
	{
		name: 'a server that is asked about a token',
		path: '/tokens/',
		act: async (page) => {
			const { origin, host } = new URL(page.url());
			await onBench('gho_16C7e42F292c6912E7710c838347Ae178B4a')(page);
			await page.getByLabel(againstTexts.fields.issuer.label).fill(`${origin}/idp`);
			await press(page, againstTexts.fetch(host));
			await page.getByLabel(againstTexts.fields.clientId.label).fill('playground-spa');
			await press(page, opaqueTexts.introspect(host));
		}
	}
];

/** `walk`: a whole one. `token`: any JWT. */
export const caseSituations = (walk: Trace, token: string): Situation[] => [
	...tokenSituations,
	{
		name: 'the tokens of a walk for the bench',
		path: '/flow/tokens/',
		trace: walk,
		act: (page) => press(page, tokensStepTexts.onBench)
	},
	{ name: 'two tokens beside each other', path: '/compare/', act: (page) => pasteTwo(page, token) },
	{
		name: 'two files beside each other',
		path: '/compare/',
		act: async (page) => {
			for (const side of ['First', 'Second'])
				await page.getByLabel(`Choose a file: ${side}`).setInputFiles(report);
		}
	},
	{
		name: 'attempts that are compared',
		path: '/flow/authorize/',
		trace: [
			...walk.slice(0, 8),
			generated('authorize', { state: 'other', nonce: 'n' }),
			left({ state: 'other' })
		],
		act: unfold
	},
	{ name: 'the attempts of this tab', path: '/case/', trace: walk },
	{
		name: 'a case that is kept, and opened',
		path: '/case/',
		trace: walk,
		act: async (page) => {
			await switchOn(page);
			await press(page, 'Save this tab’s walk');
			await press(page, /^Open as a walk/);
		}
	},
	{
		name: 'a file that is kept as a case',
		path: '/case/',
		act: async (page) => {
			await switchOn(page);
			await page.getByLabel('Save a file').setInputFiles(report);
		}
	}
];
