/** A provider that takes nothing but pushed requests, proofs of possession with a nonce, and secured responses. */
import { stepIds } from '../../src/lib/lexicon/steps';
import { everyBrowser, expect, test } from '../e2e/site';
import {
	answer,
	expectCheck,
	expectDone,
	expectStatus,
	failedChecks,
	goOn,
	perform,
	press
} from '../e2e/walk';
import { clientId, openPeer } from './openid-provider';
import { signInAtPeer, toAuthorize, typeExtra, typeProvider } from './peer-page';

/** Each is wanted of the client by its registration: a walk without one of them does not pass. */
const openDemanding = (redirectUri: string) =>
	openPeer({
		redirectUri,
		resource: 'urn:peer:reports',
		algorithms: ['RS256', 'ES256', 'PS256'],
		client: {
			require_pushed_authorization_requests: true,
			dpop_bound_access_tokens: true,
			response_modes: ['query.jwt'],
			authorization_signed_response_alg: 'ES256',
			id_token_signed_response_alg: 'PS256'
		},
		extensions: {
			pushedAuthorizationRequests: { enabled: true },
			jwtResponseModes: { enabled: true },
			dPoP: { enabled: true, nonceSecret: Buffer.alloc(32, 7), requireNonce: () => true }
		}
	});

test(
	'the whole walk with PAR, DPoP and JARM, all of them required',
	everyBrowser,
	async ({ page, baseURL }) => {
		const peer = await openDemanding(`${baseURL}/callback/`);
		const scope = 'openid offline_access profile';
		await typeProvider(page, baseURL ?? '', { issuer: peer.issuer, clientId, scope });
		await typeExtra(page, [['prompt', 'consent']]);
		await page.getByText('Client authentication and extensions').click();
		await page.getByRole('combobox', { name: 'Response mode' }).selectOption('query.jwt');
		await page.getByRole('checkbox', { name: 'Pushed authorization requests (PAR)' }).check();
		await page.getByRole('checkbox', { name: 'Proof of possession (DPoP)' }).check();
		await toAuthorize(page);

		// The first proof has no nonce yet: the refusal brings one.
		await press(page, 'Push the request');
		await expect(page.getByText('The server answered with the error “use_dpop_nonce”')).toBeVisible();
		await press(page, 'Push the request again');
		await expect(answer(page, 'The answer to the pushed request')).toContainText(': 201 Created');
		await signInAtPeer(page, () => press(page, 'Sign in, in this tab'));
		await expectDone(page, 'authorize');
		await expectStatus(page, 'callback', 'ready');
		await expectStatus(page, 'exchange', 'locked');
		await press(page, 'Fetch the keys and verify');
		await expectDone(page, 'callback');
		await expectCheck(page, 'jarm-signature', 'pass');
		expect(await failedChecks(page)).toEqual([]);
		await goOn(page, 'callback');

		await perform(page, 'exchange');
		await expectCheck(page, 'token-dpop', 'pass');
		await goOn(page, 'exchange');
		await perform(page, 'tokens');
		await expectCheck(page, 'id-token-signature', 'pass');
		await goOn(page, 'tokens');
		await page.getByText('UserInfo: who signed in').click();
		await press(page, 'Ask UserInfo');
		await expectStatus(page, 'call', 'done');
		await expectCheck(page, 'userinfo-sub', 'pass');
		await goOn(page, 'call');
		await perform(page, 'renew');
		expect(await failedChecks(page)).toEqual([]);
		await expectDone(page, stepIds.at(-1) ?? 'renew');
		await peer.close();
	}
);

test('a plain request is refused there, and the cause is named', async ({ page, baseURL }) => {
	const peer = await openDemanding(`${baseURL}/callback/`);
	await typeProvider(page, baseURL ?? '', { issuer: peer.issuer, clientId, scope: 'openid' });
	await toAuthorize(page);
	await press(page, 'Sign in, in this tab');
	await expect(answer(page, 'Diagnosis').getByRole('listitem').first()).toHaveAttribute(
		'data-cause',
		'par-required'
	);
	await peer.close();
});
