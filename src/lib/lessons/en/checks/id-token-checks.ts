import type { clientChecks } from '$lib/lexicon/client-checks';
import type { CheckText } from './check-text';

/** What our client checks in an ID token. */
export const idTokenCheckTexts = {
	'id-token-form': {
		label: 'Form of a signed JWT',
		fails:
			'The ID token is not three base64url parts, of which the first two hold JSON objects. Nothing in it can be read safely.',
		fix: 'Check that the whole token was copied, without line breaks or quotes. Five parts mean that it is encrypted.'
	},
	'id-token-alg': {
		label: 'Algorithm is allowed',
		fails:
			'The alg in the header is not one that the server announces, or it is none. An attacker who may choose the algorithm may avoid the signature.',
		fix: 'Set the expected algorithm for this application at the server. Without a list in the metadata, RS256 is expected, and another one is right only where the application is registered with it.'
	},
	'id-token-signed': {
		label: 'Signature can be checked',
		fails:
			'Nobody can tell with a public key whether this token is as its maker made it. With alg none it has no signature at all. HS256 and its like need a secret that no page can hold, and any other name is not known here.',
		fix: 'Discard the token. Have the server sign ID tokens with RS256, PS256, ES256 or EdDSA.'
	},
	'id-token-key': {
		label: 'Signing key found',
		fails:
			'No key of the key set fits the kid and alg of the header. The key may be newer than the key set, or the token comes from another server.',
		fix: 'Fetch the key set again, once, as keys rotate. If the key is still missing, compare the token’s iss with your issuer.'
	},
	'id-token-signature': {
		label: 'Signature is valid',
		fails:
			'The signature does not fit the header and the claims. The token was changed after it was signed, or it was signed with another key.',
		fix: 'Discard the token. If you pasted it, copy it again in full.'
	},
	'id-token-iss': {
		label: 'Issuer matches',
		fails:
			'The iss claim is not the issuer of this server. The comparison is exact, so a missing slash, another tenant or a custom domain is enough. Strict client libraries refuse the token, and some bring both spellings into one form first.',
		fix: 'Configure the issuer exactly as the token and the metadata spell it.'
	},
	'id-token-sub': {
		label: 'Subject present',
		fails:
			'The sub claim is missing, empty, not a string or longer than 255 characters. It is the user’s only stable name at this issuer.',
		fix: 'The server has to issue a valid sub. Do not use the e-mail address in its place.'
	},
	'id-token-aud': {
		label: 'Issued for this client',
		fails:
			'The aud claim does not contain your client_id. The token was made for another application and must not sign anyone in here.',
		fix: 'Check the client_id. If you pasted a token, make sure that it is the ID token and not an access token.'
	},
	'id-token-azp': {
		label: 'Authorized party matches',
		fails:
			'The azp claim is not your client_id, or it is missing although the token has several audiences. Another client asked for this token.',
		fix: 'Use the ID token that this client received itself. If the server adds audiences, it should add azp too.'
	},
	'id-token-exp': {
		label: 'Not expired',
		fails:
			'The time in exp has passed, or exp is missing. An expired ID token says nothing about the present.',
		fix: 'Start a new attempt. If the token is fresh, compare this device’s clock with the server’s.'
	},
	'id-token-iat': {
		label: 'Not issued in the future',
		fails: 'The time in iat is missing or lies in the future. One of the two clocks is wrong.',
		fix: 'Set the clock of this device by a time server. A tolerance of a few seconds is normal.'
	},
	'id-token-nbf': {
		label: 'Already valid',
		fails: 'The time in nbf has not come yet. The token must not be accepted before it.',
		fix: 'Compare the clocks of device and server.'
	},
	'id-token-nonce': {
		label: 'Nonce belongs to this attempt',
		fails:
			'The nonce is missing, or it differs from the one that this attempt sent. The ID token may have been issued in another session and put into this one.',
		fix: 'Discard the tokens and start again. Keep the nonce of each attempt apart, for example by its state.'
	},
	'id-token-at-hash': {
		label: 'Access token belongs to it',
		fails:
			'The at_hash claim does not fit the access token beside it. One of the two was exchanged for another.',
		fix: 'Discard both tokens. If you pasted them, take both from the same token response.'
	},
	'id-token-library': {
		label: 'Library accepts the token',
		fails: 'The client library oauth4webapi refuses this ID token. Its reason is shown.',
		fix: 'Look at the failed checks above it. They name the claim to correct.'
	}
} satisfies Partial<Record<keyof typeof clientChecks, CheckText>>;
