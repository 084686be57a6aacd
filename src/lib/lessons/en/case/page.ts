/** The page of the cases that a person keeps, and of the attempts of this tab. */
import type { CaseTrouble } from '$lib/lexicon/case-troubles';

const units = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** Bytes as people say them. */
export function sizeText(bytes: number): string {
	const power = bytes < 1_000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
	const value = bytes / 1_000 ** power;
	return `${value >= 100 || power === 0 ? Math.round(value) : value.toFixed(1)} ${units[power] ?? ''}`;
}

const cases = (count: number): string => (count === 1 ? 'one case' : `${count} cases`);

export const casePageTexts = {
	title: 'Cases',
	description:
		'The attempts of this tab, and the cases that you choose to keep in your browser: named, searched, compared, exported. Nothing is uploaded.',
	what: 'A case is a walk with its attempts, under a name and with notes. The attempts of this tab are here as long as the tab is open. What you keep beyond that is your choice.',
	noScript: 'Cases need JavaScript, which is switched off in this browser.',
	reading: 'Reading what is kept…',
	tab: {
		title: 'This tab’s attempts',
		why: 'They end with the tab, and no other tab sees them.',
		empty: 'There is none so far.',
		start: 'Begin a walk',
		open: 'Go to the walk',
		compare: 'Compare two of them',
		compareOne: 'Compare it with a file',
		unreadable: 'What this tab keeps cannot be read. The walk says more.'
	},
	off: {
		title: 'Keep cases in this browser',
		why: 'It is switched off, and nothing is stored. Switched on, a case is stored when you save it, and not before.',
		what: [
			'Stored are the messages, times and settings of a walk, with the name and the notes that you write.',
			'Without secrets unless you say otherwise: tokens, codes, passwords, cookies, and what says who a person is, are replaced by placeholders.',
			'It stays in this browser, unencrypted: whoever uses this browser profile can read it. Nothing is uploaded.',
			'The browser may delete it when it runs out of room, and in a private window it ends with the window. Export what has to last.'
		],
		act: 'Switch it on'
	},
	on: {
		title: 'Saved cases',
		empty: 'No case is saved so far.',
		about: 'What is stored, and how much',
		isOn: 'Saving is switched on.',
		isOff: 'Saving is switched off: what is here was kept, and nothing more is stored.',
		again: 'Switch it on again',
		turnOff: 'Switch it off',
		ask: (count: number): string => `What is to become of ${cases(count)}?`,
		askWhy: 'A file of all of them can be imported again.',
		deleteAll: 'Delete them all',
		keep: 'Keep them, and store nothing more',
		leave: 'Leave it on',
		used: (count: number, size: number): string => `${cases(count)}, ${sizeText(size)}.`,
		usage: (usage: number, quota: number): string =>
			`The browser says that this site uses ${sizeText(usage)} of the ${sizeText(quota)} that it may use, the files of the site itself among them.`,
		unreadable: (count: number): string =>
			`${cases(count)} cannot be read here, perhaps because a newer version of the site saved it. They stay as they are, and only “Delete all” takes them away.`
	},
	save: {
		title: 'Save a case',
		name: 'Name',
		nameHint: 'A ticket number, a customer, what went wrong.',
		unnamed: 'Without a name',
		notes: 'Notes',
		notesHint: 'They are stored and exported as you write them: a secret in them stays one.',
		raw: 'With all secrets',
		rawHint: 'Whoever uses this browser, or has the file, can use them. Only when nothing else will do.',
		tab: 'Save this tab’s walk',
		file: 'Save a file',
		/** What was dropped here, or brought to another page. */
		brought: (name: string): string => `Save what you brought: ${name}`,
		fileHint: 'A HAR, a walk or a message; or a file of cases, which brings its own names.',
		done: (name: string): string => `Saved: ${name}`,
		imported: (count: number): string => `Imported: ${cases(count)}.`,
		unread: (names: readonly string[]): string =>
			`Not imported, because it cannot be read: ${names.join(', ')}.`
	},
	list: {
		search: 'Search in names, notes, clients and servers',
		none: 'No case fits the search.',
		found: (count: number, all: number): string => `${count} of ${all}`,
		choose: (name: string): string => `Choose for comparing: ${name}`,
		compare: 'Compare the two',
		compareOne: 'Compare it with something else',
		compareNone: 'Choose one or two cases to compare.',
		compareMany: 'Choose no more than two.',
		exportAll: 'Export all',
		exportRaw: (count: number): string => `With the secrets of ${cases(count)}`,
		deleteAll: 'Delete all',
		deleteAllYes: (count: number): string => `Delete ${cases(count)} for good`,
		open: 'Open as a walk',
		edit: 'Name and notes',
		store: 'Save the change',
		remove: 'Delete',
		removeYes: 'Delete it for good',
		keep: 'Keep',
		of: (act: string, name: string): string => `${act}: ${name}`,
		raw: 'with secrets',
		redacted: 'without secrets',
		attempts: (count: number): string => (count === 1 ? 'one attempt' : `${count} attempts`),
		file: 'pkce-cases.json'
	},
	elsewhere: 'Another tab changed the cases. What is shown is what there is now.',
	gone: 'Another tab deleted this case. What you wrote is still in the fields: copy it before you close them.',
	dismiss: 'Close them',
	troubles: {
		full: {
			title: 'There is no room',
			why: 'The browser gives this site no more storage, so nothing of this was saved. What was saved before is untouched. Delete a case or export and delete some, then try again.'
		},
		blocked: {
			title: 'The browser keeps nothing here',
			why: 'It has no storage for this site, or refused it: in some private windows, and where storage is blocked. Nothing was saved. The attempts of this tab are there all the same, and each can be exported.'
		},
		gone: {
			title: 'This case is not there any more',
			why: 'Another tab deleted it. Nothing else was changed.'
		},
		off: {
			title: 'Saving was switched off in another tab',
			why: 'Nothing was saved. Switch it on again here to save.'
		},
		newer: {
			title: 'A newer version of this site keeps the cases',
			why: 'This page is older and leaves them as they are. Load the page again.'
		}
	} satisfies Record<CaseTrouble, { title: string; why: string }>
} as const;
