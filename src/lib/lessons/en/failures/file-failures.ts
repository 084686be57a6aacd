import type { IntakeReason } from '$lib/lexicon/failure';
import type { FailureText } from './failures';

/** Why a file was not opened. */
export const fileFailureTexts = {
	'file-empty': {
		title: 'This file is empty',
		why: 'There is not a single byte in it. It may not have been saved to its end, or not have been downloaded yet.',
		fix: 'Save or download it again.'
	},
	'file-gone': {
		title: 'This file cannot be read any more',
		why: 'It was changed, moved or deleted after it was chosen, or it lies where the browser may not read.',
		fix: 'Choose it again. If that fails as well, copy it to a folder of your own first.'
	},
	'file-is-image': {
		title: 'This is a picture',
		why: 'Nothing is read from pictures. What can be read are recordings, as text.',
		fix: 'Ask for the recording itself, a HAR file. Words that stand on the picture can be typed into the box.'
	},
	'file-is-html': {
		title: 'This is a web page, no recording',
		why: 'The file begins like HTML. It may be the page of a sign-in that was saved in place of the file.',
		fix: 'Open the link to the file while you are signed in where it is kept, and save it again. The text of an error page can be pasted on the page Diagnose.'
	},
	'file-not-text': {
		title: 'This file is no text',
		why: 'It has bytes that stand in no text, and it is no archive that can be opened here.',
		fix: 'Save the recording as HAR, or as JSON.'
	},
	'other-archive': {
		title: 'This kind of archive cannot be opened here',
		why: 'Archives of the kinds zip and gzip are opened. This one is of the kind that is named below.',
		fix: 'Unpack it, and bring the HAR file that is in it.'
	},
	'archive-damaged': {
		title: 'This archive cannot be unpacked',
		why: 'It is damaged, it ends too early, or it is locked by a password.',
		fix: 'Unpack it on your machine, and bring the HAR file that is in it. If that fails as well, get it again.'
	},
	'archive-empty': {
		title: 'There is no recording in this archive',
		why: 'No file in it ends with har or json.',
		fix: 'Unpack it, and bring the recording itself.'
	},
	'other-recorder-form': {
		title: 'This is a recording in a form of its own',
		why: 'The program that is named below writes such files for itself. Only recordings as HAR are read here.',
		fix: 'Open it in that program, and export what it has as HAR.'
	},
	'recording-empty': {
		title: 'This recording is empty',
		why: 'It is a recording, but nothing was recorded: it has no entries.',
		fix: 'Start recording before the sign-in, keep the log when the page changes, and save it after the error.'
	},
	'entries-unreadable': {
		title: 'No entry of this recording can be read',
		why: 'It has entries, but in none of them is a request with a method and a web address.',
		fix: 'Save the recording again as HAR 1.2. If a tool has taken secrets out of it, ask for one where only the values are replaced.'
	},
	'cut-off': {
		title: 'This file ends before its first entry',
		why: 'It begins like a recording and then breaks off, so that nothing of what was recorded is in it.',
		fix: 'Save or download it again, and wait until that has ended.'
	}
} satisfies Partial<Record<IntakeReason, FailureText>>;
