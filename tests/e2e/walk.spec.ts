import type { Page, Request } from 'playwright/test';
import { stepIds, type StepId } from '../../src/lib/lexicon/steps';
import { refusalTexts } from '../../src/lib/lessons/en/walk/attempts';
import { watchViolations } from './embedded';
import { everyBrowser, expect, test } from './site';
import {
	answer,
	edit,
	expectCheck,
	expectDone,
	expectStatus,
	failedChecks,
	goOn,
	heading,
	openWalk,
	perform,
	press,
	sendCodeAgain,
	shownRequest,
	startWalk,
	visit
} from './walk';

/** Every exchange, in order, with what happened inside the server. */
async function expectWire(page: Page): Promise<void> {
	const wire = page.getByRole('complementary', { name: 'On the wire' });
	await expect(wire.getByRole('listitem')).toHaveText([
		/OpenID Connect metadata.*200/s,
		/Authorization request/,
		/Authorization response/,
		/Token request.*200/s,
		/Key set.*200/s,
		/API call.*200/s,
		/Refresh request.*200/s
	]);
	await wire.getByText('Token request').click();
	await expect(wire.getByRole('group', { name: 'Raw request' })).toContainText('code_verifier=');
	await expect(wire.getByText('Inside the server: token').first()).toBeVisible();
}

test('the home page leads into the walk', async ({ page, baseURL }) => {
	await page.goto(`${baseURL}/`);
	await page.getByRole('link', { name: 'Start the walk', exact: true }).click();
	await expect(heading(page, 'configure')).toBeVisible();
	await perform(page, 'configure');
});

/** The request as the browser reports it, in the form in which the page shows it. */
function asShown(request: Request, shown: string): string {
	const { host, pathname, search } = new URL(request.url());
	const sent = request.headers();
	const names = (shown.split('\n\n')[0] ?? '').split('\n').slice(2);
	const headers = names.map((line) => line.split(':')[0] ?? '').map((name) => `${name}: ${sent[name]}\n`);
	return `${request.method()} ${pathname}${search} HTTP/1.1\nHost: ${host}\n${headers.join('')}\n`;
}

/** The paths that requests of the walk go to. */
const paths: Partial<Record<StepId, string>> = {
	configure: '/.well-known/openid-configuration',
	authorize: '/idp/authorize',
	exchange: '/idp/token',
	tokens: '/idp/jwks',
	call: '/api/timesheets',
	renew: '/idp/token'
};

/** Does a step, and compares what it sends with what was shown before. */
async function performAsShown(page: Page, id: StepId): Promise<void> {
	const path = paths[id];
	if (path === undefined) return perform(page, id);
	const shown = await shownRequest(page);
	const leaving = page.waitForRequest((request) => new URL(request.url()).pathname.endsWith(path));
	await perform(page, id);
	// The body is compared at a server of the test's own: not every browser tells it here.
	expect(asShown(await leaving, shown)).toBe(`${shown.split('\n\n')[0]}\n\n`);
}

test(
	'the whole walk on the embedded provider: sent as it was shown, and all of it on the wire',
	everyBrowser,
	async ({ page, baseURL }) => {
		const violations = await watchViolations(page);
		const errors: string[] = [];
		const elsewhere: string[] = [];
		page.on('pageerror', (error) => errors.push(error.message));
		page.context().on('request', (request) => {
			if (!request.url().startsWith(`${baseURL}/`)) elsewhere.push(request.url());
		});
		await openWalk(page, baseURL ?? '');
		for (const id of stepIds) {
			await performAsShown(page, id);
			expect(await failedChecks(page)).toEqual([]);
			if (id !== 'authorize' && id !== 'renew') await goOn(page, id);
		}
		await expectDone(page, 'renew');
		await expectWire(page);
		expect({ violations, errors, elsewhere }).toEqual({ violations: [], errors: [], elsewhere: [] });
	}
);

test('a wrong verifier: the server refuses, says at which check, and the walk goes on', async ({
	page,
	baseURL
}) => {
	await startWalk(page, baseURL ?? '', 'exchange');
	await edit(page, 'code_verifier', 'A'.repeat(43));
	await perform(page, 'exchange', 'failed');
	await expect(page.getByText('The server answered with the error “invalid_grant”')).toBeVisible();
	await expectCheck(page, 'as-verifier-matches', 'fail');
	await expect(page.getByText('You edited this request before it was sent')).toBeVisible();
	await expect(page.getByText('Changed: code_verifier')).toBeVisible();
	await expectStatus(page, 'tokens', 'locked');
	await page.reload();
	await expect(page.getByText('Changed: code_verifier')).toBeVisible();
	await press(page, 'Start a new attempt');
	await expect(heading(page, 'authorize')).toBeVisible();
	// The server still knows who it is, and what was allowed.
	await press(page, 'Sign in, in this tab');
	await expectStatus(page, 'callback', 'done');
	await goOn(page, 'callback');
	await perform(page, 'exchange');
});

test('another redirect URI at the token endpoint is refused at its check', async ({ page, baseURL }) => {
	await startWalk(page, baseURL ?? '', 'exchange');
	await edit(page, 'redirect_uri', `${baseURL}/elsewhere/`);
	await perform(page, 'exchange', 'failed');
	await expect(page.getByText('The server answered with the error “invalid_grant”')).toBeVisible();
	await expectCheck(page, 'as-code-redirect-uri', 'fail');
	await expect(page.getByText('Changed: redirect_uri')).toBeVisible();
});

test('a parameter that is missing is refused at its check', async ({ page, baseURL }) => {
	await startWalk(page, baseURL ?? '', 'exchange');
	await edit(page, 'code_verifier', undefined);
	await perform(page, 'exchange', 'failed');
	await expectCheck(page, 'as-verifier-present', 'fail');
	await expect(page.getByText('Changed: code_verifier')).toBeVisible();
});

test('the same code twice: the server refuses the replay and revokes what it gave', async ({
	page,
	baseURL
}) => {
	await startWalk(page, baseURL ?? '', 'exchange');
	await perform(page, 'exchange');
	await sendCodeAgain(page);
	await expectStatus(page, 'exchange', 'failed');
	await expectCheck(page, 'as-code-unused', 'fail');
});

test('an authorization request without its challenge comes back as an error, explained', async ({
	page,
	baseURL
}) => {
	await startWalk(page, baseURL ?? '', 'authorize');
	await edit(page, 'code_challenge', undefined);
	await press(page, 'Sign in, in this tab');
	await expect(heading(page, 'callback')).toBeVisible();
	await expectStatus(page, 'callback', 'failed');
	await expect(page.getByText('The server answered with the error “invalid_request”')).toBeVisible();
	await expectCheck(page, 'callback-no-error', 'fail');
	await expectCheck(page, 'as-challenge-present', 'fail');
	await expect(page.getByText('Changed: code_challenge')).toBeVisible();
	await expectStatus(page, 'exchange', 'locked');
});

test('a redirect URI that is not registered is told at the server, and never redirected to', async ({
	page,
	baseURL
}) => {
	await startWalk(page, baseURL ?? '', 'authorize');
	await edit(page, 'redirect_uri', `${baseURL}/elsewhere/`);
	await press(page, 'Sign in, in this tab');
	await expect(page.getByRole('heading', { name: 'This request cannot be answered' })).toBeVisible();
	expect(new URL(page.url()).pathname).toBe('/idp/authorize');
	await page.goBack();
	await expectDone(page, 'authorize');
	// Nothing came back: the server says here what it decided.
	await expect(page.getByText(refusalTexts.title)).toBeVisible();
	await expectCheck(page, 'as-redirect-uri-registered', 'fail');
	await visit(page, 'callback');
	await expect(page.getByText(refusalTexts.title)).toBeVisible();
	await page.getByRole('link', { name: refusalTexts.paste }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'What does this error mean?' })).toBeVisible();
});

test('the API refuses a call without its scope and says which', async ({ page, baseURL }) => {
	await startWalk(page, baseURL ?? '', 'call', { scope: 'openid read:timesheets' });
	await page.getByRole('combobox', { name: 'Method' }).selectOption('POST');
	await page
		.getByRole('textbox', { name: 'Body', exact: true })
		.fill('{"date":"2026-01-05","project":"a","hours":1}');
	await perform(page, 'call', 'failed');
	await expect(answer(page, 'The API’s answer')).toContainText('403');
	await expectCheck(page, 'rs-scope', 'fail');
	await visit(page, 'renew');
	await expect(page.getByText('There is no refresh token')).toBeVisible();
});

test('UserInfo answers with the subject of the ID token', async ({ page, baseURL }) => {
	await startWalk(page, baseURL ?? '', 'call');
	await page.getByText('UserInfo: who signed in').click();
	await press(page, 'Ask UserInfo');
	await expectCheck(page, 'userinfo-sub', 'pass');
	await expectCheck(page, 'userinfo-status', 'pass');
});

test('a token is asked about, revoked, and the session is ended in a tab of its own', async ({
	page,
	context,
	baseURL
}) => {
	await startWalk(page, baseURL ?? '', 'renew');
	await page.getByText('Introspection: is a token still good?').click();
	await press(page, 'Ask about the token');
	await expectCheck(page, 'introspection-active', 'pass');
	await page.getByText('Revocation: end a token early').click();
	await press(page, 'Revoke the token');
	await expectCheck(page, 'revocation-status', 'pass');
	await press(page, 'Refresh the access token');
	await expect(page.getByText('invalid_grant').first()).toBeVisible();

	await page.getByText('Sign-out: end the session').click();
	const opened = context.waitForEvent('page');
	await press(page, 'Sign out, in a new tab');
	const signOut = await opened;
	await signOut.waitForURL((url) => url.href.startsWith(`${baseURL}/?state=`));
	await expect(page.getByRole('complementary').getByText('Sign-out request')).toBeVisible();
});
