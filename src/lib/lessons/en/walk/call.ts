import type { Terms } from '../../terms';

/** What of the hint of the address a newcomer may not know. */
export const callHintTerms: Terms = { cors: 'allows this page’s origin' };

/** The step in which the API is called. */
export const callTexts = {
	legend: 'The call',
	method: 'Method',
	url: 'URL of the API',
	urlHint: 'Any API that accepts this token and allows this page’s origin.',
	body: 'Body',
	bodyType: 'Sent as',
	notJson: 'This is not JSON. It is sent as it stands.',
	headers: (count: number): string => (count === 0 ? 'Headers of your own' : `Headers of your own: ${count}`),
	headerRows: 'Headers beside Authorization',
	headersWhy:
		'To an API of another origin the browser asks first whether it takes these headers: most of them need its word in Access-Control-Allow-Headers.',
	forbidden: (names: readonly string[]): string =>
		`No page may set ${names.join(', ')}: the browser writes that itself, or not at all. With it the call will not be sent.`,
	tokenHeader: (names: readonly string[]): string =>
		`${names.join(', ')}: the token held is sent there, and this row changes nothing. To send another one, edit the message below.`,
	/** A body that the sample API takes. */
	example: { date: '2026-01-15', project: 'Website', hours: 7.5 },
	fill: 'Fill in an example',
	fillHint: 'A timesheet entry. Another API wants something else.',
	nowhere: {
		title: 'No API is named',
		orUserInfo:
			'Type the URL of one, or ask the authorization server itself: it has an API of its own, UserInfo.',
		orLeave: 'Type the URL of one, or go on without a call.'
	},
	action: 'Call the API',
	again: 'Call it again, or call another API',
	answer: 'The API’s answer',
	checks: 'What the client sees',
	userinfo: {
		title: 'UserInfo: who signed in, asked from the server',
		why: 'The same access token, at the authorization server’s own endpoint. It needs the scope openid.',
		action: 'Ask UserInfo',
		answer: 'UserInfo’s answer'
	}
} as const;
