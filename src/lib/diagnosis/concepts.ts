/**
 * What a text says about a thing, in the many ways it is said. Each concept is matched against one normalised clause
 * (`./normalise`): things are in capitals there, everything else is lower case.
 */
const not = 'not (?:[a-z]+ ){0,3}?';

export const concepts = {
	mismatch: `mismatch\\w*|${not}(?:match\\w*|hash|equals?|corresponds?|identical|same|agree|fit)|differs?|different|wrong|incorrect|changed|inconsistent|unequal`,
	failed: `fail(?:ed|s|ure)?|could not be (?:verified|validated)|(?:can not|unable to|could not) (?:verify|validate)|unsuccessful`,
	invalid: `invalid|must be (?:an? )?valid|(?:specify|provide|supply) a valid|${not}valid|incorrect|wrong|bad(?! gateway| request)|unacceptable|${not}accepted|rejected|error validating|unusable`,
	missing: `missing|absent|${not}(?:present|specified|provided|supplied|found|sent|included|given|set|contain|received|passed)|omitted|empty|lacks?|without|null|blank|got none|no [A-Z]+|expecting|no (?:\\w+ )?(?:PKCE|CHALLENGE|VERIFIER|SECRET|CODE|RESPONSETYPE|STATE|SCOPE|DPOP)`,
	required: `required?s?|mandatory|must (?:\\w+ )?(?:be (?:provided|present|supplied|sent|included)|include|contain|send|supply|provide|use|have|specify)|needs?|needed|enforced?s?|only allowed|is only|obligatory|necessary|please (?:provide|supply|send|include|add)|is expected|(?<!not )expected (?:for|but|because)`,
	malformed: `malformed|lengths?|too (?:short|long|small|large|weak)|characters?|chars?|at (?:least|most) \\d+|between \\d+|illegal|format(?:ted)?|base64\\w*|encod\\w+|syntax|sizes?|must (?:follow|conform|match)|specifications?|pattern|minimum|maximum|well formed|entropy|conforms?|comply|compliant|padding`,
	registered: `registered|unregistered|pre ?registered|allow list\\w*|configured|${not}(?:one of|among|any of|listed|in (?:the|its|a|our) (?:\\w+ )?(?:list|set|allow\\w*|config\\w*|settings)|in list|in any|allowed|permitted|whitelisted|known|authorized|approved|exist|added|valid for)|in (?:the |your )?CLIENT (?:config\\w*|settings)|must be (?:one of|registered|listed)|allowed (?:list|callbacks?|REDIRECT|uri)|settings|blocked`,
	earlierRequest: `(?:authorization|authorize) (?:request|call|step|phase)|between (?:the )?(?:two )?requests|authorization endpoint|authorize endpoint|initial|original\\w*|first request|previous\\w*|dialog request|used (?:to|in|when|during|for|at|in the) (?:the )?(?:request|obtain|authoriz\\w+|initial|\\w* ?CODE)|CODE uri|of the CODE|with the CODE|for the CODE|used when|used to|issued with`,
	expired: `expired?s?|expir\\w+|no longer (?:valid|active)|too old|timed? ?out|lapsed|outdated|stale|lifetime|life time|ended|past its|elapsed|within \\d+|(?:minutes|seconds|hours) ago|too late|too long|exceeded|idle|inactivity`,
	used: `already|(?:re)?used|reuse\\w*|redeem\\w*|consum\\w*|replay\\w*|exchanged|claimed|twice|only once|once only|previously|spent|second time|more than once|single use|one time use|rotat\\w+|superseded`,
	unknown: `unknown|unrecognized|${not}(?:found|find|exist\\w*|recogniz\\w*|known|know)|no such|nonexist\\w+|no \\w* ?(?:CLIENT|CLIENTID|CODE|ISSUER) (?:\\w+ ){0,3}found|can not be found|no CLIENT (?:with|for|matching)|(?:can not|could not|unable to|failed to) (?:find|retrieve|load|look up|locate|resolve)|undefined|deleted|disabled|${not}(?:enabled|active)`,
	another: `another|other (?:CLIENT|ISSUER|CLIENTID)|different (?:CLIENT|ISSUER|CLIENTID)|${not}(?:issued (?:to|for|by)|belong\\w*|owned|intended|generated for)|wrong CLIENT|can not be used by|mismatch CLIENTID|CLIENTID (?:\\w+ ){0,2}mismatch`,
	revoked: `revoked|revocation|invalidated|withdrawn|deactivated|inactive|${not}active|blacklisted|terminated|blocked`,
	forbidden: `${not}(?:allow\\w*|expected|permit\\w*|enabled|supported?|authorized|configured|accepted|eligible|grant\\w*|entitled)|disallowed|forbidden|prohibited|disabled|denied|can not (?:use|request|be (?:used|supplied|sent|provided|presented|specified|included))|may not|must not|should not|unsupported|unauthorized|refused|blocked|restricted|not be used`,
	unsupported: `${not}(?:supported?|allowed|permitted|enabled|recognized|accepted|valid)|unsupported|unknown|invalid|unrecognized|must be|only|expected|plain|s256|disallowed`,
	browser: `browser(?: based)?|javascript|single page|spa|frontend|CORS|in browser`,
	consent: `consents?(?:ed)?|approv\\w+|authorized (?:the|this) CLIENT`,
	login: `(?:log|sign)(?:ged|ed)? ?in|login|signin|authenticat\\w+|no session|active session`,
	extraStep: `multi ?factor|mfa|2fa|two factor|second factor|step up|enroll\\w*|terms (?:of|and)|additional (?:step|authentication|information|interaction)|interaction|choose|select|reauthenticat\\w+|password (?:reset|change|expired)|user action|challenge`,
	silent: `prompt none|silent\\w*|not to prompt|without (?:prompt\\w*|interaction)|no prompt|immediate`,
	policy: `polic(?:y|ies)|conditional access|rules?|device|compliant|network|location|ip address|region|country|restriction|extension|action`,
	declined: `cancel\\w*|declin\\w*|denied|rejected|refused|abort\\w*`,
	limit: `rate limit\\w*|too many (?!login dialogs|redirects|characters|groups|parameters)\\w+|throttl\\w*|quota|slow down|(?:request|usage|call) limit|limit (?:exceeded|reached)|requests in the last|loop|retry later`,
	network: `failed to fetch|failed to execute fetch|no network connectivity|internet connection|networkerror|network error|load failed|fetch failed|net err\\w*|enotfound|econnrefused|econnreset|err name \\w+|connection (?:\\w+ )?(?:refused|reset|closed|timed)|request (?:has )?timed out|dns|tls|ssl|certificate|content security policy|mixed content|offline$|unreachable|could not connect|no response`,
	time: `iat|issued (?:more|in|at)|future|past|clock|too (?:old|early)|time|skew|expired|fresh\\w*|nbf|minutes|seconds`,
	local: `localhost|loopback|http scheme|https|insecure|ip address|private|fragment|scheme|wildcard|unsafe|plain http|non https|public (?:top|suffix)|validation rules|domain|secure|policy`,
	post: `only (?:accepts )?post|must be post|use post|method not allowed|http method|post (?:method|request)|content type|media type|application x www|json|form encod\\w+|urlencoded`
} as const;

export type Concept = keyof typeof concepts;

const isConcept = (word: string): word is Concept => Object.hasOwn(concepts, word);

const compiled = new Map<string, RegExp>();

function compile(words: string): RegExp {
	const source = words.replace(/(?<=^|[|(:])[a-zA-Z]+(?=$|[|)])/g, (word) =>
		isConcept(word) ? `(?:${concepts[word]})` : word
	);
	return new RegExp(`\\b(?:${source})(?!\\w)`);
}

/**
 * The first place where a normalised clause says one of `words`: things (`REDIRECT`), concepts (`mismatch`) or plain
 * words and patterns, separated by `|`. Undefined when it says none of them.
 */
export function saidIn(clause: string, words: string): string | undefined {
	const known = compiled.get(words);
	const pattern = known ?? compile(words);
	if (!known) compiled.set(words, pattern);
	return pattern.exec(clause)?.[0];
}
