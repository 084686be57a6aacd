import type { Pair } from '$lib/wire/form';
import type { HttpRequest } from '$lib/wire/http';
import { indented, rubyLiteral as text } from '../literals';
import { authorizationStart, formOf, headersOf } from '../message';
import type { Scene } from '../scene';
import { refusals, usualTraps, type Language } from '../snippet';

const list = (pairs: readonly Pair[]): string =>
	`[\n${indented(
		pairs.map(([name, value]) => `[${text(name)}, ${text(value)}],`),
		'  '
	)}\n]`;

function bodyOf(request: HttpRequest): string {
	const form = formOf(request);
	if (form) return `request.body = URI.encode_www_form(${list(form)})\n`;
	return request.body === undefined ? '' : `request.body = ${text(request.body)}\n`;
}

function send(request: HttpRequest): string {
	const headers = headersOf(request).map(([name, value]) => `request[${text(name)}] = ${text(value)}\n`);
	return `require "net/http"

uri = URI(${text(request.url)})
request = Net::HTTPGenericRequest.new(
  ${text(request.method)}, ${request.body === undefined ? 'false' : 'true'}, true, uri
)
${headers.join('')}${bodyOf(request)}answer = Net::HTTP.start(
  uri.hostname, uri.port, use_ssl: uri.scheme == "https", read_timeout: 30
) { |http| http.request(request) }
puts answer.code, answer.body
`;
}

const callback = ({ callbackUrl, values, hasState, issuer, issuerInAnswer }: Scene): string => `require "uri"

came = ${text(callbackUrl)}
${hasState ? `state = ${text(values.state.text)}\n` : ''}issuer = ${text(issuer)}

query = came.sub(/#.*/m, "").sub(/\\A[^?]*\\?/m, "")
answer = URI.decode_www_form(query).to_h
${
	hasState
		? `abort ${text(refusals.state)} if answer["state"] != state`
		: `abort ${text(refusals.unaskedState)} if answer.key?("state")`
}
abort ${text(refusals.issuer)} if answer${issuerInAnswer ? '["iss"]' : '.fetch("iss", issuer)'} != issuer
abort ${text(refusals.error)} + answer["error"].to_s unless answer.key?("code")
puts answer["code"]
`;

const tokens = ({ values, hasNonce, jwksUri, clientId, issuer, signatures }: Scene): string => `require "json"
require "jwt"
require "net/http"

id_token = ${text(values.id_token.text)}
${hasNonce ? `nonce = ${text(values.nonce.text)}\n` : ''}
keys = JSON.parse(Net::HTTP.get(URI(${text(jwksUri ?? '')})), symbolize_names: true)
claims, = JWT.decode(
  id_token, nil, true,
  algorithms: [${signatures.map(text).join(', ')}],
  jwks: keys,
  iss: ${text(issuer)}, verify_iss: true,
  aud: ${text(clientId)}, verify_aud: true,
  required_claims: ["exp", "iat", "sub"]
)
${hasNonce ? `abort ${text(refusals.nonce)} if claims["nonce"] != nonce\n` : ''}puts JSON.generate(claims)
`;

export const ruby: Language = {
	id: 'ruby',
	file: (step) => `${step}.rb`,
	install: { tokens: 'gem install jwt' },
	steps: {
		configure: ({ requests }) => send(requests.configure),
		verifier: () => `require "securerandom"

# 32 random octets: 43 characters of base64url, without padding (RFC 7636 §4.1)
puts SecureRandom.urlsafe_base64(32)
`,
		challenge: ({ values: { verifier } }) => `require "openssl"

verifier = ${text(verifier.text)}

# The octets of the digest, not its hexadecimal spelling (RFC 7636 §4.2)
digest = OpenSSL::Digest::SHA256.digest(verifier)
puts [digest].pack("m0").tr("+/", "-_").delete("=")
`,
		authorize: (scene) => `require "uri"

parameters = ${list(scene.authorization)}
puts ${text(authorizationStart(scene))} + URI.encode_www_form(parameters)
`,
		callback,
		exchange: ({ requests }) => send(requests.exchange),
		tokens,
		call: ({ requests }) => send(requests.call),
		renew: ({ requests }) => send(requests.renew)
	},
	traps: usualTraps
};
