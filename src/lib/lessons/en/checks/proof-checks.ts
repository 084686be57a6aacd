import type { CheckText } from './check-text';

/** The points of a proof (RFC 9449 §4.3): both servers look at the same ones. */
const form: CheckText = {
	label: 'Proof is one DPoP JWT',
	fails:
		'The DPoP header is not one JWT of the type dpop+jwt, so it could be a token that was made for something else.',
	fix: 'Send one DPoP header with one signed JWT whose typ is dpop+jwt.'
};
const alg: CheckText = {
	label: 'Proof is signed asymmetrically',
	fails:
		'The proof is signed with an algorithm that is not allowed: none, a symmetric one, or one unknown here.',
	fix: 'Sign with an algorithm of dpop_signing_alg_values_supported, such as ES256.'
};
const key: CheckText = {
	label: 'Proof carries a public key',
	fails:
		'The header of the proof has no jwk, or the jwk has private members. A private key that was sent is lost.',
	fix: 'Put the public key alone into jwk. If the private one was sent, throw the pair away.'
};
const signature: CheckText = {
	label: 'Proof is signed by its key',
	fails:
		'The signature does not fit the key in the proof: whoever sent it does not hold that key, or changed the proof.',
	fix: 'Sign each proof with the private half of the key in its jwk.'
};
const htm: CheckText = {
	label: 'Proof names the method',
	fails: 'The htm of the proof is not the HTTP method of the request: it was made for another request.',
	fix: 'Make a new proof for each request, with its method in htm.'
};
const htu: CheckText = {
	label: 'Proof names the address',
	fails: 'The htu of the proof is not the address of the request: it was made for another endpoint.',
	fix: 'Make a new proof for each request, with its URL in htu, without query and fragment.'
};
const iat: CheckText = {
	label: 'Proof is fresh',
	fails: 'The proof was made more than five minutes ago or in the future, so it may have been lying about.',
	fix: 'Make the proof right before sending. If it is fresh, compare the clocks.'
};
const nonce: CheckText = {
	label: 'Proof has the server’s nonce',
	fails: 'The server wants its own nonce in the proof, and there is none or one that has ended.',
	fix: 'Take the value of the DPoP-Nonce header of this answer into a new proof and send the request again.'
};
const ath: CheckText = {
	label: 'Proof is for this token',
	fails: 'The ath of the proof is not the hash of the access token that it came with.',
	fix: 'Put the base64url SHA-256 hash of the access token into ath.'
};
const jti: CheckText = {
	label: 'Proof is used once',
	fails: 'A proof with this jti came before: somebody has copied it, or the client sent it twice.',
	fix: 'Make a new proof with a new jti for each request, also for a retry.'
};

export const serverProofTexts = {
	'as-dpop-form': form,
	'as-dpop-alg': alg,
	'as-dpop-key': key,
	'as-dpop-signature': signature,
	'as-dpop-htm': htm,
	'as-dpop-htu': htu,
	'as-dpop-iat': iat,
	'as-dpop-nonce': nonce,
	'as-dpop-ath': ath,
	'as-dpop-jti': jti
};

export const apiProofTexts = {
	'rs-dpop-form': form,
	'rs-dpop-alg': alg,
	'rs-dpop-key': key,
	'rs-dpop-signature': signature,
	'rs-dpop-htm': htm,
	'rs-dpop-htu': htu,
	'rs-dpop-iat': iat,
	'rs-dpop-nonce': nonce,
	'rs-dpop-ath': ath,
	'rs-dpop-jti': jti
};
