import type { ClientMessage, MessageSource } from './client-message';

const msalPython = (commit: string, file: string): MessageSource[] => [
	{
		library: 'msal-python',
		docs: `https://github.com/AzureAD/microsoft-authentication-library-for-python/blob/${commit}/${file}`
	}
];
const msalFlow = msalPython('460bb94a2f139762f393b752d0f70a369ef2e94a', 'msal/oauth2cli/oauth2.py');

const oauthlibPath = 'oauthlib/oauth2/rfc6749';
const oauthlibRepository = 'https://github.com/oauthlib/oauthlib/blob';
/** requests-oauthlib lets its messages through. */
const oauthlibErrors: MessageSource = {
	library: 'oauthlib',
	docs: `${oauthlibRepository}/012426503103339078acf45dd55de47b17c7a9b2/${oauthlibPath}/errors.py`
};
const oauthlibParameters: MessageSource = {
	library: 'oauthlib',
	docs: `${oauthlibRepository}/0218f8da4f6405c6a38ea7e01feacf73b35dd698/${oauthlibPath}/parameters.py`
};
const authlib: MessageSource = {
	library: 'authlib',
	docs: 'https://github.com/lepture/authlib/blob/82caafb0717e3afdcbcdecaf37877daecac30dcb/authlib/integrations/base_client/errors.py'
};
const authlibTransport: MessageSource = {
	library: 'authlib',
	docs: 'https://github.com/authlib/authlib/pull/919'
};

const mozillaRepository = 'https://github.com/mozilla/mozilla-django-oidc/blob';
const mozilla = (path: string): MessageSource[] => [
	{ library: 'mozilla-django-oidc', docs: `${mozillaRepository}/${path}` }
];
const mozillaViews = mozilla('89637ce57408ce3bd9b1b480062c769badaf9e94/mozilla_django_oidc/views.py');
const mozillaBackend = mozilla('f75ff625dd33d41d35b0d358a86be8439092e026/mozilla_django_oidc/auth.py');

const allauth = (path: string): MessageSource[] => [
	{ library: 'django-allauth', docs: `https://github.com/pennersr/django-allauth/blob/${path}` }
];
const socialCore: MessageSource[] = [
	{
		library: 'python-social-auth',
		docs: 'https://github.com/python-social-auth/social-core/blob/94ab410fb859e2568920ac6b713a75b5a44b2fea/social_core/exceptions.py'
	}
];

export const pythonMessages: readonly ClientMessage[] = [
	{
		id: 'msal-python/no-flow-kept',
		says: ['state missing from auth_code_flow'],
		of: msalFlow,
		code: 'state-mismatch'
	},
	{
		id: 'msal-python/state-differs',
		says: ['ValueError: state mismatch: * vs *'],
		of: msalFlow,
		code: 'state-mismatch'
	},
	{
		id: 'msal-python/reserved-scope',
		says: ['You cannot use any scope value that is reserved'],
		of: msalPython('5aac0c45033a8ee089a4fa5581026c8f437fa8bb', 'msal/application.py')
	},
	{
		id: 'oauthlib/state-differs',
		says: [
			'(mismatching_state) CSRF Warning! State not equal in request and response',
			'(mismatching_state)'
		],
		of: [oauthlibErrors],
		code: 'state-mismatch'
	},
	{
		id: 'authlib/state-differs',
		says: ['mismatching_state: CSRF Warning! State not equal in request and response'],
		of: [authlib],
		code: 'state-mismatch'
	},
	{
		id: 'oauthlib-or-authlib/state-differs',
		says: ['CSRF Warning! State not equal in request and response'],
		of: [oauthlibErrors, authlib],
		code: 'state-mismatch'
	},
	{
		id: 'oauthlib/https-only',
		says: ['(insecure_transport) OAuth 2 MUST utilize https'],
		of: [oauthlibErrors],
		open: true
	},
	{
		id: 'oauthlib-or-authlib/https-only',
		says: ['OAuth 2 MUST utilize https'],
		of: [oauthlibErrors, authlibTransport],
		open: true
	},
	{
		id: 'oauthlib/no-token',
		says: ['(missing_token) Missing access token parameter'],
		of: [oauthlibParameters]
	},
	{
		id: 'oauthlib/no-code',
		says: ['(missing_code) Missing code parameter in response'],
		of: [oauthlibParameters],
		open: true
	},
	{
		id: 'oauthlib/scope-changed',
		says: ['Scope has changed from * to *'],
		of: [oauthlibParameters]
	},
	{
		id: 'mozilla-django-oidc/no-state-kept',
		says: ['OIDC callback state not found in session'],
		of: mozillaViews,
		code: 'state-mismatch'
	},
	{
		id: 'mozilla-django-oidc/nonce-differs',
		says: ['JWT Nonce verification failed'],
		of: mozillaBackend
	},
	{
		id: 'mozilla-django-oidc/algorithm',
		says: ["The provider algorithm * does not match the client's OIDC_RP_SIGN_ALGO"],
		of: mozillaBackend
	},
	{
		id: 'mozilla-django-oidc/key-not-configured',
		says: ['alg requires OIDC_RP_IDP_SIGN_KEY or OIDC_OP_JWKS_ENDPOINT to be configured'],
		of: mozillaBackend
	},
	{
		id: 'mozilla-django-oidc/no-key',
		says: ['Could not find a valid JWKS'],
		of: mozillaBackend
	},
	{
		id: 'allauth/login-failed',
		says: [
			'Third-Party Login Failure',
			'An error occurred while attempting to login via your third-party account'
		],
		of: allauth(
			'24d2ca8712c087ab270688f8be6fc552148c3fe5/allauth/templates/socialaccount/authentication_error.html'
		),
		wraps: true
	},
	{
		id: 'allauth/no-token',
		says: ['OAuth2Error: Error retrieving access token: *'],
		of: allauth('57e9a75d654d91ca32e8da6d1bf5e96e6a3b5e6f/allauth/socialaccount/providers/oauth2/client.py'),
		wraps: true
	},
	{
		id: 'social-core/no-state-kept',
		says: ['AuthStateMissing', 'Session value state missing'],
		of: socialCore,
		code: 'state-mismatch'
	},
	{
		id: 'social-core/state-differs',
		says: ['AuthStateForbidden', 'Wrong state parameter given'],
		of: socialCore,
		code: 'state-mismatch'
	}
];
