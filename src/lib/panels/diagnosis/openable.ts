import type { Reading } from '$lib/diagnosis/reader/read';
import { recognise } from '$lib/recording/intake';
import { formatCurl } from '$lib/wire/curl';
import { commandAt } from '$lib/wire/parse-curl';
import { formatResponse } from '$lib/wire/raw';

/** A message in what was pasted that can be opened as an attempt: `text` is what the walk reads. */
export interface Openable {
	kind: 'authorization' | 'token-request' | 'callback-code' | 'callback-error';
	text: string;
}

const kinds: readonly Openable['kind'][] = [
	'authorization',
	'token-request',
	'callback-code',
	'callback-error'
];

/** As the intake knows it: what it would not open is not offered. */
function openable(text: string): Openable[] {
	const { kind } = recognise(text);
	const known = kinds.find((one) => one === kind);
	return known ? [{ kind: known, text }] : [];
}

/** The talk of a terminal as the command that it comes from, with its answer under it. */
function commandOf({ transcript }: Reading): string | undefined {
	if (!transcript?.request) return undefined;
	const command = formatCurl(transcript.request, undefined);
	const { status, headers, body } = transcript;
	if (command === undefined || status === undefined) return command;
	return `${command}\n\n${formatResponse({ status, statusText: '', headers, body })}`;
}

/** A command among other words, with what stands under it. */
const commandIn = (text: string): string | undefined => {
	const at = commandAt(text);
	return at === -1 ? undefined : text.slice(at);
};

/** Each kind of message once, the first of it. */
export function openablesIn(text: string, reading: Reading): Openable[] {
	const command = commandOf(reading) ?? commandIn(text);
	const found = [
		...reading.requests.map((request) => request.text),
		...(command === undefined ? [] : [command])
	].flatMap(openable);
	return found.filter(({ kind }, place) => found.findIndex((one) => one.kind === kind) === place);
}
