/** The messages of an attempt, laid out: line, parameters, headers, body, and what a token in it says. */
import { wireMessagesOf, type WireMessage } from '$lib/flow/wire-messages';
import { reportPageTexts } from '$lib/lessons/en/report/page';
import { messageNames } from '$lib/lessons/en/walk/score';
import { wireEntryTexts } from '$lib/lessons/en/walk/wire-entry';
import { isForm } from '$lib/message/form-body';
import { parseJsonObject, type JsonObject } from '$lib/message/json-body';
import { decodeToken } from '$lib/message/jwt';
import { textsOf } from '$lib/message/token-parts';
import type { Trace } from '$lib/trace/fact';
import { parseForm, queryOf, type Pair } from '$lib/wire/form';
import type { Exchange, Header, HttpRequest, HttpResponse } from '$lib/wire/http';
import { parseJson } from '$lib/wire/json';
import { formatWritten, parseWritten } from '$lib/wire/written-json';
import { answeredOf } from './answer-of';
import { html, type Markup } from './html';

const texts = reportPageTexts.messages;

/** Characters of one text: a page of scripts is no part of what a person reads here. */
const longestText = 20_000;

function block(text: string): Markup {
	const left = text.length - longestText;
	if (left <= 0) return html`<pre>${text}</pre>`;
	return html`<pre>${text.slice(0, longestText)}</pre>
		<p class="muted">${texts.cut(left)}</p>`;
}

const pairsTable = (pairs: readonly Pair[], label: string): Markup[] =>
	pairs.length === 0
		? []
		: [
				html`<table class="pairs" aria-label="${label}">
					<colgroup>
						<col class="name" />
						<col />
					</colgroup>
					<tbody>
						${pairs.map(
							([name, value]) =>
								html`<tr>
									<th scope="row"><code>${name}</code></th>
									<td><code>${value}</code></td>
								</tr>`
						)}
					</tbody>
				</table>`
			];

const headersFold = (headers: readonly Header[]): Markup[] =>
	headers.length === 0
		? []
		: [
				html`<details>
					<summary>${texts.headers(headers.length)}</summary>
					${pairsTable(headers, texts.headers(headers.length))}
				</details>`
			];

/** A line for each member, numbers as they were written. */
function laidOut(text: string): string {
	const written = parseWritten(text);
	return written ? formatWritten(written.value, written.numberIn, { indented: true }) : text;
}

/** What the tokens in an answer say, without any trust in them. */
function tokensIn(body: JsonObject): Markup[] {
	return Object.entries(body).flatMap(([name, value]) => {
		const decoded = typeof value === 'string' ? decodeToken(value) : undefined;
		if (!decoded?.ok) return [];
		const [header, claims] = textsOf(decoded.value);
		return [
			html`<h4>${texts.token(name)}</h4>
				${block(laidOut(header))}${block(laidOut(claims))}`
		];
	});
}

function bodyOf(body: string): Markup[] {
	if (body.trim() === '') return [];
	const json = parseJson(body);
	if (typeof json !== 'object' || json === null) return [html`<h4>${texts.body}</h4>`, block(body)];
	const object = parseJsonObject(body);
	return [
		html`<h4>${texts.laidOut}</h4>`,
		block(laidOut(body)),
		...(object.ok ? tokensIn(object.value) : [])
	];
}

/** The query stands beneath, a parameter a line. */
const lineOf = ({ method, url }: HttpRequest): Markup =>
	html`<p><code>${method} ${url.replace(/[?#].*/s, '')}</code></p>`;

const fragmentOf = (url: string): string => /#(.*)$/s.exec(url)?.[1] ?? '';

function requestOf(request: HttpRequest): Markup[] {
	const { url, headers, body = '' } = request;
	const form = isForm(request);
	const fragment = fragmentOf(url);
	const pairs = [
		...queryOf(url),
		...(fragment.includes('=') ? parseForm(fragment) : []),
		...(form ? parseForm(body) : [])
	];
	return [
		lineOf(request),
		...pairsTable(pairs, texts.parameters),
		...(form ? [] : bodyOf(body)),
		...headersFold(headers)
	];
}

const responseOf = ({ headers, body }: HttpResponse): Markup[] => [...bodyOf(body), ...headersFold(headers)];

function answerOf(exchange: Exchange): Markup[] {
	const { response, failure } = exchange;
	const said = answeredOf(exchange);
	if (response)
		return [html`<p>${reportPageTexts.rows.answer}: <code>${said}</code></p>`, ...responseOf(response)];
	return [
		html`<p>
			${exchange.via === 'page' ? said : texts.answerMissing}${
				failure?.detail ? html` <code>${failure.detail}</code>` : undefined
			}
		</p>`
	];
}

function partsOf(message: WireMessage): Markup[] {
	const { fact } = message;
	if (fact.kind === 'exchanged') return [...requestOf(fact.exchange.request), ...answerOf(fact.exchange)];
	const { request } = message.kind === 'navigation' ? message : { request: undefined };
	if (fact.recorded) return [...requestOf(fact.recorded.request), ...answerOf(fact.recorded)];
	return request ? [...requestOf(request), html`<p class="muted">${texts.browser}</p>`] : [];
}

function nameOf({ fact }: WireMessage): string {
	if (fact.kind === 'returned') return wireEntryTexts.authorizationResponse;
	if (fact.kind === 'exchanged') return messageNames[fact.move].request;
	return messageNames[fact.step === 'renew' ? 'logout' : 'authorization'].request;
}

const isEdited = ({ fact }: WireMessage): boolean => 'asked' in fact && fact.asked !== undefined;
const isPasted = ({ fact }: WireMessage): boolean =>
	fact.kind === 'exchanged'
		? fact.exchange.via === 'pasted'
		: fact.kind === 'returned' && fact.way === 'pasted';

export function messagesOf(facts: Trace): Markup[] {
	const messages = wireMessagesOf(facts);
	if (messages.length === 0) return [html`<p>${texts.none}</p>`];
	return messages.map(
		(message, place) =>
			html`<section class="message">
				<h3>
					${place + 1}. ${nameOf(message)}
					<span class="faint">${new Date(message.fact.at).toISOString()}</span>
				</h3>
				${[
					...(isEdited(message) ? [html`<p class="muted">${texts.edited}</p>`] : []),
					...(isPasted(message) ? [html`<p class="muted">${texts.pasted}</p>`] : []),
					...partsOf(message)
				]}
			</section>`
	);
}
