import { readdirSync, readFileSync } from 'node:fs';
import { compile as compileMarkdown } from 'mdsvex';
import { compile } from 'svelte/compiler';
import { describe, expect, test } from 'vitest';
import { citationUrl } from '$lib/lexicon/citation-url';
import { citations, type Citation } from '$lib/lexicon/citations';
import { stepIds } from '$lib/lexicon/steps';
import { faultsOf } from './prose';

const folder = 'src/lib/lessons/en/steps';
const files = readdirSync(folder).filter((name) => name.endsWith('.md'));
const addresses = new Set(Object.keys(citations).map((citation) => citationUrl(citation as Citation)));

/** The text that a person reads: without link targets and marks. */
const proseOf = (markdown: string): string =>
	markdown
		.replaceAll(/\[([^\]]+)\]\([^)]+\)/g, '$1')
		.replaceAll(/^(###|- |\d+\. )\s*/gm, '')
		.replaceAll(/[`*]/g, '')
		.trim();

test('there is one file for each step, in the order of the walk', () => {
	expect(files.toSorted()).toEqual(stepIds.map((id, index) => `0${index + 1}-${id}.md`));
});

describe.each(files)('%s', (name) => {
	const markdown = readFileSync(`${folder}/${name}`, 'utf8');

	test('has 150 to 350 words', () => {
		const count = proseOf(markdown).split(/\s+/).length;
		expect(count).toBeGreaterThanOrEqual(150);
		expect(count).toBeLessThanOrEqual(350);
	});

	test('has headings of the third level only, and says what goes wrong', () => {
		const headings = markdown.split('\n').filter((line) => line.startsWith('#'));
		expect(headings.every((line) => /^### \S/.test(line))).toBe(true);
		expect(headings.at(0)).toBe('### What happens');
		expect(headings.at(-1)).toBe('### What usually goes wrong here');
	});

	test('reads as the house wants it', () => {
		expect(faultsOf(proseOf(markdown))).toEqual([]);
	});

	test('links only to sections that the lexicon cites', () => {
		const links = [...markdown.matchAll(/\]\(([^)]+)\)/g)].map(([, address]) => address ?? '');
		expect(links.length).toBeGreaterThan(0);
		expect(links.filter((address) => !addresses.has(address))).toEqual([]);
	});

	test('compiles to a Svelte component without a warning', async () => {
		const component = await compileMarkdown(markdown, { smartypants: false, highlight: false });
		const { warnings } = compile(component?.code ?? '', { filename: name.replace('.md', '.svelte') });
		expect(warnings).toEqual([]);
		expect(component?.code).toContain('<h3');
	});
});
