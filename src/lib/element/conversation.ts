import type { EmbedEvent, EmbedOrder } from '$lib/lexicon/embedding';
import { eventFrom, orderMessage } from './messages';
import { longestSilence } from './silence';

interface Listeners {
	hear: (event: EmbedEvent) => void;
	/** Nothing was heard for as long as a person waits. It may still come. */
	silent: () => void;
}

/** With one frame, while it shows one origin: from that window, and to that origin alone. */
export class Conversation {
	#ready = false;
	#waiting: EmbedOrder[] = [];

	/** `signal`: it ends then. */
	constructor(
		private readonly frame: HTMLIFrameElement,
		private readonly origin: string,
		{ hear, silent }: Listeners,
		signal: AbortSignal
	) {
		const timer = setTimeout(silent, longestSilence);
		signal.addEventListener('abort', () => clearTimeout(timer));
		const listen = (message: MessageEvent): void => {
			const event = eventFrom(message, this.frame.contentWindow, this.origin);
			if (!event) return;
			clearTimeout(timer);
			if (event.event === 'ready') this.#ready = true;
			hear(event);
			for (const order of this.#ready ? this.#waiting.splice(0) : []) this.tell(order);
		};
		window.addEventListener('message', listen, { signal });
	}

	/** At once, or when the page has said that it is ready. */
	tell(order: EmbedOrder): void {
		if (this.#ready) this.frame.contentWindow?.postMessage(orderMessage(order), this.origin);
		else this.#waiting.push(order);
	}
}
