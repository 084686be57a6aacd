import type { KeyFaultReason, OpenFaultReason, SecretFaultReason } from '$lib/lexicon/key-notes';

/** What was wrong with something pasted, and what to do. */
export interface Advice {
	what: string;
	do: string;
}

export const keyFaultTexts: Record<KeyFaultReason, Advice> = {
	empty: { what: 'There is nothing in it.', do: 'Paste a JWK Set, a JWK, PEM or a certificate.' },
	'too-long': {
		what: 'It has more than 5,000,000 characters.',
		do: 'Paste the keys alone: a set of a thousand keys is far shorter.'
	},
	html: {
		what: 'This is a page (HTML), no keys.',
		do: 'Open the jwks_uri of the metadata itself, and paste the JSON that it gives.'
	},
	address: {
		what: 'This is an address, and not what is there.',
		do: 'Load the keys from it, or open it in a tab and paste what it shows.'
	},
	metadata: {
		what: 'This is the metadata of a server. It names the address of its keys (jwks_uri), and does not hold them.',
		do: 'Load the keys from that address, or open it in a tab and paste what it shows.'
	},
	token: {
		what: 'This is a token, no key.',
		do: 'It belongs in the field for tokens. Here the public keys of its issuer are wanted.'
	},
	'encrypted-token': {
		what: 'This is an encrypted token, no key.',
		do: 'It belongs in the field for tokens. Here the key that opens it is wanted.'
	},
	'not-json': {
		what: 'It begins like JSON and is none.',
		do: 'Look at the place that is named; often the end was cut off. Paste it whole.'
	},
	'json-of-else': {
		what: 'It is JSON, but neither a JWK Set ("keys"), nor a JWK ("kty"), nor a list of them.',
		do: 'Paste what the jwks_uri of the server gives.'
	},
	'no-keys': { what: 'It is a list of keys with no key in it.', do: 'Paste it with the keys.' },
	'only-secrets': {
		what: 'It holds a shared secret (kty oct), and no public key.',
		do: 'Type it as the secret: its k is base64url.'
	},
	'none-usable': {
		what: 'None of its keys can be used.',
		do: 'What is wrong with the first is said beside it. Fetch the keys again from where they came.'
	},
	'pem-cut': {
		what: 'A line BEGIN has no line END of the same name behind it.',
		do: 'The end was cut off: copy it whole, with both lines.'
	},
	'pem-character': {
		what: 'Between BEGIN and END stands a character that base64 does not have.',
		do: 'Look at the place that is named; line numbers and dots of a terminal do not belong to it.'
	},
	'pem-damaged': {
		what: 'What stands between BEGIN and END is not what the lines say, or damaged.',
		do: 'Copy it again. Of a certificate, check that it was not cut.'
	},
	'pem-encrypted': {
		what: 'This private key is locked with a password, which is not asked for here.',
		do: 'Take its public half: openssl pkey -in key.pem -pubout'
	},
	'pem-request': {
		what: 'This is the request for a certificate, and not the certificate.',
		do: 'Paste the certificate, or take the key out: openssl req -in request.pem -noout -pubkey'
	},
	'pem-openssh': {
		what: 'This is a key in the form of OpenSSH.',
		do: 'Convert the public half: ssh-keygen -e -m PKCS8 -f key.pub'
	},
	'pem-pgp': {
		what: 'This is a key of PGP, which signs mail and files. No token is signed with it.',
		do: 'Paste the public keys of the issuer.'
	},
	'pem-label': {
		what: 'This kind of PEM holds no key that is known here.',
		do: 'PUBLIC KEY, RSA PUBLIC KEY, CERTIFICATE and private keys are read.'
	},
	'kind-not-here': {
		what: 'This browser cannot read keys of this kind.',
		do: 'The key may well be good: a server or a library that knows its kind can use it.'
	},
	'ssh-line': {
		what: 'This is a public key in the form of OpenSSH.',
		do: 'Convert it: ssh-keygen -e -m PKCS8 -f key.pub'
	},
	unknown: {
		what: 'This is no form of keys that is known here.',
		do: 'Paste a JWK Set, a JWK, PEM with its lines BEGIN and END, or a certificate.'
	}
};

export const openFaultTexts: Record<OpenFaultReason, Advice> = {
	'not-five-parts': {
		what: 'An encrypted token has five parts with four dots between them.',
		do: 'Check that it was copied whole.'
	},
	'header-unreadable': {
		what: 'The first part is no JSON object in base64url.',
		do: 'Copy the token again.'
	},
	'part-malformed': {
		what: 'This part is not as it has to be: of another length, or not base64url.',
		do: 'The token was changed or cut on the way. Copy it again.'
	},
	'alg-missing': { what: 'The header has no alg that is text.', do: 'Ask whoever made the token.' },
	'alg-not-here': {
		what: 'This browser cannot open tokens of this alg.',
		do: 'The token may well be good: a library that knows the alg can open it.'
	},
	rsa1_5: {
		what: 'RSA1_5 is not opened here. Its padding gives keys away to whoever may ask often enough, and the library that is used here has left it out.',
		do: 'Have the issuer use RSA-OAEP-256, or open it with a library of your own.'
	},
	'enc-not-here': {
		what: 'The content is locked by an enc that is not known here.',
		do: 'A library that knows it can open it.'
	},
	'crit-not-understood': {
		what: 'crit demands an extension that is not known here, so the token may not be opened (RFC 7516 §4.1.13).',
		do: 'Use a library that knows the extension.'
	},
	'zip-unknown': {
		what: 'The content is compressed in a way other than DEF.',
		do: 'Ask whoever made the token.'
	},
	'too-many-rounds': {
		what: 'p2c demands more than 1,000,000 rounds, which would keep this device busy.',
		do: 'Open it with a library of your own if you trust where it came from.'
	},
	'inflates-too-far': {
		what: 'The content is damaged, or becomes more than 5,000,000 bytes when it is unpacked.',
		do: 'Open it with a library of your own if you trust where it came from.'
	},
	'no-key': { what: 'No key yet.', do: 'Paste the private key, or type the secret, that it was locked for.' },
	'key-unreadable': {
		what: 'The key cannot be read.',
		do: 'Paste a private JWK or PEM, or type the secret.'
	},
	'key-of-another-kind': {
		what: 'The key is of another kind than the alg of the token takes.',
		do: 'RSA-OAEP takes an RSA key, ECDH-ES one of the curve in epk, the others a shared secret.'
	},
	'key-public': {
		what: 'This is a public key. It locks, and only the private one opens.',
		do: 'Paste the private key.'
	},
	'key-length': {
		what: 'The secret has another length than this alg takes.',
		do: 'Check the form in which it was typed: text, base64url and hex stand for other bytes.'
	},
	'key-too-short': {
		what: 'RFC 7518 wants RSA keys of 2048 bits or more, and shorter ones are not used here.',
		do: 'Have the key replaced.'
	},
	'header-incomplete': {
		what: 'The header lacks a member that this alg needs.',
		do: 'The token is not complete. Ask whoever made it.'
	},
	'header-malformed': {
		what: 'A member of the header is not as this alg needs it.',
		do: 'Ask whoever made the token.'
	},
	'wrong-key': {
		what: 'This key does not open the second part, which holds the key of the content.',
		do: 'It is the wrong key, or that part was changed. Check the kid in the header.'
	},
	changed: {
		what: 'The key is right: it opens the second part. The rest does not belong to it any more.',
		do: 'Header, iv, content or tag were changed on the way. Copy the token again.'
	},
	'does-not-open': {
		what: 'It does not open with this key.',
		do: 'The key is wrong or the token was changed: with this alg the two cannot be told apart.'
	}
};

export const secretFaultTexts: Record<SecretFaultReason, Advice> = {
	empty: { what: 'There is nothing in it.', do: 'Type the secret.' },
	'not-base64url': {
		what: 'This is not base64url: it has letters, digits, - and _ only.',
		do: 'Look at the character that is named, or choose another form.'
	},
	'not-base64': {
		what: 'This is not base64.',
		do: 'Look at the character that is named, or choose another form.'
	},
	'not-hex': {
		what: 'This is not hexadecimal: it has the digits 0 to 9 and a to f only.',
		do: 'Look at the character that is named, or choose another form.'
	},
	'odd-hex': {
		what: 'Hexadecimal has two digits for each byte, and here one is missing.',
		do: 'Check that it was copied whole.'
	}
};
