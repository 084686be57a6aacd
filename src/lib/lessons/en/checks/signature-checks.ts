import type { clientChecks } from '$lib/lexicon/client-checks';
import type { CheckText } from './check-text';

/** What our client checks of the signature of a token, and of the key that made it. */
export const signatureCheckTexts = {
	'id-token-signed': {
		label: 'Signature can be checked',
		fails: 'The token has no signature that a public key verifies. Anyone could have written it.',
		fix: 'Do not use the token. Have the server sign ID tokens with RS256, PS256, ES256 or EdDSA.',
		when: {
			'algorithm-of-secret': {
				fails:
					'HS256 and its like are made and checked with the client secret. A public client has none, so that it cannot check this token. Such tokens are for clients that keep a secret.',
				fix: 'Let the server sign the ID tokens of this application with RS256 or ES256. Its setting is often called id_token_signed_response_alg.'
			},
			'algorithm-not-here': {
				fails:
					'The token is signed for a public key, with an algorithm that this browser does not have. This browser cannot check it. That says nothing against the token.',
				fix: 'Check it with a library that has this algorithm. For clients in browsers, let the server sign with RS256 or ES256.'
			},
			'algorithm-not-known': {
				fails:
					'The alg in the header is the name of no algorithm that this page knows, so that it checks no signature.',
				fix: 'Compare the spelling: names are case-sensitive, such as RS256. Have the server sign with RS256, PS256, ES256 or EdDSA.'
			}
		}
	},
	'id-token-key': {
		label: 'Signing key found',
		fails: 'No key of the key set is known to be the one that signed this token.',
		fix: 'Compare the header of the token with the keys at jwks_uri.',
		when: {
			'kid-not-in-set': {
				fails:
					'No key of the set has the kid of this token. The keys were rotated, the set comes from a cache, or it is that of another server. Whether the token is genuine cannot be told without its key: this is no sign that it was forged.',
				fix: 'Fetch the key set again, past every cache. If the key is still missing, compare iss of the token with the issuer, and its iat with the time of the last rotation.'
			},
			'kid-of-no-key': {
				fails:
					'No key of the set has the kid of this token, and yet a key of the set made its signature. The server names its keys differently in tokens and in the set. Clients that look a key up by kid refuse the token.',
				fix: 'It is a fault of the server: have it use one kid for a key, in the token and at jwks_uri.'
			},
			'key-without-name': {
				fails:
					'No key has the kid of this token. A key without any kid made its signature. Clients that look a key up by kid refuse the token.',
				fix: 'Have the owner of the keys write the kid into the set. A key in PEM has no place for one.'
			},
			'key-for-else': {
				fails:
					'The key with this kid says that it is for something else: another algorithm, another kind of key, or for encrypting. It is not used here.',
				fix: 'Compare alg in the header with kty, alg and use of the key. Have the server correct whichever is wrong.'
			},
			'no-key-of-kind': {
				fails:
					'The key set has no key for this algorithm at all. It may be the set of another server, or one from before the algorithm was changed.',
				fix: 'Fetch the key set again, past every cache. Compare jwks_uri with the metadata of the issuer in iss.'
			},
			'key-tried': {
				fails:
					'The token has no kid, and several keys of the set may have signed it. Each was tried, and the one that fits is named. Some client libraries refuse to choose.',
				fix: 'Have the server put kid into the header: it is required where the set has several keys.'
			},
			'none-of-keys': {
				fails:
					'The token has no kid, and several keys of the set may have signed it. Each was tried, and none fits.',
				fix: 'Have the server put kid into the header: it is required where the set has several keys. Fetch the key set again.'
			},
			'kid-of-several': {
				fails: 'Several keys of the set have the same kid. Each was tried.',
				fix: 'Have the server give each key a kid of its own.'
			},
			'key-too-short': {
				fails:
					'The RSA key has fewer than 2048 bits. That is too short for a signature to be trusted, and libraries refuse it.',
				fix: 'Have the server make a key of 2048 bits or more.'
			},
			'key-unusable': {
				fails: 'The key is there and cannot be used: one of its members is missing or malformed.',
				fix: 'It is a fault of the server: have it publish the key anew.'
			}
		}
	},
	'id-token-signature': {
		label: 'Signature is valid',
		fails:
			'The signature does not fit the header and the claims. The token was changed after it was signed, or it was signed with another key.',
		fix: 'Discard the token. If you pasted it, copy it again in full.',
		when: {
			'signature-of-none': {
				fails:
					'The signature fits none of the keys that may have made it. The token was changed after it was signed, or its key is not in this set: after a rotation, in a cache, or at another server.',
				fix: 'Do not use the token. Fetch the key set again, and see whether iss is the issuer of this set.'
			},
			'signature-length': {
				fails:
					'The signature has another length than this key makes. It was cut off, or it is of another algorithm or key. What it says of the token cannot be told.',
				fix: 'Copy the token again in full. If it is whole, compare alg and kid with the key.'
			},
			'signature-in-der': {
				fails:
					'The signature is written as DER. A JWT wants the two numbers alone, one behind the other, each of the length of the key. No client can verify it like this.',
				fix: 'It is a fault of the signer: have it convert the signature from DER to the form of JOSE.'
			}
		}
	},
	'id-token-crit': {
		label: 'Nothing critical is unknown',
		fails:
			'crit in the header names a member that this client does not understand. Such a token must be refused, whether its signature fits or not. That is told beside it.',
		fix: 'Have the server leave crit out, or use a client that knows the extension.',
		when: {
			'crit-is-no-list': {
				fails: 'crit in the header is not a list of different names, so the token must be refused.',
				fix: 'It is a fault of the issuer: have it leave crit out, or write a list of names.'
			},
			'crit-names-absent': {
				fails: 'crit names a member that the header does not have, so the token must be refused.',
				fix: 'It is a fault of the issuer: have it name in crit only what is in the header.'
			},
			'crit-names-standard': {
				fails:
					'crit names a member that every reader knows. That is not allowed, so the token must be refused.',
				fix: 'It is a fault of the issuer: crit is for extensions alone. Have it leave crit out.'
			},
			'not-encoded': {
				fails:
					'The header has b64: false, which signs a payload that is not encoded. A JWT must not have it.',
				fix: 'Have the server leave b64 and crit out of the header.'
			}
		}
	}
} satisfies Partial<Record<keyof typeof clientChecks, CheckText>>;
