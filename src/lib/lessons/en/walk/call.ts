import type { Terms } from '../../terms';

/** What of the hint of the address a newcomer may not know. */
export const callHintTerms: Terms = { cors: 'allows this page’s origin' };

/** The step in which the API is called. */
export const callTexts = {
	legend: 'The call',
	method: 'Method',
	url: 'URL of the API',
	urlHint: 'Any API that accepts this token and allows this page’s origin.',
	body: 'JSON body',
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
	stepUp: {
		title: 'The API wants a stronger or a newer sign-in',
		asks: 'Its challenge asks for',
		brings: 'A new attempt with these parameters brings a token that it accepts.',
		action: 'Sign in again as the API asks'
	},
	userinfo: {
		title: 'UserInfo: who signed in, asked from the server',
		why: 'The same access token, at the authorization server’s own endpoint. It needs the scope openid.',
		action: 'Ask UserInfo',
		answer: 'UserInfo’s answer'
	}
} as const;
