/** What there is to know of English to tell another language from it. */

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Words of other languages that English has too: of a text with these none tells that it is not English. */
export const sharedWords = words(
	`client clients session secret token tokens scope scopes state parameter parameters redirect redirection uri url audience
	audiences origin tenant realm login account accounts access refresh id code challenge verifier grant type response permission
	permissions signature application applications app resource request requests expiration expire expired invalid incorrect must
	not in no on do as was me die of or at con per son are mode policy public argument administrator administrators sent van over
	sur configured different inactive malformed incompatible com strategies validation statuscode clientid clientname unauthorized
	incorrectly timeout registered admin reference references criteria error use user status statute consent indicator specifications
	absent callback auth inactivity invalidstateexception registration prohibited refused types post logout valid connection contact dynamic server`
);

/** Stems of ours that words of English begin with as well. */
export const sharedStems = words(
	`access account administrator audience client configurat configure incompatible inactiv indicat invalidat parameter prohibit redirect refus registrat scope
	specificat specifie strategie token typ ur uri url`
);

/** Words that servers leave in English whatever language they speak: names of parameters, and what errors are called. */
export const protocolWords = words(
	`access address admin appid audience browser challenge client code cookie cookies cors dpop flow form get grant header http https
	id implicit invalid iss issuer json jwt localhost login logout method mfa mismatch mode none nonce offline openid origin par
	pkce plain post prompt query realm redirect refresh request resource response s256 scope scopes secret session standard state
	tenant token tokens type unauthorized unsupported uri uris url userinfo verifier`
);

const common =
	/(?<![\p{L}\p{N}])(?:the|of|is|are|was|were|been|has|have|not|and|for|with|by|to|from|this|that|it|you|your|be|must|does|did|do|an|at|on|or|cannot|can|could|should|no longer|unknown|missing|required|expired|used|denied|failed|supported|allowed|found|match|registered|mismatch|wrong|bad|provided|specified|given|unable)(?![\p{L}\p{N}])/gu;

/** How many letters of a clause are words that English has and others have not. */
export const lettersOfEnglish = (clause: string): number => [...clause.matchAll(common)].join('').length;
