/** The development server, for the page that only it has. */
import { createServer } from 'vite';
import type { Page } from 'playwright/test';
import { expect } from './site';

export interface Gallery {
	url: string;
	stop(): Promise<void>;
}

export async function openGallery(): Promise<Gallery> {
	const server = await createServer({ server: { port: 0, hmr: false, watch: null }, logLevel: 'error' });
	await server.listen();
	const url = server.resolvedUrls?.local[0];
	if (url === undefined) throw new Error('The development server has no address');
	return { url: `${url}gallery/`, stop: () => server.close() };
}

/** Opens it with everything in it drawn. */
export async function visitGallery(page: Page, { url }: Gallery, view = 'both'): Promise<void> {
	await page.goto(`${url}?view=${view}`);
	await expect(page.locator('html[data-ready=true]')).toBeAttached();
}
