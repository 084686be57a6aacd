import { parseJson } from './json';

/** What readers of JSON do not agree upon. */
export interface JsonFlaws {
	/** Names that the outermost object has more than once. */
	doubled: string[];
	/** Whole numbers that JavaScript does not hold exactly (RFC 8259 §6), with the name that each stands under. */
	inexact: [name: string, written: string][];
}

const token = /"(?:[^"\\]|\\.)*"|[{}[\]:,]|-?\d[\d.eE+-]*/gs;

/** Of a text that is JSON. */
export function flawsOfJson(text: string): JsonFlaws {
	const names = new Set<string>();
	const doubled = new Set<string>();
	const inexact: JsonFlaws['inexact'] = [];
	let [depth, before, name] = [0, '', ''];
	for (const [found] of text.matchAll(token)) {
		if (found === '{' || found === '[') depth += 1;
		else if (found === '}' || found === ']') depth -= 1;
		else if (found === ':' && before.startsWith('"')) {
			const own = String(parseJson(before));
			name = own;
			if (depth === 1 && names.has(own)) doubled.add(own);
			if (depth === 1) names.add(own);
		} else if (/^-?\d+$/.test(found) && !Number.isSafeInteger(Number(found))) inexact.push([name, found]);
		before = found;
	}
	return { doubled: [...doubled], inexact };
}
