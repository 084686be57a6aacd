import {
	addressAttributes,
	elementAttributes,
	frameAddress,
	tabAddress,
	type ElementAttribute
} from '$lib/lexicon/embed-frame';
import { stepIds, type StepId } from '$lib/lexicon/steps';
import type { EmbedOrder } from '$lib/lexicon/embedding';
import { elementTexts as texts } from '$lib/lessons/en/embed/element';
import { readChoices, type Choices, type Wrong } from './attributes';
import type { PkcePlaygroundElement } from './published.d.ts';
import { leaveName, takeName } from './names';
import { watchPageTheme } from './page-theme';
import { ShownFrame, themeFor } from './shown-frame';
import { View } from './view';

/** Those that make another address. A step is an order to the page that is there. */
const reloading: ReadonlySet<string> = new Set<ElementAttribute>([
	...(['src', 'page'] as const),
	...addressAttributes.filter((name) => name !== 'step')
]);

/** How far from the view a frame is loaded. */
const near = '300px';

/** Each once: a framework may set an attribute again and again. */
const warned = new Set<string>();
const warn: Wrong = (name, value, expected) => {
	const text = texts.wrong(name, value, expected);
	// eslint-disable-next-line no-console -- whoever wrote the page reads it there
	if (!warned.has(text)) console.warn(text);
	warned.add(text);
};

/** `ownSite`: the site that this file came from. */
export const makeElementClass = (ownSite: string): CustomElementConstructor =>
	class extends HTMLElement implements PkcePlaygroundElement {
		static readonly observedAttributes = elementAttributes;

		readonly #view = new View(this);
		/** While it is on the page. */
		#here: AbortController | undefined;
		#frame: ShownFrame | undefined;
		#approach: IntersectionObserver | undefined;
		#name = '';
		readonly #changed = new Set<string>();

		connectedCallback(): void {
			this.#here = new AbortController();
			this.#name = takeName(location.pathname);
			watchPageTheme(() => this.#frame?.followTheme(this.#choices().theme), this.#here.signal);
			this.#wait();
		}

		disconnectedCallback(): void {
			this.#here?.abort();
			this.#here = undefined;
			this.#approach?.disconnect();
			this.#frame?.close();
			this.#frame = undefined;
			leaveName(this.#name);
		}

		attributeChangedCallback(name: string, before: string | null, value: string | null): void {
			if (before === value || !this.#here) return;
			// Together: a framework sets one after the other.
			if (this.#changed.size === 0) queueMicrotask(() => this.#update());
			this.#changed.add(name);
		}

		goTo(step: StepId): void {
			if (stepIds.includes(step)) this.#tell({ command: 'step', step });
			else warn('step', step, texts.oneOf(stepIds));
		}

		reset(): void {
			this.#tell({ command: 'reset' });
		}

		run(): void {
			this.#tell({ command: 'run' });
		}

		#tell(order: EmbedOrder): void {
			if (!this.#frame) this.#open();
			this.#frame?.tell(order);
		}

		#choices(): Choices {
			return readChoices((name) => this.getAttribute(name), warn, ownSite, document.baseURI);
		}

		#update(): void {
			const changed = [...this.#changed];
			this.#changed.clear();
			if (!this.#here) return;
			const frame = this.#frame;
			if (!frame) return this.#wait();
			if (changed.some((name) => reloading.has(name))) return this.#open();
			const { step, theme, bounds } = this.#choices();
			if (changed.includes('height')) frame.stayWithin(bounds);
			if (changed.includes('theme')) frame.followTheme(theme);
			if (changed.includes('step') && step) frame.tell({ command: 'step', step });
		}

		/** Until it comes near the view, or until it is asked for. */
		#wait(): void {
			const { src, page, step, load, bounds } = this.#choices();
			const tab = tabAddress(src, page, step);
			const press = (): void => {
				this.#open();
				this.#frame?.focus();
			};
			const ask = load === 'click' && tab ? { from: new URL(tab).origin, press } : undefined;
			this.#view.cover(tab, bounds.least, ask);
			this.#approach?.disconnect();
			if (!tab) this.#view.say(texts.noAddress);
			else if (load === 'lazy') this.#openNear();
		}

		#openNear(): void {
			this.#approach = new IntersectionObserver(
				(entries) => {
					if (entries.some(({ isIntersecting }) => isIntersecting)) this.#open();
				},
				{ rootMargin: near }
			);
			this.#approach.observe(this);
		}

		#open(): void {
			const choices = this.#choices();
			const { src, page, load, bounds, ...said } = choices;
			const address = frameAddress(src, page, { ...said, theme: themeFor(this, said.theme) });
			const tab = tabAddress(src, page, said.step);
			this.#approach?.disconnect();
			this.#frame?.close();
			this.#frame = undefined;
			if (!this.#here || !address || !tab) return this.#wait();
			this.#frame = new ShownFrame(this, this.#view, { address, tab, name: this.#name, choices });
		}
	};
