/** What can be said of a verifier and its challenge while they are typed. Apart from `feedback.ts`: no other step loads those checks. */
export { checkChallenge, createChallenge } from '$lib/client/challenge';
export { checkVerifier, createVerifier, verifierLength } from '$lib/client/verifier';
