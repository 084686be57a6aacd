/** What other programs read of the built site: each address in it leads to a file, under any path. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stepIds } from '$lib/lexicon/steps';
import { tutorialSections, tutorialTexts } from '$lib/lessons/en/tutorial/tutorial';
import { stepTexts } from '$lib/lessons/en/walk/steps';

describe.each(['build', 'build-sub-path'])('in %s', (folder) => {
	const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
	const leadsSomewhere = (path: string): boolean =>
		existsSync(join(folder, path.endsWith('/') ? `${path}index.html` : path));

	it('llms.txt names every step, by links that hold', () => {
		const links = [...read('llms.txt').matchAll(/\]\(([^)]+)\)/g)].map(([, link = '']) => link);
		expect(links.filter((link) => !leadsSomewhere(link))).toEqual([]);
		expect(links.filter((link) => link.startsWith('flow/'))).toHaveLength(stepIds.length);
	});

	it.each(stepIds)('the lesson of %s is there as Markdown, and its page says so', (id) => {
		const text = read(`flow/${id}/index.html.md`);
		expect(text.startsWith(`# ${stepTexts[id].title}\n`)).toBe(true);
		expect(text).toContain('### What happens');
		expect(text).not.toMatch(/<script|\{[#@/]/);
		expect(read(`flow/${id}/index.html`)).toMatch(/<link[^>]+type="text\/markdown"[^>]+href="index\.html\.md"/);
	});

	it('the tutorial is there as Markdown, and its page says so', () => {
		const text = read('tutorial/index.html.md');
		expect(text.startsWith(`# ${tutorialTexts.title}\n`)).toBe(true);
		for (const { title } of tutorialSections) expect(text).toContain(`\n## ${title}\n`);
		expect(read('tutorial/index.html')).toMatch(/<link[^>]+type="text\/markdown"[^>]+href="index\.html\.md"/);
		const links = [...text.matchAll(/\]\((\.\.\/[^)#?]+)/g)].map(([, link = '']) => join('tutorial', link));
		expect(links.length).toBeGreaterThan(5);
		expect(links.filter((link) => !leadsSomewhere(link))).toEqual([]);
	});

	it('the manifest has icons of the sizes that it says', () => {
		const { icons } = JSON.parse(read('manifest.webmanifest')) as { icons: { src: string; sizes: string }[] };
		for (const { src, sizes } of icons) {
			const bytes = readFileSync(join(folder, src));
			// The width stands in the first chunk of a PNG (ISO/IEC 15948 §11.2.2).
			if (src.endsWith('.png')) expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`).toBe(sizes);
			else expect(bytes.toString()).toContain('<svg');
		}
		expect(icons.map(({ sizes }) => sizes)).toContain('512x512');
	});
});
