import { readdirSync, readFileSync } from 'node:fs';
import { compile as compileMarkdown } from 'mdsvex';
import { compile } from 'svelte/compiler';
import { describe, expect, it, test } from 'vitest';
import { citationUrl } from '$lib/lexicon/citation-url';
import { citations, type Citation } from '$lib/lexicon/citations';
import { stepIds } from '$lib/lexicon/steps';
import { tutorialTwin } from '$lib/lessons/en/site/twins';
import { placeOfStep, sectionFrom, stepsIn, tutorialSections } from '$lib/lessons/en/tutorial/tutorial';
import { ofType, readMarkdown, textIn, type MarkdownNode } from '../../fixtures/markdown';
import { faultsOf } from './prose';

const folder = 'src/lib/lessons/en/tutorial';
const files = readdirSync(folder).filter((name) => name.endsWith('.md'));
const read = (name: string): string => readFileSync(`${folder}/${name}`, 'utf8');
const addresses = new Set(Object.keys(citations).map((citation) => citationUrl(citation as Citation)));
const places = new Set([...tutorialSections.map(({ slug }) => slug as string), ...stepIds.map(placeOfStep)]);

/** What is read as sentences: code inside a sentence is a word of it. */
const sentencesIn = (node: MarkdownNode): string[] =>
	node.type === 'paragraph' || node.type === 'tableCell'
		? [textIn(node)]
		: (node.children ?? []).flatMap(sentencesIn);

const bare = (text: string): string =>
	text
		.replace(/[<>{}]/g, '')
		.replace(/\s+/g, ' ')
		.trim();

test('there is one file for each section, in their order', () => {
	const names = tutorialSections.map(({ slug }, index) => `${String(index).padStart(2, '0')}-${slug}.md`);
	expect(files.toSorted()).toEqual(names);
});

describe.each(files)('%s', (name) => {
	const markdown = read(name);
	const document = readMarkdown(markdown);

	it('has headings of the third level only', () => {
		const headings = markdown.split('\n').filter((line) => line.startsWith('#'));
		expect(headings.filter((line) => !/^### \S/.test(line))).toEqual([]);
	});

	it('reads as the house wants it', () => {
		const cells = sentencesIn(document).map((text) => bare(text));
		const faults = cells.flatMap((text) => faultsOf(text === '' ? 'nothing' : text, { stop: false }));
		expect(faults).toEqual([]);
	});

	it('links to sections that the lexicon cites, to pages of this site, and to places on its own', () => {
		const strays = ofType(document, 'link')
			.map(({ url = '' }) => url)
			.filter((url) => !addresses.has(url) && !/^\.\.\/\w+\/(?:\w+\/)?(?:\?new=[\w.-]+)?$/.test(url))
			.filter((url) => !(url.startsWith('#') && places.has(url.slice(1))));
		// What a provider does is told by the provider.
		expect(strays.filter((url) => !url.startsWith('https://auth0.com/docs/'))).toEqual([]);
	});

	it('compiles to a Svelte component without a warning', async () => {
		const component = await compileMarkdown(markdown, { smartypants: false, highlight: false });
		const { warnings } = compile(component?.code ?? '', { filename: name.replace('.md', '.svelte') });
		expect(warnings).toEqual([]);
	});
});

describe('the sections', () => {
	it('take every step of the walk once, in its order', () => {
		expect(tutorialSections.flatMap((section) => stepsIn(section))).toEqual(stepIds);
	});

	it.each([
		['verifier', 'code-verifier'],
		['callback', 'try-callback'],
		['renew', 'refresh-tokens']
	] as const)('are read on from %s at %s', (step, place) => {
		expect(sectionFrom(step)).toBe(place);
	});
});

describe('as Markdown', () => {
	const twin = readMarkdown(tutorialTwin(files.toSorted().map(read)));

	it('it is one document with a title, and a heading for each section', () => {
		const depths = ofType(twin, 'heading').map((node) => [Reflect.get(node, 'depth'), textIn(node)]);
		expect(depths.filter(([depth]) => depth === 1)).toHaveLength(1);
		expect(depths.filter(([depth]) => depth === 2).map(([, text]) => text)).toEqual(
			tutorialSections.map(({ title }) => title)
		);
	});

	it('its examples are code, and none runs into the next', () => {
		expect(ofType(twin, 'code').length).toBe(
			files.flatMap((name) => ofType(readMarkdown(read(name)), 'code')).length
		);
	});
});
