import { describe, expect, it } from 'vitest';
import { openerPolicyOf } from '$lib/lexicon/opener-policy';
import { headerFiles } from '../../../src/node/hosting/header-files';
import { headerRules } from '../../../src/node/hosting/header-rules';
import { parseSiteUrl, sitemapOf } from '../../../src/node/hosting/sitemap';

const pages = ['/', '/callback/', '/flow/verifier/', '/popup/'];
const rulesOf = (base: string, embedHosts: string[] = []) =>
	headerRules({ base, pages, embedHosts, openerPolicyOf, forOthers: ['embed.js'] });
const fileOf = (path: string, base = '') =>
	headerFiles(rulesOf(base), base).find((file) => file.path === path)?.text ?? '';

describe('the headers of a built site', () => {
	it('set no header twice for any file', () => {
		const fits = (rule: string, path: string): boolean =>
			rule.endsWith('*') ? path.startsWith(rule.slice(0, -1)) : rule === path;
		for (const path of [
			...pages,
			'/_app/immutable/entry/start.js',
			'/service-worker.js',
			'/embed.js',
			'/not-there'
		])
			for (const base of ['', '/docs/pkce']) {
				const set = rulesOf(base)
					.filter(({ paths }) => paths.some((rule) => fits(rule, base + path)))
					.flatMap(({ headers }) => headers.map(([name]) => name));
				expect(set).toEqual([...new Set(set)]);
			}
	});

	it('let the named hosts and the site itself frame it, and nobody else', () => {
		const headers = rulesOf('', ['https://docs.example'])[0]?.headers;
		expect(headers).toContainEqual([
			'Content-Security-Policy',
			"frame-ancestors 'self' https://docs.example"
		]);
	});

	it('give the script for pages of others to everybody, and nothing else', () => {
		const open = rulesOf('/docs').filter(({ headers }) =>
			headers.some(([name, value]) => name === 'Access-Control-Allow-Origin' && value === '*')
		);
		expect(open.flatMap(({ paths }) => paths)).toEqual(['/docs/embed.js']);
	});

	it('tie every page to its popups but those that a popup shows', () => {
		const rule = rulesOf('/docs').find(({ headers }) => headers[0]?.[0] === 'Cross-Origin-Opener-Policy');
		expect(rule?.paths).toEqual(['/docs/', '/docs/flow/verifier/']);
	});

	it('stand in the words of each host, under the path of the site', () => {
		expect(fileOf('_headers', '/docs')).toContain('/docs/_app/immutable/*\n  Cache-Control: public');
		expect(fileOf('.htaccess', '/docs')).toContain('ErrorDocument 404 /docs/404.html');
		expect(fileOf('hosting/nginx.conf', '/a.b')).toContain('"~^/a\\.b/(index\\.html)?$"');
		expect(fileOf('hosting/Caddyfile', '/docs')).toContain('rewrite @missing /docs/404.html');
	});
});

describe('the address of a site', () => {
	it('is not known when nobody gives it', () => {
		expect(parseSiteUrl('', '/docs')).toBeUndefined();
	});

	it.each([
		['https://docs.example.com', '', 'https://docs.example.com'],
		['https://docs.example.com/', '', 'https://docs.example.com'],
		['https://docs.example.com/pkce/', '/pkce', 'https://docs.example.com/pkce']
	])('is %s for a site at "%s"', (text, base, url) => {
		expect(parseSiteUrl(text, base)).toBe(url);
	});

	it.each([
		['docs.example.com', ''],
		['ftp://docs.example.com', ''],
		['https://docs.example.com/?a=b', ''],
		['https://docs.example.com/#a', ''],
		['https://docs.example.com', '/pkce'],
		['https://docs.example.com/other', '/pkce']
	])('is refused when it is %s for a site at "%s"', (text, base) => {
		expect(() => parseSiteUrl(text, base)).toThrow('SITE_URL');
	});
});

describe('the sitemap', () => {
	const text = sitemapOf('https://docs.example.com/a&b', pages);

	it('lists the pages but those of one sign-in', () => {
		expect(text.match(/<loc>/g)).toHaveLength(2);
		expect(text).not.toMatch(/callback|popup/);
	});

	it('is well-formed, whatever is in the address', () => {
		expect(text).toContain('https://docs.example.com/a&#38;b/flow/verifier/');
	});
});
