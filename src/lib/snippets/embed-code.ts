/** What an author writes to show the site in a page, in the words of what the page is made with. */
import { elementFile, elementName, frameRights } from '$lib/lexicon/embed-frame';
import type { EmbedTool } from '$lib/lexicon/embed-tools';

type Attribute = readonly [name: string, value: string];

/** What the code is made from. Addresses are whole. */
export interface EmbedScene {
	/** The site, with a slash at its end. */
	site: string;
	/** Of the element, those that differ from what they are when left out. */
	attributes: readonly Attribute[];
	/** The frame, where no script is wanted, and its height in pixels. */
	frame: { src: string; title: string; height: string };
	/** What stands where no script runs. */
	link: { href: string; text: string };
}

export interface EmbedFile {
	/** Where the code goes: a file of the tool, or undefined for the page itself. */
	file?: string;
	code: string;
}

const escaped = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

const written = (attributes: readonly Attribute[]): string =>
	attributes.map(([name, value]) => ` ${name}="${escaped(value)}"`).join('');

/** On one line: Markdown takes a tag that is broken over lines for text. */
const element = ({ attributes, link }: EmbedScene): string =>
	`<${elementName}${written(attributes)}><a href="${escaped(link.href)}">${escaped(link.text)}</a></${elementName}>`;

const scriptOf = ({ site }: EmbedScene): string => `${site}${elementFile}`;

/** `names`: how the page's language writes the attributes of HTML that it writes otherwise. */
function iframe({ frame }: EmbedScene, names: Record<string, string> = {}): string {
	const { src, title, height } = frame;
	const attributes = Object.entries({ src, title, width: '100%', height, ...frameRights });
	const lines = attributes.map(([name, value]) => `\n  ${names[name] ?? name}="${escaped(value)}"`);
	return `<iframe${lines.join('')}\n></iframe>`;
}

const script = (scene: EmbedScene): string =>
	`<script type="module" src="${escaped(scriptOf(scene))}"></script>`;

const tools: Record<EmbedTool, (scene: EmbedScene) => EmbedFile[]> = {
	html: (scene) => [{ code: `${script(scene)}\n\n${element(scene)}` }],
	docusaurus: (scene) => [
		{
			file: 'docusaurus.config.js',
			code: `export default {\n  // …\n  scripts: [{ src: ${quoted(scriptOf(scene))}, type: 'module' }],\n};`
		},
		{ code: element(scene) }
	],
	vitepress: (scene) => [
		{
			file: '.vitepress/config.mts',
			code: [
				"import { defineConfig } from 'vitepress';",
				'',
				'export default defineConfig({',
				'  // …',
				`  head: [['script', { type: 'module', src: ${quoted(scriptOf(scene))} }]],`,
				'  vue: {',
				'    template: {',
				`      compilerOptions: { isCustomElement: (tag) => tag === '${elementName}' },`,
				'    },',
				'  },',
				'});'
			].join('\n')
		},
		{ code: element(scene) }
	],
	starlight: (scene) => [
		{
			file: 'astro.config.mjs',
			code: [
				'starlight({',
				'  // …',
				'  head: [',
				`    { tag: 'script', attrs: { type: 'module', src: ${quoted(scriptOf(scene))} } },`,
				'  ],',
				'})'
			].join('\n')
		},
		{ code: element(scene) }
	],
	mkdocs: (scene) => [
		{
			file: 'mkdocs.yml',
			code: `extra_javascript:\n  - path: ${JSON.stringify(scriptOf(scene))}\n    type: module`
		},
		// In a block: else Python-Markdown puts a paragraph around it.
		{ code: `<div>\n${element(scene)}\n</div>` }
	],
	mintlify: (scene) => [{ code: iframe(scene, { referrerpolicy: 'referrerPolicy' }) }],
	iframe: (scene) => [{ code: iframe(scene) }]
};

export const embedCode = (tool: EmbedTool, scene: EmbedScene): EmbedFile[] => tools[tool](scene);
