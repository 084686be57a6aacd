import { responseSays } from '$lib/message/authorization-response';
import { valueOf, type Pair } from '$lib/wire/form';
import { isPage } from './reader/page';
import { readText, type Reading } from './reader/read';
import { longest, type Find } from './reader/reading';
import type { Seen } from './seen';
import { seenInResponse } from './walk-evidence';

/** What somebody pasted, recognised by its form. */
export type PastedKind =
	| 'empty'
	| 'callback'
	| 'callback-with-code'
	| 'request'
	| 'response'
	| 'headers'
	| 'json'
	| 'page'
	| 'log'
	| 'text';

export interface Pasted {
	kind: PastedKind;
	/** For `diagnose`; the step, if the form of the text tells it. */
	seen: Seen;
	/** What was found in it and where: what was taken, and what else may be the error. */
	reading: Reading;
	/** Which of the finds of the reading `seen` is. */
	taken: number;
	/** The names of the secrets that are in the text, for a warning. */
	secrets: string[];
}

/** The parameters of an authorization response, in a whole URL, or in a query or fragment alone. */
function callbackOf(text: string): Pair[] {
	if (/\s/.test(text) || !/(?:^|[?&#])(?:error|code|state|response)=/.test(text)) return [];
	return responseSays({ url: /^[^?#=]+=/.test(text) ? `?${text}` : text });
}

/** Names only: `"access_token": "…"`, `code_verifier=…`. */
const secretNames =
	/["?&\s]?\b(access_token|refresh_token|id_token|client_secret|code_verifier)"?\s{0,20}[=:]/g;

const secretsIn = (text: string): string[] => [
	...new Set([...text.matchAll(secretNames)].map(([, name = '']) => name))
];

/** Several lines, of which some have a time or a level before them. */
const isLog = (text: string): boolean =>
	text.includes('\n') && /^\W{0,3}(?:\d{2,4}[-/:.]\d{2}|(?:time|ts|level)=|[A-Z]{4,8}\b[ :])/m.test(text);

function kindOf(text: string, { transcript, finds, requests }: Reading): PastedKind {
	if (transcript?.status !== undefined || transcript?.request) return 'response';
	if (transcript) return transcript.body === '' ? 'headers' : 'response';
	if (finds.length === 0 && requests.length > 0) return 'request';
	if (/^[{[]/.test(text) && !/^\[(?![\s{["])/.test(text)) return 'json';
	if (isPage(text)) return 'page';
	return isLog(text) ? 'log' : 'text';
}

/**
 * Reads whatever a person pasted: a callback URL, a response from a terminal, headers, a JSON body, a page, a log, a
 * code or a sentence. `taken`: which of the finds the person took, where it is not the likeliest. Never throws.
 */
export function readPasted(pasted: string, taken = 0): Pasted {
	const text = pasted.slice(0, longest).trim();
	const reading = readText(pasted);
	const find: Find | undefined = reading.finds[taken] ?? reading.finds[0];
	const known = { reading, taken: find ? reading.finds.indexOf(find) : 0, secrets: secretsIn(text) };
	if (text === '') return { ...known, kind: 'empty', seen: {} };
	const parameters = callbackOf(text);
	const [error, code, state] = ['error', 'code', 'state'].map((name) => valueOf(parameters, name));
	const seen = find?.seen ?? {};
	if (error !== undefined) return { ...known, kind: 'callback', seen, secrets: [] };
	if (code !== undefined && state !== undefined) {
		return { ...known, kind: 'callback-with-code', seen: seenInResponse(parameters), secrets: ['code'] };
	}
	return { ...known, kind: kindOf(text, reading), seen };
}
