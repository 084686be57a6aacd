import { back, front, rule, type TextRule } from './text-rule';

/** RFC 6749 §3.1.2: the redirect URI; not on the list, not the one of the first request, or of a refused form. */
export const redirectRules: readonly TextRule[] = [
	rule('post-logout-redirect-uri-not-registered', 0.95, 'POSTLOGOUT|logout'),
	rule(
		'post-logout-redirect-uri-not-registered',
		0.9,
		'REDIRECT|return|returnto|address|uri & registered|mismatch|invalid|allow & list',
		{ at: ['logout'] }
	),
	rule('redirect-uri-not-registered', 0.92, 'REDIRECT|return|uri & registered', {
		unless:
			'must be (?:supplied|provided|specified|sent|included)|earlierRequest|POSTLOGOUT|logout|browser|SCOPE|missing parameter|policy|localhost|fragments?|wildcards?|ip address(?:es)?|loopback|http scheme|non public|public domains?|top level',
		at: [...front, ...back]
	}),
	rule('redirect-uri-not-registered', 0.85, 'REDIRECT & mismatch|invalid|unknown|unsupported', {
		unless: 'POSTLOGOUT|local|malformed|non public|public domains?|top level',
		at: front
	}),
	rule('redirect-uri-not-registered', 0.6, 'REDIRECT & mismatch|invalid', {
		unless: 'POSTLOGOUT|fragment|https|insecure|SCOPE',
		at: front
	}),
	rule(
		'redirect-uri-form-not-allowed',
		0.9,
		'REDIRECT & localhost|loopback|https?|insecure|ip address|raw|private|fragment|wildcard|scheme|unsafe|loopback|non public|public|domains?|top level & forbidden|invalid|insecure|must|contain|required',
		{ at: front, unless: 'registered|mismatch' }
	),
	rule(
		'redirect-uri-form-not-allowed',
		0.9,
		'REDIRECT|uri & localhost|fragments?|wildcards?|ip address(?:es)?|loopback|http scheme & forbidden|must|may',
		{
			at: front
		}
	),
	rule('redirect-uri-form-not-allowed', 0.75, 'REDIRECT & fragment|https|insecure|scheme|loopback', {
		unless: 'registered|mismatch'
	}),
	rule(
		'redirect-uri-not-registered',
		0.85,
		'domains? & not (?:\\w+ ){0,3}(?:included|registered|allowed|match|listed)',
		{
			unless: 'ORIGIN|USER|login|public|top level|email',
			at: front
		}
	),
	rule(
		'redirect-uri-form-not-allowed',
		0.95,
		'REDIRECT (?:is|using|uses|with) (?:\\w+ ){0,3}(?:http|insecure|schem[ae]) & forbidden',
		{
			at: front
		}
	),
	rule(
		'redirect-uri-form-not-allowed',
		0.85,
		'must (?:utilize|use) https|https (?:is )?required|requires? https|insecure transport',
		{ at: front }
	),
	rule('redirect-uri-form-not-allowed', 0.85, 'private ip|raw ip|private address(?:es)?', { at: front }),
	rule('redirect-uri-form-not-allowed', 0.8, 'comply & policy & secure|validation', {
		unless: 'REDIRECT|ORIGIN|browsers?'
	}),
	rule(
		'redirect-uri-differs-at-token',
		0.93,
		'REDIRECT & mismatch|invalid|same|identical|failed & earlierRequest',
		{
			at: back
		}
	),
	rule('redirect-uri-differs-at-token', 0.9, 'REDIRECT & mismatch|invalid|failed|bad', {
		unless: 'registered|ORIGIN',
		at: back
	}),
	rule('redirect-uri-differs-at-token', 0.75, 'REDIRECT & missing|required|empty', { at: back }),
	rule('redirect-uri-differs-at-token', 0.85, 'REDIRECT & mismatch|must match & registered', {
		at: back,
		unless: 'one of|list|any|callbacks'
	}),
	rule('request-parameter-missing', 0.92, 'REDIRECT must be (?:supplied|provided|specified|sent|included)', {
		at: front
	}),
	rule('request-parameter-missing', 0.75, 'REDIRECT & missing|required|empty|blank', {
		at: front,
		unless: 'registered|mismatch|invalid'
	})
];
