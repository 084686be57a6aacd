/** What tells by general signs that a line speaks of something that failed: its words, its codes, its numbers. */
import { isStandardError, standardErrorIn } from '../error-signs';

/** Words of failing, also in other languages that people paste: each counts once. */
const trouble =
	/\b(?:error|fail|denied|refus|reject|invalid|illegal|unauthori[sz]ed|forbidden|exception|expired|mismatch|missing|required|revoked|blocked|disabled|unsupported|unknown|unrecogni[sz]ed|malformed|unexpected|incorrect|wrong|bad request|timed? ?out|abgelehnt|ungültig|abgelaufen|invalide|refusé|expiré|inválid|denegad|caducad|negad|expirad|scadut|rifiutat|ongeldig|verlopen|nieprawidłow|already (?:been )?(?:used|redeemed|consumed)|no longer|too (?:many|old|short|long|weak|large)|stale|ignored)|(?:\b(?:not|cannot|never|no)|n't) (?:"?[\w-]{1,80}"? ){0,3}(?:found|allowed|valid|registered|permitted|match|matched|matching|supported|specified|enabled|exist|available|issued|present|recogni[sz]ed|configured|assigned|consented|equal|same|be|have|authori[sz]ed|granted)\b|\b(?:could|does|did|do|is|was|are|can)(?: not|n't)\b|\b(?:unable|cannot|can't|won't|blocked)\b|fehler|erreur|erro\b|\berrore\b|błąd|ошибк|неверн|недейств|错误|無効|无效|エラー|失败|過期|过期/giu;

const mostWords = 4;

/** Cut, because one line can be as long as a file. */
const longestLine = 4_000;

export function troubleIn(text: string): number {
	const found = new Set<string>();
	for (const [word] of text.slice(0, longestLine).matchAll(trouble)) {
		found.add(word.toLowerCase());
		if (found.size === mostWords) break;
	}
	return found.size;
}

/** A number that a provider or a library gave an error, and that nothing else has. */
const ownNumber =
	/\b(?:AADSTS ?\d{4,7}|AADB2C ?\d{5}|MSIS\d{3,5}|IDX\d{5}|IDW\d{5}|ORA-\d{4,5}|OAM\w{0,6}-\d{4,6}|E0000\d{3}|KC-\w+-?\d+|ZITADEL-\w+|[A-Z]{3,8}-[\da-zA-Z]{4,6}(?= *\)))\b/;

/** Letters and digits that name an algorithm, a standard or an encoding. */
const noError = /^(?:RFC|ISO|UTF|SHA|HS|RS|PS|ES|AES|MD|RSA|EC|X|TLS|SSL|CVE|HTTP|GMT|UTC|P|PID|TID|SCR)-?\d/;
const anyNumber = /\b[A-Z]{2,10}[-_]?\d{3,7}\b/g;

/** A name that errors have: `redirect_uri_mismatch`, `OAUTH_CALLBACK_ERROR`, `bad_verification_code`. */
const errorName =
	/\b(?:(?:invalid|unsupported|unauthori[sz]ed|bad|missing|mismatch(?:ing|ed)|unknown|incorrect|expired|insufficient|denied)_[a-z_]{2,40}|[a-z_]{2,40}_(?:error|denied|required|mismatch|expired|invalid|failed|unavailable|not_found|not_supported|not_allowed|detected)|[A-Z][A-Z_]{2,40}_(?:ERROR|FAILED|DENIED|MISMATCH|INVALID|EXPIRED)|ERR_[A-Z_]{3,40}|E(?:NOTFOUND|CONN(?:REFUSED|RESET|ABORTED)|TIMEDOUT|HOSTUNREACH|AI_AGAIN|PROTO))\b/;

/** What programs say when they say nothing: any other line tells more. */
const empty =
	/\bexception on \S{1,200} \[|\bunhandled exception\b|\b(?:an? |some )?(?:unknown |unexpected |internal |general )?(?:server )?error (?:has )?occurred|something went wrong|(?:authentication|login|sign-?in|request|operation) (?:has )?failed\b|internal server error/i;

/** A step that was not taken, without a word of why: that stands in another line. */
const summary =
	/^[^:]{0,60}(?:: )?(?:(?:failed|unable) to|could not|cannot|can't|error (?:while |during |trying |when )?(?:to )?[a-z]+ing|error trying to) [\w '"-]{3,60}[.!]*$|^[^\n]{0,120}\b(?:failed|failure)[.!]*$/i;

/** Whether a sentence says no more than that something failed, or that the reason follows. */
export const saysLittle = (text: string): boolean =>
	/:\s*$|^(?:bad request|unauthorized|forbidden|not found|internal server error|request failed with status code \d{3})[.!]*$/i.test(
		text.trim()
	);

export type CodeKind = 'number' | 'standard' | 'name' | 'letters';

export function codeIn(text: string): CodeKind | undefined {
	const line = text.slice(0, longestLine);
	if (ownNumber.test(line)) return 'number';
	if (standardErrorIn(line) !== '') return 'standard';
	if (errorName.test(line)) return 'name';
	return [...line.matchAll(anyNumber)].some(([found]) => !noError.test(found)) ? 'letters' : undefined;
}

const codeWeights: Record<CodeKind, number> = { number: 60, standard: 42, name: 28, letters: 10 };

/** How much the words of a line speak for its being the error. */
export function weightOfWords(text: string): number {
	const code = codeIn(text);
	const words = troubleIn(text);
	const line = text.trim().slice(0, longestLine);
	const isBare = code === undefined || code === 'letters';
	const says = isBare && empty.test(line) ? -9 : isBare && summary.test(line) ? -7 : 0;
	return Math.max(words > 0 ? 2 : 0, (code ? codeWeights[code] : 0) + 7 * words + says);
}

/** A sentence that says that a thing was done as it should. */
export const isSuccess = (text: string): boolean =>
	/\b(?:success(?:ful(?:ly)?)?|succeeded|completed|started|listening|connected|200 OK)\b/i.test(
		text.slice(0, longestLine)
	);

/** What nginx and Apache put behind a message: whom they served, and where that came from. */
const tail = /, (?:client|referer): [^\n]{0,4000}$/;

/** Where the message of a line ends. */
export const messageEnd = (line: string): number => tail.exec(line)?.index ?? line.length;

/** The class of an error before its words, which are those of a program. */
const classes = /^(?:(?:[\w$]{1,40}[.\\])*[A-Z][\w$]{0,60}(?:Error|Exception|Failure)\w{0,20}: {1,3})+/gm;

/** What programs write before the failure that they wrapped. */
const causes = /^(?:Caused by|Root cause|Inner ?Exception|\[?cause\]?|-{2,}>)\s?:?\s{0,3}(?=\S)/gim;

/** The words of a text without what photographs and line breaks made of them. */
export const tidy = (text: string): string =>
	text
		.replaceAll('\u0000', '')
		.replace(tail, '')
		.replace(causes, '')
		.replace(classes, '')
		.replace(/([a-z]{2})-\n\s{0,20}(?=[a-z])/g, '$1')
		.replace(/\b(AADSTS|AADB2C|MSIS|IDX) {1,3}(?=\d)/g, '$1')
		.replace(/[ \t]{1,200}/g, ' ')
		.replace(/(?: ?\n ?){1,200}/g, '\n')
		.replace(/\n(?=\p{Ll})/gu, ' ')
		.replace(/\b([a-z]{2,15}) ?_ ?([a-z]{2,15})(?: ?_ ?([a-z]{2,15}))?\b/g, (whole, ...parts: unknown[]) => {
			const joined = parts.slice(0, 3).filter(Boolean).join('_');
			return whole.includes(' ') && isStandardError(joined) ? joined : whole;
		})
		.trim();

/** The status that a text names beside its word. */
export function statusIn(text: string): number | undefined {
	const found =
		/\b(?:status(?:[ _-]?code)?(?: from \w{1,20})?|HTTP(?:\/[\d.]{1,3})?(?!:?\/\/)|(?:client|server) error|returned|got|responded(?: with)?|response code|resulted in an?|answered)\W{1,4}(?:(?:an? )?(?:HTTP )?(?:error|code|status)\W{1,3})?([1-5]\d{2})\b(?!\.\d)/i.exec(
			text
		)?.[1] ??
		/\b([45]\d{2})\W{1,3}(?:Bad Request|Unauthorized|Forbidden|Not Found|Method Not Allowed|Conflict|Unsupported Media|Too Many|Internal Server Error|Bad Gateway|Service Unavailable)/i.exec(
			text
		)?.[1];
	return found === undefined ? undefined : Number(found);
}
