/**
 * A callback may arrive in a tab that did not start the attempt: a popup, a sign-in that opened a new tab, a link
 * in an e-mail. That tab offers it to all tabs by its `state`; a tab that owns the state claims it; the first to
 * claim is handed the URL and confirms. The URL, with its code, is never said to anybody before a claim.
 */
import * as v from 'valibot';
import type { CallbackMessage } from '$lib/trace/fact';

const answerTime = 1_500;

const text = v.pipe(v.string(), v.maxLength(100_000));
const messageSchema = v.variant('kind', [
	v.object({ kind: v.literal('offer'), offer: text, state: text }),
	v.object({ kind: v.literal('claim'), offer: text, tab: text }),
	v.object({ kind: v.literal('hand'), offer: text, tab: text, url: text, body: v.exactOptional(text) }),
	v.object({ kind: v.literal('taken'), offer: text, tab: text })
]);

type Message = v.InferOutput<typeof messageSchema>;

/** One way by which pages of this site speak to each other. */
export interface Line {
	say(message: unknown): void;
	close(): void;
}

export type OpenLine = (name: string, hear: (message: unknown) => void) => Line;

export interface CallbackChannel {
	/** Offers a callback to the other tabs. True: one that owns its `state` has taken it over. */
	offer(arrived: CallbackMessage, state: string): Promise<boolean>;
	/** Takes the callbacks of attempts that this tab started. */
	accept(owns: (state: string) => boolean, take: (arrived: CallbackMessage) => void): void;
	close(): void;
}

/** To all tabs of this browser that share the storage of this one. */
const broadcastLine: OpenLine = (name, hear) => {
	try {
		const channel = new BroadcastChannel(name);
		channel.onmessage = (event: MessageEvent<unknown>) => hear(event.data);
		return { say: (message) => channel.postMessage(message), close: () => channel.close() };
	} catch {
		// Where storage is refused Firefox has no channels either.
		return { say: () => undefined, close: () => undefined };
	}
};

/** `more`: another way beside the broadcast. All is said on both, and what comes twice counts once. */
export function openCallbackChannel(base: string, more?: OpenLine, patience = answerTime): CallbackChannel {
	const self = crypto.randomUUID();
	const listeners = new Set<(message: Message) => void>();
	const hear = (heard: unknown): void => {
		const message = v.safeParse(messageSchema, heard);
		if (message.success) for (const listener of listeners) listener(message.output);
	};
	const lines = [broadcastLine, ...(more ? [more] : [])].map((open) =>
		open(`pkce-playground ${base}/ callback`, hear)
	);
	const say = (message: Message): void => lines.forEach((line) => line.say(message));

	function offer(arrived: CallbackMessage, state: string): Promise<boolean> {
		const id = crypto.randomUUID();
		let owner: string | undefined;
		return new Promise((resolve) => {
			const end = (taken: boolean): void => {
				clearTimeout(timer);
				listeners.delete(listen);
				resolve(taken);
			};
			const listen = (message: Message): void => {
				if (message.offer !== id) return;
				if (message.kind === 'claim' && owner === undefined) {
					owner = message.tab;
					say({ kind: 'hand', offer: id, tab: owner, ...arrived });
				}
				if (message.kind === 'taken' && message.tab === owner) end(true);
			};
			const timer = setTimeout(end, patience, false);
			listeners.add(listen);
			say({ kind: 'offer', offer: id, state });
		});
	}

	function accept(owns: (state: string) => boolean, take: (arrived: CallbackMessage) => void): void {
		const claimed = new Set<string>();
		listeners.add((message) => {
			if (message.kind === 'offer' && owns(message.state)) {
				claimed.add(message.offer);
				say({ kind: 'claim', offer: message.offer, tab: self });
			}
			if (message.kind === 'hand' && message.tab === self && claimed.delete(message.offer)) {
				const { url, body } = message;
				take(body === undefined ? { url } : { url, body });
				say({ kind: 'taken', offer: message.offer, tab: self });
			}
		});
	}

	return { offer, accept, close: () => lines.forEach((line) => line.close()) };
}
