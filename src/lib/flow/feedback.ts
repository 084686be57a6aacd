/**
 * What can be said of a value while it is being typed, before any fact: the client's own checks, for panels that
 * give live feedback. Nothing here changes a session.
 */
export { metadataAddresses } from '$lib/client/metadata-addresses';
export { checkIssuer } from '$lib/client/issuer';
