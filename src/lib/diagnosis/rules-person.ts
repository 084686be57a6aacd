import { back, front, rule, type TextRule } from './text-rule';

/** Sessions, consent, accounts and the tenant's policies: the person is asked for before tokens are issued only. */
const rules: readonly TextRule[] = [
	rule('login-required', 0.9, 'login required'),
	rule('login-required', 0.95, 'login|session|USER & silent'),
	rule('login-required', 0.85, 'not (?:logged|signed) in|no active session|no session'),
	rule('interaction-required', 0.85, 'extraStep & required|must|needed|redirected|necessary|before', {
		unless: 'CHALLENGE|PKCE|ADMIN|CODE|consent|device|DPOP|session'
	}),
	rule('interaction-required', 0.85, 'interaction required|require interaction|requires interaction'),
	rule('interaction-required', 0.88, 'password & expired|reset|change|forgotten|update', {
		unless: 'REFRESH|SECRET|CLIENTAUTH|GRANT|session|revoked|because'
	}),
	rule('interaction-required', 0.88, 'USER & re(?:authenticate|login|log in|sign in)|signing in again'),
	rule(
		['interaction-required', 'account-not-allowed'],
		0.88,
		'USER & not (?:fully )?set up|setup incomplete'
	),
	rule('admin-consent-required', 0.95, 'ADMIN & consent|grant\\w*|permissions?|GRANT', { unless: 'contact' }),
	rule('consent-required', 0.9, 'consent & required|missing|needed|not|must|no longer', {
		unless: 'ADMIN|declined|REDIRECT|domains?'
	}),
	rule('user-denied', 0.93, 'USER & declined', {
		unless:
			'blocked|ISSUER denied|assigned|policy|device|CLIENTAUTH|session|access to|consent required|groups?|roles?|access denied (?:\\w+ )?USER|because'
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
		'USER & unassigned|not (?:[a-z]+ ){0,3}(?:assigned|exist\\w*|registered|USER|part of|belong|verified|listed|eligible|allowed|authorized to|provisioned|found|invited|known|enabled)',
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
	rule('account-not-allowed', 0.94, 'signups?|sign up & not (?:\\w+ )?allow\\w*|disabled & USER'),
	rule('account-not-allowed', 0.85, '(?:another|different|other) USER', {
		unless: 'CODE|GRANT|token|ACCESSTOKEN|REFRESH',
		at: front
	}),
	rule(
		'account-not-allowed',
		0.85,
		'signups?|sign up|email|e mail|verified email|unverified & forbidden|invalid|disabled|verified|unverified'
	),
	rule(
		['account-not-allowed', 'access-policy-denied'],
		0.85,
		'you (?:\\w+ ){0,2}not (?:\\w+ )?(?:allowed|permitted|authorized) to',
		{
			unless: 'SCOPE|consent|policy'
		}
	),
	rule('account-not-allowed', 0.85, 'user ?name|password & invalid|unable|incorrect|unknown', {
		unless: 'CLIENTAUTH|SECRET|revoked'
	}),
	rule('account-not-allowed', 0.9, 'USER & no longer exists?'),
	rule('account-not-allowed', 0.88, 'USER & status & invalid|not|inactive'),
	rule(
		'account-not-allowed',
		0.9,
		'USER & not (?:\\w+ ){0,3}(?:groups?|roles?)|not in (?:\\w+ ){0,4}(?:groups?|roles?)'
	),
	rule(
		'account-not-allowed',
		0.85,
		'organization|org|company|workspace & not active|inactive|disabled|suspended'
	),
	rule('account-not-allowed', 0.85, 'domain & USER type|USER domain'),
	rule('user-denied', 0.88, 'popup|window|dialog & closed'),
	rule(
		['account-not-allowed', 'access-policy-denied'],
		0.75,
		'not have (?:[a-z]+ )?(?:access|permission)|no access|permission',
		{
			unless: 'SCOPE|consent|policy'
		}
	),
	rule(
		'access-policy-denied',
		0.9,
		'policy & forbidden|blocked|failed|denied|evaluation|requirements?|blocks?|not met|criteria',
		{
			unless:
				'network (?:request|error|trace|connectivity)|content security|comply|REDIRECT|ORIGIN|CORS|CLIENTAUTH|PKCE|METHOD|CHALLENGE|SCOPE|OFFLINE'
		}
	),
	rule('access-policy-denied', 0.6, 'policy|rule & access|denied|USER', {
		unless: 'REDIRECT|ORIGIN|comply|SCOPE'
	}),
	rule('access-policy-denied', 0.88, 'CLIENT & blocked & ADMIN'),
	rule(
		'access-policy-denied',
		0.88,
		'ip|location|country|network|network zones?|hours|device & restricted|blocked|restriction|outside|zones?|not permitted|not allowed',
		{
			unless: 'CORS|ORIGIN|REDIRECT|network request|trace'
		}
	),
	rule(
		'account-not-allowed',
		0.9,
		'not (?:[a-z]+ )?assigned|unassigned|not (?:[a-z]+ ){0,3}CLIENT assignment',
		{
			unless: 'SECRET|CLIENTAUTH|REDIRECT|SCOPE|consent'
		}
	),
	rule(
		'access-policy-denied',
		0.88,
		'devices? & not compliant|non compliant|noncompliant|unmanaged|not managed|untrusted'
	)
];

export const personRules: readonly TextRule[] = rules.map((one) => ({ ...one, at: [...front, ...back] }));
