import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPastedTokens, type PastedToken } from '$lib/message/pasted/read';
import { forgeToken } from '../../../fixtures/tokens';

const base = (text: string | Uint8Array): string => Buffer.from(text).toString('base64url');
const signed = (claims: object, alg = 'RS256', octets = 256): string =>
	`${base(JSON.stringify({ alg, kid: 'k' }))}.${base(JSON.stringify(claims))}.${base(new Uint8Array(octets).fill(7))}`;
const id = signed({ iss: 'https://issuer.example', sub: 'a', nonce: 'n' });
const access = signed({ iss: 'https://issuer.example', scope: 'a b' }, 'ES256', 64);
const opaque = 'v1.MjY4_0fPq3s-hq28Xa9';
const jwe = `${base('{"alg":"dir","enc":"A256GCM"}')}..${base('123456789012')}.${base('hidden')}.${base('1234567890123456')}`;

const read = (text: string): readonly PastedToken[] => readPastedTokens(text).tokens;
const texts = (text: string): [string | undefined, string][] =>
	read(text).map(({ name, text }) => [name, text]);

describe('readPastedTokens: one token', () => {
	it.each([
		['as it is', id, []],
		['with blanks around it', `  ${id}\n`, []],
		['with the scheme of a header', `Bearer ${id}`, ['scheme']],
		['with a proof', `DPoP ${id}`, ['scheme']],
		['with a whole header', `Authorization: Bearer ${id}`, ['scheme']],
		['in quotes', `"${id}"`, ['quotes']],
		['in single quotes and a comma', `'${id}',`, ['quotes']],
		['in quotes of a word processor', `\u201C${id}\u201D`, ['quotes']],
		['in a fence', `\`\`\`text\n${id}\n\`\`\``, ['fence']],
		['with a byte order mark', `\uFEFF${id}`, ['byte-order-mark']],
		['with signs that nobody sees', `${id.slice(0, 9)}\u200B${id.slice(9)}`, ['invisible']],
		['over lines', id.replace(/.{64}/g, '$&\n'), ['line-breaks']],
		['over lines of another system', id.replace(/.{76}/g, '$&\r\n'), ['line-breaks']],
		['encoded for an address', `Bearer%20${id}`, ['scheme']],
		['with dots encoded', id.replaceAll('.', '%2E'), ['percent-encoding']],
		['as text of JSON', JSON.stringify(`Bearer ${id}`), ['quotes', 'scheme']]
	])('%s', (_, pasted, mended) => {
		const [token, ...others] = read(pasted);
		expect(others).toEqual([]);
		expect(token).toMatchObject({ text: id, form: 'jws' });
		expect([...(token?.mended ?? [])].sort()).toEqual([...mended].sort());
	});

	it.each([
		['encrypted', jwe, 'jwe'],
		['cut off', id.slice(0, 60), 'broken'],
		['with a foreign character', id.replace(/.$/, '*'), 'broken'],
		['without signature', id.slice(0, id.lastIndexOf('.')), 'broken'],
		['with disclosures', `${id}~WyJzYWx0IiwibmFtZSIsIloiXQ~`, 'sd-jwt'],
		['opaque', opaque, 'opaque'],
		['a short one', 'abc', 'opaque']
	])('is known by its form: %s', (_, pasted, form) => {
		expect(read(pasted)).toEqual([{ text: pasted, form, mended: [] }]);
	});
});

describe('readPastedTokens: several', () => {
	it.each([
		['on lines of their own', `${id}\n${access}`],
		['with an empty line between them', `${id}\n\n${access}\n`],
		['with a blank', `${id} ${access}`],
		['with a comma', `${id},${access}`],
		['with a comma, in quotes', `"${id}", "${access}"`],
		['in a list of JSON', JSON.stringify([id, access])],
		['in sentences', `The first is ${id} and the other one (${access}).`],
		['over lines, both', `${id.replace(/.{64}/g, '$&\n')}\n${access.replace(/.{64}/g, '$&\n')}`]
	])('%s', (_, pasted) => {
		expect(read(pasted).map(({ text }) => text)).toEqual([id, access]);
	});

	it.each([
		['with colons', `id_token: ${id}\naccess_token: ${opaque}`],
		['with signs of equality', `id_token=${id}\naccess_token=${opaque}`],
		['as members', `"id_token": "${id}",\n"access_token": "${opaque}",`],
		['as an answer', JSON.stringify({ id_token: id, access_token: opaque, expires_in: 3600 }, null, 2)],
		['as an answer in a text', JSON.stringify(JSON.stringify({ id_token: id, access_token: opaque }))],
		['as a fragment', `#id_token=${id}&access_token=${opaque}&state=x`],
		['as a callback', `https://app.example/cb?x=1#id_token=${id}&access_token=${opaque}&token_type=Bearer`],
		['as a form', `grant_type=x&id_token=${id}&access_token=${opaque}`],
		[
			'as an HTTP message',
			`HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n${JSON.stringify({ id_token: id, access_token: opaque })}`
		],
		['in storage', JSON.stringify({ user: { body: { id_token: id, access_token: opaque, scope: 'a' } } })],
		['in a line of a log', `12:00 got {"id_token":"${id}","access_token":"${opaque}"} from the server`],
		['in an answer that was cut off', `{"id_token":"${id}","access_token":"${opaque}","expires_in":36`],
		['in cookies', `Set-Cookie: id_token=${id}; Path=/\nSet-Cookie: access_token=${opaque}; Secure`],
		[
			'escaped in a log',
			`12:00 got {\\"id_token\\":\\"${id}\\",\\"access_token\\":\\"${opaque}\\"} from the server`
		]
	])('with their names: %s', (_, pasted) => {
		expect(texts(pasted)).toEqual([
			['id_token', id],
			['access_token', opaque]
		]);
	});

	it('in a command, with its answer', () => {
		const command = `curl -X POST https://as.example/token -H 'DPoP: ${access}' -d 'grant_type=refresh_token&refresh_token=${opaque}'\n{"access_token":"${id}","token_type":"DPoP"}`;
		expect(texts(command)).toEqual([
			['DPoP', access],
			['refresh_token', opaque],
			['access_token', id]
		]);
		expect(readPastedTokens(command).response).toEqual({ access_token: id, token_type: 'DPoP' });
	});

	it('in the head of a request', () => {
		const head = `GET /timesheets HTTP/1.1\nHost: api.example\nAuthorization: DPoP ${id}\nDPoP: ${access}\n\n`;
		expect(texts(head)).toEqual([
			[undefined, id],
			['DPoP', access]
		]);
	});

	it('in a curl with a bearer token', () => {
		expect(texts(`curl https://api.example/ -H "Authorization: Bearer ${opaque}"`)).toEqual([
			[undefined, opaque]
		]);
	});
});

describe('readPastedTokens: as documents write them', () => {
	it('RFC 7519 §3.1: parts and dots on lines of their own', () => {
		const written = `eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9
     .
     eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFt
     cGxlLmNvbS9pc19yb290Ijp0cnVlfQ
     .
     dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk`;
		expect(read(written)).toEqual([
			{ text: written.replace(/\s/g, ''), form: 'jws', mended: ['line-breaks'] }
		]);
	});

	it('in a program', () => {
		expect(texts(`const accessToken = '${opaque}'; // good for an hour`)).toEqual([['accessToken', opaque]]);
		expect(texts(`let t = '${id}';`)).toEqual([[undefined, id]]);
	});

	it('opaque ones on lines of their own, and none among words', () => {
		expect(read(`${opaque}\n${opaque}`).map(({ text }) => text)).toEqual([opaque, opaque]);
		expect(read(`It is\n${opaque}\nas they say`)).toEqual([]);
		expect(read(`They sent Bearer ${opaque} in it`).map(({ text, mended }) => [text, mended])).toEqual([
			[opaque, ['scheme']]
		]);
	});

	it('a JWT, and an opaque one in the next line', () => {
		expect(read(`${id}\n${opaque}`).map(({ text }) => text)).toEqual([id, opaque]);
	});

	it('what is encrypted, over lines and beside another', () => {
		expect(read(`${jwe.replace(/.{30}/g, '$&\n')}\n${jwe}`).map(({ text }) => text)).toEqual([jwe, jwe]);
	});
});

describe('readPastedTokens: the answer around them', () => {
	it('is kept as it was written', () => {
		const answer = { access_token: opaque, token_type: 'Bearer', expires_in: 60 };
		expect(readPastedTokens(JSON.stringify(answer)).response).toEqual(answer);
	});

	it('is that of a callback too', () => {
		const { response } = readPastedTokens(`https://app.example/#access_token=${opaque}&expires_in=60`);
		expect(response).toEqual({ access_token: opaque, expires_in: '60' });
	});

	it('is not there for a token alone', () => {
		expect(readPastedTokens(id)).not.toHaveProperty('response');
	});
});

describe('readPastedTokens: JSON serialization', () => {
	const [header = '', payload = '', signature = ''] = id.split('.');

	it('RFC 7515 §7.2.2: flattened', () => {
		expect(read(JSON.stringify({ payload, protected: header, signature }))).toEqual([
			{ text: id, form: 'jws', mended: ['json-serialization'] }
		]);
	});

	it('RFC 7515 §7.2.1: general, and an unprotected header is left out', () => {
		const general = {
			payload,
			signatures: [
				{ protected: header, signature },
				{ header: { kid: 'x' }, protected: header, signature }
			]
		};
		expect(read(JSON.stringify(general))).toEqual([
			{ name: 'signatures[0]', text: id, form: 'jws', mended: ['json-serialization'] },
			{ name: 'signatures[1]', text: id, form: 'jws', mended: ['json-serialization', 'unprotected-header'] }
		]);
	});

	it('RFC 7516 §7.2.2: encrypted', () => {
		const [head = '', , iv, ciphertext, tag] = jwe.split('.');
		expect(read(JSON.stringify({ protected: head, iv, ciphertext, tag }))).toEqual([
			{ text: jwe, form: 'jwe', mended: ['json-serialization'] }
		]);
	});
});

describe('readPastedTokens: JSON serialization of several recipients', () => {
	it('RFC 7516 §7.2: makes one of each, and says that aad has no place', () => {
		const [head = '', , iv, ciphertext, tag] = jwe.split('.');
		const recipients = [{ encrypted_key: 'AAAA' }, { header: { kid: 'x' }, encrypted_key: 'BBBB' }];
		const tokens = read(JSON.stringify({ protected: head, recipients, iv, ciphertext, tag, aad: 'e30' }));
		expect(tokens.map(({ name, text, mended }) => [name, text.split('.')[1], mended])).toEqual([
			['recipients[0]', 'AAAA', ['json-serialization', 'additional-data']],
			['recipients[1]', 'BBBB', ['json-serialization', 'unprotected-header', 'additional-data']]
		]);
	});
});

describe('readPastedTokens: what is none', () => {
	it.each([
		'',
		'   \n ',
		'What is wrong with my token?',
		'https://issuer.example/',
		'com.example.app:/callback?code=abc&state=d',
		'?code=abc&state=d',
		'code=abc&state=d',
		'{"error":',
		'<html>',
		'{}',
		'[1,2]',
		'{"error":"invalid_grant"}',
		'Authorization: Basic dXNlcjpwYXNzd29yZA=='
	])('%j', (text) => {
		expect(read(text)).toEqual([]);
	});
});

it('RFC 7519 §5.2: a JWT in a JWT is one of its own', () => {
	const outer = `${base('{"alg":"RS256","cty":"JWT"}')}.${base(id)}.${base('sig')}`;
	expect(read(outer).map(({ text, form }) => [text, form])).toEqual([
		[outer, 'broken'],
		[id, 'jws']
	]);
});

describe('readPastedTokens: whatever comes', () => {
	const noise = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.json().map(String));

	it('never throws', () => {
		fc.assert(fc.property(noise, (text) => void readPastedTokens(text)));
	});

	it('finds a token among other words', () => {
		const words = fc.array(fc.constantFrom('the', 'token', 'is', 'here:', '->', '1.', 'eh'), {
			maxLength: 5
		});
		fc.assert(
			fc.property(words, words, (before, after) => {
				const text = [...before, id, ...after].join(' ');
				expect(read(text).map((token) => token.text)).toContain(id);
			})
		);
	});

	it('joins a token, wherever it was broken', () => {
		fc.assert(
			fc.property(fc.integer({ min: 20, max: 200 }), (width) => {
				const token = signed({ sub: 'x'.repeat(400) });
				const broken = token.replace(new RegExp(`.{${width}}`, 'g'), '$&\n');
				expect(read(broken).map(({ text }) => text)).toEqual([token]);
			})
		);
	});

	it.each([
		...[
			`${forgeToken({ alg: 'RS256' }, {})}\n`,
			'eyJhbGciOiJSUzI1NiJ9.',
			'eyJhbGciOiJSUzI1NiJ9\n',
			'eyJ\n',
			'e',
			'.',
			'-',
			'~'
		],
		...[
			'"',
			'\\"',
			'{"a":',
			'[',
			'```\n',
			'a=b&',
			'#a',
			'%41',
			').',
			'a ',
			'\u200B',
			'Bearer ',
			'access_token=',
			"curl '"
		]
	])('a long row of %j is read at once', (piece) => {
		expect(readPastedTokens(piece.repeat(100_000 / piece.length)).tokens).toBeInstanceOf(Array);
	});
});
