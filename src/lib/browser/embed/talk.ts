/** The talk with the page around this one: to its exact origin, and from that window at that origin alone. */
import type { EmbedEvent, EmbedOrder } from '$lib/lexicon/embedding';
import { frameKey } from './frame-key';
import { hostOrigin } from './host';
import { eventMessage, parseOrder } from './messages';

export interface Talk {
	say: (event: EmbedEvent) => void;
	end: () => void;
}

const silence: Talk = { say: () => undefined, end: () => undefined };

/** Who is around is said by a browser once; the frame remembers it for the pages that it loads next. */
function rememberedHost(allowed: readonly string[]): string | undefined {
	const key = frameKey('host');
	try {
		const host = hostOrigin(window, allowed, sessionStorage.getItem(key) ?? undefined);
		if (host !== undefined) sessionStorage.setItem(key, host);
		return host;
	} catch {
		return hostOrigin(window, allowed, undefined);
	}
}

/** Nothing is said, and nothing heard, where no page is around or where it may not be spoken to. */
export function openTalk(hear: (order: EmbedOrder) => void): Talk {
	if (window.parent === window) return silence;
	const host = rememberedHost(__EMBED_HOSTS__);
	if (host === undefined) return silence;
	const listen = ({ source, origin, data }: MessageEvent<unknown>): void => {
		if (source !== window.parent || origin !== host) return;
		const order = parseOrder(data);
		if (order) hear(order);
	};
	window.addEventListener('message', listen);
	return {
		say: (event) => window.parent.postMessage(eventMessage(event), host),
		end: () => window.removeEventListener('message', listen)
	};
}
