/** What the talk around an answer says of it: its status, its headers, and where it sends the browser. */
import { onlyKnown } from '$lib/lexicon/only-known';
import type { Seen } from '../seen';
import { isTold, touches, within, type Find } from './reading';
import type { Transcript } from './transcript';

/** RFC 9110 §15.4: an answer that sends on, where nothing says that it refuses. */
export const locationOf = ({ status, headers }: Transcript): string | undefined =>
	status === undefined || (status >= 300 && status < 400)
		? headers.find(([name]) => /^location$/i.test(name))?.[1]
		: undefined;

/** RFC 6749 §4.1.2.1: the error of a redirect is in the address that it leads to, whatever stands beside that. */
function redirected(finds: readonly Find[], known: Seen, { locationSpan, span }: Transcript): Find[] {
	const found = finds.find(
		(find) => locationSpan !== undefined && within(find.span, locationSpan) && isTold(find)
	);
	const others = finds.filter((find) => !within(find.span, span));
	return found
		? [{ ...found, seen: { ...known, ...found.seen }, weight: found.weight + 60 }, ...others]
		: others;
}

function refused(finds: readonly Find[], known: Seen, transcript: Transcript): Find[] {
	const { status, headers, body, bodySpan, span, challengeSpan } = transcript;
	const best = finds.find((find) => within(find.span, bodySpan) && body !== '');
	const isChallenge = headers.some(([name]) => /^www-authenticate$/i.test(name));
	// Where the status is not known, headers alone say nothing of a failure.
	const isError = isChallenge || (status === undefined ? best !== undefined : status >= 400);
	const own: Find = {
		span: best?.span ?? (body === '' ? (challengeSpan ?? span) : bodySpan),
		seen: { ...known, body },
		weight: (best?.weight ?? 0) + (isError ? 60 : 0)
	};
	const others = finds.filter((find) => !touches(find.span, own.span));
	return [own, ...others.filter((find) => !within(find.span, span))];
}

export function answered(finds: readonly Find[], transcript: Transcript | undefined): Find[] {
	if (!transcript || (transcript.status === undefined && transcript.headers.length === 0)) return [...finds];
	const { status, headers } = transcript;
	const known: Seen = { ...onlyKnown({ status }), headers };
	const read = locationOf(transcript) === undefined ? refused : redirected;
	return read(finds, known, transcript).toSorted((one, other) => other.weight - one.weight);
}
