import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import { frameRights } from '$lib/lexicon/embed-frame';
import { embedTools } from '$lib/lexicon/embed-tools';
import { embedCode, type EmbedScene } from '$lib/snippets/embed-code';

const scene: EmbedScene = {
	site: 'https://play.example/pkce/',
	attributes: [
		['step', 'exchange'],
		['height', '320-900']
	],
	frame: {
		src: 'https://play.example/pkce/flow/configure/?embed=1&step=exchange',
		title: 'A "title" & more',
		height: '900'
	},
	link: { href: 'https://play.example/pkce/flow/exchange/', text: 'Open <it>' }
};

const codeOf = (tool: (typeof embedTools)[number], of = scene): string =>
	embedCode(tool, of)
		.map(({ code }) => code)
		.join('\n');

describe('the code for a page', () => {
	it.each(embedTools)('of %s has the element with its script, or the frame with its rights', (tool) => {
		const code = codeOf(tool);
		if (['mintlify', 'iframe'].includes(tool)) {
			expect(code).toContain('src="https://play.example/pkce/flow/configure/?embed=1&amp;step=exchange"');
			expect(code).toContain('title="A &quot;title&quot; &amp; more"');
			expect(code).toContain(`sandbox="${frameRights.sandbox}"`);
		} else {
			expect(code).toContain('https://play.example/pkce/embed.js');
			expect(code).toMatch(/\btype[=:] ?['"]?module/);
			expect(code).toContain('<pkce-playground step="exchange" height="320-900"><a ');
			expect(code).toContain('Open &lt;it></a></pkce-playground>');
		}
	});

	it.each(['docusaurus', 'vitepress', 'starlight', 'mkdocs'] as const)(
		'of %s says in which file the script is named',
		(tool) => {
			const [settings, page] = embedCode(tool, scene);
			expect(settings?.file).toMatch(/\.(?:js|mts|mjs|yml)$/);
			expect(page?.file).toBeUndefined();
		}
	);

	it('writes attributes of JSX as React has them', () => {
		expect(codeOf('mintlify')).toContain('referrerPolicy="origin"');
		expect(codeOf('iframe')).toContain('referrerpolicy="origin"');
	});

	it('is taken for tags by Markdown, and not for text', () => {
		for (const tool of ['docusaurus', 'vitepress', 'starlight', 'mkdocs'] as const) {
			const page = embedCode(tool, scene).at(-1)?.code ?? '';
			const { children } = fromMarkdown(`Before\n\n${page}\n\nAfter`);
			const nodes = children.flatMap((child): Nodes[] => ('children' in child ? child.children : [child]));
			const tags = nodes.flatMap((node) => (node.type === 'html' ? node.value : []));
			expect(tags.join('')).toContain('<pkce-playground step="exchange" height="320-900"><a ');
			const texts = nodes.flatMap((node) => (node.type === 'text' ? node.value : []));
			expect(texts.join()).not.toContain('pkce-playground');
		}
	});

	it('is no code of somebody else where the address of the site has a quote', () => {
		const odd = { ...scene, site: "https://play.example/o'brien/" };
		expect(codeOf('docusaurus', odd)).toContain("src: 'https://play.example/o\\'brien/embed.js'");
	});
});
