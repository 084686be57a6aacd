/** From the first click to the API's answer, on the embedded provider: the machine's part of the walk. */
import type { Browser } from 'playwright/test';
import { stepTexts } from '../../src/lib/lessons/en/walk/steps';
import { authorizationUrl, signIn, tokenFields, untilControlled } from './embedded';
import { expect, test } from './site';
import { openWalk } from './walk';

/** Milliseconds. The aim is 1,000: 920 to 1,430 were measured on a machine of two cores with five times its work. */
const budget = 1_300;
const tries = 10;

/** What is pressed, in order: a button when it can be, the way on when its step is done. */
const presses = [
	'Fetch the metadata',
	stepTexts.configure.next,
	'Generate a code verifier',
	stepTexts.verifier.next,
	'Use the S256 challenge',
	stepTexts.challenge.next,
	'Sign in, in this tab',
	'Sign in as Erin Example',
	'Allow',
	stepTexts.callback.next,
	'Send the token request',
	stepTexts.exchange.next,
	'Fetch the keys and verify',
	stepTexts.tokens.next,
	'Call the API'
];

/** Runs in every page of the walk: presses what is next as soon as it is there, without a person's or a driver's pause. */
function pressAll(names: string[]): void {
	const read = (key: string): number => Number(sessionStorage.getItem(key) ?? 0);
	const find = (name: string): HTMLElement | undefined =>
		[...document.querySelectorAll<HTMLElement>('main button, main a')].find(
			(one) => (one.textContent ?? '').includes(name) && !one.matches(':disabled, [aria-disabled=true]')
		);
	const isDone = (): boolean => document.querySelector('[aria-current=step][data-status=done]') !== null;
	const look = (): void => {
		const at = read('pace at');
		if (at === names.length && isDone() && read('pace end') === 0) {
			sessionStorage.setItem('pace end', String(Date.now()));
			return;
		}
		const next = find(names[at] ?? '');
		if (!next || at >= names.length || (next.matches('nav a') && !isDone())) return;
		if (at === 0) sessionStorage.setItem('pace start', String(Date.now()));
		sessionStorage.setItem('pace at', String(at + 1));
		next.click();
	};
	document.addEventListener('DOMContentLoaded', () => {
		look();
		new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
	});
}

/**
 * How much of a processor this page gets, from 0 to 1: the same small work over and over takes its least time when
 * nobody else is served meanwhile, and more on average when somebody is.
 */
function measureShare(): number {
	const times = Array.from({ length: 300 }, () => {
		const started = performance.now();
		for (let sum = 0, count = 0; count < 400_000; count += 1) sum += Math.sqrt(count + sum);
		return performance.now() - started;
	});
	const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
	return Math.min(...times) / mean;
}

interface Pace {
	/** Milliseconds by the clock. */
	spent: number;
	/** Milliseconds without what the machine did for others. */
	own: number;
}

async function walkOnce(browser: Browser, url: string): Promise<Pace> {
	const context = await browser.newContext();
	const page = await context.newPage();
	await page.goto(`${url}/icon.svg`);
	const before = await page.evaluate(measureShare);
	await page.addInitScript(pressAll, presses);
	await openWalk(page, url);
	const read = (key: string): Promise<number> =>
		page.evaluate((name) => Number(sessionStorage.getItem(name) ?? 0), key).catch(() => 0);
	await expect.poll(() => read('pace end')).toBeGreaterThan(0);
	const spent = (await read('pace end')) - (await read('pace start'));
	const after = await page.evaluate(measureShare);
	await context.close();
	return { spent, own: (spent * (before + after)) / 2 };
}

const seconds = (milliseconds: number): string => (milliseconds / 1_000).toFixed(2);

test.describe.configure({ timeout: 240_000 });

test('the whole walk takes the machine about a second', async ({ browser, baseURL }) => {
	const paces: Pace[] = [];
	while (paces.length < tries && !paces.some(({ own }) => own < budget)) {
		paces.push(await walkOnce(browser, baseURL ?? ''));
	}
	const shown = paces.map(({ spent, own }) => `${seconds(own)} of ${seconds(spent)}`).join(', ');
	console.log(`First click to the API’s answer, in seconds of its own: ${shown}`);
	expect(Math.min(...paces.map(({ own }) => own))).toBeLessThan(budget);
});

/** Times what the two signatures of the answer take by themselves, which no server can be faster than. */
const mostTimesFloor = 10;

const median = (times: readonly number[]): number =>
	[...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

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

test('a token request takes the service worker a few times its signatures', async ({ page, host }) => {
	await page.goto(`${host.url}/flow/configure/`);
	await untilControlled(page);
	const authorize = authorizationUrl(host, 'pace');
	await page.goto(authorize);
	await signIn(page);
	await page.waitForURL(/callback/);
	const requests = {
		authorize: `${authorize}&response_mode=form_post`,
		token: `${host.url}/idp/token`,
		fields: tokenFields(host)
	};
	const ratios: number[] = [];
	while (ratios.length < tries && !ratios.some((ratio) => ratio < mostTimesFloor)) {
		const floor = median(await page.evaluate(timeSignatures));
		const { times, kinds } = await page.evaluate(timeTokens, requests);
		expect(new Set(kinds)).toEqual(new Set(['RS256']));
		// The fastest: what others do on this machine lengthens an answer, which passes through four processes.
		ratios.push(Math.min(...times) / floor);
		const share = Math.round((100 * floor) / median(times));
		const shown = `${median(times).toFixed(1)} ms, at best ${Math.min(...times).toFixed(1)}`;
		console.log(`A token request: ${shown}; ${share} % of it for its signatures`);
	}
	expect(Math.min(...ratios)).toBeLessThan(mostTimesFloor);
});
