import type { StepId } from '$lib/lexicon/steps';
import type { Pair } from '$lib/wire/form';
import type { HttpRequest } from '$lib/wire/http';
import { javaLiteral as text } from '../literals';
import { authorizationStart, formOf, headersOf, strictAddress } from '../message';
import type { Scene } from '../scene';
import { refusals, usualTraps, type Language } from '../snippet';

const className = (step: StepId): string => `${step.slice(0, 1).toUpperCase()}${step.slice(1)}`;

/** One class, which `java Name.java` runs as it is. */
const program = (step: StepId, imports: readonly string[], lines: readonly string[], more = ''): string =>
	`${[...imports]
		.sort()
		.map((name) => `import ${name};\n`)
		.join('')}
public class ${className(step)} {
    public static void main(String[] arguments) throws Exception {
${lines.map((line) => (line === '' ? '' : `        ${line}`)).join('\n')}
    }
${more}}
`;

/** Encodes a `+` as `%2B`, and a space as `+`, as forms have it. */
const fieldMethod = `
    private static String field(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
`;

const fieldImports = ['java.net.URLEncoder', 'java.nio.charset.StandardCharsets'];

const joined = (name: string, pairs: readonly Pair[]): string[] => [
	`String ${name} = String.join("&",`,
	...pairs.map(
		([key, value], index) =>
			`        field(${text(key)}, ${text(value)})${index === pairs.length - 1 ? ');' : ','}`
	)
];

const unsent: ReadonlySet<string> = new Set(['connection', 'expect', 'host', 'upgrade']);

/** The client of the JVM takes these headers only when it is told that it may. */
export function restrictedIn(request: HttpRequest): string[] {
	const names = headersOf(request).flatMap(([name]) => (unsent.has(name.toLowerCase()) ? [name] : []));
	return names.length === 0
		? []
		: [`System.setProperty("jdk.httpclient.allowRestrictedHeaders", ${text(names.join(','))})`];
}

function send(step: StepId, request: HttpRequest): string {
	const form = formOf(request);
	const body = form ? 'form' : request.body === undefined ? undefined : text(request.body);
	const publisher =
		body === undefined
			? 'HttpRequest.BodyPublishers.noBody()'
			: `HttpRequest.BodyPublishers.ofString(${body})`;
	return program(
		step,
		[
			'java.net.URI',
			'java.net.http.HttpClient',
			'java.net.http.HttpRequest',
			'java.net.http.HttpResponse',
			'java.time.Duration',
			...(form ? fieldImports : [])
		],
		[
			...restrictedIn(request).map((line) => `${line};`),
			...(form ? joined('form', form) : []),
			`HttpRequest request = HttpRequest.newBuilder(URI.create(${text(strictAddress(request.url))}))`,
			...headersOf(request, 'content-length').map(
				([name, value]) => `        .header(${text(name)}, ${text(value)})`
			),
			`        .method(${text(request.method)}, ${publisher})`,
			'        .timeout(Duration.ofSeconds(30))',
			'        .build();',
			'HttpResponse<String> answer = HttpClient.newHttpClient()',
			'        .send(request, HttpResponse.BodyHandlers.ofString());',
			'System.out.println(answer.statusCode());',
			'System.out.println(answer.body());'
		],
		form ? fieldMethod : ''
	);
}

const refuse = (words: string): string[] => [`    System.err.println(${words});`, '    System.exit(1);', '}'];

const callback = ({ callbackUrl, values, hasState, issuer, issuerInAnswer }: Scene): string =>
	program(
		'callback',
		['java.net.URLDecoder', 'java.nio.charset.StandardCharsets', 'java.util.HashMap', 'java.util.Map'],
		[
			`String came = ${text(callbackUrl)};`,
			...(hasState ? [`String state = ${text(values.state.text)};`] : []),
			`String issuer = ${text(issuer)};`,
			'',
			'Map<String, String> answer = new HashMap<>();',
			'String query = came.replaceFirst("#.*", "").replaceFirst("^[^?]*\\\\?", "");',
			'for (String pair : query.split("&")) {',
			'    String[] parts = pair.split("=", 2);',
			'    answer.put(',
			'            URLDecoder.decode(parts[0], StandardCharsets.UTF_8),',
			'            parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));',
			'}',
			hasState ? 'if (!state.equals(answer.get("state"))) {' : 'if (answer.containsKey("state")) {',
			...refuse(text(hasState ? refusals.state : refusals.unaskedState)),
			issuerInAnswer
				? 'if (!issuer.equals(answer.get("iss"))) {'
				: 'if (!issuer.equals(answer.getOrDefault("iss", issuer))) {',
			...refuse(text(refusals.issuer)),
			'if (!answer.containsKey("code")) {',
			...refuse(`${text(refusals.error)} + answer.get("error")`),
			'System.out.println(answer.get("code"));'
		]
	);

const tokens = ({ values, hasNonce, jwksUri, clientId, issuer, signatures }: Scene): string =>
	program(
		'tokens',
		[
			'org.jose4j.jwa.AlgorithmConstraints',
			'org.jose4j.jwk.HttpsJwks',
			'org.jose4j.jwt.JwtClaims',
			'org.jose4j.jwt.consumer.JwtConsumer',
			'org.jose4j.jwt.consumer.JwtConsumerBuilder',
			'org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver'
		],
		[
			`String idToken = ${text(values.id_token.text)};`,
			...(hasNonce ? [`String nonce = ${text(values.nonce.text)};`] : []),
			'',
			`HttpsJwks keys = new HttpsJwks(${text(jwksUri ?? '')});`,
			'JwtConsumer consumer = new JwtConsumerBuilder()',
			'        .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(keys))',
			'        .setJwsAlgorithmConstraints(',
			`                AlgorithmConstraints.ConstraintType.PERMIT, ${signatures.map(text).join(', ')})`,
			`        .setExpectedIssuer(${text(issuer)})`,
			`        .setExpectedAudience(${text(clientId)})`,
			'        .setRequireSubject()',
			'        .setRequireIssuedAt()',
			'        .setRequireExpirationTime()',
			'        .build();',
			'JwtClaims claims = consumer.processToClaims(idToken);',
			...(hasNonce
				? ['if (!nonce.equals(claims.getStringClaimValue("nonce"))) {', ...refuse(text(refusals.nonce))]
				: []),
			'System.out.println(claims.toJson());'
		]
	);

export const java: Language = {
	id: 'java',
	file: (step) => `${className(step)}.java`,
	install: { tokens: 'mvn dependency:get -Dartifact=org.bitbucket.b_c:jose4j:LATEST' },
	steps: {
		configure: ({ requests }) => send('configure', requests.configure),
		verifier: () =>
			program(
				'verifier',
				['java.security.SecureRandom', 'java.util.Base64'],
				[
					'// 32 random octets: 43 characters of base64url, without padding (RFC 7636 §4.1)',
					'byte[] octets = new byte[32];',
					'new SecureRandom().nextBytes(octets);',
					'System.out.println(Base64.getUrlEncoder().withoutPadding().encodeToString(octets));'
				]
			),
		challenge: ({ values: { verifier } }) =>
			program(
				'challenge',
				['java.nio.charset.StandardCharsets', 'java.security.MessageDigest', 'java.util.Base64'],
				[
					`String verifier = ${text(verifier.text)};`,
					'',
					'// The octets of the digest, not its hexadecimal spelling (RFC 7636 §4.2)',
					'byte[] digest = MessageDigest.getInstance("SHA-256")',
					'        .digest(verifier.getBytes(StandardCharsets.US_ASCII));',
					'System.out.println(Base64.getUrlEncoder().withoutPadding().encodeToString(digest));'
				]
			),
		authorize: (scene) =>
			program(
				'authorize',
				fieldImports,
				[
					...joined('query', scene.authorization),
					`System.out.println(${text(authorizationStart(scene))} + query);`
				],
				fieldMethod
			),
		callback,
		exchange: ({ requests }) => send('exchange', requests.exchange),
		tokens,
		call: ({ requests }) => send('call', requests.call),
		renew: ({ requests }) => send('renew', requests.renew)
	},
	traps: usualTraps
};
