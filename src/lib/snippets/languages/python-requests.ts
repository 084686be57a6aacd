import type { Pair } from '$lib/wire/form';
import type { HttpRequest } from '$lib/wire/http';
import { indented, pythonLiteral as text } from '../literals';
import { authorizationStart, formOf, headersOf, isMap } from '../message';
import type { Scene } from '../scene';
import { refusals, usualTraps, type Language } from '../snippet';

export const pythonMap = (pairs: readonly Pair[], by: string): string =>
	`{\n${indented(
		pairs.map(([name, value]) => `${text(name)}: ${text(value)},`),
		`${by}    `
	)}\n${by}}`;

const list = (pairs: readonly Pair[], by: string): string =>
	`[\n${indented(
		pairs.map(([name, value]) => `(${text(name)}, ${text(value)}),`),
		`${by}    `
	)}\n${by}]`;

/** A form is encoded by the library: a `+` in a value becomes `%2B`. */
function bodyOf(request: HttpRequest): string[] {
	const form = formOf(request);
	if (form) return [`data=${isMap(form) ? pythonMap(form, '    ') : list(form, '    ')},`];
	return request.body === undefined ? [] : [`data=${text(request.body)}.encode(),`];
}

export function sendByRequests(request: HttpRequest): string {
	const headers = headersOf(request);
	return `import requests

answer = requests.request(
${indented(
	[
		`${text(request.method)},`,
		`${text(request.url)},`,
		...(headers.length > 0 ? [`headers=${pythonMap(headers, '    ')},`] : []),
		...bodyOf(request),
		'allow_redirects=False,',
		'timeout=30,'
	],
	'    '
)}
)
print(answer.status_code)
print(answer.text)
`;
}

export const pythonVerifier = (): string => `import secrets

# 32 random octets: 43 characters of base64url, without padding (RFC 7636 §4.1)
print(secrets.token_urlsafe(32))
`;

export const pythonCallback: Language['steps']['callback'] = ({
	callbackUrl,
	values,
	hasState,
	issuer,
	issuerInAnswer
}) => `import sys
from urllib.parse import parse_qsl, urlsplit

came = ${text(callbackUrl)}
${hasState ? `state = ${text(values.state.text)}\n` : ''}issuer = ${text(issuer)}

answer = dict(parse_qsl(urlsplit(came).query, keep_blank_values=True))
${hasState ? 'if answer.get("state") != state:' : 'if "state" in answer:'}
    sys.exit(${text(hasState ? refusals.state : refusals.unaskedState)})
if answer.get("iss"${issuerInAnswer ? '' : ', issuer'}) != issuer:
    sys.exit(${text(refusals.issuer)})
if "code" not in answer:
    sys.exit(${text(refusals.error)} + answer.get("error", ""))
print(answer["code"])
`;

export const pythonAuthorize = (scene: Scene): string => `from urllib.parse import urlencode

parameters = ${list(scene.authorization, '')}
print(${text(authorizationStart(scene))} + urlencode(parameters))
`;

export const pythonNonce = `if claims.get("nonce") != nonce:
    sys.exit(${text(refusals.nonce)})
`;

export const pythonRequests: Language = {
	id: 'python-requests',
	file: (step) => `${step}.py`,
	install: {
		configure: 'pip install requests',
		exchange: 'pip install requests',
		tokens: 'pip install "pyjwt[crypto]"',
		call: 'pip install requests',
		renew: 'pip install requests'
	},
	steps: {
		configure: ({ requests }) => sendByRequests(requests.configure),
		verifier: pythonVerifier,
		challenge: ({ values }) => `import base64
import hashlib

verifier = ${text(values.verifier.text)}

# The octets of the digest, not its hexadecimal spelling (RFC 7636 §4.2)
digest = hashlib.sha256(verifier.encode("ascii")).digest()
print(base64.urlsafe_b64encode(digest).rstrip(b"=").decode("ascii"))
`,
		authorize: pythonAuthorize,
		callback: pythonCallback,
		exchange: ({ requests }) => sendByRequests(requests.exchange),
		tokens: ({ values, hasNonce, jwksUri, clientId, issuer, signatures }) => `import json
${hasNonce ? 'import sys\n' : ''}
import jwt

id_token = ${text(values.id_token.text)}
${hasNonce ? `nonce = ${text(values.nonce.text)}\n` : ''}
key = jwt.PyJWKClient(${text(jwksUri ?? '')}).get_signing_key_from_jwt(id_token)
claims = jwt.decode(
    id_token,
    key.key,
    algorithms=[${signatures.map(text).join(', ')}],
    audience=${text(clientId)},
    issuer=${text(issuer)},
    options={"require": ["exp", "iat", "sub"]},
)
${hasNonce ? pythonNonce : ''}print(json.dumps(claims))
`,
		call: ({ requests }) => sendByRequests(requests.call),
		renew: ({ requests }) => sendByRequests(requests.renew)
	},
	traps: usualTraps
};
