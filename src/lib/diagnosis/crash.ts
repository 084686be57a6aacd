import type { DiagnosisCode } from '$lib/lexicon/causes';
import { tell, type Said } from '$lib/lexicon/said';
import type { Sign } from './sign';
import { isStandardError } from './error-signs';
import type { Read } from './seen';

/**
 * What a program prints when it breaks: the names of faults of languages and databases, and lines of a stack. They are
 * about the server's own code; that a parameter is named in them says nothing about that parameter.
 */
const broken =
	/cannot read propert|undefined is not|null is not an object|\.\w+ is not a function|is not iterable|nil ?pointer|null ?pointer|nullreference|object reference not set|traceback \(most recent|\bpanic:|goroutine \d+|segmentation fault|sqlstate|\bora-\d{4,5}|undefined (?:index|array key|variable|property|method|offset)|call to (?:a member|undefined)|\b(?:reference|range|syntax|key|attribute|name|index|value|zerodivision|nomethod|operational|programming|integrity|assertion)error:|\b(?:illegalstate|classcast|indexoutofbounds|arrayindexoutofbounds|argumentnull|invalidoperation|numberformat|sql|pdo|query|runtime)exception\b|unhandled (?:exception|rejection|error)|\.(?:java|cs|py|rb|php|[cm]?[jt]s|go|ex):\d+/i;

const frame = /^\s*(?:at\s+\S.*|File ".*", line \d+.*|from \S+:\d+.*|#\d+\s.*)$/;

const isNetwork = /failed to fetch|networkerror|load failed|fetch failed|network request failed/i;

const isBroken = (text: string): boolean =>
	!isNetwork.test(text) && (broken.test(text) || text.split('\n').some((line) => frame.test(line)));

const place = /[\w./\\@~-]*\.(?:java|cs|py|rb|php|[cm]?[jt]sx?|go|ex):\d+(?::\d+)?/gi;

/** A stack has lines that speak beside those that only name places in a program: `state mismatch` above its frames. */
const spoken = (text: string): string =>
	text
		.split('\n')
		.filter((line) => !frame.test(line))
		.map((line) => line.replace(place, ' '))
		.filter((line) => isNetwork.test(line) || !broken.test(line))
		.join('\n')
		.trim();

/** The words of an answer without those of a program that broke. */
export const withoutCrash = (read: Read): Read =>
	read.texts.some(isBroken) ? { ...read, texts: read.texts.map(spoken).filter(Boolean) } : read;

/** Headers by which an operator finds a request in the log. */
const idHeaders = [
	'x-request-id',
	'request-id',
	'x-correlation-id',
	'x-ms-request-id',
	'x-amzn-requestid',
	'x-trace-id',
	'traceparent',
	'cf-ray'
];

function seenOf({ status, headers, texts }: Read): Said {
	const name = idHeaders.find((header) => headers.get(header));
	const what =
		status !== undefined && status >= 500
			? tell('http-status', status)
			: tell('quoted', (texts[0] ?? '').slice(0, 80));
	return name === undefined ? what : tell('both', what, tell('named', name, headers.get(name) ?? ''));
}

/**
 * RFC 9110 §15.6: a 5xx says that the server failed. An error of OAuth in it is a statement of its own; without one,
 * and where the words are those of a program that broke, nothing was said about the request.
 */
export function crashSigns(read: Read): Sign[] {
	const silent = !isStandardError(read.error);
	const failed = (read.status ?? 0) >= 500 && silent;
	// Without a status the program that broke may be one on this side.
	const fell = (read.status ?? 0) >= 400 && silent && read.texts.some(isBroken);
	const code: DiagnosisCode = 'server-failed';
	return failed || fell ? [{ code, weight: failed ? 0.9 : 0.85, because: seenOf(read) }] : [];
}

/** The most that words are worth which nobody addressed to the client: a hint. */
const hint = 0.7;

/** Endpoints that a program asks answer with JSON; a page there is that of a proxy or of a framework. */
const isStrangePage = ({ page, step, place }: Read): boolean =>
	page &&
	(step === 'token' ||
		step === 'userinfo' ||
		step === 'api' ||
		(place !== undefined && place !== 'authorization'));

/** 0..1: the most that the words of an answer are worth: less where they are not the endpoint's own. */
export function worthOfWords(read: Read): number {
	const failed = (read.status ?? 0) >= 500 && !isStandardError(read.error);
	if (failed && read.page) return 0;
	return failed || isStrangePage(read) ? hint : 1;
}

/** What the words speak for, as far as they are worth something. */
export function asHints(signs: readonly Sign[], read: Read): Sign[] {
	const most = worthOfWords(read);
	return most === 0 ? [] : signs.map((sign) => ({ ...sign, weight: Math.min(sign.weight, most) }));
}
