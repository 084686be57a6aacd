/** With what every placeholder begins. */
export const placeholderStart = 'redacted-';

/** What stands in an exported file in the place of the nth value that was taken out under a name. */
export const placeholderOf = (name: string, count: number): string =>
	`${placeholderStart}${placeholderName(name)}-${count}`;

/** The name as a placeholder has it: letters, `_` and `-` alone, so that it needs no encoding wherever it stands. */
const placeholderName = (name: string): string =>
	name
		.slice(0, 60)
		.toLowerCase()
		.replace(/[^a-z-]+/g, '_')
		.replace(/^[_-]+|[_-]+$/g, '') || 'value';

/** Whether a value is such a placeholder: nothing can be checked of the value that it stands for. */
export const isPlaceholder = (value: string): boolean => /^redacted-[a-z][a-z_-]*-\d+$/.test(value);

/** Whether the signature of this JWT, or this signature, was taken out when its file was saved. */
export const isUnsigned = (token: string): boolean => isPlaceholder(token.slice(token.lastIndexOf('.') + 1));

/**
 * Whether the third part of a JWT is no signature any more: cut off, or written over by whoever took it out. `redacted` is
 * base64url as well, and no signature is as short.
 */
export const isCutSignature = (signature: string): boolean =>
	signature === '' ||
	(signature.length < 60 &&
		/^(?:[-_]+|x{3,}|[^\w-].*|.*(?:redacted|removed|obfuscated|saniti[sz]ed|masked|stripped|filtered|truncated|hidden|omitted).*|signature|sig)$/is.test(
			signature
		));
