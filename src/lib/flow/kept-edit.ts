import { fromEditable, parseEditable, toEditable, type EditableMessage } from './edit';
import type { MoveId } from '$lib/lexicon/steps';
import { carriesClientSecret } from '$lib/trace/client-secret';
import type { HttpRequest } from '$lib/wire/http';
import { resigned } from './resigned';

/** What is typed, as far as an edit needs it. `brief`: it ends with the page. */
interface Drafts {
	get(name: string): string | undefined;
	set(name: string, text: string, brief?: boolean): void;
}

interface KeptEdit {
	/** The message as rows, while it is open to edits. */
	editable?: EditableMessage;
	/** What would go out instead of the message; missing where nothing was changed. */
	edited?: HttpRequest;
}

export const editName = (move: MoveId): string => `edit ${move}`;

/** With a client secret in it an edit ends with the page, as the secret does. */
export function keepEdit(drafts: Drafts, move: MoveId, asked: HttpRequest, message: EditableMessage): void {
	const secret = [asked, fromEditable(message)].some(carriesClientSecret);
	drafts.set(editName(move), `${JSON.stringify(toEditable(asked))}\n${JSON.stringify(message)}`, secret);
}

/**
 * The edit of a message that is being typed. It names the message that it is an edit of, and ends when that changes. A
 * signature that was only made again is no change: the edit goes on with the new one.
 */
export function editOf(drafts: Drafts, move: MoveId, asked: HttpRequest): KeptEdit {
	const [of, kept] = (drafts.get(editName(move)) ?? '').split('\n', 2).map(parseEditable);
	const now = toEditable(asked);
	if (!of || !kept || JSON.stringify(resigned(of, of, now)) !== JSON.stringify(now)) return {};
	const editable = resigned(kept, of, now);
	const request = fromEditable(editable);
	const same = JSON.stringify(request) === JSON.stringify(fromEditable(now));
	return same ? { editable } : { editable, edited: request };
}
