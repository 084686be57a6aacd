/** Another site in the place of ours, in a frame of the element: it does what the test says, and shows what it is told. */
import type { FrameLocator, Page } from 'playwright/test';
import { expect, type Host } from './site';
import { openStranger, type Stranger } from './stranger';

const speaks = `const say = (more) => parent.postMessage({ type: 'pkce-playground', v: 1, ...more }, '*');
	addEventListener('message', ({ data }) => {
		const item = document.createElement('li');
		item.textContent = JSON.stringify(data);
		orders.append(item);
	});
	document.getElementById('query').textContent = location.search;
	document.getElementById('name').textContent = window.name;`;

/** What the page does by itself, by the folder that the element's src names. */
const manners: Record<string, string> = {
	'/': "say({ event: 'ready', page: 'walk', step: 'configure' });",
	'/quiet/': "addEventListener('click', () => say({ event: 'ready', page: 'walk' }));",
	'/tall/': "say({ event: 'ready', page: 'walk' }); say({ event: 'resize', height: 700 });",
	'/growing/': `say({ event: 'ready', page: 'walk' });
		addEventListener('resize', () => say({ event: 'resize', height: innerHeight + 16 }));
		say({ event: 'resize', height: 400 });`
};

export interface StandIn extends Stranger {
	/** Paths with queries of the frames that were loaded. */
	seen: string[];
}

export async function openStandIn(): Promise<StandIn> {
	const seen: string[] = [];
	const site = await openStranger(
		({ pathname, search }) => {
			seen.push(pathname + search);
			const manner = manners[pathname.replace(/(?:flow\/configure|tokens|diagnose)\/$/, '')] ?? '';
			return `<p id="query"></p><p id="name"></p><ul id="orders"></ul><script>${speaks}${manner}</script>`;
		},
		{ host: 'localhost' }
	);
	return { ...site, seen };
}

/** A page of documentation that loads the element from the built site. */
export const openDocs = (host: Host, html: string, headers: Record<string, string> = {}): Promise<Stranger> =>
	openStranger(() => ({
		html: `<script type="module" src="${host.url}/embed.js"></script>${html}`,
		headers
	}));

export interface Heard {
	name: string;
	detail: unknown;
	id: string;
}

/** Events of all elements of the page, from before its first script on. */
export async function listenTo(page: Page): Promise<() => Promise<Heard[]>> {
	await page.addInitScript(() => {
		const heard: object[] = [];
		Object.assign(window, { heard });
		for (const name of ['ready', 'step', 'outcome', 'resize', 'refused'])
			document.addEventListener(
				name,
				(event) => {
					if (event instanceof CustomEvent && event.target instanceof Element)
						heard.push({ name, detail: event.detail, id: event.target.id });
				},
				true
			);
	});
	return () => page.evaluate(() => Reflect.get(window, 'heard') as Heard[]);
}

export const frameIn = (page: Page, id = 'one'): FrameLocator =>
	page.locator(`#${id}`).frameLocator('iframe');

/** The stand-in has been told exactly this, in this order. */
export async function expectOrders(frame: FrameLocator, orders: readonly object[]): Promise<void> {
	const texts = orders.map((order) => JSON.stringify({ type: 'pkce-playground', v: 1, ...order }));
	await expect(frame.getByRole('listitem')).toHaveText(texts);
}
