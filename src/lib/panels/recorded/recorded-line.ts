import type { RecordedMessage } from '$lib/flow/recorded-step';
import { hasTimes } from '$lib/flow/recorded-values';
import type { Session } from '$lib/flow/session';
import { moveLabels } from '$lib/lessons/en/walk/steps';
import { messageLine } from '$lib/lessons/en/walk/recorded';
import { milliseconds } from '$lib/lessons/en/walk/values';
import { wireEntryTexts } from '$lib/lessons/en/walk/wire-entry';
import type { Exchange } from '$lib/wire/http';

export const nameOf = ({ name }: RecordedMessage): string =>
	name === 'authorization-response' ? wireEntryTexts.authorizationResponse : moveLabels[name];

/** When it went, and how long it took, where the file says so. */
export const measured = (session: Session, { at, ms }: Exchange): string[] => [
	...(hasTimes(session) ? [new Date(at).toLocaleTimeString()] : []),
	...(ms > 0 ? [milliseconds(ms)] : [])
];

/** A message in one line of a list. */
export function lineOf(session: Session, name: string, exchange: Exchange): string {
	const { method, url } = exchange.request;
	const place = URL.canParse(url) ? `${new URL(url).host}${new URL(url).pathname}` : url;
	const status = exchange.response && !exchange.assumed ? `${exchange.response.status}` : '';
	return messageLine([name, `${method} ${place}`, status, ...measured(session, exchange)]);
}
