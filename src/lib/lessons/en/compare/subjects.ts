/** Where a value stands that is compared, and what is worked out of a message. */
import type { ComparedSubject, DerivedName } from '$lib/lexicon/compared';

export const subjectTexts: Record<ComparedSubject, string> = {
	end: 'end',
	proofs: 'compared within the attempt',
	checks: 'check',
	configuration: 'configuration',
	request: 'authorization request',
	response: 'authorization response',
	'token-request': 'token request',
	'token-answer': 'token answer',
	tokens: 'token answer',
	'id-token': 'ID token',
	'access-token': 'access token',
	token: 'token',
	answers: 'answer',
	metadata: 'metadata',
	keys: 'key set',
	times: 'times'
};

export const derivedTexts: Record<DerivedName, string> = {
	'@address': 'address',
	'@client-authentication': 'client authentication',
	'@sent-as': 'form',
	'@origin': 'Origin',
	'@dpop': 'DPoP',
	'@failure': 'no answer',
	'@status': 'status',
	'@form': 'form of the access token',
	'@lifetime': 'exp minus iat',
	'@disclosed': 'names',
	'@unread-disclosures': 'disclosures that were not read',
	'@wait': 'from the code to the token request',
	'@clock': 'clock of the server minus clock of the recording',
	'@end': 'end'
};
