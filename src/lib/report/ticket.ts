/** A ticket in Markdown, of as many lines as a person reads: for any help desk, or in the order in which one asks. */
import { ticketTexts as texts } from '$lib/lessons/en/report/ticket';
import { code, prose } from './markdown';
import {
	attemptLines,
	causeLines,
	checkLines,
	checksTitle,
	clientLines,
	errorLines,
	failureLines,
	linkLines,
	type Most,
	noteLine,
	referenceLines,
	standingLines,
	titleLine
} from './ticket-parts';
import type { Told } from './told';
import type { TicketVariant } from './variants';

export const mostTicketLines = 60;

/** Lines under a heading, after a blank one; nothing where there are none. */
const section = (heading: string, lines: readonly string[]): string[] =>
	lines.length === 0 ? [] : ['', `**${heading}**`, '', ...lines];

const open = (words: string): string => `- [ ] ${words}`;

const causeTitle = ({ cause }: Told): string =>
	cause ? texts.cause.title(cause.confidence) : texts.cause.untold;

const head = (told: Told): string[] => [titleLine(told), '', noteLine(told), ''];

const roomy: Most = { error: 5, references: 6, attempts: 5, rivals: 2 };
/** Of a form that has lines of its own. */
const tight: Most = { error: 3, references: 3, attempts: 3, rivals: 1 };

/** The same without the blank line: a form with many headings. */
const answered = (question: string, lines: readonly string[]): string[] => ['', `**${question}**`, ...lines];

/** What stands before the checks, which take the room that is left. */
type Layout = (told: Told) => { before: string[]; checks: (lines: string[]) => string[]; after: string[] };

const checksHere =
	(told: Told) =>
	(lines: string[]): string[] =>
		section(checksTitle(told), lines);

const ordered = (told: Told, most: Most): ReturnType<Layout> => ({
	before: [
		...head(told),
		...standingLines(told),
		...failureLines(told),
		...clientLines(told),
		...section(texts.error, errorLines(told, most)),
		...section(texts.references, referenceLines(told, most)),
		...section(causeTitle(told), causeLines(told, most))
	],
	checks: checksHere(told),
	after: [...section(texts.attempts.title, attemptLines(told, most)), ...linkLines(told)]
});

/** How often it worked is known of this walk alone: the rest is for the person to say. */
function before({ attempts }: Told): string[] {
	const worked = attempts.filter((one) => one.worked).length;
	return [...(worked > 0 ? [`- ${texts.worked(worked)}`] : []), open(texts.open.before)];
}

const general: Layout = (told) => ordered(told, roomy);

const questions: Layout = (told) => {
	const { questions: asked, open: words } = texts;
	const { failure } = told;
	return {
		before: [
			...head(told),
			...answered(asked.doing, [
				...(failure?.does ? [`- ${prose(failure.step)}: ${prose(failure.does)}`] : [open(words.doing)])
			]),
			...answered(asked.expected, [
				failure?.expected ? `- ${prose(failure.expected)}` : open(words.expected)
			]),
			...answered(asked.where, [...failureLines(told), ...clientLines(told), ...referenceLines(told, tight)]),
			...answered(asked.errors, [...errorLines(told, tight), '', ...causeLines(told, tight)]),
			...answered(asked.before, before(told)),
			...answered(asked.everyone, [open(words.everyone)])
		],
		checks: checksHere(told),
		after: [...answered(asked.tried, [...attemptLines(told, tight), open(words.tried)]), ...linkLines(told)]
	};
};

/** The first value among the ids by its name. */
const idOf = ({ references }: Told, part: RegExp): string | undefined =>
	references.find(({ name }) => part.test(name))?.value;

/** Microsoft Entra ID: the issuer has the tenant in its path. */
function tenantOf(issuer: string | undefined): string | undefined {
	if (issuer === undefined || !URL.canParse(issuer)) return undefined;
	return new URL(issuer).pathname.split('/')[1] || undefined;
}

function entraIds(told: Told): string[] {
	const { entra } = texts;
	const { failure, error, clientId, issuer } = told;
	const time = idOf(told, /^time/i);
	const sent = failure?.at === undefined ? undefined : new Date(failure.at).toISOString();
	const row = (name: string, value: string | undefined): string =>
		`- **${name}:** ${value === undefined ? entra.missing : code(value)}`;
	return [
		row(entra.correlation, idOf(told, /correlation/i)),
		row(entra.trace, idOf(told, /trace/i)),
		time === undefined && sent !== undefined ? row(entra.sent, sent) : row(entra.timestamp, time),
		row(entra.code, /AADSTS\d+/.exec(error ?? '')?.[0]),
		row(entra.tenant, tenantOf(issuer)),
		row(entra.application, clientId),
		open(texts.open.user)
	];
}

const entra: Layout = (told) => {
	const rest = ordered(told, tight);
	return { ...rest, before: [...head(told), ...entraIds(told), ...rest.before.slice(head(told).length - 1)] };
};

const github: Layout = (told) => {
	const { details } = texts;
	const folded = (summary: string, lines: readonly string[]): string[] => [
		'',
		`<details><summary>${summary}</summary>`,
		'',
		...lines,
		'',
		'</details>'
	];
	return {
		before: [
			...head(told),
			...standingLines(told),
			...failureLines(told),
			...section(texts.error, errorLines(told, tight)),
			...section(causeTitle(told), causeLines(told, tight))
		],
		checks: (lines) => folded(`${details.checks} (${checksTitle(told)})`, lines),
		after: folded(details.more, [
			...clientLines(told),
			...section(texts.references, referenceLines(told, tight)),
			...section(texts.attempts.title, attemptLines(told, tight)),
			...linkLines(told)
		])
	};
};

const layouts: Record<TicketVariant, Layout> = { general, questions, entra, github };

export function ticketOf(told: Told, variant: TicketVariant): string {
	const { before, checks, after } = layouts[variant](told);
	const room = mostTicketLines - before.length - after.length - checks(['']).length + 1;
	return `${[...before, ...checks(checkLines(told, room)), ...after].join('\n')}\n`;
}
