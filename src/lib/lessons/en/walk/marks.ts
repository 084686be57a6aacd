import type { MarkId } from '$lib/lexicon/marks';

/** The one label of each value that is followed by eye through the walk. */
export const markLabels: Record<MarkId, string> = {
	code_verifier: 'Code verifier',
	code_challenge: 'Code challenge',
	state: 'State',
	nonce: 'Nonce',
	code: 'Authorization code',
	access_token: 'Access token',
	id_token: 'ID token',
	refresh_token: 'Refresh token'
};
