/** The same rules in the words of each host. This file has no import but types: the build's settings read it. */
import type { HeaderRule } from './header-rules';

/** A file for a host, and where it goes in the built site. */
export interface HeaderFile {
	path: string;
	text: string;
}

const isPrefix = (path: string): boolean => path.endsWith('*');

/** A regular expression for the paths of a rule, as nginx and Apache read them. */
const expressionOf = (path: string): string => {
	const escaped = path.replace(/\*$/, '').replace(/[.+?()[\]{}|^$\\]/g, '\\$&');
	return `^${escaped}${isPrefix(path) ? '' : '(index\\.html)?$'}`;
};

/** `_headers` of Netlify and of Cloudflare Pages: rules that fit a path add up. */
const netlify = (rules: readonly HeaderRule[]): string =>
	rules
		.flatMap(({ paths, headers }) =>
			paths.map((path) => [path, ...headers.map(([name, value]) => `  ${name}: ${value}`), ''])
		)
		.flat()
		.join('\n');

/** Each header with the rules that set it: what an nginx variable is made of. */
function byHeader(rules: readonly HeaderRule[]): Map<string, { path: string; value: string }[]> {
	const found = new Map<string, { path: string; value: string }[]>();
	for (const { paths, headers } of rules)
		for (const [name, value] of headers)
			found.set(name, [...(found.get(name) ?? []), ...paths.map((path) => ({ path, value }))]);
	return found;
}

const variableOf = (name: string): string => `$pkce_${name.toLowerCase().replaceAll('-', '_')}`;

/** A header whose variable is empty is not sent. By variables, because a block forgets the headers of the one around it. */
function nginx(rules: readonly HeaderRule[], base: string): string {
	const headers = [...byHeader(rules)];
	const maps = headers.map(([name, values]) =>
		[
			`map $uri ${variableOf(name)} {`,
			'  default "";',
			...values.map(({ path, value }) => `  "~${expressionOf(path)}" "${value}";`),
			'}'
		].join('\n')
	);
	return [
		'# Include this file in the http block of nginx, set the root, and add your certificate.',
		...maps,
		'server {',
		'  listen 8080;',
		'  root /srv/www;',
		'  absolute_redirect off;',
		'  types { text/html html; text/css css; text/javascript js; application/json json; application/wasm wasm;',
		'    image/svg+xml svg; image/png png; application/manifest+json webmanifest; text/plain txt; text/markdown md;',
		'    application/xml xml; font/woff2 woff2; }',
		'  charset utf-8;',
		'  charset_types text/html text/css text/javascript text/plain text/markdown application/json application/xml;',
		`  error_page 404 ${base}/404.html;`,
		'  index index.html;',
		"  location = /healthz { default_type text/plain; return 200 'ok'; }",
		...headers.map(([name]) => `  add_header ${name} ${variableOf(name)} always;`),
		'}',
		''
	].join('\n');
}

/** `.htaccess` of Apache 2.4, with mod_headers. */
const apache = (rules: readonly HeaderRule[], base: string): string =>
	[
		'DirectoryIndex index.html',
		`ErrorDocument 404 ${base}/404.html`,
		'AddDefaultCharset utf-8',
		'AddType application/manifest+json .webmanifest',
		'AddType application/wasm .wasm',
		'AddType text/javascript .js',
		'AddType text/markdown .md',
		'<IfModule mod_headers.c>',
		...rules.flatMap(({ paths, headers }) => [
			`<If "%{REQUEST_URI} =~ m#${paths.map(expressionOf).join('|')}#">`,
			...headers.map(([name, value]) => `  Header always set ${name} "${value}"`),
			'</If>'
		]),
		'</IfModule>',
		''
	].join('\n');

const caddy = (rules: readonly HeaderRule[], base: string): string =>
	[
		'# Set the root and the name of your host.',
		':8080 {',
		'  root * /srv/www',
		...rules.flatMap(({ paths, headers }, index) => [
			`  @rule${index} path ${paths.join(' ')}`,
			...headers.map(([name, value]) => `  header @rule${index} ${name} "${value}"`)
		]),
		'  file_server',
		'  handle_errors {',
		'    @missing expression {err.status_code} == 404',
		`    rewrite @missing ${base}/404.html`,
		'    file_server',
		'  }',
		'}',
		''
	].join('\n');

/** Files of hosts that read them from the site itself stand at its root, the others under `hosting/`. */
export const headerFiles = (rules: readonly HeaderRule[], base: string): HeaderFile[] => [
	{ path: '_headers', text: netlify(rules) },
	{ path: '.htaccess', text: apache(rules, base) },
	{ path: 'hosting/nginx.conf', text: nginx(rules, base) },
	{ path: 'hosting/Caddyfile', text: caddy(rules, base) }
];
