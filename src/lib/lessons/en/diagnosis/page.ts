/** The page on which a person pastes what there is of an error. */
export const diagnosePageTexts = {
	title: 'What does this error mean?',
	description:
		'Paste an error of an OAuth or OpenID Connect sign-in: what happened, why, and what to change, at your provider.',
	what: 'Paste or drop what you have of a sign-in that failed: a text, an address, a token, a log or a recording of a browser. You get the likely causes, what to change, and where to change it at your provider.',
	noScript:
		'Without JavaScript nothing can be read from what you paste. Every cause that can be named is listed below.',
	pasted: { label: 'What you have' },
	more: 'What else is known of it',
	tryOne: 'Try one:',
	place: 'Where it came from (optional)',
	provider: 'Which provider (optional)',
	unknown: 'I do not know',
	answer: 'What it means',
	answerLater: 'The answer appears here while you type.',
	causes: 'Every cause that can be named'
} as const;

/** What one can try the page with. The texts are those of servers. */
export const pastedExamples = [
	{
		label: 'A callback URL',
		text: 'https://app.example/callback?error=invalid_request&error_description=Missing+parameter%3A+code_challenge_method&state=x'
	},
	{
		label: 'A response',
		text: 'HTTP/1.1 400 Bad Request\nContent-Type: application/json\n\n{"error":"invalid_grant","error_description":"PKCE verification failed"}'
	},
	{ label: 'A provider’s code', text: 'AADSTS9002327' },
	{
		label: 'Headers',
		text: 'WWW-Authenticate: Bearer error="insufficient_scope", error_description="The token lacks a scope"'
	}
] as const;
