import { secretHeaders, secretParameters } from '$lib/lexicon/secrets';

interface Part {
	text: string;
	secret: boolean;
}

const names = secretParameters.join('|');
/** What a secret stands behind: a parameter's name, a member's, a header's with its scheme. Then the secret itself. */
const shapes = [
	`((?:^|[?&#'"\\s])(?:${names})=)([^&#'"\\s]+)`,
	`("(?:${names})"\\s*:\\s*")((?:[^"\\\\]|\\\\.)+)`,
	`((?:^|['"])(?:${secretHeaders.join('|')}): ?(?:bearer |dpop |basic )?)([^'"\\r\\n]+)`
];
const secrets = new RegExp(shapes.join('|'), 'gim');

/** The text cut at the values that stand under a secret's name. */
export function secretParts(text: string): Part[] {
	const parts: Part[] = [];
	let from = 0;
	for (const found of text.matchAll(secrets)) {
		const [whole, ...groups] = found;
		const [before = '', secret = ''] = groups.filter((group) => group !== undefined);
		parts.push(
			{ text: text.slice(from, found.index) + before, secret: false },
			{ text: secret, secret: true }
		);
		from = found.index + whole.length;
	}
	return [...parts, { text: text.slice(from), secret: false }].filter((part) => part.text !== '');
}
