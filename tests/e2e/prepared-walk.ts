/**
 * A walk that is at a step before a test looks: made by the runner without a screen, of messages that the servers really
 * got, and put where the tab keeps its walk. For tests whose question begins at that step; whoever asks about the way
 * there goes it on screen (`walk.ts`).
 */
import type { Page } from 'playwright/test';
import { keysFor } from '../../src/lib/browser/storage/walk-keys';
import { startConfiguration } from '../../src/lib/browser/storage/start-configuration';
import { TabWalk } from '../../src/lib/browser/storage/tab-walk';
import { Runner } from '../../src/lib/flow/run';
import { walkTo } from '../../src/lib/flow/walk-to';
import type { World } from '../../src/lib/flow/world';
import { stepIds, type StepId } from '../../src/lib/lexicon/steps';
import { stepTexts } from '../../src/lib/lessons/en/walk/steps';
import type { Configuration } from '../../src/lib/trace/configuration';
import { decisionsSchema, type Trace } from '../../src/lib/trace/fact';
import { formatFact } from '../../src/lib/trace/format';
import { fromResponse, toRequest } from '../../src/lib/wire/fetch-values';
import { encodeBase64url } from '../../src/lib/wire/base64url';
import type { HttpRequest, HttpResponse } from '../../src/lib/wire/http';
import { parse } from 'valibot';
import { openLedger } from '../fixtures/ledger';
import { storageOf } from '../fixtures/storage';
import { expect } from './site';

/** How messages reach a server, and how a person answers its pages. */
interface Way {
	send(request: HttpRequest): Promise<HttpResponse>;
	/** The address that the browser comes back to. */
	visit(url: string): Promise<string>;
}

const random = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count));

const worldOf = ({ send }: Way): World => ({
	now: () => Date.now(),
	random,
	newKey: () => Promise.reject(new Error('A prepared walk proves no possession')),
	async send(request) {
		const at = Date.now();
		const id = encodeBase64url(random(12));
		return { id, request, response: await send(request), at, ms: 1, via: 'page' };
	},
	async look({ log }, about) {
		const url = new URL(log);
		if ('state' in about) url.searchParams.set('state', about.state);
		else url.searchParams.set('request_id', about.requestId);
		const { body } = await send({ method: 'GET', url: url.href, headers: [] });
		return parse(decisionsSchema, JSON.parse(body));
	}
});

/** The servers of the site itself, which answer in this page. */
const inPage = (page: Page): Way => ({
	send: (request) =>
		page.evaluate(async ({ url, method, headers, body }) => {
			const response = await fetch(url, { method, headers, ...(body === undefined ? {} : { body }) });
			const { status, statusText } = response;
			return { status, statusText, headers: [...response.headers], body: await response.text() };
		}, request),
	visit: (url) =>
		page.evaluate(async (start) => {
			let response = await fetch(start);
			for (const name of ['Sign in as Erin Example', 'Allow']) {
				const html = new DOMParser().parseFromString(await response.text(), 'text/html');
				const button = [...html.querySelectorAll('button')].find(
					({ textContent }) => textContent.replace(/\s+/g, ' ').trim() === name
				);
				if (!button?.form) throw new Error(`No button ${name} at ${response.url}`);
				const fields = [...new FormData(button.form)].map(([key, value]) => [key, String(value)]);
				const body = new URLSearchParams([...fields, [button.name, button.value]]);
				const action = new URL(button.form.getAttribute('action') ?? '', response.url);
				response = await fetch(action, { method: 'POST', body });
			}
			return response.url;
		}, url)
});

/** Servers on this machine. */
const onLoopback = (visit: Way['visit']): Way => ({
	send: async (request) => fromResponse(await fetch(toRequest(request))),
	visit
});

/** The last step that is done when this one is on screen: who signs in comes back to a callback that is read. */
const lastBefore = (id: StepId): StepId | undefined =>
	id === 'callback' ? id : stepIds[stepIds.indexOf(id) - 1];

async function makeWalk(way: Way, configuration: Configuration, id: StepId): Promise<Trace> {
	const ledger = openLedger();
	const runner = new Runner(worldOf(way), ledger);
	await runner.configure(configuration);
	const last = lastBefore(id);
	const stopped = last && (await walkTo(runner, last, { visit: way.visit }));
	if (stopped !== undefined) throw new Error(`The prepared walk ended at ${stopped}`);
	return ledger.trace;
}

const baseOf = (url: string): string => new URL(url).pathname.replace(/\/$/, '');

const startOf = (url: string): Configuration => startConfiguration(new URL(url).origin, baseOf(url));

/** A file of the site with nothing of the app in it. */
const openBare = (page: Page, url: string) => page.goto(`${url}/icon.svg`);

/** The worker of the site answers in this page from now on. */
const startWorker = (page: Page, url: string): Promise<void> =>
	page.evaluate(async (address) => {
		const workers = navigator.serviceWorker;
		if (workers.controller) return;
		const controlled = new Promise((resolve) => workers.addEventListener('controllerchange', resolve));
		await workers.register(`${address}/service-worker.js`, { scope: `${address}/`, type: 'module' });
		// One that was active before has claimed its pages already.
		(await workers.ready).active?.postMessage('claim');
		if (!workers.controller) await controlled;
	}, url);

/** Puts the walk into the tab as the site keeps it, and opens the step. */
async function openWith(page: Page, url: string, id: StepId, trace: Trace): Promise<void> {
	const storage = storageOf();
	new TabWalk(() => storage, keysFor(baseOf(url))).replace(trace.map(formatFact));
	await page.evaluate(
		(kept) => {
			for (const [key, value] of kept) sessionStorage.setItem(key, value);
		},
		Array.from({ length: storage.length }, (_, index) => {
			const key = storage.key(index) ?? '';
			return [key, storage.getItem(key) ?? ''] as const;
		})
	);
	await page.goto(`${url}/flow/${id}/`);
	await expect(page.locator('article[data-ready=true]')).toBeVisible();
	await expect(page.getByRole('heading', { level: 1, name: stepTexts[id].title })).toBeVisible();
}

/** Opens the site at `id` with everything before it done, at the servers of the site. What was done is returned. */
export async function startWalk(
	page: Page,
	url: string,
	id: StepId,
	changes: Partial<Configuration> = {}
): Promise<Trace> {
	await openBare(page, url);
	await startWorker(page, url);
	const trace = await makeWalk(inPage(page), { ...startOf(url), ...changes }, id);
	await openWith(page, url, id, trace);
	return trace;
}

/** The address to which a server on this machine sends everybody on at once. */
const sentOn = async (url: string): Promise<string> =>
	(await fetch(url, { redirect: 'manual' })).headers.get('location') ?? '';

/** The same at a server on this machine. `visit`: how somebody signs in there, and where they are sent. */
export async function startWalkAt(
	page: Page,
	url: string,
	id: StepId,
	changes: Partial<Configuration>,
	visit: (url: string) => Promise<string> = sentOn
): Promise<Trace> {
	const elsewhere = { ...startOf(url), audience: '', apiUrl: '', ...changes };
	const trace = await makeWalk(onLoopback(visit), elsewhere, id);
	await openBare(page, url);
	await openWith(page, url, id, trace);
	return trace;
}
