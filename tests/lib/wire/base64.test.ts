import { expect, it } from 'vitest';
import { decodeBase64, encodeBase64 } from '$lib/wire/base64';

it('bytes come back from base64, and what is none gives none', () => {
	const bytes = Uint8Array.from([0, 62, 63, 128, 255]);
	expect(decodeBase64(encodeBase64(bytes))).toEqual(bytes);
	expect(decodeBase64(' YQ== ')).toEqual(Uint8Array.from([97]));
	for (const text of ['YQ=', 'a_b-', 'é']) expect(decodeBase64(text)).toBeUndefined();
});
