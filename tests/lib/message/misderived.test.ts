import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { challengeFault } from '$lib/message/misderived';

/** RFC 7636 Appendix B; one that base64 writes with its own two signs; and bytes in hexadecimal. */
const verifiers = [
	'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
	'a-verifier-of-the-usual-form-0123456789-abcdef1',
	'00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff'
];

const hash = (text: string | Buffer, name = 'sha256'): Buffer => createHash(name).update(text).digest();
const url = (bytes: Buffer | string): string => Buffer.from(bytes).toString('base64url');

const mistakes: [string, (verifier: string) => string, (string | undefined)?][] = [
	['hex', (verifier) => hash(verifier).toString('hex')],
	['hex', (verifier) => hash(verifier).toString('hex').toUpperCase()],
	['hex-text', (verifier) => url(hash(verifier).toString('hex'))],
	['hex-text', (verifier) => Buffer.from(hash(verifier).toString('hex')).toString('base64')],
	['hex-text', (verifier) => url(hash(verifier).toString('hex').toUpperCase())],
	['padding', (verifier) => `${url(hash(verifier))}=`],
	['encoded-twice', (verifier) => url(url(hash(verifier)))],
	['encoded-twice', (verifier) => url(hash(verifier).toString('base64'))],
	['encoded-twice', (verifier) => encodeURIComponent(hash(verifier).toString('base64'))],
	['hashed-twice', (verifier) => url(hash(hash(verifier)))],
	['hashed-twice', (verifier) => url(hash(hash(verifier).toString('hex')))],
	['hash-of-line', (verifier) => url(hash(`${verifier}\n`))],
	['hash-of-utf16', (verifier) => url(hash(Buffer.from(verifier, 'utf16le')))],
	['other-hash', (verifier) => url(hash(verifier, 'sha512'))],
	['other-hash', (verifier) => hash(verifier, 'sha1').toString('hex')],
	['cut', (verifier) => url(hash(verifier)).slice(0, 32)],
	['letter-case', (verifier) => url(hash(verifier)).toLowerCase()],
	['method-on-plain', (verifier) => verifier],
	['method-plain', (verifier) => url(hash(verifier)), 'plain'],
	['method-missing', (verifier) => url(hash(verifier)), undefined],
	['method-case', (verifier) => url(hash(verifier)), 's256'],
	['method-unknown', (verifier) => url(hash(verifier)), 'SHA256'],
	['other', () => url(hash('another verifier'))],
	['other', () => 'too short'],
	['other', (verifier) => `${verifier}x`, 'plain']
];

const found = (verifier: string, [how, make, ...method]: (typeof mistakes)[number]) => ({
	how,
	found: challengeFault(verifier, make(verifier), method.length === 0 ? 'S256' : method[0])
});

describe('how a challenge was made that is not that of its verifier', () => {
	it.each(mistakes.map((mistake, index) => [mistake[0], index] as const))('%s (%i)', async (how, index) => {
		const mistake = mistakes[index];
		if (!mistake) throw new Error('no such mistake');
		for (const verifier of verifiers) expect(await found(verifier, mistake).found).toBe(how);
	});

	it('is told of the plain alphabet, where its signs are in it, padding or not, and as a space', async () => {
		const verifier = [...Array(50).keys()]
			.map((count) => `verifier-with-a-plus-in-its-hash-0123456789-${count}`)
			.find((one) => hash(one).toString('base64').includes('+'));
		const plain = hash(verifier ?? '').toString('base64');
		for (const sent of [plain, plain.replace('=', ''), plain.replaceAll('+', ' ')])
			expect(await challengeFault(verifier ?? '', sent, 'S256')).toBe('base64-alphabet');
	});

	it('is told of bytes that the signs of the verifier stand for', async () => {
		const [base64 = '', , hex = ''] = verifiers;
		expect(await challengeFault(base64, url(hash(Buffer.from(base64, 'base64url'))), 'S256')).toBe(
			'hash-of-bytes'
		);
		expect(await challengeFault(hex, url(hash(Buffer.from(hex, 'hex'))), 'S256')).toBe('hash-of-bytes');
	});

	it('is told of a verifier that was encoded on its way', async () => {
		const verifier = 'a.verifier~with.all~the.signs-that_may.stand';
		const sent = verifier.replaceAll('~', '%7E');
		expect(await challengeFault(sent, url(hash(verifier)), 'S256')).toBe('verifier-encoded');
	});

	it.each(verifiers)('is nothing where it is right: %s', async (verifier) => {
		expect(await challengeFault(verifier, url(hash(verifier)), 'S256')).toBeUndefined();
		expect(await challengeFault(verifier, verifier, 'plain')).toBeUndefined();
		expect(await challengeFault(verifier, verifier, undefined)).toBeUndefined();
	});
});
