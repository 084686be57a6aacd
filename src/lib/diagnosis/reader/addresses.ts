/** Addresses and forms in a text: callbacks with an error, requests of a browser, bodies that were sent. */
import { requestParameters } from '$lib/message/authorization-request';
import { responseSays } from '$lib/message/authorization-response';
import { parseForm, valueOf, type Pair } from '$lib/wire/form';
import { seenInResponse } from '../walk-evidence';
import type { Find, Span } from './reading';
import { reduce } from './records';

export interface PlacedAddress {
	text: string;
	span: Span;
}

const most = 300;
const longestAddress = 16_000;

/** Signs that end a sentence or what an address was put in. */
const closing = /[.,;:!?)\]*]+$/;

export function addressesIn(text: string): PlacedAddress[] {
	const found: PlacedAddress[] = [];
	// Word by word: no pattern runs over more than one of them.
	for (const match of text.matchAll(/[^\s"'<>`\\^{}]{5,}/g)) {
		if (found.length >= most) break;
		const [word] = match;
		if (word.length > longestAddress || !word.includes('=') || !/[?&#]|^\w+=/.test(word)) continue;
		const lead =
			/^(?:[([*]|_+(?=error=|https?:)|(?:url|location|uri|href|request|referer)[=:](?=\S))+/i.exec(word)?.[0]
				.length ?? 0;
		const bare = word.slice(lead).replace(closing, '');
		const start = match.index + lead;
		found.push({ text: bare, span: { start, end: start + bare.length } });
	}
	return found;
}

/** The text without its addresses: the words in one are no words of whoever pasted it. */
export function withoutAddresses(text: string): string {
	const pieces: string[] = [];
	let behind = 0;
	for (const { text: address, span } of addressesIn(text)) {
		if (!/[?&#]/.test(address)) continue;
		pieces.push(text.slice(behind, span.start), ' '.repeat(address.length));
		behind = span.end;
	}
	return [...pieces, text.slice(behind)].join('');
}

/** A form or a query may stand without its address. */
const asAddress = (text: string): string => (/^[^?#=]+=/.test(text) ? `?${text}` : text);

/** Parameters under other names than those of the standard: `login-error=invalid_grant&message=…`. */
const otherError = (pairs: readonly Pair[]): ReturnType<typeof reduce> =>
	reduce(pairs.map(([name, value]) => ({ name, value })));

const isCallback = (address: string): boolean =>
	/^[a-z][a-z\d+.-]*:/i.test(address) || /^[?#/]/.test(address);

function decoded(text: string): string | undefined {
	try {
		return decodeURIComponent(text);
	} catch {
		return undefined;
	}
}

/** An address inside of a parameter: `continue=https://…?error=…`, as often as servers wrap one. */
function innermost(address: string, depth = 0): Pair[] {
	const said = responseSays({ url: asAddress(address) });
	if (valueOf(said, 'error') !== undefined || depth === 3) return said;
	const inner = parseForm(/[?#](.*)$/s.exec(address)?.[1] ?? '')
		.map(([, value]) => value)
		.find((value) => /(?:[?&#]|%3f|%26|%23)error(?:=|%3d)/i.test(value));
	return inner === undefined
		? said
		: innermost(/[?&#]error=/.test(inner) ? inner : (decoded(inner) ?? inner), depth + 1);
}

/** Each address with an error. Of a chain of redirects the last one counts: it came last. */
export function errorAddresses(text: string): Find[] {
	return addressesIn(text).flatMap(({ text: address, span }, place): Find[] => {
		if (!/[?&#]/.test(address) || !/error|response=|denied|fail/i.test(address)) return [];
		const said = innermost(address);
		const error = valueOf(said, 'error');
		if (error !== undefined && error !== '') {
			const { step, ...seen } = seenInResponse(said);
			const known = isCallback(address) ? { step, ...seen } : seen;
			return [{ span, seen: known, weight: 78 + Math.min(place, 9) / 10 }];
		}
		const other = /error/i.test(address)
			? otherError(parseForm(/[?#](.*)$/s.exec(address)?.[1] ?? ''))
			: undefined;
		return other?.seen.error === undefined ? [] : [{ span, seen: other.seen, weight: 55 }];
	});
}

export interface PlacedRequest {
	kind: 'authorization' | 'callback-code';
	text: string;
	span: Span;
}

/** What a browser was sent to, and what it brought back: nothing has failed in these. */
export function requestsIn(text: string): PlacedRequest[] {
	return addressesIn(text).flatMap(({ text: address, span }): PlacedRequest[] => {
		if (!/^[a-z][a-z\d+.-]*:\/?\/?\S/i.test(address)) return [];
		const request = { method: 'GET', url: address, headers: [] };
		const asked = requestParameters(request);
		const said = responseSays({ url: address });
		const has = (pairs: readonly Pair[], name: string): boolean => (valueOf(pairs, name) ?? '') !== '';
		if (has(said, 'error')) return [];
		const isAsked =
			has(asked, 'client_id') && ['response_type', 'request_uri', 'request'].some((name) => has(asked, name));
		if (isAsked && URL.canParse(address)) return [{ kind: 'authorization', text: address, span }];
		return has(said, 'code') && has(said, 'state') ? [{ kind: 'callback-code', text: address, span }] : [];
	});
}
