import ts from 'typescript';
import { parseSource, type SourceFile } from './source';

const home = 'src/lib/message/loopback.ts';

/** Files that write an address of this machine without asking whether something is one, each with its reason. */
export const addressWriters: Record<string, string> = {
	'src/node/loopback.ts': 'listens there, and answers by the names of it that it has itself, to the letter',
	'src/node/terminal-realm.ts': 'registers addresses there',
	'src/lib/lexicon/kept.ts': 'a word that is no secret',
	'src/lib/diagnosis/model/weights.ts': 'numbers that were written down as characters'
};

/** Text that people read names these hosts as a matter of course. */
const isText = (path: string): boolean => path.startsWith('src/lib/lessons/') || path in addressWriters;

/** A host alone, or a part of one: not an address such as `http://localhost:4173`. */
const looksCompared = (text: string): boolean =>
	/^\.?localhost\.?$/i.test(text) || /\b127(?:\\?\.|\()|::1/.test(text);

function textOf(node: ts.Node): string | undefined {
	if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateTail(node)) return node.text;
	return ts.isRegularExpressionLiteral(node) ? node.text : undefined;
}

const isPattern = (node: ts.Node, text: string): boolean =>
	ts.isRegularExpressionLiteral(node) && /localhost|127|::1/.test(text);

/** Where a file asks by itself whether a host is this machine. */
export function loopbackProblems(file: SourceFile): string[] {
	if (file.path === home || isText(file.path)) return [];
	const source = parseSource(file);
	const found: string[] = [];
	const visit = (node: ts.Node): void => {
		const text = textOf(node);
		if (text !== undefined && (looksCompared(text) || isPattern(node, text))) {
			const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
			found.push(`${file.path}:${line} knows by itself what this machine is: ask ${home}`);
		}
		ts.forEachChild(node, visit);
	};
	if (/localhost|127|::1/.test(file.text)) visit(source);
	return found;
}
