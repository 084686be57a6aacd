/** A token request in the worker, against what its two signatures take by themselves: no server can be faster. */
import type { Browser } from 'playwright';
import { authorizationUrl, signIn, tokenFields, untilControlled } from '../e2e/embedded';
import type { Host } from '../e2e/site';
import { median, shown } from './numbers';
import { openPage } from './open-page';

/** Runs in a page: milliseconds of two RS256 signatures, as an ID token and an access token need them. */
async function timeSignatures(): Promise<number[]> {
	const name = 'RSASSA-PKCS1-v1_5';
	const kind = { name, hash: 'SHA-256', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) };
	const { privateKey } = await crypto.subtle.generateKey(kind, false, ['sign', 'verify']);
	const times: number[] = [];
	while (times.length < 40) {
		const started = performance.now();
		for (const size of [500, 900]) await crypto.subtle.sign(name, privateKey, new Uint8Array(size));
		times.push(performance.now() - started);
	}
	return times;
}

interface TokenRequests {
	authorize: string;
	token: string;
	fields: Record<string, string>;
}

/**
 * Runs in a page of somebody who is signed in and has said yes before, so that the authorization endpoint gives a code
 * at once, here in a form that a script can read: milliseconds until a token request is answered, and how its tokens
 * are signed.
 */
async function timeTokens({
	authorize,
	token,
	fields
}: TokenRequests): Promise<{ times: number[]; kinds: string[] }> {
	const times: number[] = [];
	const kinds = new Set<string>();
	while (times.length < 40) {
		const page = new DOMParser().parseFromString(await (await fetch(authorize)).text(), 'text/html');
		const code = page.querySelector('input[name=code]')?.getAttribute('value') ?? '';
		const body = new URLSearchParams({ ...fields, code });
		const started = performance.now();
		const response = await fetch(token, { method: 'POST', body });
		const answer: Record<string, string> = await response.json();
		times.push(performance.now() - started);
		for (const jwt of [answer['id_token'], answer['access_token']])
			kinds.add(atob((jwt ?? '').split('.')[0] ?? ''));
	}
	return { times, kinds: [...kinds].map((header) => String(JSON.parse(header).alg)) };
}

export async function tokenRequest(browser: Browser, host: Host, times = 10): Promise<string[]> {
	const page = await openPage(browser);
	await page.goto(`${host.url}/flow/configure/`);
	await untilControlled(page);
	const authorize = authorizationUrl(host, 'bench');
	await page.goto(authorize);
	await signIn(page);
	await page.waitForURL(/callback/);
	const requests = {
		authorize: `${authorize}&response_mode=form_post`,
		token: `${host.url}/idp/token`,
		fields: tokenFields(host)
	};
	const floors: number[] = [];
	const requested: number[] = [];
	while (floors.length < times) {
		floors.push(median(await page.evaluate(timeSignatures)));
		const { times: answered, kinds } = await page.evaluate(timeTokens, requests);
		if (kinds.some((kind) => kind !== 'RS256')) throw new Error(`Not all is RS256: ${kinds.join(', ')}`);
		requested.push(median(answered));
	}
	await page.context().close();
	return [
		`A token request in the worker: ${shown(median(requested))}, its signatures ${shown(median(floors))}`,
		`  the request takes ${(median(requested) / median(floors)).toFixed(2)} times its signatures`
	];
}
