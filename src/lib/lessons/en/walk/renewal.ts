/** What a refresh has brought, and what became of the tokens before. */
export const renewalTexts = {
	title: 'Old against new',
	head: { what: 'What', before: 'Before', after: 'Now' },
	tokens: { access_token: 'Access token', refresh_token: 'Refresh token', id_token: 'ID token' },
	change: {
		new: 'another one',
		same: 'the same one again',
		kept: 'not in the answer: the old one stays',
		none: 'there was none, and none came'
	},
	scope: 'Scope',
	scopeSame: 'as before',
	scopeUnsaid: 'not said: as requested',
	lost: (names: readonly string[]): string => `without ${names.join(' ')}`,
	gained: (names: readonly string[]): string => `with ${names.join(' ')} as well`,
	lifetime: 'Lifetime of the access token',
	seconds: (count: number): string => `${count} s`,
	unsaid: 'not said',
	claims: {
		title: 'What changed in the claims',
		access_token: 'In the access token',
		id_token: 'In the ID token',
		none: 'No claim differs.',
		unreadable: 'Its claims cannot be compared: one of the two is no JWT that can be read here.',
		absent: '–'
	}
} as const;

/** The refresh tokens of the attempt, and reuse on purpose. */
export const familyTexts = {
	title: (count: number): string => `The family: ${count} refresh tokens, oldest first`,
	place: (place: number): string => `No. ${place}`,
	came: (time: string, first: boolean): string =>
		first ? `came with the code at ${time}` : `came by a refresh at ${time}`,
	held: 'held now',
	replaced: 'used, and replaced by the next one',
	uses: {
		tokens: (time: string): string => `sent at ${time}: tokens came`,
		refusal: (time: string): string => `sent at ${time}: refused`,
		unlooked: (time: string): string => `sent at ${time}: refused before anybody looked at the token`,
		unknown: (time: string): string => `sent at ${time}: no answer that could be read`
	},
	again: 'after it was replaced',
	noRotation: {
		title: 'This server does not rotate its refresh tokens',
		why: 'The refresh brought no other refresh token, so the same one is sent again and again. For a public client that is safe only if the token is bound to a key, as with DPoP.'
	},
	reuse: {
		title: 'Reuse on purpose: send the old one again',
		why: 'So would a thief who copied it, or a second tab that came late. A server with reuse detection refuses it, and then ends the whole family, because it cannot tell who is the thief. You may have to sign in again afterwards.',
		action: 'Send the old refresh token again',
		/** Of the message, for who copies it. */
		name: 'Request with the old refresh token'
	},
	story: {
		acceptedTitle: 'The server took the old refresh token',
		accepted:
			'It gave tokens for a token that another had replaced. Some servers allow that for seconds, so that a lost answer does no harm; a server without reuse detection allows it for ever. Send it again later to see which.',
		refusedTitle: 'The server refused the old refresh token',
		refused: 'Whether it has ended the family too, only the newest one can show. Refresh once more to see.',
		endedTitle: 'The family has ended',
		ended:
			'The newest refresh token was refused as well, after an old one was sent again. That is reuse detection: neither the thief nor the client goes on. A new sign-in begins a new family.',
		standsTitle: 'The old one is refused, and the family goes on',
		stands:
			'The newest refresh token still brings tokens. This server refuses what was used, and ends nothing because of it: who stole the newest one could go on.',
		unknownTitle: 'What the server did with it is not known',
		unknown: 'No answer could be read.'
	}
} as const;
