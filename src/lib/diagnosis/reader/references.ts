/** What somebody at the provider can look a failure up by: ids of requests and traces, and times. */
import { isSecretParameter, secretLooks } from '$lib/lexicon/secrets';
import type { Reference } from './reading';

const id = String.raw`(?:correlation|trace|request|req|activity|transaction|incident|event|error|ray|span|operation|diagnostic|support|fb ?trace|intuit|client[-_ ]?request|ms[-_ ]?request)`;

/** The names as logs, headers, bodies and pages write them, with the value behind. */
const named = new RegExp(
	String.raw`(?<![\w])["'<]?((?:x[-_])?(?:[a-z]{2,12}[-_])?${id}[-_ .]?(?:id|tid)s?|traceparent|fbtrace_id|intuit_tid|cf-ray|timestamp)["'>]?[ \t]{0,3}(?:=>|[:=])[ \t]{0,3}["'\[]?([\w.:+/|-]{6,120}(?: \d{2}:\d{2}:\d{2}Z?)?)`,
	'gi'
);

/** Whoever has a cookie has the session. */
const cookies =
	/\b(?:Set-)?Cookies?["']?[ \t]?[:=][ \t]?(?:"[^"\n]{0,8000}"|'[^'\n]{0,8000}'|[^\n]{0,8000})/gi;

const clock = String.raw`\d{2}:\d{2}:\d{2}(?:[.,]\d{1,9})?`;
const zone = String.raw`(?: ?(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})\b)?`;
const month = /(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/.source;

/** As standards write it, then as servers, headers and logs of systems do. */
const moment = new RegExp(
	[
		String.raw`\b\d{4}[-/]\d{2}[-/]\d{2}[T ]${clock}${zone}`,
		String.raw`\b(?:[A-Z][a-z]{2}, )?\d{2}[-/ ]${month}[-/ ]\d{4}[: ]${clock}${zone}`,
		String.raw`\b${month} {1,2}\d{1,2} ${clock}(?: \d{4}\b)?`
	].join('|')
);

const most = 12;

const token = new RegExp(secretLooks.token, 'iu');

/** `around`: where the error stands, for the time at which it happened. */
export function referencesIn(text: string, around: string): Reference[] {
	const found = new Map<string, Reference>();
	for (const [, name = '', value = ''] of text.replace(cookies, '').matchAll(named)) {
		if (found.size >= most) break;
		const bare = value.replace(/[.,:;|/-]+$/, '');
		// Some are called an id and open a door all the same.
		if (isSecretParameter(name) || token.test(bare)) continue;
		if (/\d/.test(bare) && !found.has(bare)) found.set(bare, { name, value: bare });
	}
	const time = moment.exec(around)?.[0] ?? moment.exec(text)?.[0];
	const isKnown =
		time === undefined || [...found.values()].some(({ value }) => value.startsWith(time.slice(0, 19)));
	return [...found.values(), ...(isKnown ? [] : [{ name: 'time', value: time }])];
}
