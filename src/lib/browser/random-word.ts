const letters = 'abcdefghijkmnpqrstuvwxyz23456789';

/** `length` random letters and digits that nobody confuses: an identifier, or a secret when it is long. */
export const randomWord = (length: number): string =>
	[...crypto.getRandomValues(new Uint8Array(length))].map((byte) => letters[byte % letters.length]).join('');
