import type { Citation } from '$lib/lexicon/citations';
import { errorCodes, type ErrorCode } from '$lib/lexicon/errors';

/** The words of an error code. What one provider means by it is in `diagnosis`. */
export interface ErrorText {
	what: string;
	/** The usual cause. */
	why: string;
	/** What to change. */
	fix: string;
	rfc: Citation;
}

export const errorTexts: Record<ErrorCode, ErrorText> = {
	invalid_request: {
		what: 'The request is malformed: a parameter is missing, doubled or has an unusable value.',
		why: 'A required parameter was left out, often the code challenge, or a name is misspelled. A body that is not form-encoded has the same effect.',
		fix: 'Read the description: it often names the parameter. Compare the sent message with the one built here.',
		rfc: 'RFC 6749 §4.1.2.1'
	},
	unauthorized_client: {
		what: 'This client may not use this grant or response type.',
		why: 'The application is registered for another flow, such as machine to machine.',
		fix: 'Enable the authorization code grant, and the refresh token grant if you need it, in the application’s settings.',
		rfc: 'RFC 6749 §4.1.2.1'
	},
	access_denied: {
		what: 'The user or the authorization server refused.',
		why: 'The user cancelled or declined consent, or a policy does not let this user in.',
		fix: 'Start again and accept. If the user did not decline, look for policies, rules and assignments of users to the application.',
		rfc: 'RFC 6749 §4.1.2.1'
	},
	unsupported_response_type: {
		what: 'The server does not offer this response_type.',
		why: 'The value is misspelled, or the server or application has this flow switched off.',
		fix: 'Send response_type=code and enable that flow.',
		rfc: 'RFC 6749 §4.1.2.1'
	},
	invalid_scope: {
		what: 'A requested scope is unknown, malformed or more than may be granted.',
		why: 'A scope is misspelled, separated by commas, or not defined for this API. In a refresh it was not part of the original grant.',
		fix: 'Separate scopes by single spaces. Request only what the API defines and the application may ask for.',
		rfc: 'RFC 6749 §4.1.2.1'
	},
	server_error: {
		what: 'The server met a condition that it did not expect.',
		why: 'A fault at the server, or in code that runs during sign-in, such as a rule.',
		fix: 'Look into the server’s log at the time of the request. Try again later.',
		rfc: 'RFC 6749 §4.1.2.1'
	},
	temporarily_unavailable: {
		what: 'The server cannot handle the request at the moment.',
		why: 'It is overloaded or under maintenance.',
		fix: 'Wait and try again.',
		rfc: 'RFC 6749 §4.1.2.1'
	},
	login_required: {
		what: 'The user would have to sign in, but the server was told not to ask.',
		why: 'The request has prompt=none and the server sees no session. In a hidden frame, Safari and Firefox by default keep the session cookie of another site away from the server. Chrome sends it, unless third-party cookies are blocked there.',
		fix: 'Leave out prompt=none and send the user to the server. Use refresh tokens in place of hidden frames.',
		rfc: 'OIDC Core §3.1.2.6'
	},
	interaction_required: {
		what: 'The server would have to show something to the user, but was told not to.',
		why: 'The request has prompt=none, and a second factor, consent or another page is due.',
		fix: 'Leave out prompt=none.',
		rfc: 'OIDC Core §3.1.2.6'
	},
	account_selection_required: {
		what: 'The user would have to choose an account, but the server was told not to ask.',
		why: 'The request has prompt=none, and several accounts are signed in.',
		fix: 'Leave out prompt=none, or send a login_hint.',
		rfc: 'OIDC Core §3.1.2.6'
	},
	consent_required: {
		what: 'The user would have to consent, but the server was told not to ask.',
		why: 'The request has prompt=none, and these scopes were never granted. Some providers never skip consent on localhost.',
		fix: 'Leave out prompt=none. For a first-party application, allow the API to skip consent.',
		rfc: 'OIDC Core §3.1.2.6'
	},
	invalid_request_uri: {
		what: 'The request_uri could not be read, or what it names is not valid.',
		why: 'It expired, was used before, or belongs to another client.',
		fix: 'Push the request again and use the new request_uri at once.',
		rfc: 'OIDC Core §3.1.2.6'
	},
	invalid_request_object: {
		what: 'The request object is not a valid JWT for this server.',
		why: 'Its signature, its audience or its expiry is wrong, or a parameter in it differs.',
		fix: 'Sign it with a registered key. Set iss to the client_id and aud to the issuer.',
		rfc: 'OIDC Core §3.1.2.6'
	},
	request_not_supported: {
		what: 'The server does not read the parameter request.',
		why: 'Request objects are not supported or not enabled.',
		fix: 'Send the parameters in the query.',
		rfc: 'OIDC Core §3.1.2.6'
	},
	request_uri_not_supported: {
		what: 'The server does not read the parameter request_uri.',
		why: 'Request references are not supported or not enabled.',
		fix: 'Send the parameters in the query.',
		rfc: 'OIDC Core §3.1.2.6'
	},
	registration_not_supported: {
		what: 'The server does not read the parameter registration.',
		why: 'Clients cannot describe themselves in the request at this server.',
		fix: 'Register the client beforehand.',
		rfc: 'OIDC Core §3.1.2.6'
	},
	invalid_target: {
		what: 'The API that the request names is unknown, malformed or not allowed.',
		why: 'The resource is not identical to an identifier that the server knows. In a token request it may not be part of the grant.',
		fix: 'Copy the identifier of the API exactly, including a trailing slash.',
		rfc: 'RFC 8707 §2'
	},
	invalid_authorization_details: {
		what: 'The authorization_details are not acceptable.',
		why: 'A type is unknown, or a field is missing or has a wrong value.',
		fix: 'Compare the JSON with what the API documents for this type.',
		rfc: 'RFC 9396 §5'
	},
	invalid_client: {
		what: 'The server does not recognise the client, or its authentication failed.',
		why: 'The client_id is wrong, or the application is confidential and expects a secret. A public client that sends a secret can cause it too.',
		fix: 'Register a public client, of the single-page or native kind, with authentication method none. Check the client_id and the tenant.',
		rfc: 'RFC 6749 §5.2'
	},
	invalid_grant: {
		what: 'The code, the refresh token or what belongs to it is not valid.',
		why: 'The code expired, was used before, or belongs to another client. The redirect_uri differs from the first request, or the code_verifier does not match.',
		fix: 'Start again, exchange the code once and at once, and send the same redirect_uri. Keep the code verifier of each attempt apart.',
		rfc: 'RFC 6749 §5.2'
	},
	unsupported_grant_type: {
		what: 'The server does not offer this grant_type.',
		why: 'The value is misspelled, or the body was not sent as a form, so that the server saw no grant_type.',
		fix: 'Send authorization_code or refresh_token in a form-encoded body.',
		rfc: 'RFC 6749 §5.2'
	},
	unsupported_token_type: {
		what: 'The server cannot revoke this kind of token.',
		why: 'Self-contained access tokens often cannot be revoked.',
		fix: 'Revoke the refresh token and let the access token expire.',
		rfc: 'RFC 7009 §2.2.1'
	},
	invalid_dpop_proof: {
		what: 'The DPoP proof is missing or not valid.',
		why: 'Method or address in the proof differ from the request, the proof is too old, or it was used before.',
		fix: 'Make a new proof for each request, for its exact method and address.',
		rfc: 'RFC 9449 §5'
	},
	use_dpop_nonce: {
		what: 'The server wants its own nonce in the DPoP proof.',
		why: 'The first proof cannot know the nonce yet. This is a normal part of the exchange.',
		fix: 'Send the request again with the value of the DPoP-Nonce header. A page sees it only when the server exposes that header.',
		rfc: 'RFC 9449 §8'
	},
	invalid_token: {
		what: 'The access token is expired, revoked, malformed or not valid for another reason.',
		why: 'Its lifetime is over, or it was issued for another API or by another issuer. Sending the ID token in its place has the same effect.',
		fix: 'Refresh it or start again. Check aud, iss and exp of the access token against what the API expects.',
		rfc: 'RFC 6750 §3.1'
	},
	insufficient_scope: {
		what: 'The access token is valid but lacks a scope that this call needs.',
		why: 'The scope was not requested, not granted, or removed by a policy.',
		fix: 'Request the scope that the WWW-Authenticate header names, in a new authorization request.',
		rfc: 'RFC 6750 §3.1'
	},
	insufficient_user_authentication: {
		what: 'The way in which the user signed in is not strong or not recent enough for this call.',
		why: 'The API asks for a second factor or for a fresh sign-in.',
		fix: 'Send the user to sign in again with the acr_values or the max_age that the API names.',
		rfc: 'RFC 9470 §3'
	},
	invalid_redirect_uri: {
		what: 'A redirect URI in a registration is not acceptable.',
		why: 'It is not absolute, has a fragment, or has a scheme that the server does not allow.',
		fix: 'Register an absolute https URI without a fragment, or a loopback address for a native application.',
		rfc: 'RFC 7591 §3.2.2'
	},
	invalid_client_metadata: {
		what: 'A value in a registration is not acceptable.',
		why: 'A grant, response type or authentication method is unknown or does not fit the others.',
		fix: 'Compare the values with what the metadata of the server lists.',
		rfc: 'RFC 7591 §3.2.2'
	}
};

/** The text of an error code from the wire; undefined for one that no specification here defines. */
export function errorText(code: string): ErrorText | undefined {
	const known = errorCodes.find((defined) => defined === code);
	return known && errorTexts[known];
}
