import { sevenTexts } from '../../src/lib/lessons/en/site/seven';
import { scoreTexts } from '../../src/lib/lessons/en/walk/score';
import { entryOf, harOf, signIn } from '../fixtures/recordings';
import { expect, test } from './site';

test.use({ reducedMotion: 'reduce' });

test('a sign-in is played in the page: its messages cross, the tab keeps nothing, and the picture is a file', async ({
	page,
	baseURL
}) => {
	await page.goto(baseURL ?? '');
	await page.getByRole('button', { name: sevenTexts.play }).click();
	await expect(page.getByText(sevenTexts.played)).toBeVisible();
	const messages = page.getByRole('list', { name: scoreTexts.messages }).getByRole('link');
	await expect(messages).toHaveCount(7);
	await expect(messages.nth(2)).toHaveAccessibleName(/POST \/idp\/token; carries verifier, code$/);
	await expect(messages.nth(3)).toHaveAccessibleName(/200 · \d+ ms; carries nonce, access, ID, refresh$/);
	expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([]);

	for (const [name, type, start] of [
		[scoreTexts.saveSvg, 'svg', '<svg'],
		[scoreTexts.savePng, 'png', '\uFFFDPNG']
	] as const) {
		const download = page.waitForEvent('download');
		await page.getByRole('button', { name }).click();
		const file = await download;
		expect(file.suggestedFilename()).toBe(`pkce-sign-in.${type}`);
		const chunks: Buffer[] = [];
		for await (const chunk of await file.createReadStream()) chunks.push(Buffer.from(chunk));
		const text = Buffer.concat(chunks).toString('utf8');
		expect(text.startsWith(start)).toBe(true);
		if (type === 'svg') expect(text).not.toMatch(/var\(--|color-mix|class=/);
	}
});

test('a file that is dropped on a page is read by the box, and opened in the walk', async ({
	page,
	baseURL
}) => {
	await page.goto(`${baseURL}/provider/`);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	const har = harOf(signIn.map(entryOf));
	const drop = (text: string) => {
		const dataTransfer = new DataTransfer();
		dataTransfer.items.add(new File([text], 'customer.har'));
		document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
	};
	// A page takes files once it has started.
	await expect(async () => {
		await page.evaluate(drop, har);
		await expect(page.getByText('File: customer.har')).toBeVisible({ timeout: 1_000 });
	}).toPass();
	await page.getByRole('button', { name: 'Open it in the walk' }).click();
	await expect(page).toHaveURL(/\/flow\/tokens\/$/);
});

test('a metadata document stands in the first step, to be read there', async ({ page, baseURL }) => {
	const document = { issuer: 'https://id.example', token_endpoint: 'https://id.example/token' };
	await page.goto(baseURL ?? '');
	await page
		.getByRole('textbox', { name: 'Paste or drop anything' })
		.fill(JSON.stringify({ ...document, authorization_endpoint: 'https://id.example/authorize' }));
	await page.getByRole('button', { name: 'Use this document' }).click();
	await expect(page.getByRole('textbox', { name: 'Issuer' })).toHaveValue('https://id.example');
	await page.getByRole('button', { name: 'Read this document' }).click();
	await expect(page.getByText('https://id.example/authorize').first()).toBeVisible();
});
