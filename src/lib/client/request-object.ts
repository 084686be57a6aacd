import * as oauth from 'oauth4webapi';
import type { Pair } from '$lib/wire/form';
import type { ServerMetadata } from './discovery';

/** The key that signs a request object; `kid` is what the application registered it under. */
interface RequestKey {
	key: CryptoKey;
	kid?: string;
}

/**
 * The parameters as a signed JWT. Outside of it only `client_id` stays (RFC 9101 §5): what is repeated there would
 * be ignored by the server (RFC 9101 §6.3).
 * @see [RFC 9101 §4](https://www.rfc-editor.org/rfc/rfc9101#section-4)
 */
export async function signRequest(
	server: ServerMetadata,
	clientId: string,
	parameters: readonly Pair[],
	{ key, kid }: RequestKey
): Promise<Pair[]> {
	const request = await oauth.issueRequestObject(
		server,
		{ client_id: clientId },
		new URLSearchParams([...parameters]),
		kid === undefined ? key : { key, kid }
	);
	return [
		['client_id', clientId],
		['request', request]
	];
}
