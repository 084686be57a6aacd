/** What the element shows. Made node by node, with a sheet of its own: a strict policy of the page forbids neither. */
import { frameRights } from '$lib/lexicon/embed-frame';
import { elementTexts as texts } from '$lib/lessons/en/embed/element';

const css = `
:host { display: block; margin-block: 1em; }
:host([hidden]) { display: none; }
.box { display: grid; grid-template-columns: minmax(0, 1fr); }
.cover { box-sizing: border-box; display: grid; place-content: center; justify-items: center; gap: 0.75em; padding: 1em;
	text-align: center; border: 1px solid color-mix(in srgb, currentColor 35%, transparent); border-radius: 8px; }
iframe { display: block; box-sizing: border-box; width: 100%; border: 0; border-radius: 8px; }
button { font: inherit; color: inherit; min-height: 2.75em; padding: 0 1.25em; cursor: pointer; background: transparent;
	border: 1px solid currentColor; border-radius: 8px; }
button:focus-visible, a:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
p, ul { margin: 0; }
ul { padding-inline-start: 1.25em; }
a { color: inherit; }
.notice:not(:empty) { margin-block-start: 0.5em; padding: 0.5em 1em; border-inline-start: 3px solid currentColor; overflow-wrap: anywhere; }
.shown slot { display: none; }
@media print {
	.cover { min-height: 0 !important; border: 0; padding: 0; place-content: start; justify-items: start; }
	iframe, .notice, button, button + p { display: none; }
	.shown slot { display: block; }
}`;

let sheet: CSSStyleSheet | undefined;

/** One for all elements of the page. */
function theSheet(): CSSStyleSheet {
	if (!sheet) {
		sheet = new CSSStyleSheet();
		sheet.replaceSync(css);
	}
	return sheet;
}

type Child = Node | string;

function make<Name extends keyof HTMLElementTagNameMap>(
	name: Name,
	attributes: Record<string, string>,
	...children: Child[]
): HTMLElementTagNameMap[Name] {
	const element = document.createElement(name);
	for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
	element.append(...children);
	return element;
}

/** Our words keep their language and direction on a page in another one (WCAG 3.1.2). What the author wrote has its own. */
const inEnglish = { lang: 'en', dir: 'ltr' } as const;

export const linkTo = (href: string): HTMLAnchorElement =>
	make('a', { ...inEnglish, href, target: '_blank', rel: 'noopener' }, texts.tab);

export const makeFrame = (attributes: { src: string; name: string; title: string }): HTMLIFrameElement =>
	// When it is loaded is decided before it is made.
	make('iframe', { ...frameRights, loading: 'eager', ...attributes, part: 'frame' });

/** The element's own tree: a cover with the link inside, later the frame, and a place for what went wrong. */
export class View {
	readonly #slot = make('slot', {});
	readonly #cover = make('div', { class: 'cover', part: 'cover' });
	readonly #notice = make('div', { ...inEnglish, class: 'notice', part: 'notice', role: 'status' });
	readonly #box = make('div', { class: 'box', part: 'box' }, this.#cover, this.#notice);

	constructor(host: HTMLElement) {
		const root = host.attachShadow({ mode: 'open' });
		root.adoptedStyleSheets = [theSheet()];
		root.append(this.#box);
	}

	/** `href`: where the page is in a tab. What the author wrote inside the element stands in place of the link to it. */
	cover(href: string | undefined, height: number, ask?: { from: string; press: () => void }): void {
		this.#notice.replaceChildren();
		this.#box.classList.remove('shown');
		this.#box.querySelector('iframe')?.remove();
		this.#slot.replaceChildren(...(href ? [linkTo(href)] : []));
		this.#cover.style.minHeight = `${height}px`;
		this.#cover.replaceChildren(this.#slot);
		if (ask) {
			const button = make('button', { ...inEnglish, type: 'button' }, texts.open);
			button.addEventListener('click', ask.press);
			this.#cover.prepend(button, make('p', inEnglish, texts.from(ask.from)));
		}
		this.#box.prepend(this.#cover);
	}

	show(frame: HTMLIFrameElement): void {
		this.#notice.replaceChildren();
		this.#cover.remove();
		this.#box.querySelector('iframe')?.remove();
		this.#box.prepend(frame, this.#slot);
		this.#box.classList.add('shown');
	}

	/** What went wrong, and what to check. Nothing: all is well. */
	say(what?: string, checks: readonly Child[] = []): void {
		const items = checks.map((check) => make('li', {}, check));
		this.#notice.replaceChildren(
			...(what ? [make('p', {}, what)] : []),
			...(items.length > 0 ? [make('ul', {}, ...items)] : [])
		);
	}
}
