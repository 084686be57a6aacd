import { describe, expect, it } from 'vitest';
import { withSocial } from '../../../src/node/hosting/social';

const social = { name: 'A “site” & "more"', picture: 'Seven messages', siteUrl: undefined };

const pageOf = (head: string): string =>
	`<head>\n\t\t<meta name="referrer" content="no-referrer" />\n\t\t${head}\n\t</head>`;

const page = pageOf(
	'<title>1. A "step" &amp; more</title><meta name="description" content="What it &quot;is&quot;." />'
);

const contents = (html: string): Record<string, string> =>
	Object.fromEntries(
		[...html.matchAll(/<meta (?:property|name)="((?:og|twitter):[^"]+)" content="([^"]*)" \/>/g)].map(
			([, name = '', content = '']) => [name, content]
		)
	);

describe('what other sites show of a link', () => {
	it('is the title and the description of the page, escaped once', () => {
		expect(contents(withSocial(page, '/flow/a/', social))).toEqual({
			'og:type': 'website',
			'og:site_name': 'A “site” &amp; &quot;more&quot;',
			'og:title': '1. A &quot;step&quot; &amp; more',
			'og:description': 'What it &quot;is&quot;.',
			'twitter:card': 'summary'
		});
	});

	it('has whole addresses where the address of the site is known', () => {
		const tags = contents(withSocial(page, '/flow/a/', { ...social, siteUrl: 'https://docs.example/b' }));
		expect(tags).toMatchObject({
			'og:url': 'https://docs.example/b/flow/a/',
			'og:image': 'https://docs.example/b/social.png',
			'og:image:width': '1200',
			'og:image:height': '630',
			'og:image:alt': 'Seven messages',
			'twitter:card': 'summary_large_image'
		});
	});

	it('stands before what the page puts into its head, and changes nothing else', () => {
		const html = withSocial(page, '/', social);
		expect(html.indexOf('og:title')).toBeLessThan(html.indexOf('<title>'));
		expect(html.replace(/\n\t\t<meta (?:property="og|name="twitter)[^>]+>/g, '')).toBe(page);
	});

	it.each([
		['a description', pageOf('<title>Nothing more</title>')],
		['a title', pageOf('<meta name="description" content="Nothing more" />')]
	])('is nothing for a page without %s', (_what, html) => {
		expect(withSocial(html, '/', { ...social, siteUrl: 'https://docs.example' })).toBe(html);
	});
});
