/** One message that somebody brought, as a recording of it: what it does not show is not known. */
import type { IntakeFailure } from '$lib/lexicon/failure';
import { fail, type Result } from '$lib/lexicon/result';
import type { Trace } from '$lib/trace/fact';
import { parseTrace } from '$lib/trace/file';
import { formatTrace } from '$lib/trace/format';
import { headerOf, type Exchange } from '$lib/wire/http';
import { isMessage, type Brought } from './intake';
import type { RecordedAttempt } from './register';
import { traceOfAttempts, traceOfRecording } from './recording';

/** When a server said that it answered (RFC 9110 §6.6.1). */
function dateOf({ response }: Pick<Brought, 'response'>): number | undefined {
	const date = Date.parse(headerOf(response?.headers ?? [], 'date') ?? '');
	return Number.isNaN(date) ? undefined : date;
}

/** An answer names neither its server nor its client: only where it came to. */
const answered = (exchange: Exchange, address = ''): RecordedAttempt => ({
	asked: address === '' ? [] : [['redirect_uri', address]],
	messages: [{ kind: 'callback', exchange, callback: { url: exchange.request.url } }],
	given: new Set(),
	audiences: new Set()
});

/** Whether it is an answer to an authorization request. */
export const isAnswer = ({ kind }: Brought): boolean =>
	['callback-code', 'callback-perhaps', 'callback-error'].includes(kind);

/** The walk of one message. `now`: the time for it where it says none. Fails when it is none of this flow. */
export function traceOfBrought(brought: Brought, now: number): Result<Trace, IntakeFailure> {
	const { request, response, assumed } = brought;
	if (!request || !isMessage(brought)) return fail({ reason: 'no-flow-recorded' });
	const exchange: Exchange = {
		id: 'brought',
		request,
		...(response ? { response } : {}),
		...(assumed ? { assumed } : {}),
		at: dateOf(brought) ?? now,
		ms: 0,
		via: 'pasted'
	};
	const trace = isAnswer(brought)
		? traceOfAttempts([answered(exchange, brought.address)], [exchange])
		: traceOfRecording([exchange]);
	// What is kept is read by the same rules: a walk that could not be read again is refused now, by name.
	return trace.ok ? parseTrace(formatTrace(trace.value)) : trace;
}
