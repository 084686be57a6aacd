import * as oauth from 'oauth4webapi';

/**
 * How the client proves at the token endpoint that it is the client. `none` is the way of a public client; the
 * others are for test tenants whose application is confidential: in a browser their secret is no secret.
 * @see [RFC 6749 §2.3](https://www.rfc-editor.org/rfc/rfc6749#section-2.3)
 */
export type Credentials =
	| { method: 'none' }
	| { method: 'client_secret_basic' | 'client_secret_post'; secret: string }
	| { method: 'private_key_jwt'; key: CryptoKey; kid?: string };

export const publicClient: Credentials = { method: 'none' };

/** What oauth4webapi puts into a request for these credentials. */
export function clientAuthentication(credentials: Credentials): oauth.ClientAuth {
	switch (credentials.method) {
		case 'none':
			return oauth.None();
		case 'client_secret_basic':
			return oauth.ClientSecretBasic(credentials.secret);
		case 'client_secret_post':
			return oauth.ClientSecretPost(credentials.secret);
		case 'private_key_jwt': {
			const { key, kid } = credentials;
			return oauth.PrivateKeyJwt(kid === undefined ? key : { key, kid });
		}
	}
}
