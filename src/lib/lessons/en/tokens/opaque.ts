import type { OpaqueReason } from '$lib/lexicon/opaque-reasons';
import type { OpaqueKind } from '$lib/lexicon/opaque-tokens';

/** What a credential is by its form. Where it is documented, and where it is ended, stands beside its form. */
export const opaqueKindTexts: Record<OpaqueKind, string> = {
	'paseto-public': 'A PASETO that is signed. Its claims can be read; its signature is not checked here.',
	'paseto-local': 'A PASETO that is encrypted. Only the holder of the key can read it.',
	'github-oauth': 'An access token of GitHub for an OAuth app.',
	'github-personal': 'A personal access token of GitHub, of the classic kind.',
	'github-fine-grained': 'A personal access token of GitHub, of the fine-grained kind.',
	'github-user': 'An access token of a GitHub App that acts for a user.',
	'github-server': 'An access token of a GitHub App that acts for itself, or of a job of GitHub Actions.',
	'github-refresh': 'A refresh token of a GitHub App.',
	'gitlab-personal': 'A personal, group or project access token of GitLab.',
	'gitlab-application-secret': 'The client secret of an OAuth application at GitLab.',
	'gitlab-other':
		'A credential of GitLab: for deployment, a runner, a job, a feed or the like, by its prefix.',
	'slack-rotated': 'An access token of Slack that is rotated.',
	'slack-refresh': 'A refresh token of Slack.',
	'slack-bot': 'A bot token of Slack.',
	'slack-user': 'A user token of Slack: it acts as that person.',
	'slack-app': 'An app-level token of Slack.',
	'slack-older': 'A token of Slack, of an older kind or of its own web client.',
	'google-access': 'It looks like an access token of Google. Google does not promise the form.',
	'google-refresh': 'It looks like a refresh token of Google. Google does not promise the form.',
	'google-code': 'It looks like an authorization code of Google. It is good once, and for a short time.',
	'google-client-secret': 'It looks like the client secret of an application at Google.',
	'google-api-key': 'It looks like an API key of Google. It names a project and no person.',
	'entra-refresh':
		'It looks like a refresh token or a code of Microsoft Entra. Microsoft does not document the form.',
	'microsoft-account-refresh':
		'It looks like a code or a refresh token of a personal Microsoft account. Microsoft does not document the form.',
	'microsoft-account-ticket':
		'It looks like a ticket of a personal Microsoft account: encrypted, and for Microsoft’s own APIs.',
	'keycloak-code':
		'Three UUIDs with dots between them: so Keycloak writes its authorization codes. It is exchanged for tokens, and is none.',
	'duende-handle':
		'It has the form of a handle of Duende IdentityServer: a code, a reference token or a refresh token.',
	'ory-access': 'An opaque access token of Ory.',
	'ory-refresh': 'A refresh token of Ory.',
	'ory-code': 'An authorization code of Ory.',
	vault: 'A token of HashiCorp Vault.',
	'secret-key': 'It looks like a secret API key. Stripe writes them so, and others do as well.',
	'publishable-key': 'It looks like a publishable API key, which is made to be public.',
	'aws-key-id': 'The name of a long-term access key of AWS. The key itself is the secret that belongs to it.',
	'aws-temporary-key-id':
		'The name of a temporary access key of AWS. The key itself is the secret that belongs to it.',
	npm: 'An access token of npm.',
	pypi: 'An API token of PyPI.',
	'salesforce-session': 'It looks like a session of Salesforce, which is used as an access token.',
	guid: 'A UUID. It may be a token by reference, a client_id or the name of anything: it does not say.'
};

/** Of a credential that no form is known for. */
export const unknownOpaque = 'Its form says nothing of who made it or what it is for.';

/** Why it says nothing here, and what to do for one that does. */
export const opaqueReasonTexts: Record<OpaqueReason, string> = {
	'refresh-token':
		'A refresh token is for the authorization server that made it, and for nobody else. There is nothing to read in it.',
	'auth0-no-audience':
		'Auth0 makes an opaque token where no API was asked for: it is good for its own UserInfo endpoint alone. Send the parameter audience with the identifier of your API, and a JWT comes.',
	'okta-organization':
		'It comes from the org authorization server of Okta. Only Okta itself may check it, and its form may change. For an API of your own use a custom authorization server, whose issuer has /oauth2/ in its path.',
	'entra-graph':
		'It is for Microsoft Graph. The nonce in its header was changed after signing, so that nobody but Microsoft can check the signature: here it fails, and that is no sign of a forgery. For an API of your own ask for one of its scopes.',
	'microsoft-account':
		'For a personal account Microsoft’s own APIs get encrypted tickets. For an API of your own ask for one of its scopes.',
	google:
		'Access tokens of Google are for its APIs and are not made to be read. The ID token says who signed in.',
	'always-opaque': 'This provider’s access tokens are opaque. Only its own APIs can say what they stand for.',
	'opaque-by-default':
		'This server makes opaque access tokens unless it is set to make JWTs. Introspection says what they stand for.',
	'no-resource':
		'This provider makes an opaque token where no API was asked for. Send the parameter resource, and a JWT comes.',
	'by-setting':
		'With this provider it is a setting of the application whether access tokens are opaque or JWTs.',
	reference:
		'A token by reference: the claims stay at the server, which gives them out by introspection. It can be revoked at once.',
	encrypted:
		'It is encrypted for whoever has the key: mostly the API that it is for. A client never needs to read it.'
};
