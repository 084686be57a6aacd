/** The first page. */
export const homeTexts = {
	description: 'Run an OAuth 2.0 sign-in with PKCE, one real message at a time.',
	title: 'A stolen code is worth nothing without its proof.',
	what: 'PKCE, Proof Key for Code Exchange, stops whoever intercepts an authorization code from trading it for tokens. Run the whole sign-in here and watch every message.',
	start: 'Start the walk',
	tutorial: 'or read the tutorial',
	atOnce: 'A server is built in. No account, no network.',
	intake: {
		title: 'Paste or drop anything',
		kinds: 'issuer, API or MCP URL, error, callback URL, token, HAR'
	},
	waysIn: 'Three ways in',
	doors: {
		learn: {
			title: 'Learn',
			what: 'Nine steps, about four minutes. Each request is shown before it is sent, each check with what was compared.',
			go: 'Start the walk'
		},
		debug: {
			title: 'Debug',
			what: 'An error text, a token or a recording of a browser in; the cause and the setting to change out.',
			go: 'Find the cause'
		},
		provider: {
			title: 'Your provider',
			what: 'The same walk against your own issuer, or change the built-in one: clients, APIs, policy, rules.',
			go: 'Set it up'
		}
	},
	promises: {
		server: 'A folder of static files. No server of ours, no telemetry.',
		network: 'Nothing leaves this page until you name a server and say yes.',
		tab: 'Codes and tokens stay in this tab and end with it.'
	},
	builtIn: 'Change the built-in provider',
	embed: 'Put it into your documentation'
} as const;
