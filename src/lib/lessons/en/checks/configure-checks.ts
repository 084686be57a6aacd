import type { clientChecks } from '$lib/lexicon/client-checks';
import type { CheckText } from './check-text';

/** What our client checks before the user leaves: metadata, verifier and challenge. */
export const configureCheckTexts = {
	'metadata-status': {
		label: 'Metadata found',
		fails:
			'The well-known address did not answer 200. There is no metadata at this place, so the endpoints are unknown.',
		fix: 'Check the issuer for a typo and for a missing path, such as a tenant or a realm. If the provider follows RFC 8414 only, try its OAuth metadata address.'
	},
	'metadata-is-json': {
		label: 'Metadata is a JSON object',
		fails:
			'The answer is not a metadata document of the expected form. An HTML page usually means that the address belongs to a website or to a sign-in page.',
		fix: 'Check the issuer. A sign-in page, a proxy or a maintenance page may have answered in its place.'
	},
	'metadata-issuer': {
		label: 'Issuer matches',
		fails:
			'The document names another issuer than the one that was asked. The two must be identical, otherwise one server could pass itself off as another. A slash at the end, the letter case of the host or a placeholder for the tenant counts too. Strict client libraries stop at any difference, and some bring both into one form first. Here the walk goes on after a difference of spelling, since both spellings lead to this one document.',
		fix: 'Enter the issuer exactly as the document spells it, if you trust that address. Do the same in your application.'
	},
	'metadata-types': {
		label: 'Members have their types',
		fails:
			'The members that are shown have another type than the standards give them. They are read as if they were left out.',
		fix: 'You can go on. The server should correct them: other clients may refuse the whole document.'
	},
	'metadata-authorization-endpoint': {
		label: 'Authorization endpoint given',
		fails: 'The metadata has no authorization_endpoint, so there is no place to send the user to.',
		fix: 'Check that the issuer is an authorization server that supports the code flow. Some APIs and token-only services publish metadata without this endpoint.'
	},
	'metadata-token-endpoint': {
		label: 'Token endpoint given',
		fails: 'The metadata has no token_endpoint, so a code cannot be exchanged.',
		fix: 'Check that the issuer supports the code flow. A server for the implicit flow only may leave this endpoint out.'
	},
	'metadata-endpoints-are-https': {
		label: 'Endpoints use https',
		fails:
			'At least one endpoint is not an https URL. Nothing is sent there, because codes and tokens would travel unprotected or the address would run script.',
		fix: 'Have the server publish https addresses. Behind a proxy, a server often has to be told its public address.'
	},
	'metadata-jwks-uri': {
		label: 'Key set address given',
		fails: 'The metadata has no jwks_uri, so the signature of an ID token cannot be verified.',
		fix: 'OpenID Connect requires jwks_uri. For plain OAuth 2.0 without ID tokens you can go on.'
	},
	'metadata-supports-code': {
		label: 'Response type code supported',
		fails: 'The metadata does not list code among its response types, so the code flow may be refused.',
		fix: 'Enable the authorization code flow at the server. You can go on: some servers leave this member out.'
	},
	'metadata-supports-s256': {
		label: 'PKCE with S256 announced',
		fails:
			'The metadata does not list S256 among its code challenge methods. A server that does not know PKCE ignores the challenge and gives no protection.',
		fix: 'You can go on: some servers take S256 without saying so, Microsoft Entra and Amazon Cognito among them. Send a wrong code verifier once to see whether this server checks it.'
	},
	'metadata-supports-public-clients': {
		label: 'Public clients announced',
		fails:
			'The metadata does not list none as a token endpoint authentication method. Without the member, the default is client_secret_basic. This client has no secret.',
		fix: 'Register the application as a public client, often called single-page or native. You can go on: many servers accept public clients without listing them.'
	},
	'metadata-supports-iss': {
		label: 'Issuer in responses announced',
		fails:
			'The server does not announce the iss parameter in its authorization responses. A client that uses several servers then has no proof which one answered.',
		fix: 'With one server nothing needs to change. With several, use a separate redirect URI for each of them.'
	},
	'metadata-supports-scopes': {
		label: 'Requested scopes announced',
		fails:
			'The metadata does not list some of the scopes that you request. The server may ignore them or answer with invalid_scope.',
		fix: 'Check the spelling of the scopes. You can go on: a server may leave supported scopes out of this list.'
	},
	'verifier-length': {
		label: 'Length of 43–128 characters',
		fails:
			'The code verifier is shorter than 43 or longer than 128 characters. A server that follows the standard refuses it at the token endpoint.',
		fix: 'Generate a code verifier from 32 random bytes. In base64url that gives 43 characters.'
	},
	'verifier-alphabet': {
		label: 'Only unreserved characters',
		fails:
			'The code verifier has characters outside A–Z, a–z, 0–9, hyphen, period, underscore and tilde. A server that follows the standard refuses it.',
		fix: 'Use base64url without padding. Plain base64 has plus, slash and equals signs, which are not allowed.'
	},
	'verifier-entropy': {
		label: 'Enough randomness',
		fails:
			'The text can hold fewer than 256 bits of randomness. A code verifier that can be guessed does not protect the code.',
		fix: 'Generate it with a cryptographically secure generator. A typed phrase is fine for learning and wrong for production.'
	},
	'challenge-method': {
		label: 'Method is S256',
		fails:
			'The method is plain: the code challenge is the code verifier itself. Whoever sees the authorization URL can redeem the code.',
		fix: 'Use S256. The standard allows plain only to a client that cannot compute SHA-256 for a technical reason.'
	},
	'challenge-length': {
		label: 'Length of the challenge',
		fails:
			'The code challenge does not have an allowed length. With S256 it always has 43 characters, because SHA-256 gives 32 bytes.',
		fix: 'Hash the characters of the code verifier, not its decoded bytes. Encode the raw 32 bytes in base64url without padding, not their hexadecimal text.'
	},
	'challenge-of-verifier': {
		label: 'The verifier hashes to the challenge',
		fails: 'The code verifier of the token request does not give the challenge of the authorization request.',
		fix: 'Keep the code verifier with the attempt that it was made for, and send that one.'
	}
} satisfies Partial<Record<keyof typeof clientChecks, CheckText>>;
