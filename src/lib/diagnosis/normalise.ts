/**
 * Brings an error text into one form: lower case, words apart (snake, kebab and camel case too), American spelling,
 * contractions written out, and the things the flow is about under one name each. `redirect URL`, `callback_uri` and
 * `reply address` all become `REDIRECT`. Rules look at these names, never at whole sentences.
 */
import { inEnglish } from './languages/recognise';

const spelling: readonly (readonly [RegExp, string])[] = [
	[/\be\.\s?g\.,?|\bi\.\s?e\.,?/g, ' '],
	// From where a word begins: looked for from each of its letters, a long one would be read as often as it has letters.
	[/(?<![a-z0-9+.-])[a-z0-9+.-]+:\/\/[^\s'"<>)\]]+/g, ' ADDRESS '],
	[/\bcode\s*[=:]\s*\d{1,6}\b/g, ' othercode '],
	[/aadb2c\d+|aadsts\d+|\bmsis\d+|\bfbtoau\w+|\be\d{4,}\b/g, ' '],
	[/(?<=[a-z])n['’]t\b/g, ' not'],
	[/\s*(?:!==?|≠|<>)\s*/g, ' not equals '],
	[/\bca not\b|\bcannot\b/g, 'can not'],
	[/\bwo not\b/g, 'will not'],
	[/(authori|organi|recogni|initiali|normali|synchroni|customi)s/g, '$1z'],
	[/\bre (?=authenticat|login|log in|sign in|enter)/g, 're'],
	[/enrolment/g, 'enrollment'],
	[/behaviour/g, 'behavior'],
	[/cancelled/g, 'canceled'],
	[/whitelist|allowlist/g, 'allow list'],
	[/\bcreds?\b/g, 'credentials'],
	[/\b(?:the )?(?:[a-z]+ ){0,2}requests? (?:was|is) (?:rejected|refused|denied) because\b/g, ' '],
	[/\bratelimit/g, 'rate limit'],
	[/\buris\b/g, 'uri'],
	[/\burls?\b/g, 'uri'],
	[/\b(?:authorisation|authz)\b/g, 'authorization']
];

const things: readonly (readonly [RegExp, string])[] = [
	[/\bjava script\b/g, 'javascript'],
	[/\buser info\b/g, 'userinfo'],
	[/\bclient credentials (?:grant|flow)\b/g, 'GRANTTYPE'],
	[/\bclient credentials\b/g, 'CLIENTAUTH'],
	[/\bopenid connect\b|\boauth ?2?(?:\.\d)?\b|\boidc\b/g, ' '],
	[
		/\bpost ?logout(?: redirect(?:ion)?)?(?: uri)?\b|\b(?:sign|log|signed|logged) ?out (?:redirect(?:ion)?|return|callback)(?: uri| address)?\b|\b(?:sign|log) ?out uri\b/g,
		'POSTLOGOUT'
	],
	[/\baccess control allow origin\b|\bcors\b|\bcross origin\b|\bcross domain\b/g, 'CORS'],
	[/\bpushed (?:authorization )?requests?\b|\bpush (?:them|it|the (?:request|parameters))\b|\bpar\b/g, 'PAR'],
	[/\bproof key(?! thumbprint)(?: for code exchange)?(?: pkce)?\b|\bpkce\b|\brfc ?7636\b/g, 'PKCE'],
	[
		/\b(?:(?:PKCE|code) )*challenge methods?\b|\btransform(?:ation)? (?:algorithm|method)\b|\bPKCE (?:code )?(?:method|algorithm)s?\b/g,
		'METHOD'
	],
	[/\b(?:(?:PKCE|code) )+challenges?\b/g, 'CHALLENGE'],
	[/\b(?:(?:PKCE|code|verification) )*(?:code ?)?verifiers?\b/g, 'VERIFIER'],
	[/\bPKCE code verification\b/g, 'PKCE verification'],
	[
		/\b(?:authorize|authorization|auth) code (?:flow|grant)(?: types?)?\b|\bcode flow\b|\bstandard flow\b/g,
		'FLOW'
	],
	[/\bgrant types?\b/g, 'GRANTTYPE'],
	[/\bresponse types?\b/g, 'RESPONSETYPE'],
	[/\bresponse modes?\b/g, 'RESPONSEMODE'],
	[/\b(?:offline |online )?(?:user|sso|login|sign in|browser|idp|authentication) (?=sessions?\b)/g, ''],
	[
		/\b(?:error|status|http|sub|country|internal|one time|device|user|source|mfa|pass) codes?\b/g,
		'othercode'
	],
	[
		/\b(?:(?:authorization|auth|oauth|verification|grant|authentication) ?)+codes?\b|\bauthcode\b|\bcode\b/g,
		'CODE'
	],
	[/\b(?:access|authorization) grants?\b|\bgrant\b/g, 'GRANT'],
	[/\brefresh ?tokens?\b/g, 'REFRESH'],
	[/\bid ?tokens?\b/g, 'IDTOKEN'],
	[/\baccess ?tokens?\b|\bbearer(?: tokens?)?\b/g, 'ACCESSTOKEN'],
	[
		/\b(?:re ?direct(?:ion)?|callback|return|reply|landing) (?:uri|address|addresses)\b|\bredirecturi\b|\bredirects?\b|\bcallback\b/g,
		'REDIRECT'
	],
	[/\b(?:client|app|application|consumer) ?(?:secrets?|password|assertions?|keys?)\b|\bsecret\b/g, 'SECRET'],
	[
		/\bclient auth(?:entication|orization)?\b|\bauthenticate (?:the |this )?client\b|\b(?:token endpoint )?auth(?:entication)? methods?\b|\bauthorization header\b|\bbasic auth(?:entication)?\b/g,
		'CLIENTAUTH'
	],
	[/\b(?:client|app|application|consumer) ?id(?:s|entifiers?)?\b|\bconsumer key\b|\bappid\b/g, 'CLIENTID'],
	[/\boffline (?:access|tokens?|scope|session)\b/g, 'OFFLINE'],
	[/\bdpop\b|\bproof of possession\b/g, 'DPOP'],
	[
		/\bresource (?:parameter|indicator|server|principal|identifier|uri)s?\b|\baudiences?\b|\bapi identifier\b|\btarget\b/g,
		'AUDIENCE'
	],
	[/\bresource owner\b/g, 'USER'],
	[
		/\b(?:relying part(?:y|ies)|clients?|applications?|apps?|consumer|service provider|login requester)\b/g,
		'CLIENT'
	],
	[
		/\b(?:authorization servers?|tenants?|realms?|issuers?|authority|user ?pools?|environments?)\b/g,
		'ISSUER'
	],
	[/\b(?:end ?users?|users?|accounts?|members?|person)\b/g, 'USER'],
	[/\badmin(?:istrator)?s?\b/g, 'ADMIN'],
	[/\bscopes?\b/g, 'SCOPE'],
	[/\borigins?\b/g, 'ORIGIN'],
	[/\bstates?\b/g, 'STATE']
];

const replaceAll = (text: string, table: readonly (readonly [RegExp, string])[]): string =>
	table.reduce((current, [pattern, name]) => current.replace(pattern, name), text);

/** One clause: what was written, and the same in the one form. */
export interface Clause {
	written: string;
	plain: string;
	/** Whether it was in another language than English, and `plain` has what is known of it. */
	translated: boolean;
}

/** What an error is about stands at its beginning; a whole page of text has no more to say. */
const mostClauses = 40;

const clauseEnd = /(?<=[\p{L}0-9\])'"`»])[.!?;](?=\s|$)|[。！？；]|\n+/iu;

/** Words apart and in one spelling, things under one name. Never throws; very long texts are cut. */
function readClause(text: string): Pick<Clause, 'plain' | 'translated'> {
	const words = /\s/.test(text) ? text : text.replace(/\./g, ' ');
	const apart = words
		.slice(0, 8000)
		.replace(/([a-z])([A-Z][a-z])/g, '$1 $2')
		.toLowerCase();
	const spelled = replaceAll(apart, spelling.slice(0, 7))
		.replace(/[_\-/+]/g, ' ')
		.replace(/['"`‘’“”*()[\]{}<>,:=|\\]/g, ' ')
		.replace(/\s+/g, ' ');
	const translation = inEnglish(spelled);
	const american = replaceAll(translation ?? spelled, spelling.slice(7));
	const named = replaceAll(american, things).replace(/\s+/g, ' ').trim();
	return {
		plain: /VERIFIER|PKCE/.test(named) ? named.replace(/\bchallenges?\b/g, 'CHALLENGE') : named,
		translated: translation !== undefined
	};
}

export const normalise = (text: string): string => readClause(text).plain;

/** The clauses of a text in order, empty ones left out. */
export function clausesOf(text: string): Clause[] {
	return text
		.replace(/\b(e\.g|i\.e)\.,?/gi, '')
		.split(clauseEnd)
		.slice(0, mostClauses)
		.map((written) => ({ written: written.trim(), ...readClause(written) }))
		.filter(({ plain, translated }) => plain !== '' || translated);
}
