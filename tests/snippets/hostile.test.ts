/** Whatever a walk holds, code made of it is the same code: a value never ends the literal that it stands in. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { snippetLanguages, type SnippetLanguage } from '$lib/lexicon/snippets';
import { stepIds } from '$lib/lexicon/steps';
import { executed } from '$lib/snippets/executed';
import { bashLiteral, javaLiteral, perlLiteral, pythonLiteral } from '$lib/snippets/literals';
import { loadLanguage } from '$lib/snippets/load';
import type { Scene } from '$lib/snippets/scene';
import { write } from '$lib/snippets/write';
import { quoteWord } from '$lib/wire/curl';
import { queryOf } from '$lib/wire/form';
import { hostileText, libraryScene, nastyTexts, sceneWith, type Fill } from './hostile';
import { runners } from './runners';
import { lineOf } from './walk';

/** Between double quotation marks, where a backslash takes the next character with it. */
const inDoubleQuotes = /"(?:[^"\\]|\\.)*"/gs;
/**
 * A word of a shell: single quotes, `$'…'`, and single quotation marks between them. What is between double ones is the
 * template's own, and stays.
 */
const shellWords = /"(?:[^"\\]|\\.)*"|(?:\$'(?:[^'\\]|\\.)*'|'[^']*'|\\')+/gs;

const withoutWords = (code: string): string =>
	code.replace(shellWords, (word) => (word.startsWith('"') ? word : '…'));

/** The code without its literals. Of a list of requests: how each line begins, up to what it says. */
function skeleton(id: SnippetLanguage, code: string): string {
	if (id === 'http-file') return code.replace(/(?<=^POST |^[\w-]+: |\n\n).*$/gm, '…');
	return id === 'curl' ? withoutWords(code) : code.replace(inDoubleQuotes, '…');
}

/** Quoted by every language that quotes at all. */
const tame: Fill = (place) => `a ${place}`;

async function skeletonsOf(
	id: SnippetLanguage,
	fill: Fill,
	sceneOf: (fill: Fill) => Scene
): Promise<Record<string, string>> {
	const language = await loadLanguage(id);
	const scene = sceneOf(fill);
	return Object.fromEntries(
		stepIds.flatMap((step) => {
			const written = write(language, step, scene);
			return 'code' in written ? [[step, skeleton(id, written.code)]] : [];
		})
	);
}

/** A text for each place, the same at every call. */
function fillFrom(texts: readonly string[]): Fill {
	const given = new Map<string, string>();
	return (place) => {
		const text = given.get(place) ?? texts[given.size % texts.length] ?? '';
		given.set(place, text);
		return text;
	};
}

describe.each(snippetLanguages)('code in %s', (id) => {
	it.each([
		['any values', sceneWith],
		['any values of messages that a library writes', libraryScene]
	])('is the same code for %s', async (_, sceneOf) => {
		const expected = await skeletonsOf(id, tame, sceneOf);
		const { steps } = await loadLanguage(id);
		expect(Object.keys(expected)).toEqual(stepIds.filter((step) => typeof steps[step] === 'function'));
		const texts = fc.array(hostileText, { minLength: 5, maxLength: 30 });
		await fc.assert(
			fc.asyncProperty(texts, async (some) => {
				// What has no spelling in a language is left out, and said.
				const got = await skeletonsOf(id, fillFrom(some), sceneOf);
				expect(expected).toMatchObject(got);
			}),
			{ numRuns: 60 }
		);
	});
});

it('the skeleton shows what is outside of a literal', () => {
	expect(skeleton('node', `f("a\\"b", 1); g("c")`)).toBe('f(…, 1); g(…)');
	expect(skeleton('node', `f("a"; exit(9); //")`)).not.toBe(skeleton('node', 'f("a")'));
	expect(skeleton('curl', `a 'b'\\''c' $'d\\'e' f`)).toBe('a … … f');
});

/** A program that prints each of these as the hexadecimal spelling of its UTF-8. */
const printers: Partial<Record<SnippetLanguage, (texts: readonly string[]) => string>> = {
	curl: (texts) =>
		texts
			.flatMap((text) => (text.isWellFormed() ? [bashLiteral(text), quoteWord(text)] : [bashLiteral(text)]))
			.map((word) => `printf '%s' ${word} | od -An -v -tx1 | tr -d ' \\n'; echo`)
			.join('\n'),
	node: (texts) =>
		texts.map((text) => `console.log(Buffer.from(${javaLiteral(text)}).toString("hex"));`).join('\n'),
	'python-requests': (texts) =>
		texts.map((text) => `print(${pythonLiteral(text)}.encode().hex())`).join('\n'),
	perl: (texts) => texts.map((text) => `print unpack("H*", ${perlLiteral(text)}), "\\n";`).join('\n')
};

const hexOf = (text: string): string => Buffer.from(text.toWellFormed()).toString('hex');

describe.each(snippetLanguages.filter((id) => printers[id] && runners[id]?.version()))(
	'a literal of %s',
	(id) => {
		it('is the text, where the language itself reads it', { timeout: 240_000 }, async () => {
			const some = [...nastyTexts, ...fc.sample(hostileText, { numRuns: 60, seed: 7 })];
			const language = await loadLanguage(id);
			const { stdout, stderr } = await runners[id]!.run(language.file('verifier'), printers[id]!(some));
			expect(stderr).toBe('');
			const expected =
				id === 'curl' ? some.flatMap((text) => (text.isWellFormed() ? [text, text] : [text])) : some;
			expect(stdout.trimEnd().split('\n')).toEqual(expected.map(hexOf));
		});
	}
);

const runnable = snippetLanguages.filter(
	(id) => executed[id].steps.includes('authorize') && runners[id]?.version() !== undefined
);

describe.each(runnable)('an address of hostile values in %s', (id) => {
	it('has them as they are, and nothing of them is run', { timeout: 240_000 }, async () => {
		const parameters = nastyTexts.map((text, at): [string, string] => [`p ${at}`, text.toWellFormed()]);
		const scene = {
			...sceneWith(tame),
			authorization: parameters,
			authorizationEndpoint: 'https://a.example/'
		};
		const language = await loadLanguage(id);
		const written = write(language, 'authorize', scene);
		if (!('code' in written)) throw new Error(written.absent);
		const url = lineOf(await runners[id]!.run(language.file('authorize'), written.code));
		expect(queryOf(url)).toEqual(parameters);
	});
});
