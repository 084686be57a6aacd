/** Apart from the other feedback, because it brings the library that reads keys. */
export { importSigningKey } from '$lib/client/signing-key';
