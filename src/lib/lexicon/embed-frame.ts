/** What a page of others writes to show the site in a frame: the element's attributes, and what the frame gets. */
import type { EmbedPage, EmbedParameter } from './embedding';

export const elementName = 'pkce-playground';
/** Files of the built site, beside its first page. */
export const elementFile = 'embed.js';
export const elementTypesFile = 'embed.d.ts';

/** `lazy`: when the element comes near the view. `click`: when a person asks for it. */
export const embedLoads = ['lazy', 'click'] as const;
export type EmbedLoad = (typeof embedLoads)[number];

/** Attributes that are parameters of the frame's address, by the same names. */
export const addressAttributes = [
	'step',
	'steps',
	'preset',
	'controls'
] as const satisfies readonly EmbedParameter[];

export const elementAttributes = ['src', 'page', ...addressAttributes, 'theme', 'height', 'load'] as const;
export type ElementAttribute = (typeof elementAttributes)[number];

/** Where the pages are that have a compact form, from the root of the site. */
const paths: Record<EmbedPage, string> = {
	walk: 'flow/configure/',
	diagnose: 'diagnose/',
	tokens: 'tokens/'
};

/**
 * What the frame may do. Its origin, without which it keeps and checks nothing; a sign-in in a popup, and a provider there
 * that is bound to no sandbox; files that a person saves; and asking them whether a provider on their own device or in their
 * network may be reached (Local Network Access: the newer two names, and the one from before).
 */
export const frameRights = {
	sandbox:
		'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads',
	allow: 'clipboard-write; loopback-network; local-network; local-network-access',
	/** Firefox names a page's ancestors to nobody: there the referrer alone tells whose frame it is (`browser/framing.ts`). */
	referrerpolicy: 'origin',
	loading: 'lazy'
} as const;

/** The id of a provider, as an address may carry it. */
export const presetForm = /^[a-z0-9-]{1,40}$/;

/** The site's address with a slash at its end, and what its query says. Undefined: no address of a page on the web. */
function siteOf(site: string): URL | undefined {
	const url = URL.canParse(site) ? new URL(site) : undefined;
	if (!url || !/^https?:$/.test(url.protocol)) return undefined;
	url.hash = '';
	if (!url.pathname.endsWith('/')) url.pathname += '/';
	return url;
}

/** What of the choices stands in an address. Empty values stand for nothing. */
export type FrameChoices = Partial<Record<'theme' | (typeof addressAttributes)[number], string>>;

/** The page in its compact form. What the site's address says already is kept: a configuration, for example. */
export function frameAddress(site: string, page: EmbedPage, choices: FrameChoices): string | undefined {
	const url = siteOf(site);
	if (!url) return undefined;
	url.pathname += paths[page];
	const { step, steps, preset, theme, controls } = choices;
	for (const [name, value] of Object.entries({ embed: '1', theme, step, steps, preset, controls }))
		if (value) url.searchParams.set(name, value);
	return url.href;
}

/** The same page in a tab, where it has its usual form. A configuration in the address leads to its step by itself. */
export function tabAddress(site: string, page: EmbedPage, step?: string): string | undefined {
	const url = siteOf(site);
	if (!url) return undefined;
	if (page === 'walk' && step && url.search) url.searchParams.set('step', step);
	url.pathname += page === 'walk' && step && !url.search ? `flow/${step}/` : paths[page];
	return url.href;
}
