/** What can be said of a token by looking at it. Apart from `feedback.ts`, as only some pages have a token to show. */
export { decodeToken, formatDecodeFailure } from '$lib/client/jwt';
