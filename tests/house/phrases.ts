/**
 * Words in checks and signs: what is expected, found or seen is a value or a phrase of the lexicon, so that every text that
 * a person reads is in `lessons`. A literal is followed through variables, functions, conditions and calls to where it is
 * told.
 */
import ts from 'typescript';
import { claimNames } from '$lib/lexicon/claims';
import { parameterNames } from '$lib/lexicon/parameters';
import { parseSource, type SourceFile } from './source';

/** Whose checks are looked at. Rooms that are not there are none the less named: a file of theirs would be. */
export const roomsWithChecks =
	/^src\/lib\/(?:message|client|tokens\/checks|possession|authorization-server|resource-server|flow)\/.*\.ts$/;

/** Whose signs are looked at. */
export const roomWithSigns = /^src\/lib\/diagnosis\/.*\.ts$/;

/** Single words that are values: names of the standards, and words that stand on the wire. */
const ofTheWire: ReadonlySet<string> = new Set<string>([
	...[...parameterNames, ...claimNames, 'keys', 'jwk', 'auth_time', 'nonce', 'sub', 'manager'],
	...['Bearer', 'DPoP', 'GET', 'POST', 'code', 'plain', 'query', 'true', 'false', 'openid', 'no-store'],
	...['object', 'array', 'null', 'string', 'number', 'boolean', 'claims', 'registration', 'userinfo', 'sid'],
	...['EdDSA', 'login', 'consent', ...['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k']],
	...['DPoP-Nonce', 'Retry-After', 'x-request-id', 'request-id', 'x-correlation-id', 'x-ms-request-id'],
	...['x-amzn-requestid', 'x-trace-id', 'traceparent', 'cf-ray'],
	...['appid', 'cid', 'azp', 'jku', 'htm', 'htu', 'iat', 'scp'],
	...[
		'WWW-Authenticate',
		'token',
		'typ',
		'jti',
		'aud',
		'iss',
		'exp',
		'nbf',
		'kid',
		'acr',
		'redirect_uris',
		'active'
	]
]);

/** Text between values: a space alone is how the wire itself joins them, and what is cut says so. */
const isBlank = (text: string): boolean => /^[ …]?$/.test(text);
const isWords = (text: string): boolean =>
	/\S\s+\S|\p{L}\s|\s\p{L}/u.test(text) || (/^\p{L}+(?:[-’]\p{L}+)*$/u.test(text) && !ofTheWire.has(text));

/** What makes a phrase: its key, then its values. */
const sayers: ReadonlySet<string> = new Set(['say', 'sayOfToken', 'tell', 'endedWith']);

/** Methods whose arguments come into the text. */
const makers: ReadonlySet<string> = new Set(['join', 'concat', 'padStart', 'padEnd']);

const comparisons: ReadonlySet<ts.SyntaxKind> = new Set([
	ts.SyntaxKind.EqualsEqualsEqualsToken,
	ts.SyntaxKind.ExclamationEqualsEqualsToken,
	ts.SyntaxKind.InKeyword
]);

type FunctionLike = ts.ArrowFunction | ts.FunctionDeclaration | ts.FunctionExpression;
const isFunctionLike = (node: ts.Node | undefined): node is FunctionLike =>
	node !== undefined &&
	(ts.isArrowFunction(node) || ts.isFunctionDeclaration(node) || ts.isFunctionExpression(node));

const mentionsSaid = (type: ts.TypeNode | undefined): boolean => /\bSaid\b/.test(type?.getText() ?? '');

function* inside(node: ts.Node): Generator<ts.Node> {
	yield node;
	const children: ts.Node[] = [];
	ts.forEachChild(node, (child) => void children.push(child));
	for (const child of children) yield* inside(child);
}

/** What a function gives back; what functions inside of it give back is theirs. */
function* returnsOf(made: FunctionLike): Generator<ts.Expression> {
	if (!made.body) return;
	if (!ts.isBlock(made.body)) return yield made.body;
	const visit = function* (node: ts.Node): Generator<ts.Expression> {
		if (isFunctionLike(node)) return;
		if (ts.isReturnStatement(node) && node.expression) yield node.expression;
		const children: ts.Node[] = [];
		ts.forEachChild(node, (child) => void children.push(child));
		for (const child of children) yield* visit(child);
	};
	yield* visit(made.body);
}

interface Known {
	/** Variables and functions, by name. */
	declared: Map<string, ts.Expression | FunctionLike>;
	/** Which parameters of a function are told. */
	told: Map<string, number[]>;
	/** Members that are told. */
	members: Set<string>;
	/** Names that come from other files: another function there may have the name of one here. */
	imported: Set<string>;
}

function collect(source: ts.SourceFile): Known {
	const known: Known = {
		declared: new Map(),
		told: new Map(),
		members: new Set(['expected', 'actual']),
		imported: new Set()
	};
	const declare = (name: string, value: ts.Expression | FunctionLike): void => {
		known.declared.set(name, value);
		if (!isFunctionLike(value)) return;
		const told = value.parameters.flatMap(({ type }, at) => (mentionsSaid(type) ? [at] : []));
		if (told.length > 0) known.told.set(name, told);
	};
	for (const node of inside(source)) {
		if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer)
			declare(node.name.text, node.initializer);
		if (ts.isFunctionDeclaration(node) && node.name) declare(node.name.text, node);
		if (ts.isImportSpecifier(node)) known.imported.add(node.name.text);
		if (ts.isPropertySignature(node) && mentionsSaid(node.type)) known.members.add(node.name.getText());
	}
	return known;
}

/** Words in the checks of these files. Functions are followed from one file into the other by their names. */
export function phraseProblems(files: readonly SourceFile[]): string[] {
	const sources = files.map(parseSource);
	const each = sources.map(collect);
	const elsewhere = new Map(
		each.flatMap(({ declared }) => [...declared]).filter(([, made]) => isFunctionLike(made))
	);
	const told = new Map(each.flatMap((known) => [...known.told]));
	const members = new Set(each.flatMap((known) => [...known.members]));
	const problems = new Set<string>();

	const follow = (known: Known, first: ts.Expression): void => {
		const seen = new Set<ts.Node>();
		const say = (node: ts.Node, what: string): void => {
			const source = node.getSourceFile();
			const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
			problems.add(`${source.fileName}:${line} ${what}: ${node.getText().slice(0, 60)}`);
		};
		const functionOf = (name: string): FunctionLike | undefined => {
			const made = known.declared.get(name) ?? (known.imported.has(name) ? elsewhere.get(name) : undefined);
			return isFunctionLike(made) ? made : undefined;
		};
		const call = ({ expression, arguments: given }: ts.CallExpression): void => {
			if (ts.isIdentifier(expression)) {
				if (sayers.has(expression.text) || expression.text === 'says') return;
				const made = functionOf(expression.text);
				if (made) for (const back of returnsOf(made)) look(back);
				if (['String', 'fail'].includes(expression.text)) given.forEach(look);
			}
			if (!ts.isPropertyAccessExpression(expression)) return;
			look(expression.expression);
			for (const one of given) {
				if (isFunctionLike(one)) for (const back of returnsOf(one)) look(back);
				else if (!makers.has(expression.name.text)) continue;
				else if (!ts.isStringLiteralLike(one)) look(one);
				else if (!isBlank(one.text)) say(one, 'puts words between values');
			}
		};
		const look = (node: ts.Node): void => {
			if (seen.has(node)) return;
			seen.add(node);
			if (ts.isStringLiteralLike(node) && isWords(node.text)) say(node, 'says words');
			if (ts.isTemplateExpression(node)) {
				const texts = [node.head, ...node.templateSpans.map(({ literal }) => literal)];
				if (!texts.every(({ text }) => isBlank(text))) say(node, 'puts words around a value');
				for (const { expression } of node.templateSpans) look(expression);
			}
			if (ts.isIdentifier(node)) {
				const made = known.declared.get(node.text);
				if (made && !isFunctionLike(made)) look(made);
			}
			if (ts.isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach(look);
			if (ts.isBinaryExpression(node) && !comparisons.has(node.operatorToken.kind))
				[node.left, node.right].forEach(look);
			// In a list it is a value, as of `prompt`; alone it would say that there is nothing.
			if (ts.isArrayLiteralExpression(node))
				node.elements.filter((one) => one.getText() !== "'none'").forEach(look);
			if (ts.isCallExpression(node)) call(node);
			if (
				ts.isParenthesizedExpression(node) ||
				ts.isAsExpression(node) ||
				ts.isSatisfiesExpression(node) ||
				ts.isNonNullExpression(node) ||
				ts.isAwaitExpression(node) ||
				ts.isSpreadElement(node)
			)
				look(node.expression);
			if (ts.isObjectLiteralExpression(node) && node.properties.some((one) => one.name?.getText() === 'say'))
				say(node, 'makes a phrase by hand');
		};
		look(first);
	};

	sources.forEach((source, at) => {
		const known = each[at]!;
		for (const node of inside(source)) {
			if (ts.isPropertyAssignment(node) && members.has(node.name.getText())) follow(known, node.initializer);
			if (ts.isShorthandPropertyAssignment(node) && members.has(node.name.text)) follow(known, node.name);
			if (isFunctionLike(node) && mentionsSaid(node.type))
				for (const back of returnsOf(node)) follow(known, back);
			if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) continue;
			const { text } = node.expression;
			if (sayers.has(text)) node.arguments.slice(1).forEach((value) => follow(known, value));
			for (const index of known.told.get(text) ?? told.get(text) ?? [])
				if (node.arguments[index]) follow(known, node.arguments[index]);
		}
	});
	return [...problems];
}
