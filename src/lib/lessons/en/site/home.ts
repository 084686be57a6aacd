/** The first page. */
export const homeTexts = {
	description: 'Walk through the OAuth 2.0 Authorization Code flow with PKCE, one real request at a time.',
	title: 'Walk through the Authorization Code flow with PKCE',
	what: 'Nine steps, one real message at a time. You see every request before it is sent, every answer as it came, and every check that a client, an authorization server and an API make.',
	start: 'Start the walk',
	atOnce:
		'It works at once: an authorization server runs inside this site. No account, no set-up, no network. When you are ready, point it at your own provider.',
	steps: 'The nine steps',
	promisesTitle: 'What stays with you',
	promises: [
		'There is no server behind this site. Requests go to the provider and to the API that you name, and nowhere else.',
		'Verifiers, codes and tokens stay in this tab and end with it. Nothing is measured or reported.',
		'The callback is answered inside your browser, so that the code does not reach the host of this site.',
		'Every walk can be exported without its secrets, and replayed elsewhere.'
	]
} as const;
