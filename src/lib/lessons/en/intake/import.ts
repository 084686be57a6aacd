import type { FileLack } from '$lib/lexicon/besides';
import type { FileNote, LeftOut, Unfit } from '$lib/lexicon/recording';

const number = (count: number): string => count.toLocaleString('en');
const counted = (count: number, one: string, many: string): string =>
	`${number(count)} ${count === 1 ? one : many}`;
const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1);

/** A file while it is read, and what was found in it. */
export const importTexts = {
	reading: (name: string): string => `Reading ${name}`,
	progress: (bytes: number, of: number, entries: number): string =>
		`${megabytes(bytes)} of ${megabytes(of)} MB, ${counted(entries, 'entry', 'entries')}`,
	cancel: 'Cancel',
	cancelled: 'Reading was cancelled. Nothing was taken in.',
	again: 'Read it again',
	found: 'What is in the file',
	recorder: 'Recorded by',
	recorderUnknown: 'the file does not say',
	inBrowser: (recorder: string, browser: string): string => `${recorder}, in ${browser}`,
	when: 'When',
	from: (first: string, last: string): string => `${first} to ${last}`,
	entries: 'Entries',
	entriesKept: (entries: number, kept: number): string =>
		`${number(entries)}, of which ${number(kept)} may belong to a sign-in`,
	signIns: 'Sign-ins',
	attempts: (messages: number, attempts?: number): string => {
		const sent = counted(messages, 'message', 'messages');
		return attempts === undefined ? sent : `${counted(attempts, 'attempt', 'attempts')} with ${sent}`;
	},
	servers: 'Servers',
	clients: 'Clients',
	leftOut: 'Left out',
	unread: 'Not read',
	lacks: 'Not in this file',
	notes: 'To know',
	said: 'The file says what was checked before it was handed on. It is not checked here.',
	more: (count: number): string => `and ${number(count)} more`
} as const;

export const leftOutTexts: Record<LeftOut, (count: number) => string> = {
	assets: (count) => counted(count, 'picture, script or style', 'pictures, scripts and styles'),
	unrelated: (count) =>
		`${counted(count, 'entry', 'entries')} without any sign of a sign-in, because the file has very many`,
	'too-many': (count) => `${counted(count, 'entry', 'entries')} at the end, because there was no more room`
};

export const unfitTexts: Record<Unfit, (count: number) => string> = {
	'not-json': (count) => `${counted(count, 'entry is', 'entries are')} no JSON`,
	'no-request': (count) =>
		`${counted(count, 'entry has', 'entries have')} no request with a method and an address`,
	'not-http': (count) => `${counted(count, 'entry has', 'entries have')} no web address`,
	'too-long': (count) =>
		`${counted(count, 'entry has', 'entries have')} an address of over four million characters`,
	'too-large': (count) => `${counted(count, 'entry is', 'entries are')} larger than 96 MB`
};

export const lackTexts: Record<FileLack, string> = {
	cookies: 'Cookies. No entry has any: the recorder may have left them out.',
	authorization:
		'The header Authorization. No entry has it: Chrome and Edge leave it out unless they are told to export with sensitive data.',
	headers: 'The headers of requests.',
	answers: 'The bodies of answers. What the servers said cannot be checked.',
	sent: 'The bodies of requests. What the client sent in them cannot be checked.',
	times: 'Times. How long something took, and whether it was too late, cannot be told.'
};

export const noteTexts: Record<FileNote, string> = {
	'cut-off': 'The file ends in the middle, or is damaged there. What stands before that was read.',
	'file-order': 'Times are missing, so the order is the one in which the entries stand in the file.',
	'no-zone': 'Its times name no time zone. They are shown as UTC, and may be some hours off.',
	letters: 'It is not written in UTF-8. Letters beyond plain English may be wrong.',
	'newer-version': 'It is of a version of HAR that is not known here. What was found was read.',
	attachments: 'Bodies stand in files beside the recording, and these are missing:',
	'long-bodies': 'Bodies of over four million characters were left out.',
	'one-of-several': 'There are several recordings in the archive. The largest one was read.',
	'not-to-the-end': 'It is too large to be read to its end. What stands at its beginning was read.'
};
