import { stringOf } from '../json-body';
import { headerIn } from '../jwt';
import { textOfBase64 } from '$lib/wire/base64-text';
import { looksLikeJose } from './form';

/**
 * The JWT that a signed token carries in the place of claims: its `cty` says `JWT` (RFC 7519 §5.2). One inside of what is
 * encrypted is seen when that is decrypted.
 */
export function nestedIn(token: string): string | undefined {
	const parts = token.split('.');
	if (parts.length !== 3 || !isNested(stringOf(headerIn(token) ?? {}, 'cty'))) return undefined;
	const inside = textOfBase64(parts[1] ?? '')?.trim();
	return inside !== undefined && looksLikeJose(inside) ? inside : undefined;
}

/** RFC 7519 §5.2: in whatever case; a media type may have its `application/`. */
export const isNested = (cty: string | undefined): boolean => /^(?:application\/)?jwt$/i.test(cty ?? '');
