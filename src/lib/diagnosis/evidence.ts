/**
 * What the run itself knows. Every field is optional, and fields that are not listed do not matter: what is not there is
 * not known, which is another thing than `false` or an empty list. Times are milliseconds since the epoch, lifetimes and
 * skews seconds.
 */
export interface SessionEvidence {
	/** The message that was answered, one of `places`. */
	place?: string;
	/** The names of the parameters that had a value: in the authorization request, and in the message answered. */
	authorizationParameters?: readonly string[];
	requestParameters?: readonly string[];
	/** Names that the message answered carried more than once. */
	doubledParameters?: readonly string[];
	method?: string;
	mediaType?: string;
	/** How its parameters were sent, one of `SentAs`. */
	sentAs?: string;
	/** Whether an answer came that could be read, and whether this page sent the request, so that it had an Origin. */
	answered?: boolean;
	fromPage?: boolean;
	verifier?: string;
	/** The challenge as it went out, and the one that the verifier gives. */
	challenge?: string;
	expectedChallenge?: string;
	challengeMethod?: string;
	/** How the challenge came out wrong, one of `challengeFaults`, and the attempt that the verifier is of. */
	challengeFault?: string;
	verifierOwner?: string;
	methodsSupported?: readonly string[];
	verifierSent?: string;
	responseType?: string;
	/** The checks that the server says it failed, and what it says is registered, where it tells its decisions. */
	refusedFor?: readonly string[];
	registeredRedirectUris?: readonly string[];
	/** `redirect_uri` of the authorization request as the walk built it, as it went out, and of the token request. */
	redirectUriBuilt?: string;
	redirectUriAuthorize?: string;
	redirectUriToken?: string;
	/** In what the two differ, of `redirectDifferences`. */
	redirectDifferences?: readonly string[];
	clientIdAuthorize?: string;
	clientIdToken?: string;
	issuerAuthorize?: string;
	issuerToken?: string;
	/** How often this code was sent, when it arrived, and when it was sent. */
	codeSentTimes?: number;
	codeReceivedAt?: number;
	codeSentAt?: number;
	/** How the code that was sent differs from the one that came, one of `valueChanges`. */
	codeChange?: string;
	refreshTokenSentTimes?: number;
	/** One that a newer one had replaced was sent again before this, and refused. */
	olderRefreshTokenRefused?: boolean;
	/** How often they went out before, in requests whose answer was hidden: they may have been used up. */
	codeHiddenTimes?: number;
	refreshTokenHiddenTimes?: number;
	grantType?: string;
	scope?: string;
	grantedScope?: string;
	requiredScope?: string;
	scopesSupported?: readonly string[];
	audience?: string;
	clientAuthentication?: string;
	authMethodsSupported?: readonly string[];
	prompt?: string;
	/** RFC 9207 §2.4: where the answer did not name the issuer that it should: both, and whether one was promised. */
	issuerExpected?: string;
	issuerReturned?: string;
	issuerPromised?: boolean;
	stateSent?: string;
	stateReturned?: string;
	/** How it changed on its way, one of `valueChanges`, and the attempt that it is of. */
	stateChange?: string;
	stateOwner?: string;
	/** Whether the authorization request was made in a frame of another site, and whether a cookie went along. */
	silentFrame?: boolean;
	frameCookie?: boolean;
	/** The device's clock minus the server's, in seconds. */
	clockSkew?: number;
	tokenExpired?: boolean;
	tokenType?: string;
	accessTokenSent?: boolean;
	/** Whether the ID token went out in its place. */
	idTokenSent?: boolean;
	/** The issuer that a document names, and the one that its address stands for (RFC 8414 §3.3). */
	issuerOfDocument?: string;
	issuerOfAddress?: string;
	/** Bytes of the headers that went out, the largest of them, and whether the answer is about that. */
	headerBytes?: number;
	largestHeader?: string;
	largestHeaderBytes?: number;
	headersRefused?: boolean;
	parRequired?: boolean;
	/** Whether the authorization request was pushed (RFC 9126). */
	pushed?: boolean;
	/** Whether the message had a DPoP proof, the nonce in that, and the nonce that this answer brings (RFC 9449 §8). */
	proofSent?: boolean;
	proofNonce?: string;
	nonceOffered?: string;
	networkReason?: string;
	/** Names of what was taken out of the file: it was there, and nobody here knows what it was. */
	removed?: readonly string[];
	/** Why cookies of the application did not come back with the answer, each one of `cookieLosses`. */
	cookiesLost?: readonly string[];
	/** What the preflight before it asked for and was not allowed. */
	preflightLacks?: readonly string[];
}

type Known = { [Name in keyof SessionEvidence]?: unknown };

/** Takes the facts as they are; a fact of another type counts as not there. */
export interface Session {
	text(name: keyof SessionEvidence): string | undefined;
	number(name: keyof SessionEvidence): number | undefined;
	/** undefined: not known. */
	flag(name: keyof SessionEvidence): boolean | undefined;
	list(name: keyof SessionEvidence): string[] | undefined;
}

export function readSession(given: unknown): Session {
	const known: Known = typeof given === 'object' && given !== null ? given : {};
	return {
		text: (name) => {
			const value = known[name];
			return typeof value === 'string' && value !== '' ? value : undefined;
		},
		number: (name) => {
			const value = known[name];
			return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
		},
		flag: (name) => {
			const value = known[name];
			return typeof value === 'boolean' ? value : undefined;
		},
		list: (name) => {
			const value = known[name];
			return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : undefined;
		}
	};
}

/** Whether the authorization request had this parameter with a value; undefined: not known. */
export const wasAskedWith = (session: Session, name: string): boolean | undefined =>
	session.list('authorizationParameters')?.includes(name);

/** The same of the message that was answered. */
export const wasSentWith = (session: Session, name: string): boolean | undefined =>
	session.list('requestParameters')?.includes(name);
