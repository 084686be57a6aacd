/** Confidential clients of oidc-provider, as a test tenant has them, and signed requests. */
import { exportJWK, generateKeyPair } from 'jose';
import type { Page } from 'playwright/test';
import { failureTexts } from '../../src/lib/lessons/en/failures/failures';
import { expect, test } from '../e2e/site';
import { expectCheck, failedChecks, goOn, perform, press, visit } from '../e2e/walk';
import { clientId, openPeer, type Peer, type PeerOptions } from './openid-provider';
import { signInAtPeer, toAuthorize, typeExtra, typeProvider } from './peer-page';

/** The form of the first step, with its fold for clients open. */
async function typeClient(page: Page, url: string, peer: Peer, method: string): Promise<void> {
	const scope = 'openid offline_access profile';
	await typeProvider(page, url, { issuer: peer.issuer, clientId, scope });
	await typeExtra(page, [['prompt', 'consent']]);
	await page.getByText('Client authentication and extensions').click();
	await page.getByRole('combobox', { name: 'Client authentication' }).selectOption({ label: method });
}

/** From the callback, on screen, to the refreshed tokens. */
async function finish(page: Page): Promise<void> {
	for (const id of ['exchange', 'tokens'] as const) {
		await perform(page, id);
		expect(await failedChecks(page)).toEqual([]);
		await goOn(page, id);
	}
	await expect(page.getByText('UserInfo: who signed in')).toBeVisible();
	await visit(page, 'renew');
	await perform(page, 'renew');
	expect(await failedChecks(page)).toEqual([]);
}

const open = (baseURL: string | undefined, options: Omit<PeerOptions, 'redirectUri' | 'resource'>) =>
	openPeer({ redirectUri: `${baseURL}/callback/`, resource: 'urn:peer:reports', ...options });

const secret = 'a secret: with/signs+and=more%';

for (const method of ['client_secret_basic', 'client_secret_post'] as const)
	test(`${method}: the page that held the secret is left, and it is typed again`, async ({
		page,
		baseURL
	}) => {
		const peer = await open(baseURL, {
			client: { token_endpoint_auth_method: method, client_secret: secret }
		});
		await typeClient(page, baseURL ?? '', peer, method);
		await page.getByRole('textbox', { name: 'Client secret' }).fill(secret);
		await toAuthorize(page);
		await signInAtPeer(page, () => press(page, 'Sign in, in this tab'));
		await goOn(page, 'callback');
		await expect(page.getByText(failureTexts['secret-missing'].title)).toBeVisible();
		await page.getByRole('textbox', { name: 'Client secret' }).fill(secret);
		await press(page, 'Use this secret');
		await finish(page);
		await peer.close();
	});

test('private_key_jwt and a signed request that is pushed', async ({ page, baseURL }) => {
	const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
	const pasted = JSON.stringify(await exportJWK(privateKey));
	const jwk = { ...(await exportJWK(publicKey)), alg: 'ES256', use: 'sig' };
	const peer = await open(baseURL, {
		client: {
			token_endpoint_auth_method: 'private_key_jwt',
			require_signed_request_object: true,
			require_pushed_authorization_requests: true,
			jwks: { keys: [jwk] }
		},
		extensions: { requestObjects: { enabled: true }, pushedAuthorizationRequests: { enabled: true } }
	});
	await typeClient(page, baseURL ?? '', peer, 'private_key_jwt');
	await page.getByRole('checkbox', { name: 'Pushed authorization requests (PAR)' }).check();
	await page.getByRole('checkbox', { name: 'Signed request object (JAR)' }).check();
	await page.getByRole('textbox', { name: 'Or paste a private key as a JWK' }).fill(pasted);
	await press(page, 'Use this key');
	await toAuthorize(page);
	await press(page, 'Push the request');
	await expectCheck(page, 'par-status', 'pass');
	await signInAtPeer(page, () => press(page, 'Sign in, in this tab'));
	await goOn(page, 'callback');
	await expect(page.getByText(failureTexts['key-missing'].title)).toBeVisible();
	await page.getByRole('textbox', { name: 'Or paste a private key as a JWK' }).fill(pasted);
	await press(page, 'Use this key');
	await finish(page);
	await peer.close();
});
