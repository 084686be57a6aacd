import type { Pair } from '$lib/wire/form';
import type { HttpRequest } from '$lib/wire/http';
import { swiftLiteral as text } from '../literals';
import { authorizationStart, formOf, headersOf } from '../message';
import type { Scene } from '../scene';
import { refusals, usualTraps, type Language } from '../snippet';

/** The `?` passes on any failure: it is written out, and the exit code is not 0. */
const program = (uses: readonly string[], lines: readonly string[]): string =>
	`${uses.map((name) => `use ${name};\n`).join('')}${uses.length > 0 ? '\n' : ''}fn main() -> Result<(), Box<dyn std::error::Error>> {
${lines.map((line) => (line === '' ? '' : `    ${line}`)).join('\n')}
    Ok(())
}
`;

const form = (name: string, pairs: readonly Pair[]): string[] => [
	`let ${name} = Serializer::new(String::new())`,
	...pairs.map(([key, value]) => `    .append_pair(${text(key)}, ${text(value)})`),
	`    .finish();`
];

const formUse = 'url::form_urlencoded::Serializer';

/** The methods that the library names; any other is read from its bytes. */
const method = ({ method: name }: HttpRequest): string =>
	['GET', 'POST'].includes(name)
		? `reqwest::Method::${name}`
		: `reqwest::Method::from_bytes(${text(name)}.as_bytes())?`;

function send(request: HttpRequest): string {
	const pairs = formOf(request);
	const body = pairs ? 'form' : request.body === undefined ? undefined : text(request.body);
	return program(pairs ? [formUse] : [], [
		...(pairs ? form('form', pairs) : []),
		'let client = reqwest::blocking::Client::builder()',
		'    .redirect(reqwest::redirect::Policy::none())',
		'    .build()?;',
		'let answer = client',
		`    .request(${method(request)}, ${text(request.url)})`,
		...headersOf(request).map(([name, value]) => `    .header(${text(name)}, ${text(value)})`),
		...(body === undefined ? [] : [`    .body(${body})`]),
		'    .send()?;',
		'println!("{}", answer.status().as_u16());',
		'println!("{}", answer.text()?);'
	]);
}

const callback = ({ callbackUrl, values, hasState, issuer, issuerInAnswer }: Scene): string =>
	program(
		['std::collections::HashMap'],
		[
			`let came = url::Url::parse(${text(callbackUrl)})?;`,
			...(hasState ? [`let state = ${text(values.state.text)};`] : []),
			`let issuer = ${text(issuer)};`,
			'',
			'let answer: HashMap<String, String> = came.query_pairs().into_owned().collect();',
			'let value = |name: &str| answer.get(name).map(String::as_str);',
			hasState ? 'if value("state") != Some(state) {' : 'if value("state").is_some() {',
			`    return Err(${text(hasState ? refusals.state : refusals.unaskedState)}.into());`,
			'}',
			`if value("iss")${issuerInAnswer ? ' != Some(issuer)' : '.unwrap_or(issuer) != issuer'} {`,
			`    return Err(${text(refusals.issuer)}.into());`,
			'}',
			'let Some(code) = value("code") else {',
			`    let error = value("error").unwrap_or_default();`,
			`    return Err(format!("{}{error}", ${text(refusals.error)}).into());`,
			'};',
			'println!("{code}");'
		]
	);

/** The library spells the name of an algorithm as its header does. */
const tokens = ({ values, hasNonce, jwksUri, clientId, issuer, signatures }: Scene): string =>
	program(
		[
			'jsonwebtoken::jwk::JwkSet',
			'jsonwebtoken::{decode, decode_header, DecodingKey, Validation}',
			'serde_json::Value'
		],
		[
			`let id_token = ${text(values.id_token.text)};`,
			...(hasNonce ? [`let nonce = ${text(values.nonce.text)};`] : []),
			`let allowed = [${signatures.map(text).join(', ')}];`,
			'',
			'let header = decode_header(id_token)?;',
			'if !allowed.contains(&format!("{:?}", header.alg).as_str()) {',
			'    return Err("alg is not one of those".into());',
			'}',
			`let set = reqwest::blocking::get(${text(jwksUri ?? '')})?.text()?;`,
			'let set: JwkSet = serde_json::from_str(&set)?;',
			'let key = set',
			'    .find(header.kid.as_deref().unwrap_or_default())',
			'    .ok_or("no key has this kid")?;',
			'',
			'let mut rules = Validation::new(header.alg);',
			`rules.set_issuer(&[${text(issuer)}]);`,
			`rules.set_audience(&[${text(clientId)}]);`,
			'rules.set_required_spec_claims(&["exp", "iss", "aud", "sub"]);',
			'let claims = decode::<Value>(id_token, &DecodingKey::from_jwk(key)?, &rules)?.claims;',
			'if claims.get("iat").is_none() {',
			`    return Err(${text(refusals.claims)}.into());`,
			'}',
			...(hasNonce
				? ['if claims["nonce"] != nonce {', `    return Err(${text(refusals.nonce)}.into());`, '}']
				: []),
			'println!("{claims}");'
		]
	);

const http = 'cargo add reqwest --features blocking && cargo add url';

export const rust: Language = {
	id: 'rust',
	file: (step) => `${step}.rs`,
	install: {
		configure: 'cargo add reqwest --features blocking',
		verifier: 'cargo add oauth2',
		challenge: 'cargo add oauth2',
		authorize: 'cargo add url',
		callback: 'cargo add url',
		exchange: http,
		tokens:
			'cargo add reqwest --features blocking && cargo add serde_json && cargo add jsonwebtoken --features rust_crypto',
		call: http,
		renew: http
	},
	steps: {
		configure: ({ requests }) => send(requests.configure),
		verifier: () =>
			program(
				['oauth2::PkceCodeChallenge'],
				[
					'// 32 random octets: 43 characters of base64url, without padding (RFC 7636 §4.1)',
					'let (_challenge, verifier) = PkceCodeChallenge::new_random_sha256();',
					'println!("{}", verifier.secret());'
				]
			),
		challenge: ({ values: { verifier } }) =>
			program(
				['oauth2::{PkceCodeChallenge, PkceCodeVerifier}'],
				[
					`let verifier = PkceCodeVerifier::new(${text(verifier.text)}.to_string());`,
					'let challenge = PkceCodeChallenge::from_code_verifier_sha256(&verifier);',
					'println!("{}", challenge.as_str());'
				]
			),
		authorize: (scene) =>
			program(
				[formUse],
				[...form('query', scene.authorization), `println!("{}{query}", ${text(authorizationStart(scene))});`]
			),
		callback,
		exchange: ({ requests }) => send(requests.exchange),
		tokens,
		call: ({ requests }) => send(requests.call),
		renew: ({ requests }) => send(requests.renew)
	},
	traps: usualTraps
};
