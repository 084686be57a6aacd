import { isJsonObject } from '$lib/message/json-body';

/** Says something to another window: to a page of this origin alone, whatever that window shows by now. */
export function sayTo(other: Window, subject: string, message: unknown): void {
	other.postMessage({ subject, message }, location.origin);
}

/** Hears what windows with a page of this origin say on a subject. What it answers with ends it. */
export function listenTo(subject: string, hear: (message: unknown, from: Window) => void): () => void {
	const listen = ({ origin, source, data }: MessageEvent<unknown>): void => {
		if (origin !== location.origin || !source || !('closed' in source)) return;
		if (isJsonObject(data) && data.subject === subject) hear(data.message, source);
	};
	window.addEventListener('message', listen);
	return () => window.removeEventListener('message', listen);
}

/** Whether another window shows a page of this origin. Asking a foreign one throws, and no word reaches it. */
export function showsThisOrigin(other: Window): boolean {
	try {
		return other.location.origin === location.origin;
	} catch {
		return false;
	}
}
