/** The sections of a ticket, as lines of Markdown. Each has a most, so that all of them together fit a ticket. */
import { ticketTexts as texts } from '$lib/lessons/en/report/ticket';
import { checkStatuses } from './check-statuses';
import { code, fenced, link, prose } from './markdown';
import type { Told, ToldCheck } from './told';

/** How many lines there are at most of what may be long. */
export interface Most {
	error: number;
	references: number;
	attempts: number;
	rivals: number;
}

/** UTC, to the second: as logs of servers have it. */
export const utc = (at: number): string => `${new Date(at).toISOString().slice(0, -5)}Z`;

/** A value, or that it is not known. */
const known = ({ from }: Told, value: string | undefined): string =>
	value === undefined ? texts.missing[from] : code(value);

const inLine = (pairs: readonly (readonly [name: string, value: string | undefined])[]): string =>
	pairs
		.filter(([, value]) => value !== undefined)
		.map(([name, value]) => `${name} ${value}`)
		.join(' · ');

const item = (name: string, value: string): string => `- **${name}:** ${value}`;

export const titleLine = ({ failure, from, provider }: Told): string => {
	const { failed, pasted, other } = texts.title;
	const what = from === 'pasted' ? pasted : failure ? failed(failure.step) : other;
	return `## ${[prose(what), ...(provider ? [`(${prose(provider.name)})`] : [])].join(' ')}`;
};

export const noteLine = ({ withSecrets }: Told): string =>
	withSecrets ? `**${texts.withSecrets}**` : `_${texts.redacted}_`;

export const standingLines = ({ standing }: Told): string[] =>
	standing.length === 0 ? [] : [item(texts.about.status, prose(standing.join(' ')))];

export function clientLines(told: Told): string[] {
	const { about } = texts;
	const { provider, issuer, clientId, application, redirectUri, scope, audience, flow } = told;
	const name = provider ? prose(provider.name) : texts.unknownProvider;
	return [
		item(
			about.provider,
			inLine([
				['', name],
				[about.issuer, known(told, issuer)]
			]).trim()
		),
		item(
			about.client,
			inLine([
				['', known(told, clientId)],
				[about.application, application === undefined ? texts.missing[told.from] : prose(application)],
				[about.redirectUri, known(told, redirectUri)]
			]).trim()
		),
		item(about.flow, flow === undefined ? texts.missing[told.from] : prose(flow)),
		item(
			about.asked,
			inLine([
				[about.scope, known(told, scope)],
				[about.audience, audience === undefined ? undefined : code(audience)]
			])
		)
	];
}

export const failureLines = ({ failure, then }: Told): string[] => [
	...failedLine(texts.about.failing, failure),
	...failedLine(texts.about.then, then)
];

function failedLine(name: string, failure: Told['failure']): string[] {
	if (!failure) return [];
	const { about } = texts;
	const { step, request, answer, at } = failure;
	const rest = inLine([
		[about.request, request && code(request)],
		[about.answer, answer && code(answer)],
		[about.at, at === undefined ? undefined : code(utc(at))]
	]);
	return [item(name, [prose(step), rest].filter((part) => part !== '').join(' · '))];
}

export const errorLines = ({ error, failure }: Told, most: Most): string[] => {
	if (error !== undefined) return fenced(error, most.error, texts.cutOff);
	return failure?.answer === undefined ? [texts.noError] : [code(failure.answer)];
};

export function referenceLines({ references, times }: Told, most: Most): string[] {
	const ids = references
		.slice(0, most.references)
		.map(({ name, value }) => `- ${code(name)}: ${code(value)}`);
	const moments = times.map(({ name, at }) => `${name} ${code(utc(at))}`).join(' · ');
	return [
		...(ids.length === 0 ? [`- ${texts.noReferences}`] : ids),
		...(moments === '' ? [] : [`- ${moments}`])
	];
}

export function causeLines({ cause, failure }: Told, most: Most): string[] {
	const { cause: words } = texts;
	if (!cause) return failure ? [words.unknown] : [];
	const { remedy, evidence, citations, rivals } = cause;
	return [
		`**${prose(cause.title)}** ${prose(cause.what)}`,
		`${words.change} ${prose(cause.change)}`,
		...(remedy
			? [
					`${words.at(prose(remedy.provider))} ${prose(remedy.change)} ${words.where} ${prose(remedy.where)}. ${words.source} ${link(remedy.source)}`
				]
			: []),
		...(evidence.length === 0 ? [] : [`${words.restsOn} ${prose(evidence.join('; '))}`]),
		...(citations.length === 0 ? [] : [`${words.sections} ${citations.map((one) => code(one)).join(', ')}`]),
		...rivals
			.slice(1, 1 + most.rivals)
			.map(({ title, decides }) => `${words.rivals}: ${prose(title)}; ${words.decides} ${prose(decides)}.`)
	].map((line) => `- ${line}`);
}

export function attemptLines({ attempts }: Told, most: Most): string[] {
	const { attempts: words } = texts;
	if (attempts.length === 0) return [`- ${words.none}`];
	const shown = attempts.slice(-most.attempts);
	const left = attempts.length - shown.length;
	return [
		...(left > 0 ? [`- ${words.more(left)}`] : []),
		...shown.map(
			({ place, at, end, told }) =>
				`- ${words.one(place)} ${code(utc(at))}: ${prose(end)}${told ? ` (${words.told})` : ''}`
		)
	];
}

export const linkLines = ({ link: address }: Told): string[] =>
	address === undefined ? [] : [`${texts.link} ${link(address)}`];

const counted = (checks: readonly ToldCheck[]): string =>
	checkStatuses
		.map((status) => [status, checks.filter((one) => one.status === status).length] as const)
		.filter(([, count]) => count > 0)
		.map(([status, count]) => texts.checks.counts(texts.checks.signs[status], count))
		.join(', ');

/** What is proved; then what came last, which is nearest to what failed. */
const inTurn = ({ proved, checks }: Told): ToldCheck[] => [
	...proved,
	...checks.toReversed().flatMap((group) => group.checks)
];

export const checksTitle = (told: Told): string => {
	const all = inTurn(told);
	return all.length === 0 ? texts.checks.title : `${texts.checks.title}: ${counted(all)}`;
};

const cell = (value: string | undefined): string => (value === undefined ? '' : code(value, true));

const row = ({ status, name, expected, actual }: ToldCheck): string =>
	`| ${texts.checks.signs[status]} | ${prose(name, true)} | ${cell(expected)} | ${cell(actual)} |`;

/** Around the rows: two of the head, and a blank line and what is left out behind them. */
const aroundRows = 4;

/** What failed first. `room`: the lines that there are. */
export function checkLines(told: Told, room: number): string[] {
	const all = inTurn(told);
	if (all.length === 0) return [texts.checks.none];
	const inOrder = checkStatuses.flatMap((status) => all.filter((one) => one.status === status));
	const shown = inOrder.slice(0, Math.max(1, room - aroundRows));
	const left = inOrder.slice(shown.length);
	return [
		`| ${texts.checks.columns.join(' | ')} |`,
		`|${' --- |'.repeat(texts.checks.columns.length)}`,
		...shown.map(row),
		...(left.length > 0 ? ['', texts.checks.more(counted(left))] : [])
	];
}
