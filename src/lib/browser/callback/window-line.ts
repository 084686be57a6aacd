/**
 * The way between a page and the popup that it opened, for the talk of `channel.ts`. The opening page asks through its
 * handle, as the popup has no opener; the callback page answers whoever of this origin has asked. It carries where a
 * BroadcastChannel does not: from a popup to a page inside a frame of another site, whose channels are its own.
 */
import type { Line, OpenLine } from './channel';
import { listenTo, sayTo, showsThisOrigin } from './windows';

/** How often the opening page asks, in milliseconds. */
const askEvery = 250;

const ask = 'ask';

/** For the opening page. */
export const askingLine =
	(popup: () => Window | undefined): OpenLine =>
	(name, hear): Line => {
		const stop = listenTo(name, (message, from) => {
			if (from === popup()) hear(message);
		});
		const say = (message: unknown): void => {
			const other = popup();
			// A foreign page would not get it; the browser would complain of it in the console all the same.
			if (other && showsThisOrigin(other)) sayTo(other, name, message);
		};
		const timer = setInterval(say, askEvery, ask);
		return {
			say,
			close: () => {
				clearInterval(timer);
				stop();
			}
		};
	};

/** For the callback page, which cannot know who will ask. */
export const askedLine: OpenLine = (name, hear) => {
	const askers = new Set<Window>();
	const said: unknown[] = [];
	const stop = listenTo(name, (message, from) => {
		if (!askers.has(from)) {
			askers.add(from);
			for (const earlier of said) sayTo(from, name, earlier);
		}
		if (message !== ask) hear(message);
	});
	return {
		say: (message) => {
			said.push(message);
			for (const other of askers) sayTo(other, name, message);
		},
		close: stop
	};
};
