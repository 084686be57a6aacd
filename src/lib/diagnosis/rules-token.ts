import { protectedSteps, rule, type TextRule } from './text-rule';

/** What checks a token by itself, at the end of a sign-in or before an API: what it says when it refuses one. */
const atClient = ['callback', 'token', ...protectedSteps] as const;

const tooEarly =
	'in (?:the )?future|used too early|used before issued|issued too early|not yet valid|not valid yet|before (?:the )?nbf|not active yet|not yet active';

/** Keys, algorithms, clocks and nonces of tokens, and headers that are too large for one. */
export const tokenRules: readonly TextRule[] = [
	rule(
		'request-headers-too-large',
		0.95,
		'request header(?: or cookie| fields?)? too large|headers? (?:fields? )?(?:is |are )?too (?:large|long|big)|size of (?:the |a )?request headers?'
	),
	rule(
		'nonce-mismatch',
		0.93,
		'nonce & failed|invalid|mismatch|not equals|another|wrong|incorrect|unexpected',
		{
			unless: 'DPOP|proof|required|missing',
			at: ['callback', 'token']
		}
	),
	rule(
		'signing-key-unknown',
		0.93,
		'kid|jwks|key set|signing keys?|public keys? & missing|unknown|unable|not (?:have|has|contain|match|find)|no (?:\\w+ ){0,3}keys?|can not find|could not find|no applicable|no matching',
		{ unless: 'DPOP|proof|client assertion|fetch|timeout|connect|unreachable', at: atClient }
	),
	rule(
		'signing-algorithm-unexpected',
		0.93,
		'alg|algorithm & unexpected|expected|unsupported|mismatch|forbidden|not equals',
		{ unless: 'DPOP|proof|METHOD|CHALLENGE|PKCE|client assertion|request object|kid', at: atClient }
	),
	rule('clocks-differ', 0.93, `token|IDTOKEN|jwt|iat|nbf & ${tooEarly}`, {
		unless: 'DPOP|proof|assertion',
		at: atClient
	})
];
