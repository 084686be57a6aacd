/** What somebody at the provider can look a failure up by: ids of requests and traces, and times. */
import type { Reference } from './reading';

const id = String.raw`(?:correlation|trace|request|req|activity|transaction|incident|event|error|ray|span|operation|diagnostic|support|fb ?trace|intuit|client[-_ ]?request|ms[-_ ]?request)`;

/** The names as logs, headers, bodies and pages write them, with the value behind. */
const named = new RegExp(
	String.raw`(?<![\w])["'<]?((?:x[-_])?(?:[a-z]{2,12}[-_])?${id}[-_ .]?(?:id|tid)s?|traceparent|fbtrace_id|intuit_tid|cf-ray|timestamp)["'>]?[ \t]{0,3}(?:=>|[:=])[ \t]{0,3}["'\[]?([\w.:+/|-]{6,120}(?: \d{2}:\d{2}:\d{2}Z?)?)`,
	'gi'
);

const moment = /\b\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(?:[.,]\d{1,9})?(?: ?(?:Z|[+-]\d{2}:?\d{2}))?/;

const most = 12;

/** `around`: where the error stands, for the time at which it happened. */
export function referencesIn(text: string, around: string): Reference[] {
	const found = new Map<string, Reference>();
	for (const [, name = '', value = ''] of text.matchAll(named)) {
		if (found.size >= most) break;
		const bare = value.replace(/[.,:;|/-]+$/, '');
		if (/\d/.test(bare) && !found.has(bare)) found.set(bare, { name, value: bare });
	}
	const time = moment.exec(around)?.[0] ?? moment.exec(text)?.[0];
	const isKnown =
		time === undefined || [...found.values()].some(({ value }) => value.startsWith(time.slice(0, 19)));
	return [...found.values(), ...(isKnown ? [] : [{ name: 'time', value: time }])];
}
