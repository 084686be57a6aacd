import type { TokenCheckText } from './check-text';

const copied = 'Copy the token again in full. Is it still so, the fault is where it was made.';
const issuer = 'Have whoever makes the token correct it.';

/** RFC 7518 §3.2 of the key of an HMAC. */
export const shortSecret = {
	fails:
		'The secret is shorter than the hash, and RFC 7518 §3.2 wants it as long or longer. Whoever has one token can try secrets at home, and the shorter it is, the sooner one fits.',
	fix: 'Have both sides take a random secret of that many bytes or more, or change to a public-key algorithm.'
};

/** Of keys that a person gave. */
export const unnamedKey = {
	fails:
		'The signature fits a key that has no kid, so that the kid of the token could not be compared. A key in PEM has no place for one.',
	fix: 'If it is a key of a key set, have its owner write the kid there: many libraries look for it.'
};

/** Of every JWT, whatever it is for. */
export const jwtCheckTexts = {
	'jwt-form': {
		label: 'Form of a signed JWT',
		fails:
			'This is not three base64url parts, of which the first two hold JSON objects. Nothing in it can be read safely.',
		fix: copied,
		when: {
			'encrypted-with': {
				fails:
					'It is encrypted. Only the holder of the key can read it, so that nothing in it is checked. That says nothing against it.',
				fix: 'Paste the private key to open it, or have the holder of the key check it.'
			}
		}
	},
	'jwt-kind': {
		label: 'Right kind of token',
		fails:
			'By its own members it is a token of another kind. The rules of one kind have to refuse the tokens of all others.',
		fix: 'Choose the kind that it says it is, or find out why it came where another was expected.'
	},
	'jwt-alg': {
		label: 'Algorithm is a safe one',
		fails:
			'The alg of the header is missing, unknown, or none. An HMAC in an access token is known to every API that can check it.',
		fix: 'Have the server sign with a public-key algorithm such as RS256, PS256, ES256 or EdDSA.'
	},
	'jwt-alg-listed': {
		label: 'Algorithm is allowed',
		fails: 'The alg of the header is not in the list of the metadata for such tokens, or it is none.',
		fix: 'Sign with an algorithm of the list, or have the server list what it takes.'
	},
	'jwt-signed': {
		label: 'Signature can be checked',
		fails: 'It has no signature that a key could verify. Anyone could have written it.',
		fix: 'Do not use it. Have it signed with RS256, PS256, ES256 or EdDSA.',
		when: {
			'algorithm-of-secret': {
				fails:
					'It is signed with a shared secret. Whoever can check it can also make it, so that it does not show which of them did.',
				fix: 'Type the secret to check it. Where more than two know the secret, change to a public-key algorithm.'
			},
			'algorithm-not-here': {
				fails:
					'This browser does not have the algorithm and cannot check the signature. That says nothing against the token.',
				fix: 'Check it with a library that has this algorithm.'
			},
			'algorithm-not-known': {
				fails:
					'The alg is the name of no algorithm that this page knows. Nothing can be said of the signature.',
				fix: 'Compare the spelling: names are case-sensitive, such as RS256.'
			}
		}
	},
	'jwt-key': {
		label: 'Signing key found',
		fails: 'None of the keys that were given is known to be the one that signed it.',
		fix: 'Compare kid and alg of the header with the keys. Take the keys of the issuer that the token names.',
		when: {
			'kid-not-in-set': {
				fails:
					'None of the keys has the kid of this token. They were rotated, are an old copy, or are of another issuer. That is no sign of a forgery.',
				fix: 'Fetch the keys again, past every cache, from the issuer that the token names.'
			},
			'secret-too-short': shortSecret,
			'key-without-name': unnamedKey,
			'key-too-short': {
				fails: 'The RSA key has fewer than 2048 bits. That is too short for a signature to be trusted.',
				fix: 'Have the owner make a key of 2048 bits or more.'
			}
		}
	},
	'jwt-signature': {
		label: 'Signature is valid',
		fails:
			'The signature does not fit header and payload. It was changed after it was signed, or another key signed it.',
		fix: 'Do not use the token. Copy it again in full, and make sure that the key is the right one.',
		when: {
			'signature-in-der': {
				fails:
					'The signature is wrapped in DER, as many cryptography libraries write it. A JWS has the two numbers side by side.',
				fix: 'Have whoever signs it convert the signature: r and s, each in the full length of the curve.'
			},
			'signature-length': {
				fails:
					'The signature has another length than this key makes. It was cut off, or another key made it.',
				fix: copied
			},
			'made-with-another-secret': {
				fails:
					'With this secret the signature would be another. The secret is wrong, is meant as other bytes, or the token was changed.',
				fix: 'See whether the secret is meant as text, as base64 or as hexadecimal digits.'
			}
		}
	},
	'jwt-confusion': {
		label: 'No public key as secret',
		fails:
			'The HMAC of this token was made with a public key as its secret. Everybody has that key: this is a forgery, or a library that was used wrongly.',
		fix: 'Do not use the token. Have the verifier take one fixed algorithm for each key, and never the alg of the header.',
		when: {
			'secret-is-public-key': {
				fails:
					'What was typed as the secret is a public key. Everybody has it, so that an HMAC made with it proves nothing.',
				fix: 'Paste it as a key, and type the shared secret here. If it does fit as the secret, do not use the token.'
			}
		}
	},
	'jwt-own-key': {
		label: 'Brings no key of its own',
		fails:
			'The header brings a key, or says where to fetch one. A key out of the token itself proves nothing.',
		fix: 'Verify with keys that the issuer publishes, and ignore jwk, jku, x5u and x5c of the header.',
		when: {
			'signed-by-own-key': {
				fails:
					'The token is signed with the key that stands in its own header, and with none that is trusted. Anybody can make such a token.',
				fix: 'Do not use it. See that the verifier ignores the jwk of the header.'
			}
		}
	},
	'jwt-kid': {
		label: 'Plain name of the key',
		fails:
			'The kid has characters that mean something in paths, in databases or in directories, or it is no text.',
		fix: 'Look a kid up among known names only, and never put it into a path or a query.'
	},
	'jwt-crit': {
		label: 'Nothing critical unknown',
		fails:
			'The header names an extension in crit that must be understood, or is malformed there. Who does not understand it has to refuse the token.',
		fix: 'Read it with software that knows the extension, or have it made without.',
		when: {
			'not-encoded': {
				fails: 'The header says that the payload is not encoded. A JWT is never signed so.',
				fix: 'Have the token signed over its encoded payload, without b64.'
			}
		}
	},
	'jwt-members': {
		label: 'Read alike by all',
		fails: 'A name stands in it more than once. Some readers take the first value and others the last.',
		fix: `${issuer} Each name stands once.`,
		when: {
			inexact: {
				fails:
					'A whole number in it is larger than what many readers hold exactly. They round it in silence.',
				fix: `${issuer} Such identifiers are written as text.`
			}
		}
	},
	'jwt-iss': {
		label: 'Issuer matches',
		fails: 'The iss claim is not the issuer that is trusted, or it is no text. The comparison is exact.',
		fix: 'Compare both spellings, the slash at the end included.'
	},
	'jwt-sub': {
		label: 'Subject is text',
		fails: 'The sub claim is no text, or is empty.',
		fix: issuer
	},
	'jwt-aud': {
		label: 'Meant for this receiver',
		fails: 'The aud claim does not name the receiver. Who is not named there must refuse the token.',
		fix: 'Send the token to those that it names, or ask for one with this audience.'
	},
	'jwt-jti': {
		label: 'Identifier is text',
		fails: 'The jti claim is no text, so that it cannot be compared with those that came before.',
		fix: issuer
	},
	'jwt-dates': {
		label: 'Dates are numbers',
		fails:
			'Dates are numbers of seconds since 1970, and one is not. What is meant is not judged here: some readers refuse it, and some misread the time.',
		fix: `${issuer} Dates are JSON numbers of seconds, without quotes and in no smaller unit.`
	},
	'jwt-exp': {
		label: 'Not expired',
		fails: 'The time in exp has passed.',
		fix: 'Get a new one. If it is fresh, compare the clocks.'
	},
	'jwt-iat': {
		label: 'Not issued in the future',
		fails: 'The time in iat lies in the future. One of the two clocks is wrong.',
		fix: 'Set both clocks by a time server.'
	},
	'jwt-nbf': {
		label: 'Already valid',
		fails: 'The time in nbf has not come yet. The token must not be accepted before it.',
		fix: 'Wait, or compare the clocks.'
	}
} satisfies Partial<Record<string, TokenCheckText>>;
