import { back, front, rule, type TextRule } from './text-rule';

/** RFC 7636: challenge, method and verifier; missing, malformed and mismatched told apart. */
export const pkceRules: readonly TextRule[] = [
	rule(
		'pkce-verifier-without-challenge',
		0.95,
		'CHALLENGE & should|must|was not|needs? & earlierRequest & verification|VERIFIER',
		{ unless: 'mismatch', at: back }
	),
	rule('pkce-verifier-without-challenge', 0.95, 'VERIFIER & CHALLENGE & missing', {
		unless: 'VERIFIER (?:\\w+ )?(?:is )?(?:missing|absent|required|not)'
	}),
	rule(
		'pkce-verifier-without-challenge',
		0.95,
		'PKCE|CHALLENGE & VERIFIER & no (?:PKCE|CHALLENGE|\\w+ CHALLENGE)'
	),
	rule(
		'pkce-verifier-without-challenge',
		0.95,
		'no PKCE|(?:not|without|never) (?:\\w+ ){0,4}(?:PKCE|CHALLENGE) & started|sent|flow|begun|part|request',
		{ unless: 'METHOD|browser|required|CLIENT|mismatch', at: back }
	),
	rule(
		'pkce-verifier-without-challenge',
		0.95,
		'VERIFIER & uniquely|only (?:be )?(?:used|valid|allowed|sent|when) & CHALLENGE|PKCE',
		{
			unless: 'malformed|characters'
		}
	),
	rule(
		'pkce-verifier-without-challenge',
		0.9,
		'(?:find|found) (?:\\w+ ){0,3}PKCE|PKCE (?:\\w+ ){0,3}not found',
		{ at: back }
	),
	rule('pkce-verifier-without-challenge', 0.85, 'VERIFIER & unexpected|forbidden|superfluous|unsolicited', {
		unless: 'empty|blank|shorter|longer'
	}),
	rule(
		'pkce-verifier-without-challenge',
		0.9,
		'VERIFIER & not (?:[a-z]+ ){0,4}CHALLENGE|PKCE (?:was|is) not',
		{
			unless: 'mismatch|invalid|failed|verified|hash'
		}
	),
	rule('pkce-verifier-malformed', 0.9, 'VERIFIER & malformed', { unless: 'mismatch' }),
	rule(['pkce-verifier-malformed', 'pkce-verifier-mismatch'], 0.9, 'PKCE & failed & invalid & VERIFIER'),
	rule('pkce-verifier-missing', 0.9, 'VERIFIER & missing|required', {
		unless:
			'mismatch|malformed|CHALLENGE (?:\\w+ ){0,2}(?:not|missing|absent)|unexpected|superfluous|no (?:\\w+ )?CHALLENGE|not be (?:provided|sent|present|used)|VERIFIER (?:was |is )?(?:provided|sent|specified|supplied) (?:but|although|without)'
	}),
	rule('pkce-verifier-mismatch', 0.95, 'VERIFIER|CHALLENGE|PKCE & mismatch', {
		unless: 'METHOD|REDIRECT|illegal|characters|must (?:match|follow|conform)|length|required'
	}),
	rule('pkce-verifier-mismatch', 0.7, 'VERIFIER & mismatch & REDIRECT'),
	rule(
		'pkce-verifier-mismatch',
		0.85,
		'VERIFIER|PKCE|CHALLENGE & failed|verification|(?:code )?mismatch|hash',
		{
			at: back,
			unless: 'missing|required|malformed|METHOD|browser|invalid VERIFIER|should'
		}
	),
	rule('pkce-verifier-mismatch', 0.8, 'VERIFIER & invalid', {
		unless: 'malformed|missing|required|PKCE failed'
	}),
	rule('pkce-verifier-mismatch', 0.7, 'PKCE|CHALLENGE & invalid', {
		at: back,
		unless: 'malformed|missing|required|METHOD|VERIFIER'
	}),
	rule('pkce-method-unsupported', 0.9, 'METHOD', {
		unless: 'missing CODE|CHALLENGE (?:is |was |must be )?(?:required|provided|missing|present|not)'
	}),
	rule('pkce-method-unsupported', 0.94, 'PKCE|CHALLENGE & unsupported & algorithm|transform'),
	rule('pkce-verifier-mismatch', 0.88, 'CODE verification & failed', {
		at: back,
		unless: 'expired|REDIRECT'
	}),
	rule('pkce-method-unsupported', 0.85, 'CHALLENGE|PKCE & plain|s256', {
		unless: 'missing|required|malformed|must be (?:an? )?valid'
	}),
	rule('pkce-challenge-malformed', 0.9, 'CHALLENGE & base64\\w*|padding|encoded', {
		unless: 'METHOD|VERIFIER|mismatch'
	}),
	rule('pkce-challenge-malformed', 0.9, 'CHALLENGE & malformed', {
		unless: 'METHOD|VERIFIER|missing|required|mismatch'
	}),
	rule(
		'pkce-challenge-malformed',
		0.9,
		'CHALLENGE & illegal|characters|length|sizes?|too short|too long|must follow',
		{
			unless: 'METHOD|VERIFIER'
		}
	),
	rule('pkce-challenge-malformed', 0.75, 'CHALLENGE & invalid', {
		unless: 'METHOD|VERIFIER|missing|required|mismatch',
		at: front
	}),
	rule('pkce-challenge-missing', 0.9, 'CHALLENGE & missing|required', {
		unless:
			'VERIFIER|illegal|characters|base64\\w*|padding|METHOD (?:\\w+ ){0,2}(?:missing|required|not)|length|mismatch'
	}),
	rule('pkce-challenge-missing', 0.88, 'PKCE & required|missing|must|mandatory', {
		unless: 'VERIFIER|METHOD|mismatch|failed|characters|PAR|started|must follow|CHALLENGE must'
	}),
	rule(
		['pkce-challenge-missing', 'client-secret-not-allowed'],
		0.92,
		'browser & PKCE & must|required|use|only'
	)
];
