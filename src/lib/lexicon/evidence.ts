/**
 * What the signs of a diagnosis say that was seen, each with the names of the values in it, as in `phrases.ts`. They are
 * a list of their own, because their texts load only where a diagnosis is read: `lessons/en/diagnosis/evidence.ts`.
 */
export const evidence = {
	// What came back.
	quoted: ['words'],
	'error-code': ['error'],
	'http-status': ['status'],
	'a-header': ['name'],
	named: ['name', 'value'],
	both: ['one', 'other'],
	'telling-words': ['words', 'count'],
	resembles: ['count'],

	// What is left where the words of a text are not known.
	'code-alone': ['error'],
	'status-alone': ['status'],
	'names-alone': ['...names'],

	// What a message lacks, or has where none may be.
	'request-lacks': ['...names'],
	'token-request-lacks': ['name'],
	'authorization-request-lacks': ['name'],
	'verifier-without-challenge': [],
	'no-pkce': [],
	'value-of': ['name', 'value'],
	'more-than-once': ['...names'],
	'no-access-token': [],
	'not-pushed': [],

	// How its parameters were sent.
	'sent-untyped-form': [],
	'sent-json': [],
	'sent-multipart': [],
	'sent-query': [],

	// What does not fit together.
	'verifier-form': ['count'],
	'verifier-of-another-challenge': [],
	'verifier-of-another-attempt': [],
	'challenge-form': [],
	'challenge-length': ['length'],
	'state-of-another-attempt': [],
	'state-of-named-attempt': ['state'],
	'verifier-of-named-attempt': ['state'],
	'challenge-fault': ['fault'],
	'two-challenges': ['expected', 'sent'],
	'value-change': ['name', 'change'],
	'redirect-uris-differ': ['...parts'],
	'frame-of-another-site': [],
	'frame-without-cookie': [],
	'preflight-refused': ['...asked'],
	'answer-to-registration': [],
	'access-token-named': [],
	'cookies-did-not-come': ['...why'],
	'code-sent-seconds-after': ['seconds'],
	'two-values': ['one', 'other'],
	'two-client-ids': [],
	'two-issuers': [],

	// What was sent before, and when.
	'code-sent-times': ['count'],
	'code-sent-after': ['minutes'],
	'code-sent-hidden': [],
	'refresh-token-sent-before': [],
	'older-refresh-token-sent': [],
	'refresh-token-sent-hidden': [],

	// What the server supports, grants and wants.
	'not-among': ['value', '...values'],
	'method-not-listed': ['method', '...methods'],
	'scopes-not-supported': ['...scopes'],
	'token-lacks': ['...scopes'],
	'token-expired': [],
	'id-token-sent': [],
	'largest-header': ['name', 'bytes', 'all'],
	'no-audience-asked-for': [],
	'could-ask': ['error'],
	'bound-without-proof': [],
	'clock-off': ['seconds'],
	'first-proof': [],

	// What came of the request.
	'network-cors': [],
	'network-preflight-refused': [],
	'network-cors-on-errors': [],
	'network-cors-for-client': [],
	'network-offline': [],
	'network-no-answer': [],
	'network-timeout': [],
	'network-local-network': [],
	'network-local-network-denied': [],
	'network-local-network-unanswered': [],
	'network-local-network-withheld': [],
	'network-local-network-empty': [],
	'network-filtered': [],
	'network-interrupted': [],
	'network-mixed-content': [],
	'network-blocked-by-policy': [],

	// How a client finds a server that it does not know, and what that says of itself.
	'challenge-without-error': [],
	'no-resource-metadata': [],
	'no-challenge': [],
	'bearer-comes-after': ['scheme'],
	'no-bearer': ['...schemes'],
	'found-at': ['...places'],
	'names-no-server': [],
	'no-methods-listed': [],
	'entra-lists-no-methods': [],
	'only-client-documents': [],
	'api-wants': ['...scopes'],
	'ask-together': ['...scopes'],
	'loopback-port': ['address'],
	'issuer-of-answer': ['returned', 'expected'],
	'issuer-of-document': ['found', 'address'],
	'issuer-promised': ['expected'],

	// What products do beyond the standards.
	'cognito-wrong-verifier': [],
	'cognito-one-error': [],
	'cognito-only-s256': [],
	'authentik-redirect-uri': [],
	'entra-without-cors': [],
	'entra-resource-and-scope': []
} as const satisfies Record<string, readonly string[]>;
