import { readerOf, type KeyNoteTexts } from '../../said';
import { keyPhrases } from '../phrases/keys';
import { valuePhrases } from '../phrases/values';

/** At the beginning of a sentence. */
const first = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** What is told of keys, of a signature and of an encrypted token: whole sentences, and the values in them. */
export const keyNoteTexts: KeyNoteTexts = {
	'mended-quotes': 'Quotes around it were left out.',
	'mended-escapes':
		'It was written as in a program: \\n was read as a new line, and quotes between lines were left out.',
	'mended-line-breaks': 'Its line breaks were missing. That changes nothing of the key.',
	'mended-armour': 'The lines BEGIN and END were missing. What it is was found by trying.',

	'private-key': (which) =>
		`${first(which)} is a private key. Only its public half is used here. It was on a clipboard now: rotate it if it signs anything real.`,
	'secret-in-keys': (which) =>
		`${first(which)} is a shared secret and belongs in no key set. Type it as the secret if it is the one of this token.`,
	'member-left-out': (which, why) => `${first(which)} was left out: ${why}.`,
	'keys-beyond': (read, all) => `Of ${all} keys, the first ${read} were read.`,
	'kid-twice': (kid) => `More than one key has the kid ${kid}. Each of them is tried.`,
	'certificate-not-checked':
		'Of a certificate only the key is used. Who signed it, for whom, and until when it is good was not checked.',
	'certificates-several': (count) =>
		`There are ${count} certificates. The key of each is tried; in a chain, the first is the one that signs.`,
	'x5c-differs': (which) =>
		`${first(which)} has a certificate (x5c) for another key. RFC 7517 wants them to be the same. The members of the JWK are used.`,
	'rsa-short': (which, bits) => `${first(which)} has ${bits} bits. RFC 7518 wants 2048 or more for RSA.`,

	'key-number': (place) => `key number ${place}`,
	'key-in-header': 'the key in its header',
	'key-with-kid': (kid) => `the key ${kid}`,
	'not-an-object': 'it is no JSON object',
	'no-kty': 'it has no kty',
	'member-malformed': (name) => `its ${name} is not written as RFC 7518 wants it`,
	'member-missing': (name) => `it has no ${name}`,
	'kty-unknown': (kty) => `its kty is ${kty}, which is not known here`,
	'exponent-refused': (exponent) =>
		`its public exponent is ${exponent}, and an odd number from 3 on, of 64 bits at most, is wanted`,
	'modulus-too-long': (bits) => `it has ${bits} bits, and more than 16384 are not worked with here`,

	'in-line': (line, character) => `line ${line}, character ${character}`,
	'in-block': (label) => `the part ${label}`,

	'fits-named': (key, alg) => `The signature is valid: ${key}, which the token names, made it with ${alg}.`,
	'fits-only': (key, alg) =>
		`The signature is valid: ${key} made it with ${alg}. The token names no key, and only this one is for ${alg}.`,
	'fits-of-several': (key, alg, count) =>
		`The signature is valid: ${key} made it with ${alg}. The token names no key; of ${count} that were possible, this one fits.`,
	'fits-unnamed': (key, alg, kid) =>
		`The signature is valid: ${key} made it with ${alg}. The token names the key ${kid}, and this one was given without a kid.`,
	'fits-other': (key, alg, kid) =>
		`${first(key)} made this signature with ${alg}, but the token names another: ${kid}. The content is as it was signed; the names do not agree, and a library that goes by kid refuses it.`,
	'fits-secret': (alg) => `The secret fits: whoever made this ${alg} had it.`,
	'fits-proof': (alg) =>
		`The signature is valid: the key in its header made it with ${alg}. So whoever made the proof holds that key; a token that is bound to it says whose it is.`,
	'differs-named': (kid) =>
		`The key ${kid}, which the token names, did not make this signature over this content.`,
	'differs-only': 'The only key that could have made this signature did not make it over this content.',
	'differs-several': (count) =>
		`None of ${count} keys that could have made this signature made it over this content.`,
	'differs-other': (kid, count) =>
		`The token names the key ${kid}, which could not be used or is not here, and none of the ${count} others fits.`,
	'differs-secret': (alg) => `This secret did not make this ${alg} over this content.`,
	'differs-proof':
		'The key in its header did not make this signature over this content: the proof was changed after signing, or another key made it.',
	'differs-length': (found, wanted) => `There are ${found} bytes, and ${wanted} are wanted.`,
	'differs-der': (found, wanted) =>
		`The signature has ${found} bytes in DER. RFC 7518 wants the two numbers side by side, ${wanted} bytes: whoever signed used the wrong form.`,

	'why-named-differs':
		'Header or content were changed after signing, or the token is forged, or the server uses the same kid for a new key. The signature alone does not tell these apart.',
	'why-named-other-fits': (key) =>
		`Of the keys here it fits ${key}: two kids were mixed up, or swapped in the set.`,
	'why-kid-absent':
		'The key may have been rotated since, or the keys are of another issuer or environment, or the token is forged. That cannot be told without the key that is missing.',
	'why-none-fits':
		'The key may have been rotated since, or the keys are of another issuer, or the token was changed or forged. The signature alone does not tell these apart.',
	'why-crit': (names) =>
		`The header demands an extension that is not known here: ${names}. It may change what is signed, so that this says nothing of the token.`,
	'keys-older': (fetched, issued) =>
		`These keys were fetched at ${fetched}; the token says that it was issued later, at ${issued}. A key that came in between is not among them.`,
	'tell-fetch-again': 'Fetching the keys of its issuer again would tell whether there is a newer one.',
	'tell-issuer': (iss) => `The token calls its issuer ${iss}: are these the keys of it?`,
	'tell-secret-form':
		'The same characters stand for other bytes as text, base64url or hex: another form may fit.',

	'browser-cannot': (alg) =>
		`This browser cannot check ${alg}. The token may well be good: a server or a library that knows ${alg} can tell.`,
	'browser-cannot-yet': (alg) =>
		`No keys yet. Not every browser can check ${alg}; whether this one can is seen as soon as there is a key.`,
	'alg-unknown': (alg) => `The alg ${alg} is not known here, so nothing can be said of the signature.`,
	'alg-missing': 'The header has no alg that is text: what kind of signature it is cannot be known.',
	'alg-none': 'It says alg none: it is not signed, and anybody can have written it.',
	'alg-none-with-signature':
		'It says alg none and has a third part all the same. By RFC 7518 that part has to be empty; it proves nothing.',
	'no-keys-yet': (alg) => `No keys yet: the public keys of the issuer are needed to check ${alg}.`,
	'no-secret-yet': (alg) =>
		`No secret yet: ${alg} is checked with the secret that issuer and client share, and with nothing else.`,
	'no-key-for': (alg, kinds) => `None of these keys is for ${alg}, which goes with ${kinds}.`,
	'proof-without-key':
		'A proof is checked with the public key in its header (jwk), and there is none that can be read.',
	'proof-key-kind': (alg, kinds) => `The key in its header is not for ${alg}, which goes with ${kinds}.`,
	'proof-of-secret': (alg) =>
		`A proof is signed with a private key. ${alg} is made with a shared secret, so there is no key to check it with.`,
	'named-for-else': (kid, what) => `The key ${kid} is there but for something else (${what}).`,
	'keys-unusable': (count) => `Of the keys that could have made it, none can be used (${count} tried).`,
	'signature-missing': 'Its third part is empty: the signature was cut off, or there never was one.',
	'signature-not-base64url': (character) =>
		`The signature is not base64url: character ${character} does not belong there. Something changed it on the way.`,
	'not-compact': (count) => `A signed token has three parts with two dots between them. This has ${count}.`,
	'encrypted-token': 'It has five parts: it is encrypted. A signature may be inside; open it first.',
	'header-unreadable': 'The first part is no JSON object in base64url.',

	'secret-makes-too':
		'Whoever can check this token with the secret can also make one. It proves nothing to a third person, and the secret must not be in an app that others can open.',
	'secret-short': (alg, bytes, wanted) =>
		`The secret has ${bytes} bytes. RFC 7518 wants ${wanted} or more for ${alg}: a shorter one can be guessed from a single token.`,
	'carries-key': (name) =>
		`The header brings a key of its own (${name}). It is not used: anybody can put one there.`,
	'carries-fitting-key': (name) =>
		`The header brings a key of its own (${name}), and the signature fits it. That proves nothing: who forges a token puts his own key into it.`,
	'carries-known-key': (name, key) => `The header brings a key (${name}) that is also among yours: ${key}.`,
	'carries-address': (name, url) =>
		`The header names an address for keys (${name}: ${url}). It was not fetched: who forges a token can name any.`,
	'crit-unknown': (names) =>
		`crit demands ${names}, which is not known here. A reader that does not know it has to refuse the token. That does not make it forged.`,
	'crit-malformed':
		'crit is not as RFC 7515 wants it: a list with names that are in the header, each once. A reader has to refuse the token.',
	'payload-detached':
		'The second part is empty. Perhaps the content is carried apart; without it nothing can be checked.',
	'payload-unencoded': 'b64 is false: the content was signed as it is written, and was checked that way.',
	'payload-unencoded-jwt': 'A JWT must not be signed like that (RFC 7797 §7).',
	'b64-not-critical':
		'b64 is false and crit does not name it, as RFC 7797 wants: readers will not agree on what was signed.',
	'header-doubled': (names) =>
		`The header has a name more than once: ${names}. Readers do not agree on which of them counts; here it is the last.`,

	'opened-by': (alg, enc) =>
		`Opened: the key by ${alg}, the content by ${enc}. Nobody changed it since it was locked.`,
	'opened-nested':
		'Inside is another token. Being encrypted says nothing of who wrote it: check that one’s signature.',
	'opened-claims':
		'Inside are claims without a signature. With a public key anybody can lock such a token, so they prove nothing of who wrote them.',
	'opened-text': 'Inside is text that is neither a token nor a JSON object.',
	'opened-bytes': (count) => `Inside are ${count} bytes that are no text.`,
	'opened-compressed': 'The content was compressed before it was locked (zip).',
	'opened-for-else': (name, value) =>
		`The key says of itself that it is for something else (${name}: ${value}). It was used because you gave it.`
};

/** Says in English what is told of keys; phrases of checks stand in some of the sentences. */
export const readKeyNote = readerOf(
	{ ...valuePhrases, ...keyPhrases, ...keyNoteTexts },
	valuePhrases['not-known']
);
