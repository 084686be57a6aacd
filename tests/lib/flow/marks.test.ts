import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marksIn, marksOf, splitByMarks } from '$lib/flow/marks';
import { emptySession, type Outcome, type Session } from '$lib/flow/session';
import type { TokenResponse } from '$lib/client/token';
import { answer } from '../../fixtures/messages';

const session: Session = {
	...emptySession,
	code_verifier: 'verifier/with+signs',
	code_challenge: 'challenge-of-it',
	state: 'abc',
	nonce: 'nonce-of-it'
};

describe('the values that are followed by eye', () => {
	it('are found as they are and URL-encoded, under their names', () => {
		const text = 'a=verifier/with+signs&b=verifier%2Fwith%2Bsigns&c=challenge-of-it';
		expect(splitByMarks(text, marksOf(session))).toEqual([
			{ text: 'a=' },
			{ text: 'verifier/with+signs', mark: 'code_verifier' },
			{ text: '&b=' },
			{ text: 'verifier%2Fwith%2Bsigns', mark: 'code_verifier' },
			{ text: '&c=' },
			{ text: 'challenge-of-it', mark: 'code_challenge' }
		]);
	});

	it('are not looked for when they are so short that innocent text has them', () => {
		expect(splitByMarks('abcdef', marksOf(session))).toEqual([{ text: 'abcdef' }]);
	});

	it('have the verifier’s name when the challenge is plain', () => {
		const plain = { ...session, code_challenge: 'verifier/with+signs' };
		expect(splitByMarks('verifier/with+signs', marksOf(plain))).toEqual([
			{ text: 'verifier/with+signs', mark: 'code_verifier' }
		]);
	});

	it('win by length when one begins like another', () => {
		const longer = { ...session, nonce: 'challenge-of-it-and-more' };
		expect(splitByMarks('challenge-of-it-and-more', marksOf(longer))).toEqual([
			{ text: 'challenge-of-it-and-more', mark: 'nonce' }
		]);
	});

	it('are named in the order of the walk where a message carries them', () => {
		const message = 'nonce=nonce-of-it&code_challenge=challenge-of-it&again=nonce-of-it';
		expect(marksIn(message, marksOf(session))).toEqual(['code_challenge', 'nonce']);
		expect(marksIn('nothing of it', marksOf(session))).toEqual([]);
	});

	it('are tokens of every response, also those that a refresh has replaced', () => {
		const brought = (access_token: string): Outcome<TokenResponse> => ({
			step: 'exchange',
			move: 'token',
			exchange: {
				id: access_token,
				request: { method: 'POST', url: 'https://as.example/token', headers: [] },
				response: answer({ access_token }),
				at: 0,
				ms: 0,
				via: 'page'
			},
			checks: [],
			value: { access_token, token_type: 'bearer' }
		});
		const refreshed: Session = {
			...session,
			exchange: brought('first-access-token'),
			refreshes: [brought('second-access-token')]
		};
		const marks = marksOf(refreshed);
		expect(marksIn('Bearer first-access-token', marks)).toEqual(['access_token']);
		expect(marksIn('Bearer second-access-token', marks)).toEqual(['access_token']);
	});

	it('are found once for a session', () => {
		expect(marksOf(session)).toBe(marksOf(session));
	});

	it('leave the text as it was, whatever it is', () => {
		fc.assert(
			fc.property(
				fc.array(fc.oneof(fc.string(), fc.constantFrom('nonce-of-it', 'challenge-of-it'))),
				(parts) => {
					const text = parts.join('');
					expect(
						splitByMarks(text, marksOf(session))
							.map((segment) => segment.text)
							.join('')
					).toBe(text);
				}
			)
		);
	});

	it('are found at their first place, and none inside another', () => {
		const inside = { ...session, state: 'of-it-and', nonce: 'challenge-of-it-and-more' };
		expect(splitByMarks('challenge-of-it-and-on', marksOf(inside))).toEqual([
			{ text: 'challenge-of-it', mark: 'code_challenge' },
			{ text: '-and-on' }
		]);
	});

	it('may hold half a character of two code units', () => {
		expect(() => marksOf({ ...session, code_verifier: '\ud800 broken' })).not.toThrow();
	});
});

describe('a value in a form', () => {
	it('is found as a form writes it, where that is not how a URL does', () => {
		const held: Session = { ...emptySession, code_verifier: 'verifier~with(signs)!' };
		const body = new URLSearchParams({ code_verifier: 'verifier~with(signs)!' }).toString();
		expect(marksIn(body, marksOf(held))).toEqual(['code_verifier']);
	});
});
