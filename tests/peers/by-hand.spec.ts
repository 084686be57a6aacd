/** A message that no page may send, sent by the command on screen, and the walk that goes on with what came back. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Page } from 'playwright/test';
import { byHandTexts } from '../../src/lib/lessons/en/walk/by-hand';
import { foresightTexts, hiddenTexts, sentHidden } from '../../src/lib/lessons/en/failures/hidden-answers';
import { failureTexts } from '../../src/lib/lessons/en/failures/failures';
import { expectCheck, expectStatus, failedChecks, goOn, perform, press } from '../e2e/walk';
import { everyBrowser } from '../e2e/site';
import { clientId, openPeer } from './openid-provider';
import { signInHereAtPeer, toAuthorize, typeProvider } from './peer-page';
import { expect, expectReason, test, toExchange, withTokenEndpoint } from './silences';
import { openServer } from './silent-servers';

/** The command on screen, run by a shell, as the person runs it. */
async function runCommand(page: Page): Promise<string> {
	const main = page.getByRole('main');
	const command = (await main.getByRole('group', { name: 'curl command' }).textContent()) ?? '';
	const { stdout } = await promisify(execFile)('sh', ['-c', command]);
	return stdout;
}

const openByHand = (page: Page): Promise<void> =>
	page.getByRole('main').getByText(byHandTexts.title, { exact: true }).first().click();

async function readOutput(page: Page): Promise<void> {
	const output = await runCommand(page);
	await page.getByRole('textbox', { name: byHandTexts.answerLabel }).fill(output);
	await press(page, byHandTexts.action);
}

test.describe('a provider that lets no page read its token endpoint', () => {
	test(
		'one code is lost, and the next attempt is finished by hand',
		everyBrowser,
		async ({ page, baseURL }) => {
			const peer = await openPeer({
				redirectUri: `${baseURL}/callback/`,
				resource: 'urn:peer:reports',
				cors: false
			});
			await typeProvider(page, baseURL ?? '', { issuer: peer.issuer, clientId, scope: 'openid profile' });
			await toAuthorize(page);
			await signInHereAtPeer(page);
			await goOn(page, 'callback');
			await press(page, 'Send the token request');
			await expectReason(page, 'cors-for-client', {
				plain: 'nothing',
				unread: 'answered',
				preflight: 'readable'
			});
			const main = page.getByRole('main');
			await expect(main.getByText(hiddenTexts.code.title)).toBeVisible();
			await expect(main.getByText(sentHidden(1))).toBeVisible();
			await expect(main.getByText(byHandTexts.title, { exact: true })).toHaveCount(0);
			await press(page, 'Start a new attempt');
			await press(page, 'Sign in, in this tab');
			await goOn(page, 'callback');
			await expect(main.getByText(foresightTexts.because.address)).toBeVisible();
			await press(page, foresightTexts.byHand);
			await readOutput(page);
			await expectStatus(page, 'exchange', 'done');
			await expect(page.getByText(byHandTexts.pasted)).toBeVisible();
			expect(await failedChecks(page)).toEqual([]);
			await goOn(page, 'exchange');
			await perform(page, 'tokens');
			await expectCheck(page, 'id-token-signature', 'pass');
			await peer.close();
		}
	);

	test('a body alone is taken too, and one that is nonsense is not', async ({ page, baseURL, open }) => {
		const endpoint = await open(
			openServer(() => ({ status: 400, body: '{"error":"invalid_grant","error_description":"Too late"}' }))
		);
		const server = await withTokenEndpoint(`${endpoint.url}/token`);
		await toExchange(page, baseURL ?? '', server);
		await openByHand(page);
		await page.getByRole('checkbox', { name: byHandTexts.originLabel }).check();
		const output = await runCommand(page);
		const answer = page.getByRole('textbox', { name: byHandTexts.answerLabel });
		await answer.fill('HTTP/1.1 200 OK\nnonsense');
		await expect(page.getByText(failureTexts['answer-malformed'].title)).toBeVisible();
		await expect(page.getByRole('button', { name: byHandTexts.action })).toBeDisabled();
		await answer.fill(output.slice(output.indexOf('{')));
		await expect(page.getByRole('textbox', { name: byHandTexts.statusLabel })).toHaveValue('400');
		await press(page, byHandTexts.action);
		await expect(page.getByText('The server answered with the error “invalid_grant”')).toBeVisible();
		await expect(page.getByText(byHandTexts.assumed)).toBeVisible();
		expect(endpoint.heard.at(-1)).toMatchObject({
			method: 'POST',
			headers: { origin: new URL(baseURL ?? '').origin }
		});
		await server.close();
	});
});
