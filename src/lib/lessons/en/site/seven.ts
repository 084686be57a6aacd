import type { MarkId } from '$lib/lexicon/marks';

/** A sentence with values in it, by their names. */
export type Line = readonly (string | { mark: MarkId })[];

const mark = (id: MarkId): { mark: MarkId } => ({ mark: id });

/** The diagram of the first page, and what is said under each of its messages. */
export const sevenTexts = {
	title: 'One sign-in, seven messages',
	leftOut: 'Metadata, keys and the answer to the refresh are left out here.',
	play: 'Play',
	again: 'Play again',
	playing: 'Playing',
	about: 'Plays a real sign-in between servers that run inside this page.',
	played: 'These messages have just crossed, between servers that run inside this page. Nothing was kept.',
	failedAt: (step: string): string =>
		`The sign-in stopped at “${step}”. What crossed before is drawn. The walk shows why, step by step.`,
	failed:
		'The sign-in could not be played: the servers could not run inside this page. A browser runs them over https or on localhost only.',
	leak: 'can leak here',
	open: (step: string): string => `See it in the walk: ${step}`,
	captions: [
		{
			title: 'The question.',
			line: [
				'The browser keeps a secret, the ',
				mark('code_verifier'),
				', and sends only its fingerprint, the ',
				mark('code_challenge'),
				'. By ',
				mark('state'),
				' and ',
				mark('nonce'),
				' it will know that the answer is its own.'
			]
		},
		{
			title: 'The leak.',
			line: [
				'The ',
				mark('code'),
				' comes back in the address of a page. Histories, logs and other apps on the device may see that address: whoever does, has the code too.'
			]
		},
		{
			title: 'The proof.',
			line: [
				'Only now does the ',
				mark('code_verifier'),
				' leave the browser, straight to the server. Its SHA-256 must equal the ',
				mark('code_challenge'),
				' of message 1. A thief who read the ',
				mark('code'),
				' in message 2 has no verifier.'
			]
		},
		{
			title: 'The tokens.',
			line: [
				'The server has compared the two, and gives the ',
				mark('access_token'),
				', the ',
				mark('id_token'),
				' and the ',
				mark('refresh_token'),
				'. The code is used up.'
			]
		},
		{
			title: 'The use.',
			line: [
				'The API gets the ',
				mark('access_token'),
				', and neither the code nor the verifier. Whoever holds the token can do the same: it is short-lived for that reason.'
			]
		},
		{
			title: 'The answer.',
			line: ['Before it answers the API has checked who issued the token, for whom, until when and for what.']
		},
		{
			title: 'Later.',
			line: [
				'When the access token ends, the ',
				mark('refresh_token'),
				' brings a new one, without the person.'
			]
		}
	] satisfies readonly { title: string; line: Line }[]
} as const;

/** How the proof is made. */
export const proofTexts = {
	title: 'How the proof works',
	what: 'The browser makes a secret and sends only its fingerprint. From the fingerprint nobody gets back to the secret.',
	again: 'Make another',
	characters: (count: number): string => `${count} characters`,
	hash: 'Hash',
	bytes: '32 bytes',
	hashLabel: 'SHA-256 of the verifier, in hexadecimal',
	made: 'Made in this page just now, and used for nothing.'
} as const;
