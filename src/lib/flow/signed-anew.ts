/** What of a message is signed again, when it is sent or while it is shown: a signature with the time in it is good for seconds. */
import { headerOf, type HttpRequest } from '$lib/wire/http';
import { queryOf, valueOf, type Pair } from '$lib/wire/form';
import { sentValue } from '$lib/message/token-request';
import { fromEditable, toEditable, type EditableMessage } from './edit';

/** A proof of possession (RFC 9449 §4.2), a client assertion (RFC 7523 §3), a request object (RFC 9101 §4). */
const signedParts = ['DPoP', 'client_assertion', 'request'] as const;
type SignedPart = (typeof signedParts)[number];

export const signedAnew = (request: HttpRequest): SignedPart[] =>
	signedParts.filter((part) =>
		part === 'DPoP'
			? headerOf(request.headers, 'dpop') !== undefined
			: request.body !== undefined && sentValue(request, part) !== undefined
	);

/**
 * Whether a signed request stands in the address that a browser goes to (RFC 9101 §5.1). The window is opened in the
 * click itself, which leaves no time to sign: it is signed again while it is shown, every `signedAgainAfter` milliseconds
 * of the sixty seconds that it is good for.
 */
export const isSignedAddress = ({ url }: HttpRequest): boolean =>
	URL.canParse(url) && valueOf(queryOf(url), 'request') !== undefined;

export const signedAgainAfter = 30_000;

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
