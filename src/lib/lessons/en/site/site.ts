/** What stands on every page. */
export const siteTexts = {
	name: 'PKCE Playground',
	walk: 'The walk',
	provider: 'Provider',
	diagnose: 'Diagnose',
	showSecrets: 'Show secrets',
	hideSecrets: 'Hide secrets',
	skip: 'Skip to the content',
	/** The title of a page, in the tab of the browser. */
	titleOf: (page: string): string => `${page} · PKCE Playground`
} as const;
