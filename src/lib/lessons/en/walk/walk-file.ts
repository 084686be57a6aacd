/** The sections of the menu, which come when it is opened. */
export const walkFileTexts = {
	exportTitle: 'Export',
	exportWhy:
		'A file with everything that happened. What the protocol needs stays; secrets, what says who a person is, and whatever is not known are replaced by placeholders, the same value by the same one. A token keeps its times, its issuer and its audience, and loses its signature.',
	withSecrets: 'With all secrets: whoever has the file can use them',
	onlyShown: (place: number): string => `Only attempt ${place}, which is shown now`,
	exportWalk: 'Export the walk',
	exportHar: 'Export its messages as HAR',
	importTitle: 'Import',
	importWhy:
		'A walk that was exported here, or a HAR file that a browser recorded of any application. It is replayed, not believed: every check is made again.',
	file: 'File to import',
	keepTitle: 'Keep and compare',
	keepWhy: 'Save this walk in this browser under a name, or see what differs between it and one that worked.',
	keep: 'Cases',
	compare: 'Compare with a file',
	startOver: 'Start over'
} as const;
