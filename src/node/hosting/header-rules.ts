/**
 * Which headers a host may send with which files: one list, written out for each kind of host (`header-files.ts`). None is
 * needed for the site to work. This file has no import: the build's settings read it.
 */
export type Header = readonly [name: string, value: string];

export interface HeaderRule {
	/** From the root of the host, the base of the site in it. A star at the end: everything that begins so. */
	paths: readonly string[];
	headers: readonly Header[];
}

export interface BuiltSite {
	/** The path that the site was built for, `''` or `/docs/pkce`. */
	base: string;
	/** Paths of the pages without the base, each from `/` to `/`. */
	pages: readonly string[];
	/** Origins that may show the site in a frame. */
	embedHosts: readonly string[];
	/** The opener policy of a page; undefined: it has none. */
	openerPolicyOf: (path: string) => string | undefined;
	/** The script that pages of others load, and what they copy its types from. */
	forOthers: readonly string[];
}

/** Files under here are named by their content, and never change. */
const immutable = '/_app/immutable/*';

/**
 * What goes with every file. `frame-ancestors` cannot stand in a page (CSP Level 3 §6.4.2), so that a host alone can say
 * it; pages that a host's header lets through still compare who is around them.
 */
const always = (embedHosts: readonly string[]): Header[] => [
	['X-Content-Type-Options', 'nosniff'],
	['Referrer-Policy', 'no-referrer'],
	['Content-Security-Policy', ["frame-ancestors 'self'", ...embedHosts].join(' ')]
];

/** Every rule that a file's path fits holds: no two of them set the same header. */
export function headerRules({ base, pages, embedHosts, openerPolicyOf, forOthers }: BuiltSite): HeaderRule[] {
	const byPolicy = new Map<string, string[]>();
	for (const page of pages) {
		const policy = openerPolicyOf(page);
		if (policy !== undefined) byPolicy.set(policy, [...(byPolicy.get(policy) ?? []), base + page]);
	}
	return [
		{ paths: [`${base}/*`], headers: always(embedHosts) },
		{ paths: [base + immutable], headers: [['Cache-Control', 'public, max-age=31536000, immutable']] },
		{ paths: [`${base}/service-worker.js`], headers: [['Cache-Control', 'no-cache']] },
		{
			paths: forOthers.map((file) => `${base}/${file}`),
			headers: [
				// A module script is loaded from another origin with this alone (HTML §8.1.4.2); it is the same for everybody.
				['Access-Control-Allow-Origin', '*'],
				['Cache-Control', 'public, max-age=3600']
			]
		},
		...[...byPolicy].map(([policy, paths]): HeaderRule => ({
			paths,
			headers: [['Cross-Origin-Opener-Policy', policy]]
		}))
	];
}
