/** What was found in what somebody brought. */
import type { BroughtKind, ServerPlace } from '$lib/lexicon/brought';
import type { Pair } from '$lib/wire/form';
import type { HttpRequest, HttpResponse } from '$lib/wire/http';

export interface Brought {
	kind: BroughtKind;
	/** The issuer, the API, the page of a callback: what the next step goes by. */
	address?: string;
	/** Of an endpoint: which one its address suggests. */
	place?: ServerPlace;
	/** The document or the token without what stood around it, where something did. */
	bare?: string;
	/** Where an API says what it needs: an answer of it stands in the text. */
	api?: string;
	/** What a command printed, where that is a document or an answer with tokens. */
	also?: Brought;
	/** The token that was brought alone. */
	token?: string;
	/** The ID token and the access token of an answer, by their names. */
	tokens?: Pair[];
	/** The message that a command sends, or that an address stands for. */
	request?: HttpRequest;
	/** The answer that stood under the command. `assumed`: its body alone. */
	response?: HttpResponse;
	assumed?: true;
	/** Names of what is secret in it, and whose time may not be over. */
	secrets: string[];
}

/** Until there is something, and until what reads it is there. */
export const nothingBrought: Brought = { kind: 'nothing', secrets: [] };
