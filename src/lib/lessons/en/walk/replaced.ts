/** What is said when another walk took the place of the one that was there. */
export const replacedTexts = {
	title: {
		import: (file: string, messages: number): string =>
			`“${file}” was read: ${messages === 1 ? '1 message' : `${messages} messages`}`,
		pasted: 'What you brought was opened as an attempt',
		fresh: 'This is a new walk',
		undo: 'The walk from before is back'
	},
	place: {
		import: 'Its first step that failed was opened, or else the last one that it reached.',
		pasted:
			'The step that its message belongs to was opened. The attempt has what stands in the text and nothing else: what it does not show is not known, and no check is made of it.',
		fresh: '',
		undo: 'Its first step that failed was opened, or else the last one that it reached.'
	},
	kept: {
		import: 'The walk that was here is kept, with what you had typed.',
		pasted: 'The walk that was here is kept, with what you had typed.',
		fresh: 'The walk that was here is kept, with what you had typed.',
		undo: 'The one that was here instead is kept too.'
	},
	brief: 'It is too large to be kept beside this one: it can be brought back until you load this page again.',
	secret: 'A client secret or a signing key is held in memory only: you may have to enter it again.',
	undo: {
		import: 'Undo: bring it back',
		pasted: 'Undo: bring it back',
		fresh: 'Undo: bring it back',
		undo: 'Bring the other one back'
	},
	dismiss: 'Dismiss',
	dismissAndForget: 'Dismiss, and forget it',
	startOver:
		'A new walk, without the codes, tokens and verifiers of this one. You can bring this one back. The configuration you typed stays.',
	tight: 'There is no room in this tab for both walks',
	tightWhy:
		'The walk that is here can be brought back until you load this page again, and not after that. Export it first if you need it.',
	leave: 'Leave everything as it is',
	goOn: 'Replace it all the same'
} as const;
