/** Addresses, one a line: all that a person has copied out of a browser's history or a log. */
import type { Exchange } from '$lib/wire/http';

/** Lines, and characters of one. */
const mostLines = 50_000;
const longestLine = 100_000;

/** A method before it, and what stands behind it, such as a status. */
const line = /^(?:(GET|POST|HEAD|PUT|DELETE|OPTIONS|PATCH)\s+)?(https?:\/\/\S+)(?:\s.*)?$/i;

/** Nobody knows what came of any of them. `unread`: lines that are no address. */
export function readAddresses(text: string): { exchanges: Omit<Exchange, 'at'>[]; unread: number } {
	const lines = text.split(/\r?\n|\r/).filter((one) => one.trim() !== '');
	const exchanges = lines.slice(0, mostLines).flatMap((one, index): Omit<Exchange, 'at'>[] => {
		const [, method = 'GET', url] = (one.length <= longestLine && line.exec(one.trim())) || [];
		const request = { method: method.toUpperCase(), url: url ?? '', headers: [] };
		return url === undefined ? [] : [{ id: `line-${index}`, request, ms: 0, via: 'pasted' }];
	});
	return { exchanges, unread: lines.length - exchanges.length };
}
