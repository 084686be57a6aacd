import type { Pair } from '$lib/wire/form';
import type { HttpRequest } from '$lib/wire/http';
import { fromEditable, toEditable, type EditableMessage } from './edit';
import { signedParts } from './signed-anew';

const isSigned = (name: string): boolean =>
	signedParts.some((part) => part.toLowerCase() === name.toLowerCase());

function resignRows(rows: readonly Pair[], from: readonly Pair[], to: readonly Pair[]): Pair[] {
	return rows.map(([name, value]) => {
		const made = (of: readonly Pair[]): string | undefined => of.find(([other]) => other === name)?.[1];
		return [name, isSigned(name) && made(from) === value ? (made(to) ?? value) : value];
	});
}

/**
 * An edit of a message with the signatures of the same message built anew, where the person left them alone: a parameter
 * of a form is in none of them. `from`: the message that was edited; `to`: the one that was built after it.
 */
export const resigned = (
	edit: EditableMessage,
	from: EditableMessage,
	to: EditableMessage
): EditableMessage => ({
	...edit,
	parameters: resignRows(edit.parameters, from.parameters, to.parameters),
	headers: resignRows(edit.headers, from.headers, to.headers)
});

/** The same of an edit as it would go out. */
export const resignedRequest = (edited: HttpRequest, from: HttpRequest, to: HttpRequest): HttpRequest =>
	fromEditable(resigned(toEditable(edited), toEditable(from), toEditable(to)));
