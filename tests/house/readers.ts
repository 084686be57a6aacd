import ts from 'typescript';
import { parseSource, type SourceFile } from './source';

/** Where messages are read, and where their bytes are. */
const homes = /^src\/lib\/(message|wire)\//;

/** Files outside of them that take a text apart, each with what that text is: no message. */
export const ownTexts: Record<string, string> = {
	'src/lib/sandbox/verdict.ts': 'what a rule said in the sandbox, which knows no message',
	'src/lib/dashboard/places.ts': 'the address of a page of this site, which is no message',
	'src/lib/dashboard/draft.ts': 'what is typed into a field of JSON',
	'src/lib/tokens/keys/judged.ts': 'the members of a key',
	'src/lib/tokens/keys/material.ts': 'a key in base64 that somebody pasted',
	'src/lib/tokens/keys/pem.ts': 'a key or a certificate in PEM',
	'src/lib/tokens/keys/secret.ts': 'a secret, in the form in which it was typed',
	'src/lib/trace/redact-token.ts': 'a part of a token, rewritten in place and not read',
	'src/lib/trace/secret-settings.ts': 'any text of a setting that looks like a secret',
	'src/lib/browser/storage/overflow.ts': 'the key of what is away from the tab, which no message carries'
};

/** Calls that take a message apart, and what has them for everybody. */
const readers: Record<string, string> = {
	atob: '$lib/wire/base64',
	decodeBase64: '$lib/message/client-authentication',
	decodeBase64url: '$lib/message/jwt or $lib/message/challenge',
	decodeJwt: '$lib/message/jwt',
	decodeProtectedHeader: '$lib/message/jwt',
	jwtDecode: '$lib/message/jwt',
	'JSON.parse': '$lib/wire/json',
	'base64url.decode': '$lib/wire/base64url'
};

const writing = new Set(['set', 'append', 'delete']);

/** `new URLSearchParams(text)`; of nothing, a list or an object it is written, and not read. */
const readsParameters = (node: ts.Node): boolean =>
	ts.isNewExpression(node) &&
	node.expression.getText() === 'URLSearchParams' &&
	node.arguments?.[0] !== undefined &&
	!ts.isArrayLiteralExpression(node.arguments[0]) &&
	!ts.isObjectLiteralExpression(node.arguments[0]);

/** `url.searchParams`, but for `url.searchParams.set(…)` and its like. */
const readsAddress = (node: ts.Node): boolean =>
	ts.isBindingElement(node)
		? (node.propertyName ?? node.name).getText() === 'searchParams'
		: ts.isPropertyAccessExpression(node) &&
			node.name.text === 'searchParams' &&
			!(ts.isPropertyAccessExpression(node.parent) && writing.has(node.parent.name.text));

function readerOf(node: ts.Node): [what: string, instead: string] | undefined {
	if (readsParameters(node))
		return ['new URLSearchParams(text)', '$lib/wire/form, or the reader of the message'];
	if (readsAddress(node)) return ['.searchParams', '$lib/wire/form, or the reader of the message'];
	const called = ts.isCallExpression(node) ? node.expression.getText().replace(/^.*\.(?=atob$)/, '') : '';
	const instead = Object.hasOwn(readers, called) ? readers[called] : undefined;
	return instead === undefined ? undefined : [called, instead];
}

/** Where a file reads a message by itself. */
export function readerProblems(file: SourceFile): string[] {
	if (homes.test(file.path) || file.path in ownTexts) return [];
	const source = parseSource(file);
	const found: string[] = [];
	const visit = (node: ts.Node): void => {
		const [what, instead] = readerOf(node) ?? [];
		if (what !== undefined) {
			const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
			found.push(`${file.path}:${line} reads by itself (${what}): ask ${instead}`);
		}
		ts.forEachChild(node, visit);
	};
	visit(source);
	return found;
}
