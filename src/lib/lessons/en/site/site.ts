/** What stands on every page. */
export const siteTexts = {
	name: 'PKCE Playground',
	/** Names the links at the head for a screen reader. */
	places: 'Main',
	walk: 'Walk',
	provider: 'Provider',
	diagnose: 'Diagnose',
	tokens: 'Tokens',
	cases: 'Cases',
	showSecrets: 'Show secrets',
	hideSecrets: 'Hide secrets',
	skip: 'Skip to the content',
	/** The title of a page, in the tab of the browser. */
	titleOf: (page: string): string => `${page} · PKCE Playground`
} as const;

/** The button that goes from one theme to the next. */
export const themeTexts = {
	system: 'Theme: as the system has it',
	light: 'Theme: light',
	dark: 'Theme: dark'
} as const;
