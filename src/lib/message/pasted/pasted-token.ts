import type { Mend, TokenForm } from '$lib/lexicon/token-forms';
import type { JsonObject } from '../json-body';

/** One token of what was pasted. `name`: as it was written there, such as `access_token`. */
export interface PastedToken {
	name?: string;
	/** Without what was taken away; not repaired. */
	text: string;
	form: TokenForm;
	/** What was taken away, each named once. */
	mended: readonly Mend[];
}

/** `response`: the token response (RFC 6749 §5.1) or the parameters of the callback that they stood in. */
export interface PastedTokens {
	tokens: readonly PastedToken[];
	response?: JsonObject;
}

/** A token as it was found, before anybody asked what it is. */
export interface Found {
	name?: string;
	text: string;
	mended: Mend[];
}
