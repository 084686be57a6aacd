import type { ProofGap } from '$lib/lexicon/proofs';

/** What the messages of an attempt prove, in the few words of a table. */
export const proofNames = {
	title: 'What the messages prove',
	challenge: 'Verifier gives the challenge',
	state: 'State came back as it was sent',
	redirectUri: 'Redirect URI is the same in both requests',
	code: 'Code was sent as it came',
	uses: 'Code was sent once',
	secondsToRedeem: 'Seconds from the code to the token request',
	signature: 'Signature of the ID token',
	clock: 'Clocks agree',
	tokenRequest: 'Token request is a form',
	bearer: 'API got the access token',
	cookies: 'Cookies of the application came back',
	serverCookies: 'Cookies of the server stayed between its pages',
	landing: 'Application took the answer'
} as const;

export const proofTexts = {
	equal: 'equal',
	matches: 'matches',
	once: '1',
	soon: 'at most 600, as is recommended',
	valid: 'valid',
	notValid: 'not valid',
	signedBy: (alg: string | undefined, kid: string | undefined): string =>
		['valid', ...(alg === undefined ? [] : [`by ${alg}`]), ...(kid === undefined ? [] : [`key ${kid}`])].join(
			', '
		),
	sent: (count: number, statuses: readonly (number | null)[]): string =>
		`${count} times, answered ${statuses.map((status) => status ?? 'nothing').join(', ')}`,
	seconds: (seconds: number): string => `${seconds} s`,
	clock: (seconds: number): string =>
		`the server is ${Math.abs(seconds)} s ${seconds > 0 ? 'ahead' : 'behind'}`,
	clockExpected: 'within 60 s',
	form: 'form',
	cookies: 'all came back',
	onward: 'goes on',
	attempt: (place: number): string => `, of attempt ${place}`,
	differs: (parts: string): string => `they differ in ${parts}`
} as const;

export const gapTexts: Record<ProofGap, string> = {
	'not-recorded': 'not recorded',
	'taken-out': 'taken out before we got it',
	'not-sent': 'not sent',
	ambiguous: 'several messages say different things',
	'time-zone': 'the times are apart like two time zones: the recorder may have written the wrong one',
	'no-key-set': 'no key set',
	'no-key': 'no key of the set fits',
	'not-checkable': 'no public key verifies this algorithm'
};
