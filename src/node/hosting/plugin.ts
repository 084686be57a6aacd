/**
 * Writes beside the built site what hosts read: headers for each kind of host, and a sitemap where the address is known; and
 * into its pages what other sites show of a link.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import { headerFiles } from './header-files.ts';
import { headerRules, type BuiltSite } from './header-rules.ts';
import { isListed, sitemapOf } from './sitemap.ts';
import { withSocial, type Social } from './social.ts';

interface Options extends Omit<BuiltSite, 'pages'> {
	folder: string;
	social: Social;
}

/** Paths of the pages of a built site, each from `/` to `/`. */
export const pagesIn = (folder: string): string[] =>
	readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((file) => `/${file.replaceAll('\\', '/')}`)
		.filter((file) => file.endsWith('/index.html'))
		.map((file) => file.slice(0, -'index.html'.length))
		.sort();

/** Behind SvelteKit's own plugin: it writes the site when the bundle of the server is closed. */
export function hosting({ folder, social, ...site }: Options): Plugin {
	let isLast = false;
	const write = (path: string, text: string): void => {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	};
	return {
		name: 'hosting',
		apply: 'build',
		configResolved({ build }) {
			isLast = Boolean(build.ssr);
		},
		closeBundle: {
			sequential: true,
			order: 'post',
			handler() {
				if (!isLast) return;
				const pages = pagesIn(folder);
				for (const { path, text } of headerFiles(headerRules({ ...site, pages }), site.base))
					write(path, text);
				if (social.siteUrl !== undefined) write('sitemap.xml', sitemapOf(social.siteUrl, pages));
				for (const page of pages.filter(isListed)) {
					const path = `${page}index.html`;
					write(path, withSocial(readFileSync(join(folder, path), 'utf8'), page, social));
				}
			}
		}
	};
}
