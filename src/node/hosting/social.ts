/** What other sites show of a link to a page (Open Graph, ogp.me). This file has no import: the build's settings read it. */

export interface Social {
	/** Of the whole site. */
	name: string;
	/** What the picture shows, for whoever does not see it. */
	picture: string;
	/** Where the site will be, with its base and without a slash at the end; undefined: not known. */
	siteUrl: string | undefined;
}

/** The picture of every page, in `static`. */
export const socialPicture = { file: 'social.png', width: 1200, height: 630 } as const;

/** Behind which they stand: above all that a page puts into its head by itself. */
const anchor = '<meta name="referrer" content="no-referrer" />';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** An address has to be whole there, and a picture is nothing without its address. */
const atAddress = (siteUrl: string, page: string, picture: string): [string, string][] => [
	['og:url', escaped(siteUrl + page)],
	['og:image', escaped(`${siteUrl}/${socialPicture.file}`)],
	['og:image:width', `${socialPicture.width}`],
	['og:image:height', `${socialPicture.height}`],
	['og:image:alt', escaped(picture)]
];

/**
 * The page with its tags. Unchanged: a page without a title or a description, as those of one sign-in, or one of another
 * template. `page`: its path, from `/` to `/`.
 */
export function withSocial(html: string, page: string, { name, picture, siteUrl }: Social): string {
	// Both are of this site, and escaped where they stand but for a quote in a title.
	const title = /<title>([^<]+)<\/title>/.exec(html)?.[1];
	const description = /<meta name="description" content="([^"]+)"/.exec(html)?.[1];
	if (title === undefined || description === undefined) return html;
	const properties: [string, string][] = [
		['og:type', 'website'],
		['og:site_name', escaped(name)],
		['og:title', title.replaceAll('"', '&quot;')],
		['og:description', description],
		...(siteUrl === undefined ? [] : atAddress(siteUrl, page, picture))
	];
	const tags = [
		...properties.map(([property, content]) => `<meta property="${property}" content="${content}" />`),
		`<meta name="twitter:card" content="${siteUrl === undefined ? 'summary' : 'summary_large_image'}" />`
	];
	return html.replace(anchor, () => [anchor, ...tags].join('\n\t\t'));
}
