/** The files of the project as text, and the imports that a text has. Every checker of this folder starts here. */
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { rooms } from './rooms.js';

export interface SourceFile {
	/** From the root of the project, with `/`. */
	path: string;
	text: string;
}

export interface Import {
	specifier: string;
	typeOnly: boolean;
	line: number;
}

const notOurs = new Set([
	'node_modules',
	'build',
	'build-sub-path',
	'test-results',
	'photographs',
	'coverage'
]);

function* walk(folder: string): Generator<string> {
	for (const entry of readdirSync(folder === '' ? '.' : folder, { withFileTypes: true })) {
		const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
		if (entry.isDirectory()) {
			if (!notOurs.has(entry.name) && (!entry.name.startsWith('.') || entry.name === '.ci'))
				yield* walk(path);
		} else yield path;
	}
}

/** All files of the project whose path matches. */
export const readFiles = (matching: RegExp): SourceFile[] =>
	[...walk('')]
		.filter((path) => matching.test(path))
		.sort()
		.map((path) => ({ path, text: readFileSync(path, 'utf8') }));

/** `room` and the path inside it; undefined for a file in no room. */
export function placeOf(path: string): { room: string; inside: string } | undefined {
	const found = Object.entries(rooms).find(([, { folder }]) => path.startsWith(`${folder}/`));
	return found && { room: found[0], inside: path.slice(found[1].folder.length + 1) };
}

/** The TypeScript of a file; of a component its scripts, with everything else blanked so that lines stay. */
export function scriptOf({ path, text }: SourceFile): string {
	if (!/\.(svelte|md)$/.test(path)) return text;
	let script = '';
	let at = 0;
	const blank = (part: string): string => part.replace(/[^\n]/g, ' ');
	for (const match of text.matchAll(/(<script\b[^>]*>)([\s\S]*?)<\/script>/g)) {
		const start = match.index + match[1]!.length;
		script += blank(text.slice(at, start)) + match[2]!;
		at = start + match[2]!.length;
	}
	return script + blank(text.slice(at));
}

export const parseSource = (file: SourceFile): ts.SourceFile =>
	ts.createSourceFile(file.path, scriptOf(file), ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);

const onlyTypes = (names: ts.NamedImportBindings | ts.NamedExportBindings | undefined): boolean =>
	names !== undefined &&
	(ts.isNamedImports(names) || ts.isNamedExports(names)) &&
	names.elements.length > 0 &&
	names.elements.every((element) => element.isTypeOnly);

function readImport(node: ts.Node): { from: ts.Expression; typeOnly: boolean } | undefined {
	if (ts.isImportDeclaration(node)) {
		const clause = node.importClause;
		const typeOnly = clause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
		return {
			from: node.moduleSpecifier,
			typeOnly: typeOnly || (clause?.name === undefined && onlyTypes(clause?.namedBindings))
		};
	}
	if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
		return { from: node.moduleSpecifier, typeOnly: node.isTypeOnly || onlyTypes(node.exportClause) };
	}
	if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
		return node.arguments[0] && { from: node.arguments[0], typeOnly: false };
	}
	if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
		return { from: node.argument.literal as ts.Expression, typeOnly: true };
	}
	return undefined;
}

/** Every import of a file: static, dynamic, re-export, and `import('…')` in a type. */
export function importsIn(file: SourceFile): Import[] {
	const source = parseSource(file);
	const found: Import[] = [];
	// Only these may stand below the top: the rest of most files need not be walked.
	const deep = /\bimport\s*\(|\bdeclare module\b/.test(file.text);
	const visit = (node: ts.Node): void => {
		const read = readImport(node);
		if (read && ts.isStringLiteralLike(read.from)) {
			const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
			found.push({ specifier: read.from.text, typeOnly: read.typeOnly, line });
		}
		if (node === source || deep) ts.forEachChild(node, visit);
	};
	visit(source);
	return found;
}
