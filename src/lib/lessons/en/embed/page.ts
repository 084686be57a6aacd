import type { ElementAttribute, EmbedLoad } from '$lib/lexicon/embed-frame';
import type { EmbedTool } from '$lib/lexicon/embed-tools';
import type { EmbedPage, EmbedTheme } from '$lib/lexicon/embedding';

/** The page on which an author sets the element up. */
export const embedPageTexts = {
	title: 'Put the playground into your documentation',
	description: 'Choose what a page of your documentation shows of the playground, see it, and copy the code.',
	what: 'One element shows a step, a part of the walk or a page of this site inside a page of yours. It loads nothing of this site before it is near the view, follows your page’s light and dark, and takes the height that it needs.',
	noScript:
		'This page works with JavaScript alone. Without it: load embed.js of this site as a module in your page, and write <pkce-playground step="exchange"></pkce-playground> there.',
	choices: 'What to show',
	preview: 'How it looks',
	previewWhy: 'The real element, with what you chose. The walk in it is one of its own.',
	labels: {
		src: 'Site',
		page: 'Page',
		step: 'First step',
		steps: 'Steps',
		preset: 'Provider',
		theme: 'Theme',
		height: 'Height in pixels',
		controls: 'Beside a step',
		load: 'Loads'
	} satisfies Record<ElementAttribute, string>,
	hints: {
		steps: 'None ticked: all of them.',
		height: '600 is fixed, 320-900 follows the page between the two. Empty: as the page needs.',
		heightWrong: 'Write one number of two to four digits, or two with a hyphen, the lower first.',
		preset:
			'The form of the first step begins with what is known of it. Issuer and client ID can be added to src.',
		stepOutside: 'This step is not among the ticked ones, and is left out.'
	},
	pages: {
		walk: 'The walk',
		diagnose: 'What an error means',
		tokens: 'The bench for tokens'
	} satisfies Record<EmbedPage, string>,
	themes: {
		auto: 'As the page around it',
		light: 'Light',
		dark: 'Dark'
	} satisfies Record<EmbedTheme, string>,
	loads: {
		lazy: 'Near the view',
		click: 'After a click'
	} satisfies Record<EmbedLoad, string>,
	controls: { wire: 'Messages on the wire', checks: 'Checks' },
	anyStep: 'Where the walk begins',
	builtIn: 'The one that is built in',
	code: 'The code',
	tool: 'What your documentation is made with',
	tools: {
		html: 'HTML',
		docusaurus: 'Docusaurus',
		vitepress: 'VitePress',
		starlight: 'Starlight',
		mkdocs: 'MkDocs',
		mintlify: 'Mintlify',
		iframe: 'A frame alone'
	} satisfies Record<EmbedTool, string>,
	toolNotes: {
		html: 'The script stands once in a page, the element where you want it.',
		docusaurus: 'The script is named once, for all pages. The element stands in any .md or .mdx file.',
		vitepress: 'Vue has to know that the element is none of its components.',
		starlight:
			'Add the entry to the options of Starlight that are there. The element stands in any .md or .mdx file.',
		mkdocs: 'From MkDocs 1.5 on, where a script may be a module.',
		mintlify: 'A frame, without a script: it has a fixed height, and its theme does not follow the page.',
		iframe: 'Without a script: a fixed height, and a theme that does not follow the page.'
	} satisfies Record<EmbedTool, string>,
	inPage: 'In the page',
	own: 'You may also copy embed.js into your own site: give src the address of this one then.',
	typesBefore: 'Types for TypeScript:',
	allowed: {
		title: 'Who may show this site',
		none: 'This site was built without EMBED_HOSTS: no other site may show it in a frame. Whoever builds it sets the origins of your pages:',
		some: 'This site was built for pages of these origins:',
		other: 'For any other origin it has to be built anew:',
		command: (hosts: readonly string[]): string =>
			`EMBED_HOSTS='${[...hosts, 'https://docs.example.com'].join(' ')}' npm run build`,
		always: 'Pages of the same origin as this one may always show it.',
		host: 'The host of this site has to send embed.js with Access-Control-Allow-Origin: *, as the header files of the build say and GitHub Pages does anyway. A Content Security Policy of your page needs this origin in script-src and in frame-src:'
	},
	linkText: 'Open the PKCE Playground',
	/** For the list of pages. */
	listed: 'show the walk inside pages of your documentation.'
} as const;
