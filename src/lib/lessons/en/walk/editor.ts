/** The form in which a message is edited before it is sent. */
export const editorTexts = {
	method: 'Method',
	address: 'Address',
	form: 'Form parameters in the body',
	query: 'Query parameters',
	inside: 'What the signed request says',
	insideOf: (name: string): string => `${name}, signed`,
	insideWhy:
		'With each change it is signed again with your key. The server reads these values and ignores the same names outside of the signed request.',
	headers: 'Headers',
	body: 'Body',
	addBody: 'Add a body',
	recorded: 'Your edit is recorded with the request. The walk goes on with whatever the server answers.'
} as const;

/** Rows of names and values. `row`: stands for a name that is still empty. */
export const rowTexts = {
	row: (place: number): string => `row ${place}`,
	name: (place: number): string => `Name ${place}`,
	value: (name: string): string => `Value of ${name}`,
	removeNamed: (name: string): string => `Remove ${name}`,
	remove: 'Remove',
	add: 'Add a row'
} as const;
