/** One challenge of a `WWW-Authenticate` header: what a server wants to be shown. */
interface AuthenticateChallenge {
	/** In lower case; '' for parameters that no scheme stands before. */
	scheme: string;
	parameters: Record<string, string>;
}

const parameter = /([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",]+))/;
const part = new RegExp(`${parameter.source}|([A-Za-z][\\w-]*)(?=[\\s,]|$)`, 'g');

/**
 * The challenges of a header, in order, their parameters by name in lower case.
 * @see [RFC 9110 §11.6.1](https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1)
 */
export function readChallenges(header: string): AuthenticateChallenge[] {
	const challenges: AuthenticateChallenge[] = [];
	for (const [, name, quoted, bare, scheme] of header.matchAll(part)) {
		if (scheme !== undefined) challenges.push({ scheme: scheme.toLowerCase(), parameters: {} });
		if (name === undefined) continue;
		if (challenges.length === 0) challenges.push({ scheme: '', parameters: {} });
		const value = quoted === undefined ? (bare ?? '') : quoted.replace(/\\(.)/g, '$1');
		Object.assign(challenges.at(-1)?.parameters ?? {}, { [name.toLowerCase()]: value });
	}
	return challenges;
}

/** The first value that any of them gives a parameter. */
export const challengeValue = (header: string, name: string): string | undefined =>
	readChallenges(header).find(({ parameters }) => parameters[name] !== undefined)?.parameters[name];
