import type { MistakeId, MistakeObstacle } from '$lib/lexicon/mistakes';
import type { StepId } from '$lib/lexicon/steps';

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
	/** In a step before the one where it is made. */
	onTheWay: (title: string): string => `It is made in “${title}”. Walk on to there.`,
	needs: (title: string): string => `This takes a walk that has come through “${title}”.`,
	anew: 'What has been used once cannot be broken that way: it takes a new attempt.',
	reach: 'Run to here',
	make: 'Make this mistake',
	ready: 'The walk is where it has to be. The mistake has not been made yet.',
	undo: 'Take it back',
	/** Once it was sent. */
	sentHeading: (name: string): string => `You broke it: ${name}`,
	sent: 'Below: who stopped it and why, or that nobody did.',
	mend: 'Do it right again',
	hidden:
		'In this walk the message does not carry that value openly. It cannot be changed by one press of a button.',
	toStep: (title: string): string => `Go to “${title}”`
} as const;

/** Why a walk cannot be broken that way, what to do about it, and where. */
export const obstacleTexts: Record<MistakeObstacle, { why: string; step?: StepId }> = {
	recorded: {
		why: 'This walk was recorded elsewhere: its values are not this browser’s to send. Fetch the metadata in a walk of your own first.',
		step: 'configure'
	},
	'plain-challenge': {
		why: 'With the method plain the challenge is no digest: there is nothing to write in hex. Choose S256 first.',
		step: 'challenge'
	},
	'signed-request': {
		why: 'This walk signs its requests: a value that is changed inside breaks the signature, and the server would find that alone. Switch signed requests off first.',
		step: 'configure'
	},
	'signed-response': {
		why: 'The server signs its answers here: nobody can put another state into one. That is what the signature is for. Choose another response mode first.',
		step: 'configure'
	},
	'no-state': {
		why: 'This attempt was sent without a state: no answer can have a wrong one. Sign in again with a state first.',
		step: 'authorize'
	},
	'no-id-token': {
		why: 'There is no ID token: the scope openid was not asked for, or the server gave none. Ask for it first.',
		step: 'configure'
	},
	'no-api': {
		why: 'No API is named: there is nobody to show the ID token to. Type its URL first.',
		step: 'call'
	}
};
