/**
 * One file that says all of it: HTML that loads nothing and runs nothing, wherever it is opened. Its own policy forbids
 * both, beside the fact that there is nothing of the kind in it.
 */
import { checkStatusTexts } from '$lib/lessons/en/checks/check-list';
import { reportPageTexts as texts } from '$lib/lessons/en/report/page';
import { proofNames } from '$lib/lessons/en/report/proofs';
import { ticketTexts } from '$lib/lessons/en/report/ticket';
import { citationUrl } from '$lib/lexicon/citation-url';
import type { Trace } from '$lib/trace/fact';
import { html, type Markup } from './html';
import { messagesOf } from './page-messages';
import { pageStyle } from './page-style';
import type { Told, ToldCheck } from './told';

/** The diagram, for a wide page and for a narrow one. */
export interface Pictures {
	across: Markup;
	down: Markup;
}

const utc = (at: number): string => new Date(at).toISOString();

const section = (title: string, content: readonly Markup[]): Markup[] =>
	content.length === 0
		? []
		: [
				html`<section>
					<h2>${title}</h2>
					${content}
				</section>`
			];

export const titleOf = ({ failure }: Told): string =>
	failure ? texts.title.failed(failure.step) : texts.title.other;

const rowsOf = (pairs: readonly (readonly [name: string, value: Markup])[]): Markup =>
	html`<dl>
		${pairs.map(
			([name, value]) =>
				html`<dt>${name}</dt>
					<dd>${value}</dd>`
		)}
	</dl>`;

function about(told: Told): Markup {
	const { rows } = texts;
	const missing = html`<span class="faint">${ticketTexts.missing[told.from]}</span>`;
	const value = (text: string | undefined): Markup =>
		text === undefined ? missing : html`<code>${text}</code>`;
	const words = (text: string | undefined): Markup => (text === undefined ? missing : html`${text}`);
	const { failure, then } = told;
	const { request, answer, at } = failure ?? {};
	const after = [then?.step, then?.request, then?.answer].filter((part) => part !== undefined);
	return rowsOf([
		[rows.provider, html`${told.provider?.name ?? ticketTexts.unknownProvider}`],
		[rows.issuer, value(told.issuer)],
		[rows.clientId, value(told.clientId)],
		[rows.application, words(told.application)],
		[rows.redirectUri, value(told.redirectUri)],
		[rows.flow, words(told.flow)],
		[rows.scope, value(told.scope)],
		...(told.audience === undefined ? [] : [[rows.audience, value(told.audience)] as const]),
		...(failure ? [[rows.failing, html`${failure.step}`] as const] : []),
		...(request === undefined ? [] : [[rows.request, value(request)] as const]),
		...(answer === undefined ? [] : [[rows.answer, value(answer)] as const]),
		...(at === undefined ? [] : [[rows.at, value(utc(at))] as const]),
		...(after.length === 0 ? [] : [[rows.then, words(after.join(' · '))] as const])
	]);
}

function causeOf({ cause }: Told): Markup[] {
	if (!cause) return [];
	const { cause: words } = ticketTexts;
	const { remedy, evidence, citations, rivals } = cause;
	return [
		html`<div class="cause">
			<p class="sure">${words.title(cause.confidence)}</p>
			<h3>${cause.title}</h3>
			<p>${cause.what}</p>
			<p><strong>${words.change}</strong> ${cause.change}</p>
			${
				remedy &&
				html`<p>
					<strong>${words.at(remedy.provider)}</strong> ${remedy.change} ${words.where}
					<strong>${remedy.where}</strong>. ${words.source}
					<a href="${remedy.source}" rel="noreferrer">${remedy.source}</a>
				</p>`
			}${
				evidence.length === 0 ? undefined : html`<p class="muted">${words.restsOn} ${evidence.join('; ')}</p>`
			}
			<p class="muted">
				${citations.map((one) => html`<a href="${citationUrl(one)}" rel="noreferrer">${one}</a> `)}
			</p>
		</div>`,
		...(rivals.length < 2
			? []
			: [
					html`<ul>
						${rivals
							.slice(1)
							.map(
								({ title, decides }) => html`<li>${words.rivals}: ${title}; ${words.decides} ${decides}.</li>`
							)}
					</ul>`
				])
	];
}

const checkRow = ({ status, name, expected, actual, rfc }: ToldCheck): Markup => {
	const { columns } = texts.checks;
	const found = (text: string | undefined): Markup | undefined =>
		text === undefined ? undefined : html`<code>${text}</code>`;
	return html`<tr class="${status}">
		<td class="sign">${ticketTexts.checks.signs[status]} ${checkStatusTexts[status]}</td>
		<td>${name}</td>
		<td data-label="${columns.expected}">${found(expected)}</td>
		<td data-label="${columns.actual}">${found(actual)}</td>
		<td><a href="${citationUrl(rfc)}" rel="noreferrer">${rfc}</a></td>
	</tr>`;
};

function checksOf({ proved, checks }: Told): Markup[] {
	const { columns } = texts.checks;
	const names = [columns.sign, columns.name, columns.expected, columns.actual, columns.section];
	const groups = [{ title: proofNames.title, checks: proved }, ...checks].filter(
		(group) => group.checks.length > 0
	);
	if (groups.length === 0) return [html`<p>${ticketTexts.checks.none}</p>`];
	return groups.flatMap((group) => [
		html`<h3>${group.title}</h3>`,
		html`<table class="checks">
			<colgroup>
				<col class="sign" />
				<col class="name" />
				<col />
				<col />
				<col class="cite" />
			</colgroup>
			<thead>
				<tr>
					${names.map((name) => html`<th scope="col">${name}</th>`)}
				</tr>
			</thead>
			<tbody>
				${group.checks.map(checkRow)}
			</tbody>
		</table>`
	]);
}

const referencesOf = ({ references, times }: Told): Markup[] =>
	references.length + times.length === 0
		? []
		: [
				rowsOf([
					...references.map(({ name, value }) => [name, html`<code>${value}</code>`] as const),
					...times.map(({ name, at }) => [name, html`<code>${utc(at)}</code>`] as const)
				])
			];

const attemptsOf = ({ attempts }: Told): Markup[] => [
	attempts.length === 0
		? html`<p>${ticketTexts.attempts.none}</p>`
		: html`<ol>
				${attempts.map(
					({ at, end, told }) =>
						html`<li><code>${utc(at)}</code> ${end}${told ? ` (${ticketTexts.attempts.told})` : ''}</li>`
				)}
			</ol>`
];

/** What the page shows, without the document around it. */
export const contentOf = (told: Told, facts: Trace, pictures: Pictures | undefined): Markup =>
	html`<div class="report">
		<header>
			<h1>${titleOf(told)}</h1>
			${told.standing.map((one) => html`<p>${one}</p>`)}
			<p class="note ${told.withSecrets ? 'secret' : 'muted'}">
				${told.withSecrets ? texts.withSecrets : texts.redacted}
			</p>
		</header>
		${[
			...section(texts.about, [about(told)]),
			...section(texts.error, told.error === undefined ? [] : [html`<pre>${told.error}</pre>`]),
			...section(texts.cause, causeOf(told)),
			...section(
				texts.picture,
				pictures
					? [
							html`<div class="picture" role="img" aria-label="${texts.pictureLabel}">
								${pictures.across}${pictures.down}
							</div>`
						]
					: []
			),
			...section(texts.references, referencesOf(told)),
			...section(texts.checks.title, checksOf(told)),
			...section(texts.messages.title, messagesOf(facts)),
			...section(texts.attempts, attemptsOf(told)),
			...section(
				texts.link,
				told.link === undefined ? [] : [html`<p><a href="${told.link}" rel="noreferrer">${told.link}</a></p>`]
			)
		]}
	</div>`;

const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The document. The style is ours and has no sign that ends it. */
export const pageOf = (told: Told, content: Markup, made: number): string =>
	`<!doctype html>\n${
		html`<html lang="${texts.language}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer"><title>${titleOf(told)}</title><style>`
			.text
	}${pageStyle}${
		html`</style></head><body><main>${content}</main><footer class="report faint"><p>${texts.made(
			utc(made)
		)}</p></footer></body></html>`.text
	}\n`;
