import type { Pair } from '$lib/wire/form';
import type { HttpRequest } from '$lib/wire/http';
import { phpLiteral as text } from '../literals';
import { authorizationStart, formOf, headersOf } from '../message';
import type { Scene } from '../scene';
import { refusals, usualTraps, type Language } from '../snippet';

const program = (imports: readonly string[], main: string, lines: readonly string[], more = ''): string =>
	`${imports.map((name) => `import '${name}';\n`).join('')}${imports.length > 0 ? '\n' : ''}${more}${main} {
${lines.map((line) => (line === '' ? '' : `  ${line}`)).join('\n')}
}
`;

const plain = 'void main()';
const asynchronous = 'Future<void> main() async';

/** Encodes a `+` as `%2B`, and a space as `+`, as forms have it. */
const fieldFunction = `String field(String name, String value) =>
    Uri.encodeQueryComponent(name) + '=' + Uri.encodeQueryComponent(value);

`;

const joined = (name: string, pairs: readonly Pair[]): string[] => [
	`final ${name} = [`,
	...pairs.map(([key, value]) => `  field(${text(key)}, ${text(value)}),`),
	`].join('&');`
];

function send(request: HttpRequest): string {
	const form = formOf(request);
	const body = form ? 'form' : request.body === undefined ? undefined : text(request.body);
	return program(
		['package:http/http.dart'],
		asynchronous,
		[
			...(form ? joined('form', form) : []),
			`final request = Request(${text(request.method)}, Uri.parse(${text(request.url)}));`,
			'request.followRedirects = false;',
			...headersOf(request).map(([name, value]) => `request.headers[${text(name)}] = ${text(value)};`),
			...(body === undefined ? [] : [`request.body = ${body};`]),
			'final answer = await Response.fromStream(await request.send());',
			'print(answer.statusCode);',
			'print(answer.body);'
		],
		form ? fieldFunction : ''
	);
}

const refuse = (words: string): string[] => [`  stderr.writeln(${words});`, '  exit(1);', '}'];

const callback = ({ callbackUrl, values, hasState, issuer, issuerInAnswer }: Scene): string =>
	program(['dart:io'], plain, [
		`final came = ${text(callbackUrl)};`,
		...(hasState ? [`final state = ${text(values.state.text)};`] : []),
		`final issuer = ${text(issuer)};`,
		'',
		'final answer = Uri.parse(came).queryParameters;',
		hasState ? `if (answer['state'] != state) {` : `if (answer.containsKey('state')) {`,
		...refuse(text(hasState ? refusals.state : refusals.unaskedState)),
		`if (${issuerInAnswer ? `answer['iss']` : `(answer['iss'] ?? issuer)`} != issuer) {`,
		...refuse(text(refusals.issuer)),
		`if (!answer.containsKey('code')) {`,
		...refuse(`${text(refusals.error)} + (answer['error'] ?? '')`),
		`print(answer['code']);`
	]);

const tokens = ({ values, hasNonce, jwksUri = '', clientId, issuer, signatures }: Scene): string =>
	program(['dart:convert', 'dart:io', 'package:jose/jose.dart'], asynchronous, [
		`final idToken = ${text(values.id_token.text)};`,
		...(hasNonce ? [`final nonce = ${text(values.nonce.text)};`] : []),
		'',
		`final keys = JsonWebKeyStore()..addKeySetUrl(Uri.parse(${text(jwksUri)}));`,
		'final token = await JsonWebToken.decodeAndVerify(',
		'  idToken,',
		'  keys,',
		`  allowedArguments: [${signatures.map(text).join(', ')}],`,
		');',
		'final claims = token.claims;',
		'final faults = claims.validate(',
		`  issuer: Uri.parse(${text(issuer)}),`,
		`  clientId: ${text(clientId)},`,
		');',
		'if (faults.isNotEmpty) {',
		...refuse('faults.first'),
		`if (['sub', 'exp', 'iat'].any((name) => claims[name] == null)) {`,
		...refuse(text(refusals.claims)),
		...(hasNonce ? [`if (claims['nonce'] != nonce) {`, ...refuse(text(refusals.nonce))] : []),
		'print(jsonEncode(claims.toJson()));'
	]);

const http = 'dart pub add http';

export const dart: Language = {
	id: 'dart',
	file: (step) => `${step}.dart`,
	install: {
		configure: http,
		challenge: 'dart pub add crypto',
		exchange: http,
		tokens: 'dart pub add jose',
		call: http,
		renew: http
	},
	steps: {
		configure: ({ requests }) => send(requests.configure),
		verifier: () =>
			program(['dart:convert', 'dart:math'], plain, [
				'// 32 random octets: 43 characters of base64url, without padding (RFC 7636 §4.1)',
				'final random = Random.secure();',
				'final octets = List<int>.generate(32, (_) => random.nextInt(256));',
				`print(base64UrlEncode(octets).replaceAll('=', ''));`
			]),
		challenge: ({ values: { verifier } }) =>
			program(['dart:convert', 'package:crypto/crypto.dart'], plain, [
				`final verifier = ${text(verifier.text)};`,
				'',
				'// The octets of the digest, not its hexadecimal spelling (RFC 7636 §4.2)',
				'final digest = sha256.convert(ascii.encode(verifier));',
				`print(base64UrlEncode(digest.bytes).replaceAll('=', ''));`
			]),
		authorize: (scene) =>
			program(
				[],
				plain,
				[...joined('query', scene.authorization), `print(${text(authorizationStart(scene))} + query);`],
				fieldFunction
			),
		callback,
		exchange: ({ requests }) => send(requests.exchange),
		tokens,
		call: ({ requests }) => send(requests.call),
		renew: ({ requests }) => send(requests.renew)
	},
	traps: usualTraps
};
