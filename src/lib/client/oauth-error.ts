import { stringOf, type JsonObject } from './json-body';

/** An OAuth error as a server reported it. */
export interface OAuthError {
	error: string;
	error_description?: string;
	error_uri?: string;
}

/**
 * The error of a token, refresh or authorization response, or undefined when it has none.
 * @see [RFC 6749 §5.2](https://www.rfc-editor.org/rfc/rfc6749#section-5.2)
 */
export function oauthErrorOf(body: JsonObject): OAuthError | undefined {
	const error = stringOf(body, 'error');
	if (error === undefined) return undefined;
	const description = stringOf(body, 'error_description');
	const uri = stringOf(body, 'error_uri');
	return {
		error,
		...(description === undefined ? {} : { error_description: description }),
		...(uri === undefined ? {} : { error_uri: uri })
	};
}
