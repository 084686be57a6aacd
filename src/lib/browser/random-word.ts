const letters = 'abcdefghijkmnpqrstuvwxyz23456789';

/** `count` bytes from the generator of the platform. */
export const randomBytes = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count));

/** `length` random letters and digits that nobody confuses: an identifier, or a secret when it is long. */
export const randomWord = (length: number): string =>
	[...randomBytes(length)].map((byte) => letters[byte % letters.length]).join('');
