/** Lines of a log without what stands before the message: times, levels, names of programs and threads, signs of quoting. */
import type { Line, Source } from './reading';

const time = String.raw`\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,9})?(?: ?[AP]M)?(?: ?(?:Z|UTC|GMT|[+-]\d{2}:?\d{2}))?`;
const month = /(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/.source;
const day = /(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.source;
const levels =
	'TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|ERR|FATAL|CRITICAL|CRIT|SEVERE|ALERT|EMERG|VRB|DBG|INF|WRN|FTL';

/** What may stand before a message, each at the place where the one before ended. */
const prefixes: readonly RegExp[] = [
	// Quoted in a mail, or printed by a container.
	/(?:>[ \t]?)+/y,
	/\[pod\/[\w./-]{1,160}\][ \t]|[a-z][\w.-]{0,60}[ \t]{0,30}\|[ \t]/y,
	new RegExp(
		String.raw`\[?(?:${day},? )?\d{4}[-/.]\d{2}[-/.]\d{2}(?:[T ,]{1,2}${time})?(?: ?[A-Z]{3,4}(?=[\] ]))?\]?`,
		'y'
	),
	new RegExp(String.raw`\[?\d{2}[/-](?:${month}|\d{2})[/-]\d{4}[: ]${time}\]?`, 'y'),
	new RegExp(String.raw`\[?${time}\]?(?=[ \t:|-])`, 'y'),
	new RegExp(
		String.raw`(?:<\d{1,3}>)?\[?(?:${day} )?${month} {1,2}\d{1,2} ${time}(?: \d{4})?\]?(?: [\w.-]{1,60})?(?: [\w./-]{1,60}(?:\[\d{1,8}\])?:)?`,
		'y'
	),
	new RegExp(String.raw`\[?(?:${levels})\b\]?(?::(?=\s|[\w.]{1,40}:))?`, 'y'),
	/\[(?:[\w-]{1,20}:)?(?:trace|debug|info|notice|warn|warning|error|err|fatal|crit|critical)\](?!\s{0,3}=):?/iy,
	/(?:fail|info|warn|dbug|crit|trce): (?=[A-Z])/y,
	/[VDIWEF](?:\/[\w.-]{1,60}(?:\( ?\d{1,7}\))?:|\d{4} \d{2}:\d{2}:\d{2}\.\d{1,9} {1,8}\d{1,8} [\w./-]{1,60}:\d{1,6}\])/y,
	// A script and its line, as the console of a browser prints it.
	/(?:\([a-z]+\) )?[\w.@-]{1,80}\.(?:js|mjs|ts|tsx|jsx|vue)(?:\?\w{1,20})?:\d{1,6}(?::\d{1,6})?(?=[ \t])/y,
	/Uncaught (?:\(in promise\):? )?/y
];

/** What is only a prefix behind another one: a thread, a logger, a process. */
const followers: readonly RegExp[] = [
	/\[(?!\{)(?![a-z]{2,20}_[a-z_]{2,40}\])(?![^\]\n]{0,100}(?:_[A-Za-z]{2,20}_?(?:ERROR|error)|error=))[\w.$/:#@,=* -]{1,100}\]:?/y,
	/\((?:[\w.-]{1,40}-)?(?:thread|task|worker|exec)[\w-]{0,40}\)/y,
	/(?:pid|tid|thread)[ =:]\d{1,8}:?/iy,
	/\d{1,8}#\d{1,8}: (?:\*\d{1,10} )?|\d{1,8} ---|\d{1,8}(?=[ \t]+\[)|[-|:](?=\s)|[DIWEF](?= [\w.-]{1,40}: )|stderr F|stdout F/y,
	// The name of a logger; that of an error is a part of its message.
	/(?:[a-z][\w$]{0,30}\.){1,8}(?![\w$]{0,60}(?:Error|Exception|Failure):)[A-Za-z_][\w$]{0,60}(?:\[\d{1,8}\])?(?:[ \t]{0,40}[:|-](?=\s)|(?=\s{2}))/y
];

const frame =
	/^\s{0,40}(?:at (?:async |new )?[\w$.<>/@:~#`[\]+-]{1,200}(?: \[as [\w$]{1,60}\])?(?: ?\(|:\d+$)|File "|\.\.\. \d+ (?:more|common)|goroutine \d|#\d{1,3} |from \/?[\w./-]+:\d|[\w$.<>/ ]{0,60}@ ?\S{1,200}:\d+(?::\d+)?$|\S{1,200}\.go:\d+)|^\s{0,40}[(\w][\w.$)<> ]{0,60} @ [\w.?=-]{1,80}(?::\d+)?$/;

const levelOf = (prefix: string): Line['level'] => {
	if (
		/\b(?:err(?:or)?|fatal|ftl|crit(?:ical)?|severe|alert|emerg|fail)\b|(?<!\w)[EF](?:\/|\d{4} )/i.test(
			prefix
		)
	)
		return 'bad';
	if (/\b(?:warn(?:ing)?|wrn)\b|(?<!\w)W(?:\/|\d{4} )/i.test(prefix)) return 'warning';
	return /\b(?:trace|debug|dbug|dbg|trce|vrb|info|inf|notice)\b|(?<!\w)[VDI](?:\/|\d{4} )/i.test(prefix)
		? 'quiet'
		: undefined;
};

const longestPrefix = 400;
const mostPrefixes = 12;

/** Where the message of a line begins. A JSON object begins by itself: nothing stands before it. */
function prefixEnd(line: string): number {
	const head = line.slice(0, longestPrefix);
	let at = 0;
	let found = 0;
	for (let count = 0; count < mostPrefixes; count += 1) {
		while (head[at] === ' ' || head[at] === '\t') at += 1;
		const patterns = found > 0 ? [...prefixes, ...followers] : prefixes;
		const end = patterns.reduce((best, pattern) => {
			pattern.lastIndex = at;
			return pattern.test(head) ? Math.max(best, pattern.lastIndex) : best;
		}, at);
		if (end === at) break;
		at = end;
		found += 1;
	}
	return found > 0 ? at : 0;
}

/** Signs that programs of people put in the place of plain ones, and invisible ones: each for one, so that places stay. */
const plain: Record<string, string> = {
	...{ '\u2018': "'", '\u2019': "'", '\u201A': "'", '\u2032': "'", '\u201C': '"', '\u201D': '"' },
	...{ '\u201E': '"', '\u00AB': '"', '\u00BB': '"', '\u2033': '"', '\u00A0': ' ', '\u202F': ' ' },
	...{ '\u2009': ' ', '\u200B': ' ', '\u200C': ' ', '\u200D': ' ', '\uFEFF': ' ', '\u00AD': ' ' },
	...{ '\r': ' ', '`': ' ', '\uFF1A': ':', '\uFF1D': '=', '\u0000': ' ', '\u001B': ' ' }
};

const plainly = (text: string): string =>
	text.replace(
		/[\u2018\u2019\u201A\u2032\u201C\u201D\u201E\u00AB\u00BB\u2033\u00A0\u202F\u2009\u200B-\u200D\uFEFF\u00AD\r`\uFF1A\uFF1D\u0000\u001B]/g,
		(sign) => plain[sign] ?? ' '
	);

const blank = (length: number): string => ' '.repeat(length);

/** Colours of a terminal, also without the sign that begins one: it is lost where a text is copied. */
const colours = /\u001B\[[\d;?]{0,20}[A-Za-z]|\[\d{1,3}(?:;\d{1,3}){0,4}m(?!\])/g;

/** Whether `>` and `<` are those of a talk with a server, and no signs of quoting. */
const isTalk = (text: string): boolean => /^[<>] (?:HTTP\/|[A-Z]{3,7} \S+ HTTP\/)/m.test(text);

/** The text with its lines. Line by line, so that no line costs more than it is long. */
export function sourceOf(pasted: string): Source {
	const whole = plainly(pasted.replace(colours, ({ length }) => blank(length)));
	const talk = isTalk(whole);
	const lines: Line[] = [];
	const masked: string[] = [];
	let start = 0;
	for (const text of whole.split('\n')) {
		const signed = talk && /^[<>*{}](?: |$)/.test(text);
		const length = text === '' || signed || /^\s*(?:\{|<(?!\d))/.test(text) ? 0 : prefixEnd(text);
		lines.push({
			start,
			end: start + text.length,
			at: start + length,
			level: length > 0 ? levelOf(text.slice(0, length)) : undefined,
			isFrame: text !== '' && frame.test(text.slice(0, longestPrefix)),
			isEntry: (length > 0 && /\w/.test(text.slice(0, length))) || /^(?:time|ts|t|at|level|lvl)=\S/.test(text)
		});
		masked.push(blank(length) + text.slice(length));
		start += text.length + 1;
	}
	const text = masked.join('\n');
	return { pasted, text, words: text, lines };
}
