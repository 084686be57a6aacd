import type { TokenCheckText } from './check-text';

const server = 'It is a fault of the server: have it correct its logout tokens.';
const client = 'It is a fault of the client: have it make the token anew.';

const logoutTexts = {
	'logout-typ': {
		label: 'Says that it is one',
		fails: 'Its typ is not logout+jwt. That is recommended, and not required.',
		fix: 'Have the server write typ logout+jwt, so that no other token is taken for it.'
	},
	'logout-iss': {
		label: 'Issuer matches',
		fails: 'The iss claim is not the issuer of this server. The comparison is exact.',
		fix: 'Do not end any session for it. Configure the issuer exactly as the metadata spells it.'
	},
	'logout-aud': {
		label: 'Meant for this client',
		fails: 'The aud claim does not name this client.',
		fix: 'Do not end any session for it. Check the client_id and the logout address at the provider.'
	},
	'logout-whose': {
		label: 'Says whose session ends',
		fails: 'It has neither a sub nor a sid of text, so that nobody knows which session is meant.',
		fix: server
	},
	'logout-events': {
		label: 'Is a logout event',
		fails:
			'The events claim does not have the member of a back-channel logout with an empty object. Without it this is no logout token.',
		fix: server,
		when: {
			'event-with-members': {
				fails:
					'It is a logout token. The member that says so holds an object that is not empty, and it should be empty. Keycloak writes there whether offline access ends too.',
				fix: 'Take the token. Do nothing by what the object holds unless you know it from this server.'
			}
		}
	},
	'logout-nonce': {
		label: 'Has no nonce',
		fails: 'It has a nonce, which a logout token must not have, so that it never passes for an ID token.',
		fix: server
	},
	'logout-jti': {
		label: 'Has an identifier',
		fails: 'It has no jti of text. Nobody can tell whether the same token came before.',
		fix: server
	},
	'logout-subject': {
		label: 'About the same person',
		fails: 'Its sub is not that of the ID token. It ends the session of another person.',
		fix: 'Compare the two tokens: they may be of two sign-ins.'
	},
	'logout-exp': {
		label: 'Not expired',
		fails: 'The time in exp has passed. Such a token may be an old one that is sent again.',
		fix: 'Do not end any session for it. If it is fresh, compare the clocks.',
		when: {
			missing: {
				fails: 'It has no exp, which the standard requires. Servers that follow an early draft leave it out.',
				fix: 'Have the server update, and let its logout tokens expire within two minutes.'
			}
		}
	},
	'logout-iat': {
		label: 'Not issued in the future',
		fails: 'The time in iat lies in the future, or is missing.',
		fix: 'Set both clocks by a time server.'
	}
} satisfies Partial<Record<string, TokenCheckText>>;

const proofTexts = {
	'proof-single': {
		label: 'One proof alone',
		fails: 'There is more than one token. A request has one DPoP header with one proof in it.',
		fix: 'See whether two parts of the client, or a proxy, each add the header.'
	},
	'proof-claims': {
		label: 'Has every required claim',
		fails: 'A proof has jti, htm, htu and iat. At least one is not there.',
		fix: client
	},
	'proof-typ': {
		label: 'Says that it is one',
		fails: 'Its typ is not dpop+jwt. A server must refuse it.',
		fix: client
	},
	'proof-alg': {
		label: 'Algorithm of a public key',
		fails: 'The alg is none, that of a secret, unknown, or not one that the server lists.',
		fix: 'Have the client sign with ES256 or another algorithm of dpop_signing_alg_values_supported.'
	},
	'proof-key': {
		label: 'Brings its public key',
		fails: 'The jwk of the header is missing or is no public key.',
		fix: client,
		when: {
			'private-members': {
				fails: 'The private key stands in the header. Whoever saw this proof has the key from now on.',
				fix: 'Throw the key away and revoke the tokens that are bound to it. Have the client export the public half alone.'
			},
			'key-too-short': {
				fails: 'The RSA key has fewer than 2048 bits. That is too short for a signature to be trusted.',
				fix: 'Have the client make a key of 2048 bits or more, or one for ES256.'
			}
		}
	},
	'proof-signature': {
		label: 'Signed by that key',
		fails:
			'The signature does not fit the key in the header. It was changed after it was signed, or another key signed it.',
		fix: client
	},
	'proof-htm': {
		label: 'Made for this method',
		fails: 'The htm claim is not the method of the request. The comparison is exact, capitals included.',
		fix: 'Make a proof for each request, with its own method.'
	},
	'proof-htu': {
		label: 'Made for this address',
		fails:
			'The htu claim is not the address of the request. Behind a proxy the server may see another scheme, host or path.',
		fix: 'Compare both. If a proxy changes the address, tell the server its public one.',
		when: {
			'with-query': {
				fails:
					'The htu claim has a query or a fragment, which should be left out. A server ignores both; some compare them and refuse.',
				fix: 'Have the client cut the address before the question mark.'
			}
		}
	},
	'proof-nonce': {
		label: 'Carries the server’s nonce',
		fails: 'The nonce is not the one that the server gave. It answers with use_dpop_nonce and a new one.',
		fix: 'Repeat the request with the nonce of the newest DPoP-Nonce header of that server.'
	},
	'proof-iat': {
		label: 'Made a moment ago',
		fails:
			'The time in iat is too far away. The window here is that of our own servers: five minutes back, one minute ahead.',
		fix: 'Make a proof for each request. If it is fresh, compare the clocks.'
	},
	'proof-ath': {
		label: 'Made for this access token',
		fails: 'The ath claim is not the hash of the access token, or it is missing.',
		fix: 'Have the client hash the very token that it sends: SHA-256, in base64url. At the token endpoint there is none.'
	},
	'proof-binding': {
		label: 'Token is bound to it',
		fails: 'The access token is bound to another key than that of the proof.',
		fix: 'Send each token with proofs by the key with which it was asked for.',
		when: {
			'token-not-bound': {
				fails: 'The access token is bound to no key, so that a proof adds nothing to it.',
				fix: 'Ask for a token with a DPoP proof.'
			}
		}
	},
	'proof-jti': {
		label: 'Has an identifier',
		fails: 'It has no jti of text. The server cannot tell whether it came before.',
		fix: client
	}
} satisfies Partial<Record<string, TokenCheckText>>;

const answerTexts = {
	'user-info-sub': {
		label: 'About the same person',
		fails: 'The sub of the answer is missing, or is not that of the ID token. The answer must not be used.',
		fix: 'Call UserInfo with the access token that came with this ID token.'
	},
	'user-info-iss': {
		label: 'Issuer matches',
		fails: 'The iss claim of the signed answer is not the issuer.',
		fix: 'Do not use the answer. Compare both spellings.',
		when: {
			missing: {
				fails: 'A signed answer should name its issuer in iss, and this one does not.',
				fix: 'Have the server add iss. Until then trust the answer only where it came over TLS from the endpoint itself.'
			}
		}
	},
	'user-info-aud': {
		label: 'Made for this client',
		fails: 'The aud claim of the signed answer does not name this client.',
		fix: 'Do not use the answer. Check the client_id.',
		when: {
			missing: {
				fails: 'A signed answer should name its client in aud, and this one does not.',
				fix: 'Have the server add aud. Until then trust the answer only where it came over TLS from the endpoint itself.'
			}
		}
	}
} satisfies Partial<Record<string, TokenCheckText>>;

const clientTexts = {
	'assertion-typ': {
		label: 'Says that it is one',
		fails: 'Its typ is that of another kind of token.',
		fix: 'Have the client write typ client-authentication+jwt, or none.'
	},
	'assertion-iss': {
		label: 'Made by the client',
		fails: 'The iss claim is not the client_id.',
		fix: client
	},
	'assertion-sub': {
		label: 'About the client',
		fails: 'The sub claim is not the client_id. A client that proves who it is speaks of itself.',
		fix: client
	},
	'assertion-aud': {
		label: 'Made for this server',
		fails: 'The aud claim does not name this server, or names others as well.',
		fix: 'Have the client write the issuer of the server, as one text.',
		when: {
			'endpoint-as-audience': {
				fails:
					'The aud claim is the address of an endpoint. RFC 7523 allows that of the token endpoint, RFC 9126 that of the endpoint for pushed requests, and CIBA its own. A hostile server can publish the endpoint of another one as its own, so that the issuer alone is advised.',
				fix: 'Have the client write the issuer of the server, as one text.'
			}
		}
	},
	'assertion-exp': {
		label: 'Not expired',
		fails: 'The time in exp has passed, or there is none. An assertion must expire.',
		fix: 'Make an assertion for each request, good for a minute or so.'
	},
	'assertion-jti': {
		label: 'Has an identifier',
		fails: 'It has no jti of text. RFC 7523 does not require it; OpenID Connect does.',
		fix: client
	},
	'request-typ': {
		label: 'Says that it is one',
		fails: 'Its typ is that of another kind of token.',
		fix: 'Have the client write typ oauth-authz-req+jwt.'
	},
	'request-client-id': {
		label: 'Names its client',
		fails: 'The client_id in it is missing, or is not that of the request.',
		fix: client
	},
	'request-iss': {
		label: 'Made by the client',
		fails: 'The iss claim is not the client_id, or it is missing: it should be there.',
		fix: client
	},
	'request-aud': {
		label: 'Made for this server',
		fails: 'The aud claim is not the issuer of the server, or it is missing: it should be there.',
		fix: client
	},
	'request-response-type': {
		label: 'Has the response type',
		fails:
			'It has no response_type. A server takes the parameters of the object alone, so that all required ones stand in it.',
		fix: client
	},
	'request-nested': {
		label: 'Holds no other request',
		fails: 'It has request or request_uri in it, which a request object must not have.',
		fix: client
	},
	'request-sub': {
		label: 'Cannot authenticate the client',
		fails: 'Its sub is the client. A server that is careless may take it for a client assertion.',
		fix: 'Have the client leave sub out.'
	}
} satisfies Partial<Record<string, TokenCheckText>>;

/** Of logout tokens, proofs, answers of the UserInfo endpoint, and of what a client makes. */
export const otherCheckTexts = { ...logoutTexts, ...proofTexts, ...answerTexts, ...clientTexts };
