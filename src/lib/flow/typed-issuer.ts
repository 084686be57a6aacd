/** What becomes of an issuer while it is typed: apart from the checks of `feedback.ts`, which every step would load with it. */
export { withoutWellKnown } from '$lib/message/well-known';
