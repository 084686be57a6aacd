/** What the element for pages of others says: there, before the site is loaded, and to whoever wrote it. */
export const elementTexts = {
	/** Names the frame for a screen reader. */
	title: {
		walk: 'PKCE Playground: a sign-in, step by step',
		diagnose: 'PKCE Playground: what an error means',
		tokens: 'PKCE Playground: a bench for tokens'
	},
	open: 'Load the playground here',
	from: (origin: string): string => `It comes from ${origin}. Nothing of it is loaded before.`,
	tab: 'Open the PKCE Playground in a tab',
	silent: (origin: string): string => `The playground at ${origin} does not answer.`,
	/** What to check, for whoever wrote the page. */
	may: (host: string): string => `May this page show it? It has to be built with EMBED_HOSTS='${host}'.`,
	policy: (origin: string): string =>
		`Does this page have a Content Security Policy? It needs frame-src ${origin}.`,
	insecure: 'This page came over plain HTTP. The playground works over HTTPS or on localhost only.',
	blocked: (origin: string): string =>
		`The Content Security Policy of this page keeps the playground out. Add ${origin} to its frame-src.`,
	noAddress: 'The playground has no address: its src is no URL of a page on the web.',
	/** In the console. */
	wrong: (name: string, value: string, expected: string): string =>
		`<pkce-playground> ${name}="${value}": expected ${expected}. It is left out.`,
	oneOf: (names: readonly string[]): string => `one of ${names.join(', ')}`,
	someOf: (names: readonly string[]): string => `some of ${names.join(', ')}, separated by commas`,
	height: 'pixels, as 600, or two of them, as 320-900',
	preset: 'the id of a provider, as auth0',
	src: 'an https address'
} as const;
