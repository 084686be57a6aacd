/** What the provider in a terminal says of a request that it refused: what there is, and how to start it otherwise. */
export const terminalTexts = {
	compared: (expected: string, actual: string) => `Expected: ${expected}. Sent: ${actual}.`,
	sent: (actual: string) => `Sent: ${actual}.`,
	registered: (values: string) => (values === '' ? 'None is registered.' : `Registered: ${values}.`),
	clients: (ids: string, open: boolean) =>
		open ? `Clients here: ${ids}. Others may register themselves.` : `Clients here: ${ids}.`,
	apis: (identifiers: string) => `APIs here: ${identifiers}.`,
	/** `value`: in quotation marks, or undefined where it is nothing to type. */
	flag: (flag: string, value: string | undefined) =>
		value === undefined
			? `To add one, start again with ${flag}.`
			: `To add this one, start again with ${flag} ${value}.`,
	file: (member: string, file: string) => `To add it, put it into ${member} of ${file}, and start again.`,
	scopes: 'Scopes of your own: start again with --api "identifier scope scope".',
	requirePkce: 'Without --require-pkce, a confidential client may leave it out.',
	origin: (origin: string) =>
		`A page of ${origin} may not read the answer: no client has a redirect URI of this origin.`
} as const;
