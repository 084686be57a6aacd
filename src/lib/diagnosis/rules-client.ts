import { back, front, rule, type TextRule } from './text-rule';

const uriOrScope =
	'REDIRECT|SCOPE|RESPONSETYPE|GRANTTYPE|FLOW|CODE|GRANT|PKCE|CHALLENGE|VERIFIER|ORIGIN|DPOP|AUDIENCE|PAR|OFFLINE|USER|REFRESH|consent';

/** Who the client is, how it authenticates, where its pages live, what it may use. */
export const clientRules: readonly TextRule[] = [
	rule('client-unknown', 0.92, 'CLIENT|CLIENTID & unknown', {
		unless: `${uriOrScope}|SECRET|CLIENTAUTH|parameters|session|implicit`
	}),
	rule(
		'client-unknown',
		0.93,
		'(?:CLIENT|CLIENTID) (?:\\w+ ){0,2}?(?:not|no longer) (?:\\w+ )?(?:exist\\w*|found|known)',
		{ unless: 'SCOPE|REDIRECT|session|AUDIENCE|SECRET', at: [...front, ...back] }
	),
	rule(['client-unknown', 'request-parameter-missing'], 0.88, 'CLIENTID & missing & invalid'),
	rule('client-unknown', 0.85, 'CLIENTID & invalid', { unless: `${uriOrScope}|SECRET|missing` }),
	rule('client-unknown', 0.75, 'CLIENT & invalid|unregistered', {
		unless: `${uriOrScope}|request|SECRET|CLIENTAUTH|CLIENTID`
	}),
	rule('client-unknown', 0.88, 'CLIENTAUTH & failed|invalid', { at: front, unless: 'PKCE|VERIFIER' }),
	rule(['client-authentication-required', 'client-unknown'], 0.8, 'CLIENTAUTH & failed|invalid|unknown', {
		at: back,
		unless: 'PKCE|DPOP|VERIFIER|ACCESSTOKEN|SECRET|query|missing|multiple'
	}),
	rule(
		'client-authentication-required',
		0.85,
		'CLIENTAUTH|SECRET & missing|required|unsupported|invalid|failed|unknown|mismatch|expired|confidential',
		{
			unless:
				'VERIFIER|ACCESSTOKEN|query|multiple|must not|may not|not allowed|public|more than one|should not|do not|not be|browser|not valid for'
		}
	),
	rule(['client-authentication-required', 'client-unknown'], 0.85, 'invalid & credentials', {
		unless: 'api|access|SECRET|USER',
		at: back
	}),
	rule('client-authentication-required', 0.85, 'CLIENTAUTH|authentication & none & forbidden'),
	rule(
		'client-authentication-required',
		0.85,
		'CLIENT & confidential|authenticat\\w+ & must|required|missing',
		{ unless: 'USER|PKCE|public', at: back }
	),
	rule(
		'client-secret-not-allowed',
		0.93,
		'SECRET & forbidden|public|not valid for|neither|do not (?:send|use|include|provide|present|supply)',
		{
			unless:
				'is missing|not (?:provided|supplied|included|sent|specified|present)|absent|no SECRET|none|confidential|required'
		}
	),
	rule('client-authentication-required', 0.9, 'CLIENT certificate|mutual tls & missing|required|invalid', {
		at: back
	}),
	rule(
		'client-secret-not-allowed',
		0.93,
		'do not (?:send|use|include|provide|present|supply) (?:\\w+ ){0,2}SECRET'
	),
	rule('client-secret-not-allowed', 0.93, 'supports (?:\\w+ ){0,3}none & SECRET'),
	rule('client-secret-not-allowed', 0.93, 'public CLIENT & secret|SECRET|CLIENTAUTH', {
		unless: 'is missing'
	}),
	rule('request-malformed', 0.93, 'CLIENTAUTH|SECRET|ACCESSTOKEN & query|both & forbidden|multiple|both'),
	rule(
		['request-malformed', 'client-secret-not-allowed'],
		0.85,
		'CLIENTAUTH|SECRET|authentication & more than one|multiple'
	),
	rule(
		'client-platform-not-spa',
		0.95,
		'CORS|browser & redemption|redeem\\w*|permitted|only & single page|spa & CLIENT'
	),
	rule('origin-header-required', 0.95, 'redeemed|used|accepted & CORS|browser & single page|spa', {
		unless: 'permitted|PKCE|CLIENT (?:\\w+ )?must be|needs?'
	}),
	rule('client-platform-not-spa', 0.9, 'browser & single page|spa & needs?|must|only|required|registered', {
		unless: 'redeemed|via CORS|PKCE|SECRET|CLIENTAUTH'
	}),
	rule('origin-header-required', 0.9, 'ORIGIN header & missing|required', { at: back, unless: 'CORS' }),
	rule(
		'origin-not-allowed',
		0.93,
		'ORIGIN|CORS & forbidden|registered|missing|invalid|blocked|mismatch|unknown|trusted',
		{
			unless: 'PKCE|redemption|redeemed|header required|ORIGIN header missing|REDIRECT'
		}
	),
	rule('origin-not-allowed', 0.9, 'javascript & ORIGIN'),
	rule('origin-not-allowed', 0.95, 'browser requests & part of|allow list\\w*|registered & REDIRECT', {
		at: back
	}),
	rule('origin-not-allowed', 0.9, 'preflight|no CORS'),
	rule(
		['origin-not-allowed', 'endpoint-unreachable'],
		0.85,
		'failed to fetch|networkerror|load failed|fetch failed|network error|network request failed',
		{
			unless: 'CORS|content security|net err'
		}
	),
	rule('endpoint-unreachable', 0.9, 'network', {
		unless:
			'failed to fetch|networkerror|load failed|fetch failed|network error|ORIGIN|CORS|REDIRECT|ISSUER|policy|comply|mutual|CLIENT certificate'
	}),
	rule('endpoint-unreachable', 0.9, 'timeout|timed out & waiting|request|connection', {
		unless: 'database|session|USER|log ?in'
	}),
	rule('endpoint-unreachable', 0.95, 'content security policy|mixed content|net err\\w*'),
	rule('grant-not-enabled', 0.9, 'GRANTTYPE|FLOW & forbidden|unknown|invalid|unsupported|configured|only', {
		unless: 'CHALLENGE|RESPONSETYPE (?:is )?(?:not|missing)|missing'
	}),
	rule('grant-not-enabled', 0.94, 'FLOW & disabled|not enabled', { unless: 'implicit' }),
	rule('grant-not-enabled', 0.75, 'GRANT & forbidden|disabled|unsupported', {
		unless: 'expired|revoked|invalid'
	}),
	rule('grant-not-enabled', 0.6, 'CLIENT|CLIENTID & not (?:\\w+ ){0,3}authorized|allowed', {
		unless: `resource|service|api|REDIRECT|SCOPE|RESPONSETYPE|USER|DPOP|AUDIENCE|OFFLINE|ORIGIN|SECRET|ADMIN`,
		at: [...front, ...back]
	}),
	rule('response-type-unsupported', 0.92, 'RESPONSETYPE', {
		unless: 'FLOW|CHALLENGE|METHOD|PKCE|RESPONSEMODE'
	}),
	rule('response-type-unsupported', 0.85, 'receive ACCESSTOKEN', { at: front }),
	rule('response-type-unsupported', 0.7, 'implicit|IDTOKEN & forbidden|disabled|enabled', {
		unless: 'RESPONSEMODE',
		at: front
	}),
	rule('par-required', 0.95, 'PAR & required|only|must|enforced|forbidden|expected', {
		unless: 'invalid|expired'
	}),
	rule('issuer-mismatch', 0.92, 'ISSUER|directory & unknown|invalid|missing|mismatch|another|neither', {
		unless:
			'USER|REDIRECT|SCOPE|nonce|DPOP|denied|consent|CODE expired|REFRESH|CLIENTAUTH|ADMIN|metadata|AUDIENCE|resource|cert|CLIENT (?:\\w+ ){0,6}(?:disabled|not enabled|inactive)|ISSUER CLIENT|ISSUER (?:can|could|requires|was (?!not found)|received|does not support)',
		at: [...front, ...back]
	}),
	rule('issuer-mismatch', 0.92, 'unexpected (?:iss|ISSUER)|unknown iss'),
	rule('issuer-mismatch', 0.85, 'ISSUER & CLIENT can not use|not federate|national cloud', {
		unless: 'USER|SCOPE'
	})
];
