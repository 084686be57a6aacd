import type { Citation } from '$lib/lexicon/citations';
import type { TokenCheckId } from '$lib/lexicon/token-checks';
import type { TokenUse } from '$lib/lexicon/token-uses';
import { clientAttacks } from './attacks-of-client';
import { accessAttacks, idTokenAttacks } from './attacks-of-server';

/** What somebody could do where nobody made the check. `as`: where it is another thing for one kind of token. */
export interface Attack {
	told: string;
	as?: Partial<Record<TokenUse, string>>;
	/** The section that tells of it, where one does. */
	source?: Citation;
}

const forged: Attack['as'] = {
	access: 'An attacker writes an access token with any sub and any scope, and calls the API as anybody.',
	logout: 'An attacker writes logout tokens and signs people out, as often as they like.',
	'user-info':
		'An attacker on the way writes the name and the e-mail address of somebody else into the answer.',
	assertion: 'An attacker writes an assertion and gets tokens as this client.',
	request:
		'An attacker writes an authorization request in the name of the client, with another redirect_uri or scope.'
};

const jwtAttacks = {
	'jwt-form': {
		told: 'Two programs that guess differently at a broken token see two tokens: one checks the harmless one, the other uses the harmful one.',
		source: 'RFC 7519 §7.2'
	},
	'jwt-kind': {
		told: 'An attacker sends a genuine token of another kind. Its signature is good, and nobody notices that it was made for something else.',
		as: {
			id: 'An attacker takes a logout token or an access token of the same issuer, with the right signature, and signs in with it.',
			access:
				'A client that has only an ID token of a person calls the API with it, and gets more than it was ever granted.',
			logout:
				'An attacker posts an ID token that they hold to the logout address, and so ends the session of its owner.'
		},
		source: 'RFC 8725 §2.8'
	},
	'jwt-alg': {
		told: 'An attacker writes none as alg, leaves the signature out, and writes the claims as they like.',
		source: 'RFC 8725 §2.1'
	},
	'jwt-alg-listed': {
		told: 'An attacker picks the algorithm: none without a signature, or one that the verifier has a known weakness in.',
		source: 'RFC 8725 §3.1'
	},
	'jwt-signed': {
		told: 'An attacker writes a token without a signature, and everything in it is believed.',
		as: forged,
		source: 'RFC 8725 §2.1'
	},
	'jwt-key': {
		told: 'An attacker signs with a key of their own. Who takes any key that fits has checked nothing.',
		source: 'RFC 8725 §3.8'
	},
	'jwt-signature': {
		told: 'An attacker changes one claim of a genuine token and keeps the rest.',
		as: forged,
		source: 'RFC 8725 §2.1'
	},
	'jwt-confusion': {
		told: 'An attacker takes the public key of the issuer, which everybody has, writes HS256 as alg and uses the key as the secret. A verifier that follows the header takes the forgery.',
		source: 'RFC 8725 §2.1'
	},
	'jwt-own-key': {
		told: 'An attacker makes a key pair, signs with it, and puts the public half or the address of it into the header. An address also makes the server fetch from wherever the attacker wants.',
		source: 'RFC 8725 §3.10'
	},
	'jwt-kid': {
		told: 'An attacker writes a path or a piece of SQL as kid. A verifier that looks keys up with it reads a file, or a row, that the attacker chose, and takes it for the key.',
		source: 'RFC 8725 §3.10'
	},
	'jwt-crit': {
		told: 'Somebody marks a token with a restriction that must be understood. A reader that ignores it uses the token without the restriction.',
		source: 'RFC 7515 §4.1.11'
	},
	'jwt-members': {
		told: 'An attacker who can put a second value of a name into a token has one program read the first and another the second.',
		source: 'RFC 7519 §4'
	},
	'jwt-iss': {
		told: 'An attacker runs an issuer of their own, with good keys, and signs whatever they like. A good signature by the wrong issuer is taken.',
		source: 'RFC 8725 §3.8'
	},
	'jwt-sub': {
		told: 'Two programs read a subject that is no text in two ways, and an attacker is taken for whom one of them reads.',
		source: 'RFC 8725 §3.8'
	},
	'jwt-aud': {
		told: 'A receiver to which the token was sent rightly sends it on to another one, and acts there as the person.',
		source: 'RFC 8725 §2.7'
	},
	'jwt-jti': {
		told: 'An attacker sends a captured token again and again. Without an identifier nobody can tell that it came before.',
		source: 'RFC 7519 §4.1.7'
	},
	'jwt-dates': {
		told: 'Where a date is no number, some readers compare it as text or skip it: a token that has long expired stays good there.',
		source: 'RFC 7519 §4.1.4'
	},
	'jwt-exp': {
		told: 'Whoever finds an old token, in a log or a backup, can use it for ever.',
		source: 'RFC 7519 §4.1.4'
	},
	'jwt-iat': {
		told: 'A token from the future escapes every rule about its age, and can be kept for later.'
	},
	'jwt-nbf': {
		told: 'A token that was made for a later time is used at once, before whatever should come first has happened.'
	}
} satisfies Partial<Record<TokenCheckId, Attack>>;

const attacks: Readonly<Record<TokenCheckId, Attack>> = {
	...jwtAttacks,
	...idTokenAttacks,
	...accessAttacks,
	...clientAttacks
};

/** What somebody could do where nobody made this check of a token of this kind. */
export const attackOf = (id: TokenCheckId, use: TokenUse): string =>
	attacks[id].as?.[use] ?? attacks[id].told;

/** The section that tells of it, where one does. */
export const attackSource = (id: TokenCheckId): Citation | undefined => attacks[id].source;
