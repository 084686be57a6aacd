import type { Pair } from '$lib/wire/form';
import type { HttpRequest } from '$lib/wire/http';
import { swiftLiteral as text } from '../literals';
import { authorizationStart, formOf, headersOf, strictAddress } from '../message';
import type { Scene } from '../scene';
import { refusals, usualTraps, type Language } from '../snippet';

/** URLComponents leaves a `+` as it is: what is no unreserved character is encoded here. */
const encode = [
	'func field(_ name: String, _ value: String) -> String {',
	'    let unreserved = CharacterSet(charactersIn:',
	'        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")',
	'    return [name, value]',
	'        .map { $0.addingPercentEncoding(withAllowedCharacters: unreserved)! }',
	'        .joined(separator: "=")',
	'}',
	''
];

const joined = (name: string, pairs: readonly Pair[]): string[] => [
	`let ${name} = [`,
	...pairs.map(([key, value]) => `    field(${text(key)}, ${text(value)}),`),
	'].joined(separator: "&")'
];

const program = (imports: readonly string[], lines: readonly string[]): string =>
	`${[...imports.map((name) => `import ${name}`), '', ...lines].join('\n')}\n`;

/** A redirect would take the message, with all that is in it, to another address: it is an answer like any other. */
const answer = [
	'final class Answer: NSObject, URLSessionDataDelegate, @unchecked Sendable {',
	'    private var body = Data()',
	'',
	'    func urlSession(',
	'        _ session: URLSession, task: URLSessionTask,',
	'        willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,',
	'        completionHandler: @escaping @Sendable (URLRequest?) -> Void',
	'    ) {',
	'        completionHandler(nil)',
	'    }',
	'',
	'    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {',
	'        body.append(data)',
	'    }',
	'',
	'    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: Error?) {',
	'        guard let answer = task.response as? HTTPURLResponse, error == nil else {',
	'            FileHandle.standardError.write(Data("\\(error?.localizedDescription ?? "")".utf8))',
	'            exit(1)',
	'        }',
	'        print(answer.statusCode)',
	'        print(String(decoding: body, as: UTF8.self))',
	'        exit(0)',
	'    }',
	'}',
	''
];

function send(request: HttpRequest): string {
	const form = formOf(request);
	const body = form ? 'form' : request.body === undefined ? undefined : text(request.body);
	return program(
		['Foundation'],
		[
			...answer,
			...(form ? [...encode, ...joined('form', form)] : []),
			`var request = URLRequest(url: URL(string: ${text(strictAddress(request.url))})!)`,
			`request.httpMethod = ${text(request.method)}`,
			...headersOf(request).map(
				([name, value]) => `request.setValue(${text(value)}, forHTTPHeaderField: ${text(name)})`
			),
			...(body === undefined ? [] : [`request.httpBody = Data(${body}.utf8)`]),
			'URLSession(configuration: .ephemeral, delegate: Answer(), delegateQueue: nil)',
			'    .dataTask(with: request).resume()',
			'dispatchMain()'
		]
	);
}

/** How a session is told where the way back ends. An address of this machine it cannot catch: there the app listens. */
function catching(redirectUri: string): string | undefined {
	if (!URL.canParse(redirectUri)) return undefined;
	const { protocol, hostname, pathname } = new URL(redirectUri);
	if (protocol === 'http:') return undefined;
	return protocol === 'https:'
		? `.https(host: ${text(hostname)}, path: ${text(pathname)})`
		: `.customScheme(${text(protocol.slice(0, -1))})`;
}

function authorize(scene: Scene): string {
	const callback = catching(scene.redirectUri);
	const address = [
		...encode,
		...joined('query', scene.authorization),
		`let address = ${text(authorizationStart(scene))} + query`
	];
	if (callback === undefined) return program(['Foundation'], [...address, 'print(address)']);
	return program(
		['AuthenticationServices'],
		[
			...address,
			'',
			'@MainActor',
			'final class SignIn: NSObject, ASWebAuthenticationPresentationContextProviding {',
			'    private var session: ASWebAuthenticationSession?',
			'',
			'    func presentationAnchor(for session: ASWebAuthenticationSession) -> ASPresentationAnchor {',
			'        ASPresentationAnchor()',
			'    }',
			'',
			'    func start() {',
			'        let session = ASWebAuthenticationSession(',
			'            url: URL(string: address)!,',
			`            callback: ${callback}`,
			'        ) { came, error in',
			'            print(came?.absoluteString ?? error!.localizedDescription)',
			'        }',
			'        session.presentationContextProvider = self',
			'        session.start()',
			'        self.session = session',
			'    }',
			'}',
			'',
			'let signIn = SignIn()',
			'signIn.start()'
		]
	);
}

const refuse = (words: string): string[] => [
	`    FileHandle.standardError.write(Data(${words}.utf8))`,
	'    exit(1)',
	'}'
];

const callback = ({ callbackUrl, values, hasState, issuer, issuerInAnswer }: Scene): string =>
	program(
		['Foundation'],
		[
			`let came = ${text(callbackUrl)}`,
			...(hasState ? [`let state = ${text(values.state.text)}`] : []),
			`let issuer = ${text(issuer)}`,
			'',
			'// In a query that a form made, a space is a +',
			'var components = URLComponents(string: came)!',
			'components.percentEncodedQuery = components.percentEncodedQuery?',
			'    .replacingOccurrences(of: "+", with: "%20")',
			'let items = (components.queryItems ?? []).map { ($0.name, $0.value ?? "") }',
			'let answer = Dictionary(items, uniquingKeysWith: { $1 })',
			hasState ? 'if answer["state"] != state {' : 'if answer["state"] != nil {',
			...refuse(text(hasState ? refusals.state : refusals.unaskedState)),
			`if ${issuerInAnswer ? 'answer["iss"]' : '(answer["iss"] ?? issuer)'} != issuer {`,
			...refuse(text(refusals.issuer)),
			'guard let code = answer["code"] else {',
			...refuse(`(${text(refusals.error)} + (answer["error"] ?? ""))`),
			'print(code)'
		]
	);

/** The library finds the key, with its algorithm, by the header, and verifies the signature. */
const tokens = ({ values, hasNonce, jwksUri = '', clientId, issuer }: Scene): string =>
	program(
		['Foundation', 'JWTKit'],
		[
			`let idToken = ${text(values.id_token.text)}`,
			...(hasNonce ? [`let nonce = ${text(values.nonce.text)}`] : []),
			'',
			'struct IDToken: JWTPayload {',
			'    let iss: IssuerClaim',
			'    let sub: SubjectClaim',
			'    let aud: AudienceClaim',
			'    let exp: ExpirationClaim',
			'    let iat: IssuedAtClaim',
			'    let nonce: String?',
			'',
			'    func verify(using algorithm: some JWTAlgorithm) throws {',
			'        try exp.verifyNotExpired()',
			`        try aud.verifyIntendedAudience(includes: ${text(clientId)})`,
			'    }',
			'}',
			'',
			`let (set, _) = try await URLSession.shared.data(from: URL(string: ${text(jwksUri)})!)`,
			'let keys = JWTKeyCollection()',
			'try await keys.add(jwksJSON: String(decoding: set, as: UTF8.self))',
			'let claims = try await keys.verify(idToken, as: IDToken.self)',
			`if claims.iss.value != ${text(issuer)} {`,
			...refuse(text(refusals.issuer)),
			...(hasNonce ? ['if claims.nonce != nonce {', ...refuse(text(refusals.nonce))] : []),
			'print(claims)'
		]
	);

export const swift: Language = {
	id: 'swift',
	file: (step) => `${step}.swift`,
	install: { tokens: 'swift package add-dependency https://github.com/vapor/jwt-kit.git --from 5.0.0' },
	steps: {
		configure: ({ requests }) => send(requests.configure),
		verifier: () =>
			program(
				['Foundation'],
				[
					'// 32 random octets, by the generator of the system: 43 characters of base64url (RFC 7636 §4.1)',
					'var random = SystemRandomNumberGenerator()',
					'let octets = Data((0..<32).map { _ in UInt8.random(in: 0...255, using: &random) })',
					'let verifier = octets.base64EncodedString()',
					'    .replacingOccurrences(of: "+", with: "-")',
					'    .replacingOccurrences(of: "/", with: "_")',
					'    .replacingOccurrences(of: "=", with: "")',
					'print(verifier)'
				]
			),
		challenge: ({ values: { verifier } }) =>
			program(
				['CryptoKit', 'Foundation'],
				[
					`let verifier = ${text(verifier.text)}`,
					'',
					'// The octets of the digest, not its hexadecimal spelling (RFC 7636 §4.2)',
					'let digest = Data(SHA256.hash(data: Data(verifier.utf8)))',
					'let challenge = digest.base64EncodedString()',
					'    .replacingOccurrences(of: "+", with: "-")',
					'    .replacingOccurrences(of: "/", with: "_")',
					'    .replacingOccurrences(of: "=", with: "")',
					'print(challenge)'
				]
			),
		authorize,
		callback,
		exchange: ({ requests }) => send(requests.exchange),
		tokens,
		call: ({ requests }) => send(requests.call),
		renew: ({ requests }) => send(requests.renew)
	},
	traps: usualTraps
};
