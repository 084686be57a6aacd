/** What is fetched later goes through one loader, which says when it does not arrive. */
import ts from 'typescript';
import { parseSource, type SourceFile } from './source';

/** `later` of the steps hands its function on to `loadPart`. */
const loaders = new Set(['loadPart', 'later']);

/** `import('…')` as the whole body of a function that is handed to a loader. */
function isLoaded(call: ts.CallExpression): boolean {
	const made = call.parent;
	if (!ts.isArrowFunction(made) || made.body !== call) return false;
	const { parent } = made;
	return (
		ts.isCallExpression(parent) &&
		parent.arguments.includes(made) &&
		ts.isIdentifier(parent.expression) &&
		loaders.has(parent.expression.text)
	);
}

function inScripts(file: SourceFile): number[] {
	const source = parseSource(file);
	const lines: number[] = [];
	const visit = (node: ts.Node): void => {
		const isImport = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
		if (isImport && !isLoaded(node))
			lines.push(source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1);
		ts.forEachChild(node, visit);
	};
	visit(source);
	return lines;
}

/** The markup of a component: what is not in its scripts, with lines kept. */
const markupOf = ({ path, text }: SourceFile): string =>
	path.endsWith('.svelte')
		? text.replace(/<script\b[\s\S]*?<\/script>/g, (script) => script.replace(/[^\n]/g, ' '))
		: '';

function* inMarkup(file: SourceFile): Generator<{ line: number; what: string }> {
	const markup = markupOf(file);
	const lineAt = (at: number): number => markup.slice(0, at).split('\n').length;
	const allowed = /<Part\s+load=\{\(\) => $/;
	for (const { index } of markup.matchAll(/\bimport\s*\(/g))
		if (!allowed.test(markup.slice(0, index)))
			yield { line: lineAt(index), what: 'imports later: <Part load={() => import(…)}> does that' };
	for (const { index } of markup.matchAll(/\{#await\b/g))
		yield { line: lineAt(index), what: 'awaits in its markup: <Part> also says when nothing comes' };
}

/** Imports that would be missing in silence, one line each. */
export const partProblems = (file: SourceFile): string[] => [
	...inScripts(file).map((line) => `${file.path}:${line} imports later: loadPart(() => import(…)) does that`),
	...[...inMarkup(file)].map(({ line, what }) => `${file.path}:${line} ${what}`)
];
