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
}

/** The parameters of an authorization response, in a whole URL, or in a query or fragment alone. */
function callbackOf(text: string): Pair[] {
	if (/\s/.test(text) || !/(?:^|[?&#])(?:error|code|state|response)=/.test(text)) return [];
	return responseSays({ url: /^[^?#=]+=/.test(text) ? `?${text}` : text });
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
	const known = { reading, taken: find ? reading.finds.indexOf(find) : 0 };
	if (text === '') return { ...known, kind: 'empty', seen: {} };
	const parameters = callbackOf(text);
	const [error, code, state] = ['error', 'code', 'state'].map((name) => valueOf(parameters, name));
	const seen = find?.seen ?? {};
	if (error !== undefined) return { ...known, kind: isWaiting(seen) ? 'waiting' : 'callback', seen };
	if (code !== undefined && state !== undefined) {
		return { ...known, kind: 'callback-with-code', seen: seenInResponse(parameters) };
	}
	return { ...known, kind: isWaiting(seen) ? 'waiting' : kindOf(text, reading), seen };
}
