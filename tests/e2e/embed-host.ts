/** A page of documentation on another site, with the playground in frames of it. */
import type { Frame, FrameLocator, Page } from 'playwright/test';
import type { EmbedEvent, EmbedEventMessage, EmbedOrder } from '../../src/lib/lexicon/embedding';
import { embedType, embedVersion } from '../../src/lib/lexicon/embedding';
import { openHost, type Host } from './site';
import { openStranger, type Stranger } from './stranger';

/** The sites that whoever built the sub-path build has allowed for these tests (tests/run.ts): one for each browser. */
const ports: Record<string, number> = { chromium: 47_317, firefox: 47_318 };

export interface Docs {
	host: Host;
	docs: Stranger;
	close(): Promise<void>;
}

interface Shown {
	/** Path and query of our page, without the base. */
	path: string;
	width?: number;
	height?: number;
	attributes?: string;
}

const frameHtml = (url: string, { path, width = 720, height = 480, attributes = '' }: Shown): string =>
	`<iframe title="The frame" ${attributes} width="${width}" height="${height}"
		style="border:0;display:block" src="${(url + path).replaceAll('&', '&amp;')}"></iframe>`;

/** What the host page does: it writes down what it hears, and of whom. */
const listening = `<style>body{margin:0}</style><script>
	window.heard = [];
	addEventListener('message', ({ origin, data, source }) => {
		const frames = [...document.querySelectorAll('iframe')];
		const from = frames.findIndex((frame) => frame.contentWindow === source);
		window.heard.push({ origin, data, from });
		if (window.fits && data.event === 'resize') frames[from].height = data.height;
	});
</script>`;

/** `more`: what else is on the page. */
export async function openDocs(browserName: string, shown: readonly Shown[], more = ''): Promise<Docs> {
	const host = await openHost('build-sub-path', '/docs/pkce');
	const html = `${listening}${shown.map((one) => frameHtml(host.url, one)).join('')}${more}`;
	const docs = await openStranger(() => html, { port: ports[browserName] ?? 0 });
	return {
		host,
		docs,
		close: async () => {
			await docs.close();
			await host.stop();
		}
	};
}

export const frameAt = (page: Page, index = 0): FrameLocator => page.frameLocator('iframe').nth(index);

/** The frame itself, for what is asked of its page. */
export async function innerFrame(page: Page, index = 0): Promise<Frame> {
	const element = await page.locator('iframe').nth(index).elementHandle();
	const frame = await element?.contentFrame();
	if (!frame) throw new Error(`No frame ${index}`);
	return frame;
}

interface Heard {
	origin: string;
	data: EmbedEventMessage;
	from: number;
}

export const heard = (page: Page): Promise<Heard[]> =>
	page.evaluate(() => (window as unknown as { heard: Heard[] }).heard);

/** The events of one kind, in order. */
export async function events<Kind extends EmbedEvent['event']>(
	page: Page,
	kind: Kind
): Promise<Omit<Extract<EmbedEvent, { event: Kind }>, 'event'>[]> {
	const all = await heard(page);
	return all.flatMap(({ data }) => {
		const { type: _, v: __, ...said } = data;
		if (said.event !== kind) return [];
		const { event: ___, ...rest } = said;
		return [rest as unknown as Omit<Extract<EmbedEvent, { event: Kind }>, 'event'>];
	});
}

/** Says it to the first frame, as the host. */
export const order = (page: Page, wanted: EmbedOrder): Promise<void> =>
	page.evaluate((message) => document.querySelector('iframe')?.contentWindow?.postMessage(message, '*'), {
		type: embedType,
		v: embedVersion,
		...wanted
	});
