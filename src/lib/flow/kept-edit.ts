import { fromEditable, parseEditable, toEditable, type EditableMessage } from './edit';
import type { MoveId } from '$lib/lexicon/steps';
import { carriesClientSecret } from '$lib/trace/client-secret';
import type { HttpRequest } from '$lib/wire/http';

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
	drafts.set(editName(move), `${JSON.stringify(asked)}\n${JSON.stringify(message)}`, secret);
}

/** The edit of a message that is being typed. It names the message that it is an edit of, and ends when that changes. */
export function editOf(drafts: Drafts, move: MoveId, asked: HttpRequest): KeptEdit {
	const [of, kept] = (drafts.get(editName(move)) ?? '').split('\n', 2);
	const editable = of === JSON.stringify(asked) && kept ? parseEditable(kept) : undefined;
	if (!editable) return {};
	const request = fromEditable(editable);
	const same = JSON.stringify(request) === JSON.stringify(fromEditable(toEditable(asked)));
	return same ? { editable } : { editable, edited: request };
}
