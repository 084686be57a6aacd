import { responseSays } from '$lib/message/authorization-response';
import { valueOf, type Pair } from '$lib/wire/form';
import type { Seen } from './seen';
import { seenInResponse } from './walk-evidence';
import { onlyKnown } from '$lib/lexicon/only-known';

/** What somebody pasted, recognised by its form. */
export type PastedKind =
	'empty' | 'callback' | 'callback-with-code' | 'response' | 'headers' | 'json' | 'page' | 'text';

export interface Pasted {
	kind: PastedKind;
	/** For `diagnose`; the step, if the form of the text tells it. */
	seen: Seen;
	/** The names of the secrets that are in the text, for a warning. */
	secrets: string[];
}

const longest = 200_000;

/** The parameters of an authorization response, in a whole URL, or in a query or fragment alone. */
function callbackOf(text: string): Pair[] {
	if (/\s/.test(text) || !/(?:^|[?&#])(?:error|code|state|response)=/.test(text)) return [];
	return responseSays({ url: /^[^?#=]+=/.test(text) ? `?${text}` : text });
}

const headerLine = /^(?:<\s)?([A-Za-z][\w-]*)\s*:\s*(.*)$/;
const statusLine = /^(?:<\s)?HTTP\/[\d.]+\s+(\d{3})\b/;

/** A response as a terminal prints it: a status line, headers, an empty line, a body. Or headers alone. */
function responseOf(
	text: string
): { status?: number; headers: [string, string][]; body: string } | undefined {
	// What curl says about the connection and what it sent is not the answer.
	const lines = text.split(/\r?\n/).filter((line) => !/^(?:[*>] |[{}] \[\d+ bytes)/.test(line));
	const start = lines.findLastIndex((line) => statusLine.test(line));
	const status = statusLine.exec(lines[start] ?? '')?.[1];
	const rest = lines.slice(start + 1);
	const end = rest.findIndex((line) => !headerLine.test(line));
	const head = end === -1 ? rest : rest.slice(0, end);
	const headers = head.flatMap((line): [string, string][] => {
		const [, name = '', value = ''] = headerLine.exec(line) ?? [];
		return name ? [[name, value]] : [];
	});
	const known = headers.some(([name]) => /^(?:www-authenticate|content-type|date|dpop-nonce)$/i.test(name));
	if (status === undefined && !known) return undefined;
	const body = end === -1 ? '' : rest.slice(end).join('\n').trim();
	return { ...(status === undefined ? {} : { status: Number(status) }), headers, body };
}

/** Names only: `"access_token": "…"`, `code_verifier=…`. */
const secretNames = /["?&\s]?\b(access_token|refresh_token|id_token|client_secret|code_verifier)"?\s*[=:]/g;

const secretsIn = (text: string): string[] => [
	...new Set([...text.matchAll(secretNames)].map(([, name = '']) => name))
];

/** What the text says of where it came from: an issuer in a body, else the first address of a known kind. */
const issuerIn = (text: string): Record<string, string> => {
	const issuer = /"iss(?:uer)?"\s*:\s*"([^"\s]{8,300})"/.exec(text)?.[1];
	const linked = /https:\/\/[\w.-]+(?:\/[\w.~%/-]*)?/.exec(text)?.[0];
	const found = issuer ?? linked;
	return found === undefined ? {} : { issuer: found };
};

function kindOf(text: string): PastedKind {
	if (/^[{[]/.test(text)) return 'json';
	return /<(?:!doctype|html|body|div|p|h\d)\b/i.test(text) ? 'page' : 'text';
}

/**
 * Reads whatever a person pasted: a callback URL, a response from a terminal, headers, a JSON body, a page, a code or
 * a sentence. Never throws. What it is not sure of is left to `diagnose`, which takes any text as a body.
 */
export function readPasted(pasted: string): Pasted {
	const text = pasted.slice(0, longest).trim();
	const secrets = secretsIn(text);
	if (text === '') return { kind: 'empty', seen: {}, secrets };
	const parameters = callbackOf(text);
	const [error, code, state] = ['error', 'code', 'state'].map((name) => valueOf(parameters, name));
	if (error !== undefined) return { kind: 'callback', seen: seenInResponse(parameters), secrets: [] };
	if (code !== undefined && state !== undefined) {
		return { kind: 'callback-with-code', seen: seenInResponse(parameters), secrets: ['code'] };
	}
	const response = responseOf(text);
	if (response) {
		const { status, headers, body } = response;
		const seen = { ...onlyKnown({ status }), headers, body, ...issuerIn(body) };
		return { kind: body === '' && status === undefined ? 'headers' : 'response', seen, secrets };
	}
	return { kind: kindOf(text), seen: { body: text, ...issuerIn(text) }, secrets };
}
