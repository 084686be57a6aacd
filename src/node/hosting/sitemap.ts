/** A list of the pages for search engines (sitemaps.org). This file has no import: the build's settings read it. */

/** Pages of one sign-in, which are of use to nobody else, and the one that others show in a frame. */
const notListed = /^\/(?:callback|popup|idp|embed)\//;

export const isListed = (page: string): boolean => !notListed.test(page);

const escaped = (text: string): string =>
	text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/**
 * The address of the site from what whoever builds it gives, without a slash at the end; undefined where nothing is given.
 * Throws on what is no address of a page on the web, so that a build fails and nobody publishes wrong links.
 */
export function parseSiteUrl(text: string, base: string): string | undefined {
	if (text === '') return undefined;
	const url = URL.canParse(text) ? new URL(text) : undefined;
	if (!url || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '')
		throw new Error(
			`SITE_URL is "${text}": write where the site will be, as https://docs.example.com${base}.`
		);
	const bare = url.href.replace(/\/+$/, '');
	if (url.pathname.replace(/\/+$/, '') !== base)
		throw new Error(
			`SITE_URL is "${text}" and BASE_PATH "${base}": the path of the one has to be the other, as ${url.origin}${base}.`
		);
	return bare;
}

export const sitemapOf = (siteUrl: string, pages: readonly string[]): string =>
	[
		'<?xml version="1.0" encoding="UTF-8"?>',
		'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
		...pages.filter(isListed).map((page) => `  <url><loc>${escaped(siteUrl + page)}</loc></url>`),
		'</urlset>',
		''
	].join('\n');
