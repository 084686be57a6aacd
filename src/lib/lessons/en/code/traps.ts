import type { Citation } from '$lib/lexicon/citations';
import type { SnippetTrap } from '$lib/lexicon/snippets';

/** What goes wrong with a step in code, beside the code of it. */
export const trapTexts: Record<SnippetTrap, { title: string; text: string; rfc: Citation }> = {
	origin: {
		title: 'A single-page application at Microsoft Entra ID',
		text: 'It redeems the code of such a client only from a request with an Origin header (else AADSTS9002327). A browser writes that header itself, any other program has to.',
		rfc: 'WHATWG Fetch §3.3'
	},
	'form-not-json': {
		title: 'A form, not JSON',
		text: 'The token endpoint takes a form. A body of JSON has none of the parameters in it that the server looks for.',
		rfc: 'RFC 6749 §4.1.3'
	},
	plus: {
		title: 'A plus in a form is a space',
		text: 'A value with + in it is sent as %2B. Let a function that is made for forms encode each value.',
		rfc: 'RFC 6749 Appendix B'
	},
	padding: {
		title: 'No = at the end',
		text: 'The challenge is base64url: - and _ in the place of + and /, and nothing added at the end.',
		rfc: 'RFC 7636 Appendix A'
	},
	hex: {
		title: 'The octets, not their hexadecimal spelling',
		text: 'Many functions give a digest in hexadecimal. What is encoded are its 32 octets: the challenge has 43 characters.',
		rfc: 'RFC 7636 §4.2'
	},
	'double-encoding': {
		title: 'Encoded once, decoded once',
		text: 'A value that is encoded by hand and by the library as well has %25 in it. It is then another redirect URI, another state, another code.',
		rfc: 'RFC 6749 Appendix B'
	},
	'weak-random': {
		title: 'A generator that is made for secrets',
		text: 'Math.random and its like can be predicted. Take the one for cryptography, with 32 octets at least.',
		rfc: 'RFC 7636 §7.1'
	},
	'state-unchecked': {
		title: 'First the state',
		text: 'An answer with another state is not the answer to your request: somebody may have slipped it in. Compare before you use the code.',
		rfc: 'RFC 6749 §10.12'
	},
	'decoded-only': {
		title: 'Decoded is not verified',
		text: 'Anybody can write a token that can be decoded. Verify the signature by the keys of the server; then compare iss, aud, exp and nonce.',
		rfc: 'OIDC Core §3.1.3.7'
	},
	'secret-in-app': {
		title: 'No secret in an app or a page',
		text: 'Whoever has the app can read what is in it. Such a client is a public one, and is registered without a secret.',
		rfc: 'RFC 6749 §2.1'
	}
};
