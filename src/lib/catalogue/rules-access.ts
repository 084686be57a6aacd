import { back, front, protectedSteps, rule, type TextRule } from './rules';

/** Scopes, audiences, the person and the tenant's rules, tokens at an API, and the shape of the request. */
export const accessRules: readonly TextRule[] = [
	rule('offline-access-not-allowed', 0.95, 'OFFLINE', {
		unless: 'online access|both',
		at: [...front, ...back]
	}),
	rule('scope-not-allowed', 0.85, 'SCOPE & OFFLINE & both'),
	rule(
		'scope-not-allowed',
		0.9,
		'SCOPE & invalid|unknown|forbidden|unsupported|registered|malformed|mismatch',
		{
			unless: 'consent|OFFLINE|ACCESSTOKEN|insufficient|REDIRECT',
			at: [...front, ...back]
		}
	),
	rule('request-parameter-missing', 0.7, 'SCOPE & missing|required|empty', {
		unless: 'consent|insufficient|invalid',
		at: [...front, ...back]
	}),
	rule(
		'insufficient-scope',
		0.93,
		'insufficient|missing|enough|lacks?|required?s?|privileges & SCOPE|permissions?|privileges',
		{
			at: protectedSteps
		}
	),
	rule('insufficient-scope', 0.85, 'insufficient & SCOPE|permissions?|privileges'),
	rule('insufficient-scope', 0.7, 'SCOPE|permission|privileges', { at: protectedSteps }),
	rule(
		'audience-not-allowed',
		0.9,
		'AUDIENCE|resource|api & invalid|unknown|forbidden|unsupported|mismatch|registered|missing|configured',
		{
			unless:
				'USER|REDIRECT|SCOPE|ORIGIN|CORS|DPOP|consent|CLIENT principal disabled|PKCE|VERIFIER|CLIENTAUTH|CLIENTID|CODE|GRANT|access|network',
			at: [...front, ...back]
		}
	),
	rule('audience-not-allowed', 0.9, 'service|api & unknown', {
		unless: 'CLIENT|CLIENTID|USER|ISSUER|SCOPE',
		at: [...front, ...back]
	}),
	rule('login-required', 0.9, 'login required'),
	rule('login-required', 0.95, 'login|session|USER & silent'),
	rule('login-required', 0.85, 'not (?:logged|signed) in|no active session|no session'),
	rule('interaction-required', 0.85, 'extraStep & required|must|needed|redirected|necessary|before', {
		unless: 'CHALLENGE|PKCE|ADMIN|CODE|consent|device|DPOP|session'
	}),
	rule('interaction-required', 0.85, 'interaction required'),
	rule('admin-consent-required', 0.95, 'ADMIN & consent|grant\\w*|permissions?|GRANT', { unless: 'contact' }),
	rule('consent-required', 0.9, 'consent & required|missing|needed|not|must', { unless: 'ADMIN|declined' }),
	rule('user-denied', 0.93, 'USER & declined', {
		unless: 'blocked|ISSUER denied|assigned|policy|device|CLIENTAUTH|session|access to|consent required'
	}),
	rule('user-denied', 0.9, 'declined & consent|login|REDIRECT|sign|access|dialog|GRANT', {
		unless: 'policy|required|rule|device|USER|ISSUER|permission'
	}),
	rule('user-denied', 0.9, 'USER & not (?:authorize|approve|accept|agree|allow|give)', {
		unless: 'ISSUER|scheme'
	}),
	rule('user-denied', 0.8, 'USER & ISSUER & denied'),
	rule(
		'account-not-allowed',
		0.92,
		'USER & unassigned|not (?:[a-z]+ ){0,3}(?:assigned|exist\\w*|USER|part of|verified|listed|eligible|allowed|authorized to|provisioned|found|invited|known|enabled)',
		{
			unless:
				'OFFLINE|SECRET|CLIENTAUTH|REDIRECT|VERIFIER|device|signed in|logged in|prompt|session|mfa|consent'
		}
	),
	rule(
		'account-not-allowed',
		0.9,
		'testers?|being tested|verification process|test USER|USER must be (?:added|assigned|invited|verified)|verify (?:your|the) (?:e mail|email|USER)|verified (?:[a-z]+ )?(?:email|e mail)|(?:email|e mail) (?:[a-z]+ ){0,2}(?:not verified|unverified|must be verified)'
	),
	rule(
		'account-not-allowed',
		0.9,
		'USER & blocked|disabled|locked|suspended|deactivated|inactive|unverified|deleted|expired|guest',
		{ unless: 'session|password|consent' }
	),
	rule(
		'account-not-allowed',
		0.85,
		'signups?|sign up|email|e mail|verified email|unverified & forbidden|invalid|disabled|verified|unverified'
	),
	rule(
		['account-not-allowed', 'access-policy-denied'],
		0.75,
		'not have (?:[a-z]+ )?(?:access|permission)|no access|permission',
		{
			unless: 'SCOPE|consent|policy',
			at: [...front, ...back]
		}
	),
	rule(
		'access-policy-denied',
		0.9,
		'policy & forbidden|blocked|failed|denied|evaluation|requirements?|blocks?|not met|criteria',
		{
			unless: 'content security|comply|REDIRECT|ORIGIN|CORS|CLIENTAUTH|PKCE|METHOD|CHALLENGE|SCOPE|OFFLINE'
		}
	),
	rule('access-policy-denied', 0.6, 'policy|rule & access|denied|USER', {
		unless: 'REDIRECT|ORIGIN|comply|SCOPE'
	}),
	rule('access-policy-denied', 0.88, 'CLIENT & blocked & ADMIN'),
	rule(
		'access-policy-denied',
		0.88,
		'ip|location|country|network|hours|device & restricted|blocked|restriction',
		{
			unless: 'CORS|ORIGIN|REDIRECT'
		}
	),
	rule('state-invalid', 0.92, 'STATE & invalid|missing|malformed|required|length|too short|entropy|weak', {
		unless: 'flow|session|found|mismatch|transaction|matching|nonce',
		at: ['authorize']
	}),
	rule(
		'state-mismatch',
		0.93,
		'STATE & mismatch|unknown|changed|lost|match|matching|storage|unsafe|expired|flow',
		{
			unless: 'characters|entropy'
		}
	),
	rule('state-mismatch', 0.9, 'STATE & invalid|missing|wrong|unknown|verify', {
		at: ['callback'],
		unless: 'malformed'
	}),
	rule('state-invalid', 0.92, 'STATE & malformed', { at: ['callback'], unless: 'mismatch|unknown' }),
	rule('par-required', 0.97, 'request uri & required|missing'),
	rule('dpop-nonce-required', 0.96, 'DPOP & nonce', { unless: 'nonce (?:invalid|expired)' }),
	rule('dpop-nonce-required', 0.85, 'DPOP & nonce'),
	rule('dpop-proof-time-invalid', 0.95, 'DPOP & time', { unless: 'ath|htu|htm|nonce|one time' }),
	rule('dpop-proof-invalid', 0.94, 'ath|htu|htm|jkt'),
	rule('dpop-proof-invalid', 0.8, 'DPOP & invalid|failed|mismatch|malformed', {
		unless: 'time|nonce|missing|required'
	}),
	rule('dpop-required', 0.92, 'DPOP & missing|required|must|scheme|bound', {
		unless: 'nonce|htu|htm|ath|invalid|iat'
	}),
	rule(
		'access-token-invalid',
		0.92,
		'ACCESSTOKEN|token|jwt|signature|credentials|IDTOKEN & expired|invalid|revoked|unknown|malformed|missing|another|failed|rejected',
		{
			unless: 'SCOPE|DPOP|insufficient',
			at: protectedSteps
		}
	),
	rule('access-token-invalid', 0.85, 'AUDIENCE|ISSUER & failed|invalid|mismatch|validation', {
		at: protectedSteps
	}),
	rule('rate-limited', 0.95, 'limit', { unless: 'network' }),
	rule('request-malformed', 0.85, 'post', {
		unless: 'CHALLENGE|VERIFIER|REDIRECT|CODE invalid|DPOP|htm|htu|ath'
	}),
	rule(
		'request-malformed',
		0.8,
		'request|parameter|body|query & malformed|validation errors?|could not be completed|duplicate\\w*|repeated|parse|parsed|more than once|multiple|deserializ\\w+|invalid',
		{
			unless:
				'CHALLENGE|VERIFIER|REDIRECT|SCOPE|CODE|CLIENT|CLIENTID|METHOD|DPOP|STATE|GRANT|GRANTTYPE|missing|required|AUDIENCE|RESPONSETYPE|REFRESH|SECRET|ISSUER|PAR|used|session|USER'
		}
	),
	rule('request-malformed', 0.85, 'duplicate\\w*|repeated|parameter & more than once|duplicate\\w*|repeated'),
	rule('request-parameter-missing', 0.9, 'parameters?|field|body|contain & missing|required|must', {
		unless:
			'CHALLENGE|VERIFIER|REDIRECT|METHOD|SECRET|RESPONSETYPE|DPOP|PAR|STATE|CLIENTAUTH|PKCE|invalid|malformed|POSTLOGOUT'
	}),
	rule('request-parameter-missing', 0.85, 'CODE|CLIENTID|GRANTTYPE|ACCESSTOKEN|REFRESH & missing|required', {
		unless: 'VERIFIER|CHALLENGE|SECRET|found|exist|unknown|invalid|expired|used|PKCE|DPOP',
		at: [...front, ...back]
	})
];
