import type { clientChecks } from '$lib/lexicon/client-checks';
import type { CheckText } from './check-text';
import { signatureCheckTexts } from './signature-checks';

const missing = (claim: string): string => `The ID token has no ${claim}. OpenID Connect requires it.`;
const reissue = 'It is a fault of the server: have it send the claim in every ID token.';

/** What our client checks in an ID token. */
export const idTokenCheckTexts = {
	'id-token-form': {
		label: 'Form of a signed JWT',
		fails:
			'The ID token is not three base64url parts, of which the first two hold JSON objects. Nothing in it can be read safely.',
		fix: 'Check that the whole token was copied, without line breaks or quotes.',
		when: {
			'encrypted-with': {
				fails:
					'The ID token is encrypted (JWE): the provider has an encryption key for this client. Only the holder of the private key can read it, so nothing in it is checked here. That says nothing against the token.',
				fix: 'A client that holds the private key decrypts the token first. If this client holds none, take its encryption key and id_token_encrypted_response_alg out of its registration at the provider.'
			},
			typ: {
				fails:
					'Its typ says that it is another kind of token, such as an access token (at+jwt). Its issuer may have signed it for another purpose, so that it says nothing about a sign-in (RFC 8725 §3.11).',
				fix: 'Use the ID token of the answer. If this came as id_token, it is a fault of the server.'
			},
			'with-disclosures': {
				fails:
					'This is an SD-JWT: a signed JWT with disclosures behind it. A client of OpenID Connect expects an ID token without them.',
				fix: 'Have the server issue a plain JWT as ID token. An SD-JWT is for credentials and for access to APIs that know it.'
			},
			compressed: {
				fails:
					'The header has zip, and the claims are compressed. That exists for encrypted tokens alone, so that readers of signed JWTs do not undo it.',
				fix: 'Have the server sign the claims as they are, without zip.'
			}
		}
	},
	'id-token-alg': {
		label: 'Algorithm is allowed',
		fails:
			'The alg in the header is not one that the server announces, or it is none. An attacker who may choose the algorithm may avoid the signature.',
		fix: 'Set the expected algorithm for this application at the server. Without a list in the metadata, RS256 is expected, and another one is right only where the application is registered with it.'
	},
	...signatureCheckTexts,
	'id-token-members': {
		label: 'Read alike by all',
		fails:
			'A name stands in the token more than once. Some readers take the first value and others the last, so that two of them may see two tokens.',
		fix: 'Have the issuer write each name once. Until then trust no value that is there twice.',
		when: {
			inexact: {
				fails:
					'A whole number in the token is larger than what many readers hold exactly. They round it in silence, and two identifiers may become one.',
				fix: 'Have the issuer write such identifiers as text.'
			}
		}
	},
	'id-token-iss': {
		label: 'Issuer matches',
		fails:
			'The iss claim is not the issuer of this server. The comparison is exact: another tenant or a custom domain is enough. The token may also come from another server.',
		fix: 'Configure the issuer exactly as the token and the metadata spell it.',
		when: {
			'but-for-slash': {
				fails:
					'The iss claim and the issuer differ by the slash at the end alone. The comparison is exact, so strict client libraries refuse the token. Some bring both spellings into one form first, and take it.',
				fix: 'Make iss in the token and issuer in the metadata identical at the server. If only the client is yours, configure the issuer as the token spells it.'
			},
			missing: { fails: missing('iss'), fix: reissue }
		}
	},
	'id-token-sub': {
		label: 'Subject present',
		fails:
			'The sub claim is missing, empty, not a string or longer than 255 characters. It is the user’s only stable name at this issuer.',
		fix: 'The server has to issue a valid sub. Do not use the e-mail address in its place.',
		when: {
			'a-number': {
				fails:
					'The sub claim is a number, and it must be text. Typed client libraries cannot read the token.',
				fix: 'It is a fault of the server: have it write sub in quotes.'
			},
			missing: { fails: missing('sub'), fix: reissue }
		}
	},
	'id-token-aud': {
		label: 'Issued for this client',
		fails:
			'The aud claim does not contain your client_id. The token was made for another application and must not sign anyone in here.',
		fix: 'Check the client_id. If you pasted a token, make sure that it is the ID token and not an access token.',
		when: { missing: { fails: missing('aud'), fix: reissue } }
	},
	'id-token-azp': {
		label: 'Authorized party matches',
		fails:
			'The azp claim is not your client_id, or it is missing although the token has several audiences. Another client asked for this token.',
		fix: 'Use the ID token that this client received itself. If the server adds audiences, it should add azp too.',
		when: {
			'another-party': {
				fails:
					'The token is for this client alone, and its azp claim names another. Google makes such tokens for the apps of one project: an app on a device asks for a token for its backend. A client should compare azp where it expects no other.',
				fix: 'Take the token only where both clients are yours.'
			}
		}
	},
	'id-token-dates': {
		label: 'Dates are numbers',
		fails:
			'exp, iat, nbf and auth_time must be numbers of seconds since 1970, and one is not. What is meant is not judged here: some readers refuse the token, and some misread the time.',
		fix: 'It is a fault of the issuer: have it write dates as JSON numbers of seconds, without quotes and in no smaller unit.'
	},
	'id-token-exp': {
		label: 'Not expired',
		fails: 'The time in exp has passed. An expired ID token says nothing about the present.',
		fix: 'Start a new attempt. If the token is fresh, compare this device’s clock with the server’s.',
		when: { missing: { fails: missing('exp'), fix: reissue } }
	},
	'id-token-iat': {
		label: 'Not issued in the future',
		fails: 'The time in iat lies in the future. One of the two clocks is wrong.',
		fix: 'Set the clock of this device by a time server. A tolerance of a few seconds is normal.',
		when: { missing: { fails: missing('iat'), fix: reissue } }
	},
	'id-token-nbf': {
		label: 'Already valid',
		fails: 'The time in nbf has not come yet. The token must not be accepted before it.',
		fix: 'Compare the clocks of device and server.'
	},
	'id-token-nonce': {
		label: 'Nonce belongs to this attempt',
		fails:
			'The nonce differs from the one that this attempt sent. The ID token may have been issued in another session and put into this one.',
		fix: 'Discard the tokens and start again. Keep the nonce of each attempt apart, for example by its state.',
		when: {
			missing: {
				fails:
					'A nonce was sent, and the ID token has none. Without it nobody can tell whether the token was made for this attempt.',
				fix: 'It is a fault of the server: an ID token has to repeat the nonce of its request.'
			},
			unsent: {
				fails:
					'The ID token has a nonce, and this attempt sent none. The token may belong to another request.',
				fix: 'Use the ID token that came for this request. See whether something on the way added a nonce to it.'
			},
			'not-of-first': {
				fails:
					'The ID token of a refresh need not have a nonce. One that it has must be that of the first sign-in, and this is another.',
				fix: 'Have the server leave the nonce out after a refresh, or repeat the first one.'
			}
		}
	},
	'id-token-at-hash': {
		label: 'Access token belongs to it',
		fails:
			'The at_hash claim is not the hash of the access token beside it. Either one of the two was exchanged for another, or the server made the hash of something else.',
		fix: 'Take both tokens from one and the same answer. If they are, the server has to hash this very access token.',
		when: {
			'made-otherwise': {
				fails:
					'The at_hash claim was made of this access token, and not as the standard says. The tokens belong together. Strict client libraries refuse them all the same.',
				fix: 'It is a fault of the server: at_hash is base64url of the left half of the hash that belongs to alg.'
			}
		}
	},
	'id-token-library': {
		label: 'Library accepts the token',
		fails: 'The client library oauth4webapi refuses this ID token. Its reason is shown.',
		fix: 'Look at the checks above it that did not pass. They name what to correct.'
	}
} satisfies Partial<Record<keyof typeof clientChecks, CheckText>>;
