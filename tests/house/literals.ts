/**
 * Words that a person reads and that stand in the code of a view or of the diagnosis, and not in lessons. A component's
 * markup is read as markup: text, attributes that people read, and what an expression puts there. In scripts what looks
 * like a phrase is found, a string that begins with a capital or has two words; and any word in what the markup shows by
 * its name, or in what is named like an attribute that people read. Words that come from a room below pass.
 */
import { parse } from 'svelte/compiler';
import { claimNames } from '$lib/lexicon/claims';
import { parameterNames } from '$lib/lexicon/parameters';
import type { SourceFile } from './source';

interface Node {
	type: string;
	start: number;
	[member: string]: unknown;
}

type Say = (at: number, words: string) => void;

const isNode = (value: unknown): value is Node =>
	typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** The nodes directly inside a node, by the member that holds them. */
function* inside(node: Node): Generator<[member: string, child: Node]> {
	for (const [member, value] of Object.entries(node)) {
		for (const one of Array.isArray(value) ? (value as unknown[]) : [value])
			if (isNode(one)) yield [member, one];
	}
}

/** Names of a standard, of a method, of a format, and addresses: no language translates them. */
const isCode = (token: string): boolean => /[_/=:@{}<>\d]/.test(token) || !/\p{Ll}/u.test(token);

/** Single words that stand on the wire. */
const ofTheWire: ReadonlySet<string> = new Set<string>([...parameterNames, ...claimNames, 'plain']);

const tokensOf = (text: string): string[] => text.split(/\s+/).filter((token) => /\p{L}/u.test(token));

/** Where people read whatever stands there. */
const hasWords = (text: string): boolean =>
	tokensOf(text.replace(/&\w+;/g, ' ')).some((token) => !isCode(token));

const isCitation = (text: string): boolean => / §\d/.test(text);

/** Half of the names of a list of classes have a hyphen, or more. */
const isStyle = (tokens: readonly string[]): boolean =>
	tokens.filter((token) => /\w-[\w['(]/.test(token)).length * 2 >= tokens.length;

/** `Sent`, `No answer`; but not `Content-Type`, `RequestInit` or `A=b`. */
const beginsAsSentence = (text: string): boolean =>
	/^[\s\p{P}]*\p{Lu}\p{Ll}+(?![\p{L}-]*[_/:=])/u.test(text) && !/^[A-Z][a-z]+(?:[A-Z-]\w*)+$/.test(text);

/** Where a string may be anything: what looks like a phrase. */
function isPhrase(text: string): boolean {
	if (isCitation(text)) return false;
	const tokens = tokensOf(text);
	const words = tokens.filter((token) => !isCode(token)).length;
	const isTitle = /^\p{Lu}/u.test(text) && words > 0 && tokens.length > 1;
	return beginsAsSentence(text) || isTitle || (words > 1 && !isStyle(tokens));
}

const stringOf = (node: Node): string | undefined => {
	if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
	if (node.type !== 'TemplateElement') return undefined;
	return (node.value as { cooked: string | null }).cooked ?? '';
};

/** What a string is compared with, is the name of, or is looked up by, nobody reads. */
function isName(parent: Node, member: string): boolean {
	switch (parent.type) {
		case 'BinaryExpression':
			return parent.operator !== '+';
		case 'MemberExpression':
			return member === 'property';
		case 'Property':
			return member === 'key';
		case 'SwitchCase':
			return member === 'test';
		case 'CallExpression': {
			const callee = parent.callee as Node & { property?: { name?: string } };
			return member === 'arguments' && /^(?:get|set|clear|has)$/.test(callee.property?.name ?? '');
		}
		default:
			return /^(?:Import|Export)\w*Declaration$|^ImportExpression$/.test(parent.type);
	}
}

const isType = ({ type }: Node): boolean =>
	type.startsWith('TS') && !/^TS(?:As|Satisfies|NonNull|TypeAssertion)/.test(type);

/** What an expression comes to: the branches of a choice and the parts of a template, not what decides between them. */
const results: Record<string, readonly string[]> = {
	ConditionalExpression: ['consequent', 'alternate'],
	LogicalExpression: ['left', 'right'],
	TemplateLiteral: ['quasis', 'expressions'],
	ArrayExpression: ['elements'],
	ObjectExpression: ['properties'],
	Property: ['value'],
	ArrowFunctionExpression: ['body'],
	FunctionExpression: ['body'],
	FunctionDeclaration: ['body'],
	BlockStatement: ['body'],
	IfStatement: ['consequent', 'alternate'],
	SwitchStatement: ['cases'],
	SwitchCase: ['consequent'],
	ReturnStatement: ['argument']
};

const textOfName = (node: unknown): string | undefined =>
	isNode(node) && node.type === 'Identifier' ? String(node.name) : undefined;

/** The name of a variable or function, or of a member. */
function nameOf(node: unknown): string | undefined {
	if (!isNode(node)) return undefined;
	return node.type === 'MemberExpression' && node.computed !== true
		? textOfName(node.property)
		: textOfName(node);
}

/** What is given a value, and the value: `label = …`, `{ label: … }`, `const label = …`, `function label() { … }`. */
const givers: Record<string, readonly [name: string, value: string]> = {
	VariableDeclarator: ['id', 'init'],
	AssignmentExpression: ['left', 'right'],
	AssignmentPattern: ['left', 'right'],
	Property: ['key', 'value'],
	FunctionDeclaration: ['id', 'body']
};

/** Svelte keeps the value of its argument. */
const isRune = ({ type, callee }: Node): boolean =>
	type === 'CallExpression' &&
	isNode(callee) &&
	/^\$(?:state|derived)$/.test(String(textOfName(callee) ?? textOfName(callee.object)));

/** Whether what a member of a node comes to is read: by where it stands, or by the name that it gets. */
function isRead(node: Node, member: string, read: boolean, shown: ReadonlySet<string>): boolean {
	const [named, value] = givers[node.type] ?? [];
	if (named && value === member) {
		const name = nameOf(node[named]);
		if (name !== undefined && (shown.has(name) || isHeard.test(name))) return true;
	}
	return read && (isRune(node) ? member === 'arguments' : (results[node.type]?.includes(member) ?? false));
}

/** Strings in code. `read`: what the expression comes to is read as it is. `shown`: names of what is. */
function inCode(node: Node, say: Say, read: boolean, shown: ReadonlySet<string> = new Set()): void {
	if (isType(node)) return;
	if (isMarkup(node)) return inTemplate(node, say);
	const text = stringOf(node);
	if (text !== undefined) {
		if ((read && hasWords(text) && !ofTheWire.has(text)) || isPhrase(text)) say(node.start, text);
		return;
	}
	for (const [member, child] of inside(node)) {
		if (isName(node, member) && stringOf(child) !== undefined) continue;
		inCode(child, say, isRead(node, member, read, shown), shown);
	}
}

/** Names that an expression comes to: what is behind them is shown. Of `signs[status]` it is `signs`, of `row.word` `word`. */
function* namesIn(node: Node): Generator<string> {
	if (node.type === 'MemberExpression' && node.computed === true) return yield* namesIn(node.object as Node);
	if (node.type === 'CallExpression' && isNode(node.callee) && node.callee.type === 'Identifier')
		return yield* namesIn(node.callee);
	// A text that is looked up has a name of its own: `texts.state`.
	const name = /[tT]exts$/.test(nameOf(node.object) ?? '') ? undefined : nameOf(node);
	if (name !== undefined) yield name;
	for (const [member, child] of inside(node))
		if (/^(?:Conditional|Logical|Template)/.test(node.type) && results[node.type]?.includes(member))
			yield* namesIn(child);
}

/** Names that the markup shows: as text, or in an attribute that people read. */
function* shownIn(node: Node): Generator<string> {
	for (const [, child] of inside(node)) {
		if (child.type === 'Attribute' && !isHeard.test(String(child.name))) continue;
		if (child.type === 'ExpressionTag') yield* namesIn(child.expression as Node);
		yield* shownIn(child);
	}
}

const isMarkup = ({ type, tag }: Node): boolean =>
	type === 'TaggedTemplateExpression' && isNode(tag) && tag.name === 'markup';

const heard =
	'title|label|hint|placeholder|alt|caption|action|purpose|detail|confirm|keep|error|checksTitle|content';
const isHeard = new RegExp(`^(?:${heard}|aria-(?:label|description|roledescription|valuetext|placeholder))$`);
const isHidden = /^(?:class|style|id|name|href|src|rel|type|data-.*|bind:.*)$/;

/** The HTML of a page of a server: what stands between its tags, and in the attributes that are read. */
function inTemplate(node: Node, say: Say): void {
	const { quasis, expressions } = node.quasi as { quasis: Node[]; expressions: Node[] };
	const html = quasis.map((part) => stringOf(part) ?? '').join('\u0000');
	const attributes = [...html.matchAll(/([\w-]+)="([^"]*)"/g)];
	const between = html
		.replace(/<(script|style|code)\b[\s\S]*?<\/\1>/g, ' ')
		.split(/<[^>]*>?|[\w-]+="[^"]*"|\u0000/);
	const texts = [
		...between,
		...attributes
			.filter(([, name = '']) => isHeard.test(name) && name !== 'content')
			.map(([, , text]) => text ?? '')
	];
	for (const text of texts) if (hasWords(text.replaceAll('\u0000', ''))) say(node.start, text);
	for (const [attribute, name, text] of attributes)
		if (name === 'lang' && text !== '\u0000') say(node.start, attribute);
	for (const expression of expressions) inCode(expression, say, true);
}

const inAttribute = (attribute: Node, say: Say): void => {
	const name = String(attribute.name);
	if (isHidden.test(name)) return;
	for (const [, part] of inside(attribute)) {
		const read = isHeard.test(name);
		if (part.type !== 'Text')
			inCode(part.type === 'ExpressionTag' ? (part.expression as Node) : part, say, read);
		else if (read ? hasWords(String(part.data)) : isPhrase(String(part.data)))
			say(part.start, String(part.data));
	}
};

const isCodeElement = ({ type, name }: Node): boolean => type === 'RegularElement' && name === 'code';

function inMarkup(node: Node, say: Say): void {
	for (const [member, child] of inside(node)) {
		if (child.type === 'Text') {
			if (hasWords(String(child.data)) && !isCodeElement(node)) say(child.start, String(child.data));
		} else if (child.type === 'Attribute') inAttribute(child, say);
		else if (child.type === 'ExpressionTag') inCode(child.expression as Node, say, true);
		else if (child.type === 'Fragment') {
			if (isCodeElement(node)) inMarkup({ ...child, type: 'RegularElement', name: 'code' }, say);
			else inMarkup(child, say);
		} else if (member === 'nodes' || member === 'attributes') inMarkup(child, say);
		else inCode(child, say, false);
	}
}

/** Strings that look like words and are none, by file: the beginning of each, and what it is. */
const others: Record<string, readonly { words: string; why: string }[]> = {
	'src/lib/authorization-server/pages/style.ts': [{ words: ':root', why: 'a style sheet' }],
	'src/lib/diagnosis/text-signs.ts': [
		{ words: 'another|issued to', why: 'looked for in what servers say' },
		{ words: 'more than once|malformed', why: 'looked for in what servers say' },
		{ words: '(?:can not|unable to', why: 'looked for in what servers say' },
		{ words: 'encountered|currently', why: 'looked for in what servers say' }
	],
	'src/lib/dashboard/TryRules.svelte': [{ words: 'openid profile', why: 'a scope, as it goes out' }],
	'src/lib/dashboard/items.ts': [
		{ words: 'no keys', why: 'an issue of the schema: the field says what is wrong' },
		{ words: 'function (user', why: 'the code that a new rule starts with' }
	]
};

/** Words in a component, or in a module as if it were the script of one, with their lines. */
function allWords({ path, text }: SourceFile): { line: number; words: string }[] {
	const isComponent = path.endsWith('.svelte');
	const source = isComponent ? text : `<script lang="ts">${text.replaceAll('</', '<\\/')}</script>`;
	const root = parse(source, { modern: true });
	const found: { line: number; words: string }[] = [];
	const say: Say = (at, words) => {
		const line = source.slice(0, at).split('\n').length;
		found.push({ line, words: words.trim().replace(/\s+/g, ' ') });
	};
	inMarkup(root.fragment as unknown as Node, say);
	const shown = new Set(shownIn(root.fragment as unknown as Node));
	for (const script of [root.module, root.instance])
		if (script) inCode(script.content as unknown as Node, say, false, shown);
	return found;
}

export function literalProblems(file: SourceFile): string[] {
	const allowed = others[file.path] ?? [];
	return allWords(file)
		.filter(({ words }) => !allowed.some((one) => words.startsWith(one.words)))
		.map(({ line, words }) => `${file.path}:${line} says "${words.slice(0, 60)}"`);
}

/** Exceptions that no file needs any more. */
export const uselessExceptions = (files: readonly SourceFile[]): string[] =>
	Object.entries(others).flatMap(([path, list]) => {
		const file = files.find((one) => one.path === path);
		const found = file ? allWords(file).map(({ words }) => words) : [];
		return list
			.filter(({ words }) => !found.some((one) => one.startsWith(words)))
			.map(({ words }) => `${path}: "${words}" is not there`);
	});
