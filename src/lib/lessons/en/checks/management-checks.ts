import type { authorizationServerChecks } from '$lib/lexicon/authorization-server-checks';
import type { CheckText } from './check-text';

/** What the authorization server decides at introspection, revocation, logout and registration. */
export const managementCheckTexts = {
	'as-machine-client': {
		label: 'Client is a machine',
		fails:
			'The client credentials grant is for confidential clients that act for themselves. This client is public.',
		fix: 'Use the authorization code grant where a person is involved. Register a machine application for a service.'
	},
	'as-introspect-token-present': {
		label: 'Token to introspect present',
		fails: 'The parameter token is missing, so there is nothing to look up.',
		fix: 'Send the access token or the refresh token in the parameter token of the form.'
	},
	'as-introspect-token-active': {
		label: 'Token is active',
		fails:
			'The token is unknown, expired, revoked, or not for this client to see. The answer does not say which.',
		fix: 'Check that the whole token was sent, and to the server that issued it. Get a new token if it has ended.'
	},
	'as-revoke-token-present': {
		label: 'Token to revoke present',
		fails: 'The parameter token is missing, so there is nothing to revoke.',
		fix: 'Send the refresh token or the access token in the parameter token of the form.'
	},
	'as-revoke-token-client': {
		label: 'Token is of this client',
		fails: 'The token was issued to another client. A client may end its own tokens and no others.',
		fix: 'Revoke the token with the client that received it.'
	},
	'as-revoke-token-known': {
		label: 'Token is known',
		fails:
			'The token is unknown or has ended already. The server answers 200 as well: the token is of no use either way.',
		fix: 'There is nothing to do. If the token still works, it was sent to the wrong server.'
	},
	'as-logout-hint': {
		label: 'ID token hint is ours',
		fails:
			'The id_token_hint was not issued by this server, so the server cannot tell who asks for the sign-out.',
		fix: 'Send the ID token of the session as id_token_hint. It may have expired.'
	},
	'as-logout-client': {
		label: 'Client is known',
		fails: 'The client_id is unknown, or it is not the client that the ID token was issued to.',
		fix: 'Send the client_id that belongs to the ID token, or leave it out.'
	},
	'as-logout-redirect-uri': {
		label: 'Logout address is registered',
		fails:
			'The post_logout_redirect_uri is not registered for this client, so the server does not send the browser there.',
		fix: 'Register the exact address as a logout address, and send id_token_hint or client_id with it.'
	},
	'as-logout-session': {
		label: 'Session is ended',
		fails: 'There was no session to end, or the person has to confirm first.',
		fix: 'Send the id_token_hint of the signed-in person to sign out without a question.'
	},
	'as-registration-open': {
		label: 'Registration is open',
		fails: 'This realm takes no registrations.',
		fix: 'Allow registration in the policy of the realm, or add the application by hand.'
	},
	'as-registration-form': {
		label: 'Registration is JSON',
		fails: 'The body is not a JSON object, or its content type is not application/json.',
		fix: 'Post a JSON object with the content type application/json.'
	},
	'as-registration-redirect-uris': {
		label: 'Redirect URIs are acceptable',
		fails:
			'A redirect URI is missing, has a fragment, uses a scheme that runs script, or is plain http away from loopback.',
		fix: 'Register https addresses, loopback addresses, or the private scheme of a native application.'
	},
	'as-registration-metadata': {
		label: 'Metadata can be used',
		fails:
			'The name, the keys or the size of the registration cannot be taken. Where the server lacks something that was wished for, it registers what it has, and the answer says what.',
		fix: 'Read the description of the error. Compare the answer with the request: what it says is what is registered.'
	}
} satisfies Partial<Record<keyof typeof authorizationServerChecks, CheckText>>;
