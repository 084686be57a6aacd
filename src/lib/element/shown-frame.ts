import type { EmbedEvent, EmbedOrder, EmbedTheme } from '$lib/lexicon/embedding';
import { elementTexts as texts } from '$lib/lessons/en/embed/element';
import type { Choices } from './attributes';
import { Conversation } from './conversation';
import { Height, type Bounds } from './height';
import { pageTheme, type PageTheme } from './page-theme';
import { linkTo, makeFrame, type View } from './view';

/** What a frame is made from. */
export interface Framed {
	address: string;
	/** Where the same is in a tab. */
	tab: string;
	name: string;
	choices: Choices;
}

export const themeFor = (element: Element, theme: EmbedTheme): PageTheme =>
	theme === 'auto' ? pageTheme(element) : theme;

/** A frame on the page, from its loading to its end. */
export class ShownFrame {
	readonly #frame: HTMLIFrameElement;
	readonly #conversation: Conversation;
	readonly #end = new AbortController();
	#height: Height;
	#theme: EmbedTheme;
	/** What the page was told last. */
	#told: PageTheme | undefined;

	constructor(
		private readonly host: HTMLElement,
		private readonly view: View,
		{ address, tab, name, choices }: Framed
	) {
		const { origin } = new URL(address);
		const { signal } = this.#end;
		this.#frame = makeFrame({ src: address, name, title: texts.title[choices.page] });
		this.#height = new Height(choices.bounds);
		this.#theme = choices.theme;
		this.#told = themeFor(host, choices.theme);
		this.#conversation = new Conversation(
			this.#frame,
			origin,
			{
				hear: (event) => this.#hear(event),
				silent: () => view.say(texts.silent(origin), this.#checks(origin, tab))
			},
			signal
		);
		document.addEventListener(
			'securitypolicyviolation',
			({ disposition, effectiveDirective, blockedURI }) => {
				// A policy that only reports keeps nothing out.
				if (disposition === 'report') return;
				if (effectiveDirective === 'frame-src' && blockedURI.startsWith(origin))
					view.say(texts.blocked(origin), [linkTo(tab)]);
			},
			{ signal }
		);
		this.#stretch();
		view.show(this.#frame);
	}

	#checks(origin: string, tab: string): (Node | string)[] {
		return [
			linkTo(tab),
			...(isSecureContext ? [] : [texts.insecure]),
			...(origin === location.origin ? [] : [texts.may(location.origin)]),
			texts.policy(origin)
		];
	}

	#hear(event: EmbedEvent): void {
		const { event: name, ...detail } = event;
		if (event.event === 'ready') {
			this.view.say();
			// A page that was loaded again has the theme of its address.
			this.#told = undefined;
			this.followTheme(this.#theme);
		}
		if (event.event === 'resize') {
			this.#height.ask(event.height);
			this.#stretch();
		}
		this.host.dispatchEvent(new CustomEvent(name, { detail }));
	}

	#stretch(): void {
		this.#frame.style.height = `${this.#height.now}px`;
	}

	followTheme(theme: EmbedTheme): void {
		this.#theme = theme;
		const now = themeFor(this.host, theme);
		if (now === this.#told) return;
		this.#told = now;
		this.tell({ command: 'theme', theme: now });
	}

	stayWithin(bounds: Bounds): void {
		this.#height = new Height(bounds, this.#height.asked);
		this.#stretch();
	}

	tell(order: EmbedOrder): void {
		this.#conversation.tell(order);
	}

	focus(): void {
		this.#frame.focus();
	}

	/** It is taken away as well: one that comes back with its element would load its page before anybody asks for it. */
	close(): void {
		this.#end.abort();
		this.#frame.remove();
	}
}
