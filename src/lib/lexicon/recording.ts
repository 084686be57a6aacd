/** What a file that somebody recorded is, what of it was not read or not kept, and what is to be said of it. */

/** `entries`: those of a HAR without the file around them. `urls`: addresses, one a line. `walk`: one of this site. */
export const fileForms = ['har', 'entries', 'urls', 'walk'] as const;
export type FileForm = (typeof fileForms)[number];

/** Why an entry was not read. `too-large`: it alone is larger than recordings of a sign-in are. */
export const unfitReasons = ['not-json', 'no-request', 'not-http', 'too-long', 'too-large'] as const;
export type Unfit = (typeof unfitReasons)[number];

/** Why an entry was read and not kept. `assets`: pictures, scripts, styles. `unrelated`: no sign of a sign-in, and many. */
export const leftOutReasons = ['assets', 'unrelated', 'too-many'] as const;
export type LeftOut = (typeof leftOutReasons)[number];

/**
 * `cut-off`: it ends in the middle. `file-order`: times are missing, so the order is that of the file. `no-zone`: times
 * without a time zone. `letters`: it is no UTF-8. `newer-version`: of a later version of HAR. `attachments`: bodies that
 * stand beside the recording, and were not brought. `long-bodies`: bodies that are too long to keep. `one-of-several`:
 * there were more recordings in the archive. `not-to-the-end`: more was not read.
 */
export const fileNotes = [
	'cut-off',
	'file-order',
	'no-zone',
	'letters',
	'newer-version',
	'attachments',
	'long-bodies',
	'one-of-several',
	'not-to-the-end'
] as const;
export type FileNote = (typeof fileNotes)[number];
