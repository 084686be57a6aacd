import type { authorizationServerChecks } from '$lib/lexicon/authorization-server-checks';
import type { CheckText } from './check-text';
import { serverProofTexts } from './proof-checks';

/** What the authorization server decides about pushed and signed requests, bound keys and stronger sign-ins. */
export const extensionCheckTexts = {
	...serverProofTexts,
	'as-request-uri': {
		label: 'Pushed request is known',
		fails: 'The request_uri is none that this server gave out. It takes no addresses to fetch requests from.',
		fix: 'Push the request first, and send the request_uri of that answer, to the last character.'
	},
	'as-request-uri-client': {
		label: 'Pushed by this client',
		fails:
			'The request was pushed by another client. A request_uri is of use to the client that pushed it, and no other.',
		fix: 'Send the client_id with which the request was pushed.'
	},
	'as-request-uri-unused': {
		label: 'Pushed request not answered yet',
		fails:
			'This request_uri has led to an answer before. It is good for one; a reload before the answer is no second use.',
		fix: 'Push the request again for each new attempt.'
	},
	'as-request-uri-not-expired': {
		label: 'Pushed request still lives',
		fails: 'The request_uri was used too late: it lives for the seconds in expires_in.',
		fix: 'Push the request right before the browser leaves.'
	},
	'as-pushed-required': {
		label: 'Request was pushed if required',
		fails: 'This realm or this application takes pushed requests only, and this one came by the browser.',
		fix: 'Switch on pushed requests (PAR), or switch off the requirement at the provider.'
	},
	'as-pushed-request-uri': {
		label: 'Push has no request_uri',
		fails: 'A pushed request may not point to another pushed request.',
		fix: 'Leave request_uri out of the push, and send the parameters themselves.'
	},
	'as-request-object': {
		label: 'Request is signed if required',
		fails: 'This realm or this application takes signed requests only, and this one has no request object.',
		fix: 'Switch on signed requests and register the public key, or switch off the requirement at the provider.'
	},
	'as-request-object-form': {
		label: 'Request object is a signed JWT',
		fails:
			'The request parameter is not a JWT signed with an allowed algorithm and made to be a request object.',
		fix: 'Send a JWT of typ oauth-authz-req+jwt, signed with RS256, PS256, ES256 or EdDSA, never with none.'
	},
	'as-request-object-signature': {
		label: 'Request object is the client’s',
		fails:
			'No key that the application has registered verifies the signature: the request was changed, or another key made it.',
		fix: 'Register the public key (JWKS) of the key that signs, with the kid that the JWT names.'
	},
	'as-request-object-client': {
		label: 'Request object names the client',
		fails: 'The client_id or iss in the request object is not the client_id beside it.',
		fix: 'Put the client_id into the request object as client_id and iss, and send the same beside it.'
	},
	'as-request-object-audience': {
		label: 'Request object is for this server',
		fails: 'The aud of the request object is not this server’s issuer: it was made for another server.',
		fix: 'Put the issuer into aud, exactly as discovery gives it.'
	},
	'as-request-object-time': {
		label: 'Request object is still good',
		fails: 'The request object has no exp, has expired, or is not valid yet.',
		fix: 'Sign the request right before it is sent. If it is fresh, compare the clocks.'
	},
	'as-acr-values': {
		label: 'Sign-in level is known',
		fails:
			'None of the acr_values is a level that this server has. It goes on as if none had been asked for.',
		fix: 'Ask for one of acr_values_supported: 0 picked from the list, 1 password, 2 confirmed in a second step.'
	},
	'as-step-up': {
		label: 'Sign-in is strong enough',
		fails:
			'The sign-in is weaker than the acr_values ask for, so the person has to confirm in a second step first.',
		fix: 'Confirm on the page of the server. Where no page may be shown, send the request again without prompt=none.'
	},
	'as-dpop-jkt': {
		label: 'Code is bound to a key',
		fails:
			'The dpop_jkt is not the thumbprint of a key, or not of the key whose proof came with the pushed request.',
		fix: 'Send the base64url SHA-256 thumbprint (RFC 7638) of the public key that will make the proofs.'
	},
	'as-dpop-present': {
		label: 'Proof of possession present',
		fails:
			'This realm or this application gets tokens bound to a key only, and the request has no DPoP header.',
		fix: 'Switch on DPoP, or switch off the requirement at the provider.'
	},
	'as-code-key': {
		label: 'Key of the code',
		fails:
			'The code was asked for with the key in dpop_jkt, and the proof is of another key, or missing. A stolen code ends here.',
		fix: 'Send a proof made with the key whose thumbprint was dpop_jkt.'
	},
	'as-refresh-token-key': {
		label: 'Key of the refresh token',
		fails:
			'The refresh token is bound to a key, and the proof is of another key, or missing. A stolen refresh token ends here.',
		fix: 'Send a proof made with the key that was used when the refresh token was issued.'
	},
	'as-bearer-key': {
		label: 'Token is used with its key',
		fails:
			'The access token is bound to a key and came without its proof, or as Bearer; or it is not bound and came as DPoP.',
		fix: 'Send a bound token as Authorization: DPoP with a proof of its key, and any other as Bearer.'
	}
} satisfies Partial<Record<keyof typeof authorizationServerChecks, CheckText>>;
