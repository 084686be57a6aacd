import { back, front, rule, type TextRule } from './text-rule';

const otherSubject =
	'VERIFIER|CHALLENGE|PKCE|METHOD|REDIRECT|REFRESH|SECRET|RESPONSETYPE|ACCESSTOKEN|DPOP|FLOW|GRANTTYPE|AUDIENCE|SCOPE';

/** RFC 6749 §4.1.2, §5.2 and §6: the life of an authorization code, a sign-in, and a refresh token. */
export const codeRules: readonly TextRule[] = [
	rule('code-expired', 0.95, 'CODE|GRANT & expired', {
		unless: `${otherSubject}|mismatch client`,
		at: [...back, ...front]
	}),
	rule('code-expired', 0.8, 'CODE & expired & mismatch'),
	rule('code-already-used', 0.95, 'CODE|GRANT & used', {
		unless: `${otherSubject}|another|within`,
		at: back
	}),
	rule('code-already-used', 0.9, 'nonce|authorization & consumed|redeemed|replay\\w*', {
		at: back,
		unless: 'DPOP|CODE|REFRESH'
	}),
	rule(
		['refresh-token-expired', 'refresh-token-revoked', 'code-expired', 'code-already-used'],
		0.8,
		'token & invalid|expired|not active',
		{
			unless: `${otherSubject}|CODE|GRANT|session|DPOP|request|AUDIENCE|subject|type|endpoint|has been revoked|token revoked|was revoked|withdrawn|stale`,
			at: back
		}
	),
	rule('refresh-token-revoked', 0.9, 'token|authorization & revoked|another|not linked', {
		unless: `${otherSubject}|CODE|GRANT|expired|DPOP|not active`,
		at: back
	}),
	rule(['refresh-token-revoked', 'code-already-used'], 0.9, 'authorization & no longer valid', { at: back }),
	rule(
		'code-issued-to-another-client',
		0.93,
		'token & for (?:the |an? )?(?:wrong|another|different|other) CLIENT',
		{
			unless: 'REFRESH|ACCESSTOKEN',
			at: back
		}
	),
	rule('refresh-token-revoked', 0.9, 'GRANT & revoked|withdrawn|password', {
		unless: `${otherSubject}|CODE|invalid|expired|disabled`,
		at: back
	}),
	rule('code-already-used', 0.88, 'CODE|GRANT & unknown|CODE revoked|revoked', {
		unless: `${otherSubject}|expired|GRANT revoked|password`,
		at: back
	}),
	rule('code-already-used', 0.9, 'CODE|GRANT & invalid|unknown|revoked & expired', {
		unless: otherSubject,
		at: back
	}),
	rule('code-already-used', 0.85, 'CODE|GRANT & invalid', {
		unless: `${otherSubject}|expired|malformed`,
		at: back
	}),
	rule('code-expired', 0.7, 'CODE|GRANT & invalid', {
		unless: `${otherSubject}|used|expired|malformed|revoked|unknown`,
		at: back
	}),
	rule('code-issued-to-another-client', 0.4, 'CODE|GRANT & invalid', {
		unless: `${otherSubject}|used|expired|malformed|unknown`,
		at: back
	}),
	rule('code-issued-to-another-client', 0.95, 'CODE|GRANT & another|CLIENT|CLIENTID & another', {
		unless: 'VERIFIER|REDIRECT|REFRESH|(?:another|different|other|wrong) ISSUER',
		at: back
	}),
	rule(
		'code-issued-to-another-client',
		0.9,
		'CODE|GRANT & CLIENT|CLIENTID & mismatch|(?:not|never) (?:\\w+ ){0,2}(?:issued|belong\\w*|generated)',
		{
			unless: 'VERIFIER|REDIRECT|REFRESH',
			at: back
		}
	),
	rule('code-issued-to-another-client', 0.8, 'CLIENTID|CLIENT & mismatch', {
		unless: 'REDIRECT|VERIFIER|CHALLENGE|SECRET|REFRESH|registered|SCOPE|AUDIENCE|DPOP|ISSUER|CODE|GRANT',
		at: back
	}),
	rule(
		'issuer-mismatch',
		0.93,
		'CODE|GRANT & (?:another|different|other|wrong|not for this|against other) ISSUER'
	),
	rule('session-expired', 0.9, 'session|transaction|interaction & expired|revoked|unknown|timeout', {
		unless: 'REFRESH|ACCESSTOKEN|prompt|CODE expired|USER',
		at: [...front, ...back]
	}),
	rule(
		'session-expired',
		0.9,
		'login|login page|log in|signin|sign in|authentication|flow STATE|flow & expired|timeout',
		{
			unless: 'REFRESH|ACCESSTOKEN|prompt|CODE|USER|password',
			at: [...front, ...back]
		}
	),
	rule('session-expired', 0.97, 'flow STATE & expired'),
	rule('session-expired', 0.85, '(?:log|sign) ?in again|page (?:\\w+ )?no longer valid', {
		unless: 'REFRESH|ACCESSTOKEN|SCOPE|USER|password|consent|prompt',
		at: front
	}),
	rule('session-expired', 0.88, '(?:auth|authentication|authorization|login) request & unknown|expired', {
		unless: 'SCOPE|parameter|REDIRECT|CLIENT',
		at: front
	}),
	rule(['session-expired', 'state-mismatch'], 0.85, 'csrf', { unless: 'STATE' }),
	rule('session-expired', 0.9, 'session & missing|not have & REFRESH|CLIENT', { at: [...front, ...back] }),
	rule('session-expired', 0.88, 'cookies?|too long to log ?in|starting (?:\\w+ ){0,3}over|log ?in process', {
		unless: 'third party|STATE|declined',
		at: front
	}),
	rule('session-expired', 0.6, 'session & expired|invalid', {
		unless: 'REFRESH|ACCESSTOKEN',
		at: [...front, ...back]
	}),
	rule(['refresh-token-expired', 'refresh-token-revoked'], 0.93, 'token & expired & revoked', {
		unless: `${otherSubject}|CODE|GRANT|session`,
		at: back
	}),
	rule(['refresh-token-revoked', 'refresh-token-reused'], 0.93, 'stale token', { at: back }),
	rule('refresh-token-reused', 0.95, 'REFRESH & used'),
	rule('refresh-token-reused', 0.88, 'token & used', { unless: `${otherSubject}|CODE|GRANT|DPOP`, at: back }),
	rule('request-malformed', 0.9, 'invalid parameter CODE', { at: back }),
	rule(['code-already-used', 'request-malformed'], 0.85, 'CODE & malformed', {
		unless: `${otherSubject}|expired|used`,
		at: back
	}),
	rule('refresh-token-expired', 0.95, 'REFRESH & expired', { unless: 'invalid|unknown|revoked|used|DPOP' }),
	rule('refresh-token-revoked', 0.95, 'REFRESH & revoked|another|withdrawn', { unless: 'used' }),
	rule('refresh-token-revoked', 0.85, 'REFRESH & invalid|unknown|malformed|rejected', {
		unless: 'not enabled|DPOP|session|needs?|GRANTTYPE'
	}),
	rule('refresh-token-expired', 0.8, 'REFRESH & invalid|unknown|revoked & expired'),
	rule('refresh-token-expired', 0.65, 'REFRESH & invalid', {
		unless: 'expired|used|malformed|not enabled|DPOP|session|GRANTTYPE'
	}),
	rule('refresh-token-reused', 0.65, 'REFRESH & invalid', {
		unless: 'used|malformed|revoked|DPOP|session|GRANTTYPE'
	}),
	rule('grant-not-enabled', 0.9, 'REFRESH & forbidden|not (?:\\w+ )?enabled & CLIENT', {
		unless: 'invalid|expired|revoked'
	})
];
