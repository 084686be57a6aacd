/** The embedded authorization server as a person meets it: its pages, and what a client would ask of it. */
import type { Page } from 'playwright/test';
import type { Host } from './site';

/** The verifier and challenge of RFC 7636 appendix B. */
export const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

export function authorizationUrl({ url }: Host, state: string): string {
	const parameters = new URLSearchParams({
		response_type: 'code',
		client_id: 'playground-spa',
		redirect_uri: `${url}/callback/`,
		scope: 'openid offline_access read:timesheets',
		audience: `${url}/api`,
		state,
		code_challenge: challenge,
		code_challenge_method: 'S256'
	});
	return `${url}/idp/authorize?${parameters}`;
}

export async function signIn(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Sign in as Erin Example' }).click();
	await page.getByRole('button', { name: 'Allow' }).click();
}

/** The query of every request from here on, read as the page is on its way to the callback. */
export const codeInResponse = async (page: Page): Promise<string> => {
	const request = await page.waitForRequest((sent) => /\/callback\/\?code=/.test(sent.url()));
	return new URL(request.url()).searchParams.get('code') ?? '';
};

/** What a token request for such a code says, beside the code. */
export const tokenFields = ({ url }: Host): Record<string, string> => ({
	grant_type: 'authorization_code',
	client_id: 'playground-spa',
	redirect_uri: `${url}/callback/`,
	code_verifier: verifier
});

/** The token request, sent by the page itself as any client would. */
export const redeem = (page: Page, host: Host, code: string): Promise<{ status: number; body: unknown }> =>
	page.evaluate(
		async ({ token, fields }) => {
			const response = await fetch(token, { method: 'POST', body: new URLSearchParams(fields) });
			return { status: response.status, body: await response.json() };
		},
		{ token: `${host.url}/idp/token`, fields: { ...tokenFields(host), code } }
	);

export const untilControlled = (page: Page): Promise<unknown> =>
	page.waitForFunction(() => navigator.serviceWorker.controller !== null);

/** What the content security policy blocked on any page of this tab, server pages included. */
export async function watchViolations(page: Page): Promise<string[]> {
	const violations: string[] = [];
	await page.exposeFunction('noteViolation', (what: string) => violations.push(what));
	await page.addInitScript(() => {
		document.addEventListener('securitypolicyviolation', (event) => {
			const note: unknown = Reflect.get(globalThis, 'noteViolation');
			if (typeof note === 'function')
				note(`${location.pathname}: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
		});
	});
	return violations;
}
