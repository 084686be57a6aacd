const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** The page that takes the secrets out of a recording. */
export const sanitiseTexts = {
	title: 'Take the secrets out of a recording',
	description:
		'Makes a recording of a browser safe to hand on: only the sign-in stays, without its secrets. Nothing is uploaded.',
	what: 'Drop a recording (HAR) or a walk of this site here. You see what leaves before it leaves, and you get a file that can be attached to a ticket.',
	promise: 'Nothing is uploaded. The file is read in this tab, and this page sends nothing.',
	noScript: 'This page works with JavaScript alone: your file is read here, and nowhere else.',
	choose: 'Choose a file',
	other: 'Choose another file',
	drop: 'or drop it anywhere on this page',
	leaves: 'What leaves',
	leavesWhy: (messages: number, of: number | undefined): string =>
		of === undefined
			? `${counted(messages, 'message', 'messages')} of the sign-in, each as it will stand in the file.`
			: `${counted(messages, 'message', 'messages')} of the sign-in, of ${counted(of, 'entry', 'entries')} in the file. The others stay here.`,
	noAnswer: 'No answer was recorded.',
	request: 'Request',
	response: 'Answer',
	taken: 'What was taken out',
	takenWhy:
		'The same value gets the same mark, so that it can still be seen which values are equal. A mark says nothing of its value.',
	nothingTaken:
		'Nothing was found that has to be taken out. Look through the messages yourself before you hand the file on.',
	values: (count: number): string => counted(count, 'value', 'values'),
	claims: 'Claims that stay',
	claimsWhy:
		'A ticked claim keeps its value, wherever that value stands in the file. Those ticked from the start say what a check needs and not who a person is.',
	allowed: (names: string): string => `You chose to leave in: ${names}.`,
	proved: 'What was checked before',
	provedWhy:
		'These points were checked now, while the values are still here. They go along in the file, so that the redaction costs no evidence. Whoever reads it is told that it is said by the file.',
	attempt: (place: number): string => `Attempt ${place}`,
	look: 'A redaction by rules can miss what no rule knows. Look through the messages before you hand the file on.',
	saveHar: 'Save as HAR',
	saveWalk: 'Save as a walk of this site',
	saved: (name: string): string => `Saved as ${name}`,
	size: (before: number, after: number): string =>
		`${(before / 1000).toFixed(before < 10_000 ? 1 : 0)} kB before, ${(after / 1000).toFixed(after < 10_000 ? 1 : 0)} kB now`,
	open: 'Open it in the walk'
} as const;
