import { parseJson } from './json';

/** What readers of JSON do not agree upon. */
export interface JsonFlaws {
	/** Names that the outermost object has more than once. */
	doubled: string[];
	/** Whole numbers that JavaScript does not hold exactly (RFC 8259 §6), with the name that each stands under. */
	inexact: [name: string, written: string][];
}

const token = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]:,]|-?\d[\d.eE+-]*/gs;

const nameIn = (written: string): string =>
	written.includes('\\') ? String(parseJson(written)) : written.slice(1, -1);

/** Of a text that is JSON: of another, that takes as long as it is long, for every quote in it. */
export function flawsOfJson(text: string): JsonFlaws {
	const names = new Set<string>();
	const doubled = new Set<string>();
	const inexact: JsonFlaws['inexact'] = [];
	let [depth, before, name] = [0, '', ''];
	for (const [found] of text.matchAll(token)) {
		if (found === '{' || found === '[') depth += 1;
		else if (found === '}' || found === ']') depth -= 1;
		else if (found === ':' && before.startsWith('"')) {
			name = nameIn(before);
			if (depth === 1 && names.has(name)) doubled.add(name);
			if (depth === 1) names.add(name);
		} else if (/^-?\d+$/.test(found) && !Number.isSafeInteger(Number(found))) inexact.push([name, found]);
		before = found;
	}
	return { doubled: [...doubled], inexact };
}
