/** Both embedded servers in memory, and browsers in front of them that keep a cookie, or use the one in the store. */
import { kinds } from '$lib/authorization-server/kinds';
import { createMemoryStore } from '$lib/authorization-server/memory-store';
import { defaultRealmSettings, type Store } from '$lib/authorization-server/realm';
import type { RealmSettings } from '$lib/authorization-server/settings';
import { createRuleRunner } from '$lib/embedded/rule-runner';
import { createEmbeddedServers } from '$lib/embedded/servers';
import { settingsEntry } from '$lib/embedded/kept-settings';
import { shareKeys } from '../../fixtures/servers';
import {
	authorizeParameters,
	form,
	interactionOf,
	issuer,
	native,
	origin,
	start,
	web,
	type Changes
} from '../../rfc/server';
import { loadWasm } from '../sandbox/sandbox-run';

export const cookieModes = ['headers', 'store'] as const;
export type Cookies = (typeof cookieModes)[number];

const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));
export function openServers(cookies: Cookies, store?: Store) {
	const clock = { now: start };
	const kept = store ?? createMemoryStore(() => clock.now);
	const answer = createEmbeddedServers({
		origin,
		base: '',
		store: kept,
		now: () => clock.now,
		random,
		cookies,
		rules: createRuleRunner({ loadWasm, now: () => clock.now })
	});
	const current = defaultRealmSettings({ origin, base: '' });
	current.applications.push(structuredClone(web), structuredClone(native));

	/** Changes the settings, as their owner does while pages wait. */
	async function settle(change: (settings: RealmSettings) => void = () => undefined): Promise<void> {
		change(current);
		await kept.put(...settingsEntry, structuredClone(current));
	}

	async function prepare(): Promise<void> {
		await shareKeys(kept);
		await settle();
	}

	return { clock, store: kept, answer, settle, prepare, kinds: Object.keys(kinds) };
}

export type Servers = ReturnType<typeof openServers>;

/** One browser. It follows the server to its own pages, and stops where it is sent anywhere else. */
export function openBrowser({ answer }: Servers, init: RequestInit = {}) {
	let cookie = '';

	async function send(url: string, request: RequestInit = {}): Promise<Response> {
		const headers = new Headers(request.headers);
		if (cookie !== '') headers.set('cookie', cookie);
		const response = await answer(new Request(new URL(url, issuer), { ...init, ...request, headers }));
		if (!response) throw new Error(`Not for these servers: ${url}`);
		const line = response.headers.get('set-cookie');
		if (line !== null) cookie = line.replace(/;.*/, '');
		const location = response.headers.get('location') ?? '';
		return location.startsWith(`${issuer}/`) ? send(location) : response;
	}
	const post = (path: string, changes: Changes, headers: Record<string, string> = {}) =>
		send(`${issuer}${path}`, {
			method: 'POST',
			body: form(changes),
			headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers }
		});
	const authorize = (changes: Changes = {}) =>
		send(`${issuer}/authorize?${form({ ...authorizeParameters, ...changes })}`);

	/** Signs a person in, at the page that asks for it. */
	async function signIn(page: Response, user = 'erin'): Promise<Response> {
		return post('/sign-in', { interaction: interactionOf(await page.text()), user });
	}
	return { send, post, authorize, signIn };
}

export type Browser = ReturnType<typeof openBrowser>;

/** What a page is, by its heading; where the browser is sent, if it is. */
export async function describePage(response: Response): Promise<string> {
	const location = response.headers.get('location');
	if (location !== null) return `to ${location}`;
	return (
		/<h1>([^<]*)/.exec(await response.clone().text())?.[1]?.replace(/\s+/g, ' ') ??
		`status ${response.status}`
	);
}
