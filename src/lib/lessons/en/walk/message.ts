/** A request, before it is sent and after. */
export const messageTexts = {
	toBeSent: (action: string): string => `The request to be sent: ${action}`,
	undo: 'Undo all edits',
	edit: 'Edit before sending',
	views: 'View of the request',
	raw: 'Raw',
	explained: 'Explained',
	copyUrl: 'Copy URL',
	copyRequest: 'Copy request',
	copyResponse: 'Copy response',
	rawRequest: 'Raw request',
	rawResponse: 'Raw response',
	inBody: 'Parameters in the body',
	inQuery: 'Parameters in the query',
	parameters: 'Parameters',
	headers: 'Headers',
	body: 'Body'
} as const;

/** While an answer is awaited. */
export const runningTexts = {
	waiting: 'Waiting for',
	seconds: (seconds: number): string => `… ${seconds} s of at most 30 s`,
	cancel: 'Cancel'
} as const;
