/** On the links that lead to the page of the report. */
export const reportLinkTexts = {
	open: 'Report for a ticket',
	openShort: 'Report',
	/** For a screen reader, of one of several. */
	openThis: (place: number): string => `on attempt ${place}`,
	/** In the menu of the walk. */
	menuTitle: 'Report',
	menuWhy: 'For a ticket, as a page, or as a file of one attempt: to be seen before it leaves.'
} as const;

export const reportPath = '/flow/report/';
