import { back, front, rule, type TextRule } from './rules';

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
		'token & invalid|expired|revoked',
		{
			unless: `${otherSubject}|CODE|GRANT|session|DPOP|request|AUDIENCE|subject|type`,
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
	rule(
		'session-expired',
		0.9,
		'(?:session|transaction|interaction|login page|log in|signin|sign in|authentication|flow STATE|flow) & expired|revoked|unknown|timeout',
		{
			unless: 'REFRESH|ACCESSTOKEN|prompt|CODE expired|USER',
			at: [...front, ...back]
		}
	),
	rule('session-expired', 0.6, 'session & expired|invalid', {
		unless: 'REFRESH|ACCESSTOKEN',
		at: [...front, ...back]
	}),
	rule(['refresh-token-expired', 'refresh-token-revoked'], 0.93, 'token & expired & revoked', {
		unless: `${otherSubject}|CODE|GRANT|session`,
		at: back
	}),
	rule('refresh-token-reused', 0.95, 'REFRESH & used'),
	rule(['code-already-used', 'request-malformed'], 0.85, 'CODE & malformed', {
		unless: `${otherSubject}|expired|used`,
		at: back
	}),
	rule('refresh-token-expired', 0.95, 'REFRESH & expired', { unless: 'invalid|unknown|revoked|used' }),
	rule('refresh-token-revoked', 0.95, 'REFRESH & revoked|another|withdrawn', { unless: 'used' }),
	rule('refresh-token-revoked', 0.85, 'REFRESH & invalid|unknown|malformed|rejected', {
		unless: 'not enabled'
	}),
	rule('refresh-token-expired', 0.8, 'REFRESH & invalid|unknown|revoked & expired'),
	rule('refresh-token-expired', 0.65, 'REFRESH & invalid', {
		unless: 'expired|used|malformed|not enabled'
	}),
	rule('refresh-token-reused', 0.65, 'REFRESH & invalid', { unless: 'used|malformed|revoked' }),
	rule('grant-not-enabled', 0.9, 'REFRESH & forbidden|not (?:\\w+ )?enabled & CLIENT', {
		unless: 'invalid|expired|revoked'
	})
];
