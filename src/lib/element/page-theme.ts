/** Whether the page around an element is light or dark, as sites of documentation say it, and when that changes. */
export type PageTheme = 'light' | 'dark';

/** Docusaurus, Starlight, Bootstrap, Primer, MkDocs Material and others, on the root or on the body. */
const attributes = [
	'data-theme',
	'data-bs-theme',
	'data-color-mode',
	'data-color-scheme',
	'data-md-color-scheme',
	'data-mode'
];

/** A value may name a theme of its own: what says neither is passed over. `slate` and `default` are Material's. */
const named = (value: string): PageTheme | undefined =>
	/dark|slate/i.test(value) ? 'dark' : /light|^default$/i.test(value) ? 'light' : undefined;

/** VitePress, Mintlify, Scalar: `dark`, `dark-mode`, `theme-dark`. */
const ofClass = (name: string): PageTheme | undefined =>
	/^(?:theme-)?dark(?:-mode|-theme)?$/.test(name)
		? 'dark'
		: /^(?:theme-)?light(?:-mode|-theme)?$/.test(name)
			? 'light'
			: undefined;

function saidBy(element: Element): PageTheme | undefined {
	const values = attributes.map((name) => named(element.getAttribute(name) ?? ''));
	return [...values, ...[...element.classList].map(ofClass)].find((theme) => theme !== undefined);
}

/** What a computed `color-scheme` comes to. Undefined: it says nothing. */
export function themeOfScheme(scheme: string, systemIsDark: boolean): PageTheme | undefined {
	const dark = /\bdark\b/.test(scheme);
	if (/\blight\b/.test(scheme)) return dark && systemIsDark ? 'dark' : 'light';
	return dark ? 'dark' : undefined;
}

/** Whether a computed colour is nearer to white than to black. */
export function isPale(color: string): boolean {
	const [first = 0, second = 0, third = 0] = [...color.matchAll(/(?<=[ (])[\d.]+/g)].map(Number);
	if (/^ok/.test(color)) return first > 0.6;
	if (/^l/.test(color)) return first > 50;
	const most = color.startsWith('rgb') ? 255 : 1;
	return (0.2126 * first + 0.7152 * second + 0.0722 * third) / most > 0.5;
}

const system = (): MediaQueryList => matchMedia('(prefers-color-scheme: dark)');

/** Told by the page, else by its colour scheme, else by its text: pale text stands on something dark. */
export function pageTheme(element: Element): PageTheme {
	const { documentElement, body } = document;
	const style = getComputedStyle(element);
	return (
		saidBy(documentElement) ??
		saidBy(body) ??
		themeOfScheme(style.colorScheme, system().matches) ??
		(isPale(style.color) ? 'dark' : 'light')
	);
}

/** Calls `look` whenever the theme may have changed: also at the end of a transition, before which colours are the old ones. */
export function watchPageTheme(look: () => void, signal: AbortSignal): void {
	const observer = new MutationObserver(look);
	for (const element of [document.documentElement, document.body])
		observer.observe(element, { attributes: true });
	signal.addEventListener('abort', () => observer.disconnect());
	system().addEventListener('change', look, { signal });
	document.addEventListener(
		'transitionend',
		({ propertyName }) => {
			if (propertyName.endsWith('color')) look();
		},
		{ signal }
	);
}
