import { isJsonObject, shownJson, stringOf, type JsonObject } from '$lib/message/json-body';
import { onlyKnown } from '$lib/lexicon/only-known';

/** An OAuth error as a server reported it. */
export interface OAuthError {
	error: string;
	error_description?: string;
	error_uri?: string;
}

/** Some servers have an object there: its kind is the code, its message the description. */
function flat({ error, ...body }: JsonObject): JsonObject {
	if (!isJsonObject(error)) return { ...body, error };
	const { type, status, code, message } = error;
	const named = [type, status, code].find((name) => ['string', 'number'].includes(typeof name));
	return {
		error_description: message,
		...body,
		error: named === undefined ? shownJson(error) : String(named)
	};
}

/**
 * The error of a token, refresh or authorization response, or undefined when it has none.
 * @see [RFC 6749 §5.2](https://www.rfc-editor.org/rfc/rfc6749#section-5.2)
 */
export function oauthErrorOf(answer: JsonObject): OAuthError | undefined {
	const body = flat(answer);
	const error = stringOf(body, 'error');
	if (error === undefined) return undefined;
	const description = stringOf(body, 'error_description');
	const uri = stringOf(body, 'error_uri');
	return {
		error,
		...onlyKnown({ error_description: description, error_uri: uri })
	};
}
