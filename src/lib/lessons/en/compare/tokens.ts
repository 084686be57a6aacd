/** Two tokens as wholes: which is which, and what they are to each other. */
import type { PairSaid } from '$lib/lexicon/compared';
import type { TokenKind } from '$lib/lexicon/token-says';
import { lengthText, momentText } from '../phrases/moments';

const sides = { one: 'first', other: 'second' } as const;

const kinds: Record<TokenKind['kind'], string> = {
	id: 'ID token',
	access: 'Access token',
	refresh: 'Refresh token',
	logout: 'Logout token',
	proof: 'DPoP proof',
	request: 'Request object',
	assertion: 'Client assertion',
	event: 'Security event',
	introspection: 'Signed answer about a token',
	credential: 'Credential',
	unsaid: 'It does not say of which kind it is'
};

const moment = (label: string, seconds: number | undefined): string =>
	seconds === undefined ? `no ${label}` : `${label} ${momentText(seconds) ?? seconds}`;

export const tokenPairTexts = {
	which: 'Which is which',
	sides: { one: 'First', other: 'Second' },
	/** A token in one line. */
	face: ({ kind, by }: TokenKind, issued: number | undefined, expires: number | undefined): string =>
		[
			by.length > 0 ? `${kinds[kind]} (by ${by.join(', ')})` : kinds[kind],
			moment('iat', issued),
			moment('exp', expires)
		].join(' · '),
	encrypted: (alg: string, enc: string): string =>
		`Encrypted with ${alg} and ${enc}: its header alone can be read, and is compared.`,
	unreadable: (why: string): string =>
		`It is no JWT that can be read: ${why}. An opaque token is known to the server that made it alone.`,
	notCompared: 'One of the two cannot be read, so nothing of them is compared.',
	said(said: PairSaid): string {
		switch (said.say) {
			case 'id-and-access':
				return `The ${sides[said.id]} is an ID token: it tells the client who signed in. The ${sides[said.id === 'one' ? 'other' : 'one']} is an access token: the client sends it to an API and does not read it. Another audience, other claims and another lifetime are as they should be.`;
			case 'one-audience':
				return 'Both name the same audience. An ID token is for the client and an access token for the API: whoever is both has to tell them apart by their types (RFC 9068 §2.1).';
			case 'two-kinds':
				return 'They are tokens of two kinds, and neither can stand for the other.';
			case 'same':
				return 'Both are the very same token.';
			case 'other-signature':
				return 'Header and claims are the same to the letter, and the signatures are not. Some algorithms sign otherwise each time; or one of the signatures was altered.';
			case 'one-series':
				return said.seconds === 0
					? 'Issuer, person, audience and client are the same, and they were issued in the same second.'
					: `Issuer, person, audience and client are the same. The ${sides[said.later]} was issued ${lengthText(said.seconds * 1000)} later, as after a renewal or another sign-in.`;
			case 'one-sign-in':
				return 'Both come from one sign-in: auth_time is the same.';
			case 'two-sign-ins':
				return 'The person signed in anew in between: auth_time differs.';
		}
	}
} as const;
