/** The walk against oauth2-mock-server: no sign-in page, no iss in the callback, another scope than was asked for. */
import { OAuth2Server } from 'oauth2-mock-server';
import { stepIds } from '../../src/lib/lexicon/steps';
import { expect, test } from '../e2e/site';
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
import { toAuthorize, typeProvider } from './peer-page';

test('the whole walk', async ({ page, baseURL }) => {
	const server = new OAuth2Server();
	await server.issuer.keys.generate('RS256');
	await server.start(0, 'localhost');
	const { url: named = '' } = server.issuer;
	// It calls itself localhost, and is asked by another name of this machine.
	const issuer = named.replace('localhost', '127.0.0.1');
	await typeProvider(page, baseURL ?? '', { issuer, clientId: 'any-client', scope: 'openid profile' });
	await perform(page, 'configure', 'failed');
	await expectCheck(page, 'metadata-issuer', 'fail');
	await press(page, 'Use this issuer');
	await expect(page.getByRole('textbox', { name: 'Issuer' })).toHaveValue(named);
	await toAuthorize(page);
	await press(page, 'Sign in, in this tab');
	await expectDone(page, 'callback');
	await expectCheck(page, 'callback-issuer', 'skipped');
	await goOn(page, 'callback');
	await perform(page, 'exchange');
	await expectCheck(page, 'token-scope', 'warn');
	await goOn(page, 'exchange');
	await perform(page, 'tokens');
	await expectCheck(page, 'id-token-signature', 'pass');
	await goOn(page, 'tokens');
	await press(page, 'Ask UserInfo');
	await expectStatus(page, 'call', 'done');
	await expect(answer(page, 'UserInfo’s answer')).toContainText('johndoe');
	await goOn(page, 'call');
	await perform(page, 'renew');
	expect(await failedChecks(page)).toEqual([]);
	await expectDone(page, stepIds.at(-1) ?? 'renew');
	await server.stop();
});
