import type { World } from '$lib/flow/world';
import { pagePlatform } from '../network/platform';
import { createWorld } from '../network/world';
import { startConfiguration } from '../storage/start-configuration';
import { openForgetfulServers, type Servers } from './in-page';
import { formRequest } from './page-form';

/** A sign-in has two pages; more answers than these are a circle. */
const mostAnswers = 10;

/** What a person presses: the first name of the list, then the consent. */
const presses = ['button[name="user"]', 'button[name="action"][value="allow"]'];

/** Signs in as a person does, by the forms of the pages, with nobody to look at them. The address at the end. */
async function signIn(servers: Servers, url: string): Promise<string> {
	let asked = new Request(url);
	for (let count = 0; count < mostAnswers; count += 1) {
		const response = await servers(asked);
		// For neither server: the browser is back at the client.
		if (!response) return asked.url;
		const location = response.headers.get('location');
		if (location !== null) {
			asked = new Request(new URL(location, asked.url));
			continue;
		}
		const page = new DOMParser().parseFromString(await response.text(), 'text/html');
		const button = presses
			.map((selector) => page.querySelector<HTMLButtonElement>(selector))
			.find((found) => found !== null);
		if (!button?.form) throw new Error(page.title);
		asked = formRequest(button.form, button, asked.url);
	}
	throw new Error('Too many redirects');
}

/**
 * Both servers and a person, in this page and in memory alone: what is signed and kept here is gone with the page, and the
 * servers of the walk know nothing of it.
 */
export function openRehearsal(base: string): {
	world: World;
	configuration: ReturnType<typeof startConfiguration>;
	visit: (url: string) => Promise<string>;
} {
	const servers = openForgetfulServers(base);
	const configuration = startConfiguration(location.origin, base);
	const send = (request: Request): Promise<Response> =>
		servers(request) ?? Promise.reject(new Error(request.url));
	return {
		world: createWorld(pagePlatform(configuration.issuer, send)),
		configuration,
		visit: (url) => signIn(servers, url)
	};
}
