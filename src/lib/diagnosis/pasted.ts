import { isSecretParameter } from '$lib/lexicon/secrets';
import type { PastedKind } from '$lib/lexicon/brought';
import { responseSays } from '$lib/message/authorization-response';
import { valueOf, type Pair } from '$lib/wire/form';
import { quietKindOf } from './quiet';
import { isPage } from './reader/page';
import { readText, type Reading } from './reader/read';
import { longest, type Find } from './reader/reading';
import { readSeen, type Seen } from './seen';
import { seenInResponse } from './walk-evidence';

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

/** A name and the beginning of its value: `"access_token": "…"`, `code_verifier=…`. */
const named =
	/(?<![\w-])([A-Za-z][\w-]{2,48})["']?[ \t]{0,3}(?:=>|[=:])[ \t]{0,3}["']?([^\s"'&,;})\]]{1,8})/g;

/** What stands in the place of a value that is not there, or that was taken out. */
const isGone = (value: string): boolean =>
	/^(?:null|none|nil|undefined|true|false|redacted|filtered|\W.*|[x.]{3,}.*)$/i.test(value);

/** One word of a language is the name of a parameter only where it stands in an address or a form. */
const isOfForm = (text: string, at: number): boolean => /[?&]/.test(text[at - 1] ?? '');

/** A JWT without a name before it. */
const loneToken = /(?<![\w-])ey[\w-]{8,}\.[\w-]{8,}\.[\w-]*/;

const headersIn = (text: string): string[] => [
	...(/\b(?:Bearer|DPoP)\s+[\w.~+/-]{12,}/i.test(text) ? ['access_token'] : []),
	...(/\bCookie["']?[ \t]?:[ \t]?["']?\w/i.test(text) ? ['cookie'] : [])
];

/** The names alone. */
function secretsIn(text: string): string[] {
	const names = [...text.matchAll(named)].flatMap(({ index, 1: name = '', 2: value = '' }): string[] => {
		const isName = /[_-]|[a-z][A-Z]/.test(name) || isOfForm(text, index);
		return isName && !isGone(value) && isSecretParameter(name) && !/^set-cookie$/i.test(name) ? [name] : [];
	});
	const found = new Set([...names, ...headersIn(text)]);
	return found.size === 0 && loneToken.test(text) ? ['token'] : [...found];
}

/** RFC 8628 §3.5: no refusal, though it has the form of one. */
const isWaiting = (seen: Seen): boolean => readSeen(seen).error === 'authorization_pending';

/** Lines of JSON, one below the other. */
const isLogOfObjects = (text: string): boolean => /^\{[^\n]*\}\s{0,3}\n\{/.test(text);

function kindOf(text: string, reading: Reading): PastedKind {
	const { transcript, finds, requests, isLog } = reading;
	const quiet = quietKindOf(text, reading);
	if (quiet) return quiet;
	if (finds.length === 0 && requests.length > 0) return 'request';
	if (transcript?.status !== undefined || transcript?.request) return 'response';
	if (transcript) return transcript.body === '' ? 'headers' : 'response';
	if (isLogOfObjects(text)) return 'log';
	if (/^[{[]/.test(text) && !/^\[(?![\s{["])/.test(text)) return 'json';
	if (isPage(text)) return 'page';
	return isLog ? 'log' : 'text';
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
	if (error !== undefined)
		return { ...known, kind: isWaiting(seen) ? 'waiting' : 'callback', seen, secrets: [] };
	if (code !== undefined && state !== undefined) {
		return { ...known, kind: 'callback-with-code', seen: seenInResponse(parameters), secrets: ['code'] };
	}
	const kind = isWaiting(seen) ? 'waiting' : kindOf(text, reading);
	const found = kind === 'callback-with-code' ? [...new Set([...known.secrets, 'code'])] : known.secrets;
	return { ...known, kind, seen, secrets: found };
}
