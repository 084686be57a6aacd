/**
 * A World in memory: the client half on one side, both servers on the other, HTTP messages between them and nothing
 * else. A person reads the server's pages and presses their buttons. The clock stands still unless a test moves it.
 */
import { createMemoryStore } from '$lib/authorization-server/memory-store';
import { defaultRealmSettings } from '$lib/authorization-server/realm';
import type { RealmSettings } from '$lib/authorization-server/settings';
import type { World } from '$lib/flow/world';
import { decisionsSchema } from '$lib/trace/fact';
import { fromResponse, toRequest } from '$lib/wire/fetch-values';
import type { HttpRequest } from '$lib/wire/http';
import { exportJWK, generateKeyPair } from 'jose';
import * as v from 'valibot';
import {
	composeServers,
	issuer,
	origin,
	redirectUri,
	resource,
	shareKeys,
	start,
	type Browser
} from '../fixtures/servers';

export { issuer, origin, redirectUri, resource, start };

/** What was pressed on a page: the name and value of its button. */
export type Press = [name: string, value: string];

const attribute = (tag: string, name: string): string =>
	new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll('&amp;', '&') ?? '';

/** The form of a page that has the button, filled in as a browser would send it. */
function submission(page: string, [name, value]: Press): { action: string; body: string } {
	const forms = page.match(/<form\b[\s\S]*?<\/form>/g) ?? [];
	const form = forms.find((text) =>
		(text.match(/<button\b[^>]*>/g) ?? []).some(
			(tag) => attribute(tag, 'name') === name && attribute(tag, 'value') === value
		)
	);
	if (!form) throw new Error(`No button ${name}=${value} on the page: ${page.slice(0, 2000)}`);
	const hidden = (form.match(/<input\b[^>]*type="hidden"[^>]*>/g) ?? []).map((tag): [string, string] => [
		attribute(tag, 'name'),
		attribute(tag, 'value')
	]);
	const body = new URLSearchParams([...hidden, [name, value]]).toString();
	return { action: attribute(form, 'action'), body };
}

export interface PairWorld extends World {
	/** Opens an address and presses the buttons in order; the address that the browser ends at. */
	visit(url: string, presses?: readonly Press[]): Promise<string>;
	/** Milliseconds to move the clock by. */
	wait(milliseconds: number): void;
	/** Every message that was sent, as the servers got it. */
	sent: HttpRequest[];
}

export const signInAndAllow: readonly Press[] = [
	['user', 'erin'],
	['action', 'allow']
];

export function createPairWorld(change: (settings: RealmSettings) => void = () => undefined): PairWorld {
	const settings = defaultRealmSettings({ origin, base: '' });
	change(settings);
	let time = start;
	let count = 0;
	const now = (): number => time;
	const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));
	const store = createMemoryStore(now);
	void shareKeys(store);
	const answer = composeServers({ settings, store, now, random });
	const sent: HttpRequest[] = [];

	return {
		now,
		random,
		newKey: async () =>
			JSON.stringify(await exportJWK((await generateKeyPair('ES256', { extractable: true })).privateKey)),
		sent,
		wait: (milliseconds) => {
			time += milliseconds;
		},
		async send(request) {
			sent.push(structuredClone(request));
			const platform = toRequest(request);
			platform.headers.set('origin', origin);
			const response = await fromResponse(await answer(platform, {}));
			return { id: `exchange-${++count}`, request, response, at: now(), ms: 1, via: 'page' };
		},
		async look({ log }, about) {
			const url = new URL(log);
			if ('state' in about) url.searchParams.set('state', about.state);
			else url.searchParams.set('request_id', about.requestId);
			return v.parse(decisionsSchema, await (await answer(new Request(url), {})).json());
		},
		async visit(url, presses = signInAndAllow) {
			// Each visit is another browser, with its one cookie.
			const browser: Browser = {};
			let response = await answer(new Request(url), browser);
			for (const press of presses) {
				if (response.status !== 200) break;
				const { action, body } = submission(await response.text(), press);
				const headers = { 'content-type': 'application/x-www-form-urlencoded', origin };
				response = await answer(
					new Request(new URL(action, url), { method: 'POST', headers, body }),
					browser
				);
				const next = response.headers.get('location') ?? '';
				if (next.startsWith(`${issuer}/`)) response = await answer(new Request(next), browser);
			}
			const location = response.headers.get('location');
			if (!location) throw new Error(`No redirect but ${response.status}: ${await response.text()}`);
			return location;
		}
	};
}
