import type { Pair } from '$lib/wire/form';
import type { HttpRequest } from '$lib/wire/http';
import { kotlinLiteral as text } from '../literals';
import { authorizationStart, formOf, headersOf, strictAddress } from '../message';
import { restrictedIn } from './java';
import type { Scene } from '../scene';
import { refusals, usualTraps, type Language } from '../snippet';

const program = (imports: readonly string[], lines: readonly string[], more = ''): string =>
	`${[...imports]
		.sort()
		.map((name) => `import ${name}\n`)
		.join('')}
${more}fun main() {
${lines.map((line) => (line === '' ? '' : `    ${line}`)).join('\n')}
}
`;

/** Encodes a `+` as `%2B`, and a space as `+`, as forms have it. */
const encodeFunction = `fun encode(text: String): String = URLEncoder.encode(text, "UTF-8")

`;

const joined = (name: string, pairs: readonly Pair[]): string[] => [
	`val ${name} = listOf(`,
	...pairs.map(
		([key, value], index) => `    ${text(key)} to ${text(value)}${index === pairs.length - 1 ? '' : ','}`
	),
	').joinToString("&") { (name, value) -> encode(name) + "=" + encode(value) }'
];

/** What a connection of the JVM leaves out, unless it is told to send it; one of Android sends it. */
const leftOut: ReadonlySet<string> = new Set([
	...['access-control-request-headers', 'access-control-request-method', 'connection', 'content-length'],
	...[
		'content-transfer-encoding',
		'host',
		'keep-alive',
		'origin',
		'trailer',
		'transfer-encoding',
		'upgrade',
		'via'
	]
]);

const bodyOf = (request: HttpRequest): string | undefined =>
	formOf(request) ? 'form' : request.body === undefined ? undefined : text(request.body);

/** By what both Android and the JVM have. */
export function sendByConnection(request: HttpRequest): string {
	const form = formOf(request);
	const body = bodyOf(request);
	const isTold = headersOf(request).some(([name]) => leftOut.has(name.toLowerCase()));
	return program(
		['java.net.HttpURLConnection', 'java.net.URL', ...(form ? ['java.net.URLEncoder'] : [])],
		[
			...(isTold ? ['System.setProperty("sun.net.http.allowRestrictedHeaders", "true")'] : []),
			...(form ? joined('form', form) : []),
			`val request = URL(${text(request.url)}).openConnection() as HttpURLConnection`,
			`request.requestMethod = ${text(request.method)}`,
			'request.instanceFollowRedirects = false',
			'request.readTimeout = 30_000',
			...headersOf(request).map(
				([name, value]) => `request.setRequestProperty(${text(name)}, ${text(value)})`
			),
			...(body === undefined
				? []
				: ['request.doOutput = true', `request.outputStream.use { it.write(${body}.toByteArray()) }`]),
			'val status = request.responseCode',
			'val answer = if (status < 400) request.inputStream else request.errorStream',
			'println(status)',
			'println(answer?.bufferedReader()?.readText().orEmpty())'
		],
		form ? encodeFunction : ''
	);
}

/** Of the JVM alone, for a method that its connections do not know. */
function sendByClient(request: HttpRequest): string {
	const form = formOf(request);
	const body = bodyOf(request);
	const publisher = body === undefined ? 'noBody()' : `ofString(${body})`;
	return program(
		[
			...['URI', 'http.HttpClient', 'http.HttpRequest', 'http.HttpResponse'].map(
				(name) => `java.net.${name}`
			),
			'java.time.Duration',
			...(form ? ['java.net.URLEncoder'] : [])
		],
		[
			'// On the JVM, where HttpURLConnection does not know this method; Android has no HttpClient',
			...restrictedIn(request),
			...(form ? joined('form', form) : []),
			`val request = HttpRequest.newBuilder(URI.create(${text(strictAddress(request.url))}))`,
			...headersOf(request, 'content-length').map(
				([name, value]) => `    .header(${text(name)}, ${text(value)})`
			),
			`    .method(${text(request.method)}, HttpRequest.BodyPublishers.${publisher})`,
			'    .timeout(Duration.ofSeconds(30))',
			'    .build()',
			'val answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString())',
			'println(answer.statusCode())',
			'println(answer.body())'
		],
		form ? encodeFunction : ''
	);
}

const connectionMethods = ['GET', 'POST', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'TRACE'];

const send = (request: HttpRequest): string =>
	connectionMethods.includes(request.method) ? sendByConnection(request) : sendByClient(request);

const refuse = (words: string): string[] => [`    System.err.println(${words})`, '    exitProcess(1)', '}'];

const callback = ({ callbackUrl, values, hasState, issuer, issuerInAnswer }: Scene): string =>
	program(
		['java.net.URLDecoder', 'kotlin.system.exitProcess'],
		[
			`val came = ${text(callbackUrl)}`,
			...(hasState ? [`val state = ${text(values.state.text)}`] : []),
			`val issuer = ${text(issuer)}`,
			'',
			`val query = came.substringBefore('#').substringAfter('?', "")`,
			`val answer = query.split('&').associate {`,
			`    decode(it.substringBefore('=')) to decode(it.substringAfter('=', ""))`,
			'}',
			hasState ? 'if (answer["state"] != state) {' : 'if ("state" in answer) {',
			...refuse(text(hasState ? refusals.state : refusals.unaskedState)),
			`if (${issuerInAnswer ? 'answer["iss"]' : '(answer["iss"] ?: issuer)'} != issuer) {`,
			...refuse(text(refusals.issuer)),
			'if ("code" !in answer) {',
			...refuse(`${text(refusals.error)} + answer["error"].orEmpty()`),
			'println(answer["code"])'
		],
		'fun decode(text: String): String = URLDecoder.decode(text, "UTF-8")\n\n'
	);

const tokens = ({ values, hasNonce, jwksUri, clientId, issuer, signatures }: Scene): string =>
	program(
		[
			'kotlin.system.exitProcess',
			'org.jose4j.jwa.AlgorithmConstraints.ConstraintType',
			'org.jose4j.jwk.HttpsJwks',
			'org.jose4j.jwt.consumer.JwtConsumerBuilder',
			'org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver'
		],
		[
			`val idToken = ${text(values.id_token.text)}`,
			...(hasNonce ? [`val nonce = ${text(values.nonce.text)}`] : []),
			'',
			`val keys = HttpsJwks(${text(jwksUri ?? '')})`,
			'val claims = JwtConsumerBuilder()',
			'    .setVerificationKeyResolver(HttpsJwksVerificationKeyResolver(keys))',
			`    .setJwsAlgorithmConstraints(ConstraintType.PERMIT, ${signatures.map(text).join(', ')})`,
			`    .setExpectedIssuer(${text(issuer)})`,
			`    .setExpectedAudience(${text(clientId)})`,
			'    .setRequireSubject()',
			'    .setRequireIssuedAt()',
			'    .setRequireExpirationTime()',
			'    .build()',
			'    .processToClaims(idToken)',
			...(hasNonce
				? ['if (claims.getStringClaimValue("nonce") != nonce) {', ...refuse(text(refusals.nonce))]
				: []),
			'println(claims.toJson())'
		]
	);

export const kotlin: Language = {
	id: 'kotlin',
	file: (step) => `${step}.kt`,
	install: { tokens: 'implementation("org.bitbucket.b_c:jose4j:0.9.6")' },
	steps: {
		configure: ({ requests }) => send(requests.configure),
		verifier: () =>
			program(
				['java.security.SecureRandom', 'java.util.Base64'],
				[
					'// 32 random octets: 43 characters of base64url, without padding (RFC 7636 §4.1)',
					'val octets = ByteArray(32).also { SecureRandom().nextBytes(it) }',
					'println(Base64.getUrlEncoder().withoutPadding().encodeToString(octets))'
				]
			),
		challenge: ({ values: { verifier } }) =>
			program(
				['java.security.MessageDigest', 'java.util.Base64'],
				[
					`val verifier = ${text(verifier.text)}`,
					'',
					'// The octets of the digest, not its hexadecimal spelling (RFC 7636 §4.2)',
					'val digest = MessageDigest.getInstance("SHA-256")',
					'    .digest(verifier.toByteArray(Charsets.US_ASCII))',
					'println(Base64.getUrlEncoder().withoutPadding().encodeToString(digest))'
				]
			),
		authorize: (scene) =>
			program(
				['java.net.URLEncoder'],
				[...joined('query', scene.authorization), `println(${text(authorizationStart(scene))} + query)`],
				encodeFunction
			),
		callback,
		exchange: ({ requests }) => send(requests.exchange),
		tokens,
		call: ({ requests }) => send(requests.call),
		renew: ({ requests }) => send(requests.renew)
	},
	traps: usualTraps
};
