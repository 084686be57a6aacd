import { back, front, protectedSteps, rule, type TextRule } from './text-rule';

/** Parameters that a request may leave out, so that what is said of them is that they are wrong. */
const optionalParameters =
	'prompt|max age|display|nonce|acr|ui locales|login hint|IDTOKEN hint|claims & invalid|must|only|forbidden|malformed|longer';

/** Scopes and audiences, `state`, PAR and DPoP, tokens at an API, and the shape of the request. */
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
	rule('request-parameter-missing', 0.92, 'must (?:specify|supply|provide|include|send) (?:an? )?SCOPE', {
		at: [...front, ...back]
	}),
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
	rule('insufficient-scope', 0.75, 'access denied|explicit deny|not (?:[a-z]+ )?authorized|not allowed', {
		unless: 'ACCESSTOKEN|jwt|token|credentials|AUDIENCE|ISSUER',
		at: protectedSteps
	}),
	rule(
		'audience-not-allowed',
		0.9,
		'AUDIENCE|resource|api & invalid|unknown|forbidden|unsupported|mismatch|registered|missing|configured',
		{
			unless:
				'USER|REDIRECT|SCOPE|ORIGIN|CORS|DPOP|SECRET|IDTOKEN|REFRESH|consent|CLIENT principal disabled|PKCE|VERIFIER|CLIENTAUTH|CLIENTID|CODE|GRANT|access|network',
			at: [...front, ...back]
		}
	),
	rule(
		'audience-not-allowed',
		0.9,
		'CLIENT|CLIENTID & not (?:\\w+ ){0,2}(?:allowed|authorized|permitted) & resource|api|AUDIENCE|service',
		{
			unless: 'SCOPE|GRANTTYPE|FLOW',
			at: [...front, ...back]
		}
	),
	rule('audience-not-allowed', 0.9, 'AUDIENCE|resource & must be|is not|desconocido', {
		unless: 'USER|REDIRECT|SCOPE|SECRET|IDTOKEN|DPOP|CODE|GRANT|access|secure',
		at: [...front, ...back]
	}),
	rule('audience-not-allowed', 0.9, 'service|api & unknown', {
		unless: 'CLIENT|CLIENTID|USER|ISSUER|SCOPE',
		at: [...front, ...back]
	}),
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
	rule('par-required', 0.95, 'PAR & first|disabled'),
	rule('dpop-nonce-required', 0.96, 'DPOP & nonce', { unless: 'nonce (?:invalid|expired)' }),
	rule('dpop-nonce-required', 0.85, 'DPOP & nonce'),
	rule('dpop-proof-time-invalid', 0.95, 'DPOP & time|not active|not yet valid', {
		unless: 'ath|htu|htm|nonce|one time'
	}),
	rule(
		'dpop-proof-time-invalid',
		0.92,
		'proof & issued|future|past|too old|clock & future|past|too old|skew',
		{
			unless: 'DPOP|PKCE'
		}
	),
	rule('dpop-proof-time-invalid', 0.88, 'iat & future|past|too old|too early|skew|clock', {
		unless: 'DPOP|IDTOKEN|assertion|CLIENTAUTH|ACCESSTOKEN|of (?:the )?token|token (?:was )?(?:used|issued)',
		at: back
	}),
	rule('dpop-proof-invalid', 0.94, 'DPOP & proof & not (?:\\w+ ){0,3}bound'),
	rule('dpop-proof-invalid', 0.92, 'DPOP & claims? & missing|required|invalid', { unless: 'nonce|time' }),
	rule(
		'dpop-proof-invalid',
		0.94,
		'DPOP & typ|jti|signature|public key|algorithm|alg|multiple|key binding|already|thumbprint|jwk',
		{
			unless: 'nonce|time|required'
		}
	),
	rule('dpop-proof-invalid', 0.94, 'ath|htu|htm|jkt'),
	rule('dpop-proof-invalid', 0.8, 'DPOP & invalid|failed|mismatch|malformed', {
		unless: 'time|nonce|missing|required'
	}),
	rule('dpop-required', 0.92, 'DPOP & missing|required|must|scheme|bound', {
		unless:
			'nonce|htu|htm|ath|claims?|invalid|iat|typ|jti|signature|algorithm|multiple|proof (?:\\w+ )*not (?:\\w+ )*bound|not (?:\\w+ ){0,3}bound to'
	}),
	rule(
		'access-token-invalid',
		0.92,
		'ACCESSTOKEN|token|jwt|signature|credentials|IDTOKEN & expired|invalid|revoked|unknown|malformed|missing|another|failed|rejected',
		{
			unless: 'SCOPE|DPOP|insufficient|query|both|nonce|kid|jwks|key set',
			at: protectedSteps
		}
	),
	rule(
		'access-token-invalid',
		0.85,
		'AUDIENCE|ISSUER & failed|invalid|mismatch|validation|forbidden|unknown|configured',
		{
			unless: 'USER',
			at: protectedSteps
		}
	),
	rule(
		'access-token-invalid',
		0.88,
		'not authed|not authenticated|unauthenticated|CLIENTAUTH (?:\\w+ )?(?:missing|not found|not present|not provided)|(?:missing|no|invalid|malformed) CLIENTAUTH',
		{
			at: protectedSteps
		}
	),
	rule('access-token-invalid', 0.88, 'session & expired|invalid', { at: protectedSteps }),
	rule(
		['access-token-invalid', 'account-not-allowed'],
		0.85,
		'USER & inactive|disabled|suspended|deleted|blocked',
		{
			at: protectedSteps
		}
	),
	rule('account-not-allowed', 0.88, 'USER & not registered', { at: protectedSteps }),
	rule('request-malformed', 0.86, optionalParameters, { at: front, unless: 'USER|session|DPOP|missing' }),
	rule('rate-limited', 0.95, 'limit', { unless: 'network|disk|volume|storage|memory' }),
	rule('request-malformed', 0.9, 'RESPONSEMODE', { unless: 'missing' }),
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
	rule('request-parameter-missing', 0.9, 'parameters?|field|body|contain & missing|required', {
		unless:
			'CHALLENGE|VERIFIER|REDIRECT|METHOD|SECRET|RESPONSETYPE|SCOPE claim|AUDIENCE|DPOP|PAR|STATE|CLIENTAUTH|PKCE|invalid|malformed|POSTLOGOUT|required SCOPE'
	}),
	rule('request-parameter-missing', 0.85, 'CODE|CLIENTID|GRANTTYPE|ACCESSTOKEN|REFRESH & missing|required', {
		unless:
			'VERIFIER|CHALLENGE|SECRET|SCOPE|login|found|exist|unknown|invalid|expired|used|PKCE|DPOP|properties of',
		at: [...front, ...back]
	})
];
