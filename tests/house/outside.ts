import ts from 'typescript';
import { clockReaders, outsideGlobals, portMembers, rooms } from './rooms.js';
import { parseSource, placeOf, type SourceFile } from './source';

/** A name that stands for itself: not a member, a key, a label or something that this file declares. */
function isUse(node: ts.Identifier): boolean {
	const { parent } = node;
	if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
	if (ts.isQualifiedName(parent) || ts.isTypeReferenceNode(parent) || ts.isJsxAttribute(parent)) return false;
	const named = parent as ts.Node & { name?: ts.Node; propertyName?: ts.Node };
	return named.name !== node && named.propertyName !== node;
}

/** Names that a file declares itself, by which it may call anything. */
function declaredIn(source: ts.SourceFile): Set<string> {
	const names = new Set<string>();
	const visit = (node: ts.Node): void => {
		const { name } = node as ts.Node & { name?: ts.Node };
		const declares =
			ts.isVariableDeclaration(node) ||
			ts.isParameter(node) ||
			ts.isBindingElement(node) ||
			ts.isFunctionDeclaration(node) ||
			ts.isImportSpecifier(node);
		if (declares && name && ts.isIdentifier(name)) names.add(name.text);
		ts.forEachChild(node, visit);
	};
	visit(source);
	return names;
}

const isGlobalObject = (node: ts.Expression): boolean => ts.isIdentifier(node) && node.text === 'globalThis';

const readsClock = (node: ts.Node): boolean =>
	(ts.isPropertyAccessExpression(node) &&
		portMembers.some(
			([object, member]) => node.expression.getText() === object && node.name.text === member
		)) ||
	(ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length);

/** Touches of the world outside, and of time and randomness, in rooms that get them by ports. */
export function outsideProblems(file: SourceFile): string[] {
	const place = placeOf(file.path);
	const row = place && rooms[place.room];
	if (!row || row.outside === 'all') return [];
	const source = parseSource(file);
	const declared = declaredIn(source);
	const forbidden = new Set(
		outsideGlobals.filter((name) => !row.outside?.includes(name) && !declared.has(name))
	);
	const problems: string[] = [];
	const say = (node: ts.Node, what: string): void => {
		const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
		problems.push(`${file.path}:${line} ${what}`);
	};
	const visit = (node: ts.Node): void => {
		if (ts.isIdentifier(node) && forbidden.has(node.text) && isUse(node)) say(node, `touches ${node.text}`);
		if (ts.isPropertyAccessExpression(node) && isGlobalObject(node.expression)) {
			if (outsideGlobals.includes(node.name.text)) say(node, `touches ${node.getText()}`);
		}
		if (readsClock(node) && !(file.path in clockReaders)) say(node, `reads ${node.getText()}`);
		ts.forEachChild(node, visit);
	};
	visit(source);
	return problems;
}
