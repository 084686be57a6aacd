import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { code, cut, fenced, link, oneLine, prose } from '$lib/report/markdown';
import { acting, hostile, ofType, readMarkdown, textIn } from '../../fixtures/markdown';

const strangers = fc.oneof(
	fc.constantFrom(...hostile),
	fc.string({ unit: 'binary', maxLength: 80 }),
	fc.string({ unit: fc.constantFrom(...'`|\\@#<>[]()*_~!&:-+=. \n\t1a'.split('')), maxLength: 60 }),
	fc.array(fc.constantFrom(...hostile), { maxLength: 3 }).map((parts) => parts.join(' '))
);

describe('a value of a stranger', () => {
	it('is read as it is, and does nothing', () => {
		fc.assert(
			fc.property(strangers, (text) => {
				const root = readMarkdown(`- **name:** ${code(text)} end`);
				expect(acting(root)).toEqual([]);
				const codes = ofType(root, 'inlineCode').map(({ value }) => value?.trim());
				expect(codes).toEqual([cut(oneLine(text), 300)]);
				expect(textIn(root)).toMatch(/^name: .* end$/s);
			}),
			{ numRuns: 1_000 }
		);
	});

	it('stays in its cell of a table', () => {
		fc.assert(
			fc.property(strangers, (text) => {
				const root = readMarkdown(`| a | b |\n| --- | --- |\n| ${code(text, true)} | z |`);
				const [, row] = ofType(root, 'tableRow');
				expect(row?.children?.length).toBe(2);
				expect(row?.children?.map(textIn)[1]).toBe('z');
				const read = row?.children?.map(textIn)[0]?.trim();
				expect(read).toBe(cut(oneLine(text), 300).replace(/\\(?=\|)/g, '\\ '));
				expect(acting(root)).toEqual([]);
			}),
			{ numRuns: 1_000 }
		);
	});
});

describe('a sentence', () => {
	it('is read as it is, whatever stands in it, and does nothing', () => {
		fc.assert(
			fc.property(strangers, (text) => {
				const root = readMarkdown(`before ${prose(text)}`);
				expect(acting(root)).toEqual([]);
				expect(textIn(root).trim()).toBe(`before ${oneLine(text)}`.trim());
				expect(ofType(root, 'emphasis', 'strong', 'delete', 'break')).toEqual([]);
			}),
			{ numRuns: 1_000 }
		);
	});

	it('begins nothing where it begins a line', () => {
		fc.assert(
			fc.property(strangers, (text) => {
				const root = readMarkdown(prose(text));
				expect(ofType(root, 'heading', 'list', 'blockquote', 'thematicBreak', 'code', 'table')).toEqual([]);
			}),
			{ numRuns: 1_000 }
		);
	});

	it('leaves plain words as they are, and makes code of names and addresses', () => {
		expect(prose('The server’s answer has no code_verifier, see https://a.example/b.')).toBe(
			'The server’s answer has no `code_verifier`, see `https://a.example/b`.'
		);
	});
});

describe('lines', () => {
	it('stay in their fence', () => {
		fc.assert(
			fc.property(strangers, (text) => {
				const lines = fenced(text, 6, (left) => `${left} more`);
				const root = readMarkdown([...lines, '', 'end'].join('\n'));
				expect(ofType(root, 'code')).toHaveLength(1);
				expect(acting(root)).toEqual([]);
				expect(textIn(root)).toMatch(/end$/);
				expect(lines.length).toBeLessThanOrEqual(9);
			}),
			{ numRuns: 1_000 }
		);
	});

	it('say how many are left out', () => {
		expect(fenced('1\n2\n3', 2, (left) => `${left} more`)).toEqual(['```text', '1', '2', '```', '1 more']);
	});
});

describe('a link', () => {
	it('is one where its address is of the web and encoded', () => {
		expect(link('https://a.example/?b=c%20d')).toBe('<https://a.example/?b=c%20d>');
	});

	it.each(['javascript:alert(1)', 'https://a.example/ b', 'https://a.example/>'])(
		'is none of %s',
		(address) => {
			expect(ofType(readMarkdown(link(address)), 'link', 'html')).toEqual([]);
		}
	);
});
