/** How the gallery is looked at: both themes beside each other, one of them, or both as a phone has them. */
export const views = { both: 'Both themes', light: 'Light', dark: 'Dark', phone: 'On a phone' } as const;

export type View = keyof typeof views;

const isView = (name: string): name is View => name in views;

export function readView(search: string): View {
	const wanted = new URLSearchParams(search).get('view') ?? '';
	return isView(wanted) ? wanted : 'both';
}
