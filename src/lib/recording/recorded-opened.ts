/** Which attempt of a recording is opened first; every other one can be opened too. */
import { responseSays } from '$lib/message/authorization-response';
import { stringOf } from '$lib/message/json-body';
import { valueOf } from '$lib/wire/form';
import { isSuccess } from '$lib/wire/http';
import { bringsTokens } from './recorded-hops';
import { jsonOf } from './recorded-message';
import { isMove, type Recorded, type RecordedAttempt } from './register';

type End = 'good' | 'failed' | 'open';

/** How it came out, as far as that shows without reading it. */
function endOf({ messages }: RecordedAttempt): End {
	const redemptions = messages.filter((one) => isMove(one, 'token')).map(({ exchange }) => exchange);
	if (redemptions.some(bringsTokens)) return 'good';
	const last = redemptions.at(-1);
	// Whose content is not in the recording may have brought tokens.
	if (last?.response && isSuccess(last.response.status) && stringOf(jsonOf(last), 'error') === undefined)
		return 'good';
	if (last) return 'failed';
	const said = messages.flatMap((one) => (one.kind === 'callback' ? responseSays(one.callback) : []));
	const isOpened = messages.some(
		(one) => one.kind === 'callback' && (one.opened?.response?.status ?? 0) >= 400
	);
	if (valueOf(said, 'code') !== undefined) return isOpened ? 'failed' : 'open';
	if (valueOf(said, 'error') !== undefined) return 'failed';
	const isRefused = ({ kind, exchange }: Recorded): boolean =>
		kind !== 'callback' && (exchange.response?.status ?? 0) >= 400;
	return messages.some(isRefused) ? 'failed' : 'open';
}

/** The last one if it failed; else the newest good one, before those that nobody saw; else the newest that failed. */
export function openedFirst(
	attempts: readonly RecordedAttempt[],
	messages: readonly { of: number; one: Recorded }[]
): number {
	const active = [
		...new Set([...messages].reverse().flatMap(({ of, one }) => (one.kind === 'beside' ? [] : [of]))),
		...attempts.keys()
	];
	const ends = attempts.map(endOf);
	const newest = (is: (of: number) => boolean): number | undefined => active.find(is);
	const [last = 0] = active;
	if (ends[last] === 'failed') return last;
	return (
		newest((of) => ends[of] === 'good' && attempts[of]?.silent !== true) ??
		newest((of) => ends[of] === 'good') ??
		newest((of) => ends[of] === 'failed') ??
		last
	);
}
