import type { SourceFile } from './source';

const document =
	'(?:RFC \\d{3,5}|OIDC [A-Z][A-Za-z-]+(?: [A-Z][A-Za-z-]+)*|WHATWG [A-Z][A-Za-z]+|FAPI Advanced)';
const section = '(?:§\\s?(?:[A-Z]|\\d+)(?:\\.\\d+)*|Appendix [A-Z](?:\\.\\d+)*)';
/** `RFC 7636 §4.1`, `OIDC Core §3.1.3.7`, `RFC 7636 Appendix B`, and what a comment breaks between lines. */
const written = new RegExp(`(${document})[\\s*/]+(${section})`, 'g');
const linked = /rfc-editor\.org\/rfc\/rfc(\d+)#(section-|appendix-)([A-Za-z\d.]+)/g;

const tidy = (text: string): string => text.replace(/[.]+$/, '').replace('§ ', '§');

/** Every section that a text cites, in words or by a link to the RFC editor. */
export function citationsIn(text: string): { citation: string; line: number }[] {
	const lineAt = (index: number): number => text.slice(0, index).split('\n').length;
	return [
		...[...text.matchAll(written)].map((match) => ({
			citation: `${match[1]!} ${tidy(match[2]!)}`,
			line: lineAt(match.index)
		})),
		...[...text.matchAll(linked)].map((match) => ({
			citation: `RFC ${match[1]!} ${match[2] === 'section-' ? '§' : 'Appendix '}${tidy(match[3]!)}`,
			line: lineAt(match.index)
		}))
	];
}

/** Citations that the lexicon does not know. */
export const citationProblems = (file: SourceFile, known: object): string[] =>
	citationsIn(file.text)
		.filter(({ citation }) => !Object.hasOwn(known, citation))
		.map(
			({ citation, line }) =>
				`${file.path}:${line} cites ${citation}, which lexicon/citations.ts does not have`
		);
