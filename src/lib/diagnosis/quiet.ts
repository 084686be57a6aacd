/** What a text is in which nothing has failed, told by its form: then no cause is looked for. */
import type { QuietKind } from '$lib/lexicon/brought';
import { responseSays } from '$lib/message/authorization-response';
import { valueOf } from '$lib/wire/form';
import { locationOf } from './reader/answered';
import type { Reading } from './reader/read';

const has = (address: string, name: string): boolean =>
	(valueOf(responseSays({ url: address }), name) ?? '') !== '';

/** RFC 6749 §4.1.2: where an answer sends the browser on without an error. */
function redirectKind({ transcript, requests }: Reading): QuietKind | undefined {
	const location = transcript && locationOf(transcript);
	if (location === undefined) return undefined;
	if (has(location, 'code')) return 'callback-with-code';
	return requests.some(({ text }) => text === location) ? undefined : 'redirect';
}

export function quietKindOf(reading: Reading): QuietKind | undefined {
	if ((reading.finds[0]?.weight ?? 0) > 0) return undefined;
	return redirectKind(reading);
}
