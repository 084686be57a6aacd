/** What crossed the network so far, in order, as arrows between three parties. */
import type { StepId } from '$lib/lexicon/steps';
import { textOfPart } from '$lib/message/part-text';
import { navigationTo } from '$lib/trace/exchanges';
import type { FactOf, Fact, Trace } from '$lib/trace/fact';
import type { HttpRequest } from '$lib/wire/http';
import { formatRequest, formatResponse } from '$lib/wire/raw';
import type { Walk } from './session';

export type Party = 'browser' | 'authorization-server' | 'resource-server';

/** One arrow there and, when an answer came, one back. A navigation is one arrow: the message by which it went. */
export type WireMessage =
	| { kind: 'exchange'; to: Party; fact: FactOf<'exchanged'> }
	| { kind: 'navigation'; from: Party; to: Party; request: HttpRequest; fact: FactOf<'left' | 'returned'> };

/** With the headers that a recorder saw, where one did. */
const requestOf = (fact: FactOf<'left' | 'returned'>): HttpRequest =>
	fact.recorded?.request ?? navigationTo(fact);

/** A fact never changes, nor does its message: what shows one need not show it anew when another comes. */
const known = new WeakMap<Fact, WireMessage[]>();

function wireMessageOf(fact: Fact): WireMessage[] {
	const messages = known.get(fact) ?? readMessage(fact);
	known.set(fact, messages);
	return messages;
}

function readMessage(fact: Fact): WireMessage[] {
	switch (fact.kind) {
		case 'exchanged':
			return [
				{ kind: 'exchange', to: fact.move === 'api' ? 'resource-server' : 'authorization-server', fact }
			];
		case 'left':
			return [
				{ kind: 'navigation', from: 'browser', to: 'authorization-server', request: requestOf(fact), fact }
			];
		case 'returned':
			return [
				{ kind: 'navigation', from: 'authorization-server', to: 'browser', request: requestOf(fact), fact }
			];
		default:
			return [];
	}
}

export const wireMessagesOf = (trace: Trace): WireMessage[] => trace.flatMap(wireMessageOf);

/** The facts of attempts that somebody else made. */
export const recordedFacts = ({ attempts }: Pick<Walk, 'attempts'>): ReadonlySet<Fact> =>
	new Set(attempts.flatMap(({ recorded, facts }) => (recorded ? facts : [])));

/** One way of a message, as it went over the wire, and after it what the JWTs in it say. */
export interface WireText {
	step: StepId;
	toBrowser: boolean;
	text: string;
}

const textOf = (request: HttpRequest): string =>
	URL.canParse(request.url) ? formatRequest(request) : request.url;

/** A JWS in the compact form (RFC 7515 §7.1), whose header is a JSON object: its second part is the payload. */
const inCompactForm = /(?<![\w-])e[wy][\w-]*\.([\w-]+)\.(?!\.)/g;

/** A request object, an answer by JARM and a token carry what is in them, though nobody sees it in the text. */
export function withPayloads(text: string): string {
	const payloads = [...text.matchAll(inCompactForm)].map(([, payload = '']) => textOfPart(payload) ?? '');
	return [text, ...payloads].join('\n');
}

/** A message is looked into again and again: its texts are made once. */
const madeTexts = new WeakMap<WireMessage, WireText[]>();

export function wireTextsOf(message: WireMessage): WireText[] {
	const texts = madeTexts.get(message) ?? makeTexts(message);
	madeTexts.set(message, texts);
	return texts;
}

function makeTexts(message: WireMessage): WireText[] {
	const { step } = message.fact;
	if (message.kind === 'navigation') {
		const toBrowser = message.to === 'browser';
		// The browser was sent to the whole address; its own request leaves the fragment out (RFC 9110 §10.2.2).
		const address = toBrowser ? [message.fact.url] : [];
		return [{ step, toBrowser, text: withPayloads([textOf(message.request), ...address].join('\n')) }];
	}
	const { request, response } = message.fact.exchange;
	const there = { step, toBrowser: false, text: withPayloads(textOf(request)) };
	return response
		? [there, { step, toBrowser: true, text: withPayloads(formatResponse(response)) }]
		: [there];
}
