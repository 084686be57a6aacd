import type { MistakeId } from '$lib/lexicon/mistakes';

/** A mistake to make. */
interface MistakeText {
	name: string;
	/** What it does, in one line. */
	what: string;
	/** What was changed, once it lies open. */
	made: string;
}

export const mistakeTexts: Record<MistakeId, MistakeText> = {
	'wrong-verifier': {
		name: 'Wrong verifier',
		what: 'The token request shows another verifier, as a thief of the code would.',
		made: 'The code verifier in the request below is the right one backwards.'
	},
	'hex-challenge': {
		name: 'Challenge in hex',
		what: 'The digest is written as hex digits, not as base64url of its bytes.',
		made: 'The code challenge in the request below is the same digest, in 64 hex digits.'
	},
	'other-redirect-uri': {
		name: 'Another redirect URI',
		what: 'One slash differs from the address that is registered.',
		made: 'The redirect URI in the request below has one slash more or less at its end.'
	},
	'code-again': {
		name: 'The code a second time',
		what: 'The same token request is sent again.',
		made: 'The request below carries the code that has brought tokens already.'
	},
	'wrong-state': {
		name: 'Wrong state',
		what: 'A callback comes back with the state of somebody else’s attempt.',
		made: 'The callback URL in the box below has another state. Nothing else was changed.'
	},
	'id-token-at-api': {
		name: 'ID token at the API',
		what: 'The API gets the ID token in the place of the access token.',
		made: 'The Authorization header of the request below carries the ID token.'
	}
};

export const breakTexts = {
	title: 'Make a mistake, and see who stops it',
	/** The value that has no pill of its own. */
	redirectUri: 'redirect_uri',
	heading: (name: string): string => `Break it: ${name}`,
	send: 'Nothing has been sent yet. Send it as it is, and see who stops it.',
	needs: (title: string): string => `This takes a walk that has come through “${title}”.`,
	anew: 'What has been used once cannot be broken that way: it takes a new attempt.',
	reach: 'Run to here',
	make: 'Make this mistake',
	ready: 'The walk is where it has to be. The mistake has not been made yet.',
	undo: 'Take it back',
	hidden:
		'In this walk the message does not carry that value openly. It cannot be changed by one press of a button.',
	signed:
		'This message is signed anew each time it is shown. Press “Edit before sending” and change the value by hand.'
} as const;
