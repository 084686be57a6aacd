import type { TokenKind, TokenTime } from '$lib/lexicon/token-says';

const list = (names: readonly string[]): string => names.join(', ');

const kinds: Record<TokenKind['kind'], (by: string) => string> = {
	id: (by) =>
		`It says that it is an ID token (${by}): it tells the client who signed in. An API must not take it.`,
	access: (by) =>
		`It says that it is an access token (${by}): it is for an API, and a client does not read it.`,
	refresh: (by) => `It says that it is a refresh token (${by}): it is for the server that made it alone.`,
	logout: (by) => `It says that it is a logout token (${by}): a server tells a client of a sign-out with it.`,
	proof: (by) => `It is a proof of possession for DPoP (${by}), and no token to call an API with.`,
	request: (by) =>
		`It says that it is a request object (${by}): an authorization request that a client signed.`,
	assertion: (by) => `It looks like a client assertion (${by}): a client proves with it who it is.`,
	event: (by) =>
		`It says that it is a security event (${by}): it tells a receiver of something that happened.`,
	introspection: (by) =>
		`It is a signed answer about another token (${by}), for the API that asked, and no token to call with.`,
	credential: (by) =>
		`It is a credential or its presentation (${by}): a person holds it and shows it to others.`,
	unsaid: () => 'It does not say whether it is an ID token or an access token.'
};

const date = (seconds: number): string => {
	const at = new Date(seconds * 1000);
	return Number.isNaN(at.getTime())
		? String(seconds)
		: at.toISOString().replace('.000Z', ' UTC').replace('T', ' ');
};

/** What a token says of itself. */
export const tokenSaysTexts = {
	kind: ({ kind, by }: TokenKind): string => kinds[kind](list(by)),
	audience: (audiences: readonly string[]): string =>
		audiences.length === 0 ? 'It names nobody that it is for (aud).' : `It is for ${list(audiences)} (aud).`,
	time(time: TokenTime): string {
		switch (time.kind) {
			case 'expired':
				return `It expired at ${date(time.at)}.`;
			case 'good':
				return `By this device’s clock it is good until ${date(time.at)}.`;
			case 'not-yet':
				return `By this device’s clock it is not good before ${date(time.at)}.`;
			case 'malformed':
				return 'Its exp is malformed: it must be a number of seconds. What it would mean is not judged.';
			case 'unsaid':
				return 'It does not say when it expires (exp).';
		}
	},
	doubled: (names: readonly string[]): string =>
		`In it more than once: ${list(names)}. Readers do not agree on which of them counts.`,
	inexact: (numbers: readonly string[]): string =>
		`Written as ${list(numbers)}: that is larger than many readers hold, and they round it.`,
	crit: (names: readonly string[]): string =>
		`crit names ${list(names)}: whoever does not understand that must refuse the token.`,
	cut: 'Its signature was cut off: nobody can check this copy.',
	encrypted: (alg: string, enc: string): string =>
		`It is encrypted with ${alg} and ${enc}. Only the holder of the private key can read it: the provider has an encryption key for this client or API.`,
	disclosures: (count: number): string =>
		`An SD-JWT: a signed JWT and ${count} disclosure${count === 1 ? '' : 's'} behind it. Claims that are hashed in it are told by the disclosures.`,
	/** Of an answer with tokens. */
	answer: (type: string | undefined, seconds: number | undefined): string =>
		`${type === undefined ? 'It has no token_type, which is required: a fault of the server.' : /^(?:bearer|dpop)$/i.test(type) ? `A good token answer of type ${type}.` : `A token answer of type ${type}, which this flow does not know.`} ${seconds === undefined ? 'It does not say how long the access token is good.' : `The access token is good for ${seconds} seconds.`}`,
	noRefreshToken:
		'It has no refresh token. That is no fault: one comes where the scope offline_access was asked for and is allowed, or where the server gives it anyway.',
	noIdToken: 'It has no ID token. One comes where the scope openid was asked for.'
} as const;
