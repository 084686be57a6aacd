import { formatForm, valueOf, type Pair } from '$lib/wire/form';
import type { HttpRequest } from '$lib/wire/http';
import { indented, pythonLiteral as text } from '../literals';
import { headersOf } from '../message';
import { bearerIn, isOfAnswer, ownFields, sentIn } from '../own-fields';
import type { Scene } from '../scene';
import { usualTraps, type Language } from '../snippet';
import { pythonAuthorize, pythonCallback, pythonMap, pythonNonce, sendByRequests } from './python-requests';

const library = 'from authlib.integrations.requests_client import OAuth2Session\n';

const call = (name: string, options: readonly string[]): string =>
	`${name}(\n${indented(options, '    ')}\n)`;

/** Names that may be given by name; others go into a map. */
function more(pairs: readonly Pair[]): string[] {
	const isNamed = ([name]: Pair): boolean => name === 'code_verifier';
	const rest = pairs.filter((pair) => !isNamed(pair));
	return [
		...pairs.filter(isNamed).map(([name, value]) => `${name}=${text(value)},`),
		...(rest.length > 0 ? [`**${pythonMap(rest, '    ')},`] : [])
	];
}

/** For a header the library puts id and secret together as they are: RFC 6749 §2.3.1 encodes each as in a form first. */
function isSaidAsIs({ authentication, clientId, values }: Scene): boolean {
	const isSame = (part: string): boolean => formatForm([['', part]]) === `=${part}`;
	return authentication !== 'client_secret_basic' || [clientId, values.client_secret.text].every(isSame);
}

/** What the library has to be told beside what it knows. Undefined: it would send something else. */
function besideOf(scene: Scene, step: 'exchange' | 'renew'): Pair[] | undefined {
	const beside = ownFields(scene, { headers: true })[step];
	return beside && isFree(beside) && isSaidAsIs(scene) ? beside : undefined;
}

/** What the methods of the library, and of the one below it, take for something else than a field. */
const argumentNames: ReadonlySet<string> = new Set([
	...['self', 'url', 'body', 'method', 'headers', 'auth', 'grant_type', 'state', 'authorization_response'],
	...[
		'allow_redirects',
		'timeout',
		'cookies',
		'files',
		'proxies',
		'hooks',
		'stream',
		'verify',
		'cert',
		'json'
	],
	...['code', 'redirect_uri', 'refresh_token', 'response_type', 'client_id']
]);

const isFree = (pairs: readonly Pair[]): boolean => pairs.every(([name]) => !argumentNames.has(name));

const methods = {
	none: 'none',
	client_secret_basic: 'client_secret_basic',
	client_secret_post: 'client_secret_post'
};

function clientOf(scene: Scene, ...options: string[]): string {
	const { authentication, clientId, values } = scene;
	const secret = authentication === 'none' ? [] : [`client_secret=${text(values.client_secret.text)},`];
	const method = authentication === 'other' ? 'none' : methods[authentication];
	return `client = ${call('OAuth2Session', [
		`client_id=${text(clientId)},`,
		...secret,
		`token_endpoint_auth_method=${text(method)},`,
		...options
	])}\n`;
}

const ofPkce = ['code_challenge', 'code_challenge_method'];

/** What the library makes of the values; a pushed or a signed request is written as it is. */
function authorize(scene: Scene): string {
	const { authorization, values, authorizationEndpoint, redirectUri, derivesChallenge } = scene;
	const own = ownFields(scene).authorization;
	const isAsMade =
		derivesChallenge &&
		valueOf(authorization, 'code_challenge') === values.challenge.text &&
		valueOf(authorization, 'code_challenge_method') === 'S256' &&
		valueOf(authorization, 'state') === values.state.text;
	const beside = own?.filter(([name]) => !ofPkce.includes(name));
	if (!beside || !isAsMade || !isFree(beside)) return pythonAuthorize(scene);
	const scope = valueOf(authorization, 'scope');
	return `${library}
${clientOf(
	scene,
	`redirect_uri=${text(redirectUri)},`,
	...(scope ? [`scope=${text(scope)},`] : []),
	'code_challenge_method="S256",'
)}
url, state = ${call('client.create_authorization_url', [
		`${text(authorizationEndpoint)},`,
		`state=${text(values.state.text)},`,
		`code_verifier=${text(values.verifier.text)},`,
		...more(beside)
	])}
print(url)
`;
}

/** The library gives the tokens; a hook sees the answer itself. */
const hook = (name: string): string => `

def show(answer):
    print(answer.status_code)
    print(answer.text)
    return answer


client.register_compliance_hook("${name}", show)
`;

/** A redirect would take the message, with all that is in it, to another address. */
const stays = 'allow_redirects=False,';

const added = (request: HttpRequest): string[] => {
	const headers = headersOf(request, 'authorization');
	return headers.length > 0 ? [`headers=${pythonMap(headers, '    ')},`] : [];
};

function exchange(scene: Scene): string {
	const request = scene.requests.exchange;
	const beside = besideOf(scene, 'exchange');
	if (!beside || !isOfAnswer(scene) || !scene.hasState) return sendByRequests(request);
	const { values, tokenEndpoint, redirectUri, callbackUrl } = scene;
	return `${library}
${clientOf(scene, `redirect_uri=${text(redirectUri)},`, `state=${text(values.state.text)},`)}${hook('access_token_response')}${call(
		'client.fetch_token',
		[
			`${text(tokenEndpoint)},`,
			// In a fragment the library looks for tokens, whatever is in the query.
			`authorization_response=${text(callbackUrl.replace(/#.*/s, ''))},`,
			...added(request),
			...more(beside),
			stays
		]
	)}
`;
}

function renew(scene: Scene): string {
	const request = scene.requests.renew;
	const beside = besideOf(scene, 'renew');
	if (!beside) return sendByRequests(request);
	return `${library}
${clientOf(scene)}${hook('refresh_token_response')}${call('client.refresh_token', [
		`${text(scene.tokenEndpoint)},`,
		`refresh_token=${text(sentIn(request, 'refresh_token') ?? '')},`,
		...added(request),
		...more(beside),
		stays
	])}
`;
}

const installed = 'pip install Authlib requests';

export const pythonAuthlib: Language = {
	id: 'python-authlib',
	file: (step) => `${step}.py`,
	install: {
		configure: 'pip install requests',
		verifier: 'pip install Authlib',
		challenge: 'pip install Authlib',
		authorize: installed,
		exchange: installed,
		tokens: 'pip install joserfc requests',
		call: installed,
		renew: installed
	},
	steps: {
		configure: ({ requests }) => sendByRequests(requests.configure),
		verifier: () => `from authlib.common.security import generate_token

# 48 random characters, by the generator of the operating system (RFC 7636 §4.1, §7.1)
print(generate_token(48))
`,
		challenge: ({ values }) => `from authlib.oauth2.rfc7636 import create_s256_code_challenge

print(create_s256_code_challenge(${text(values.verifier.text)}))
`,
		authorize,
		callback: pythonCallback,
		exchange,
		tokens: ({ values, hasNonce, jwksUri = '', clientId, issuer, signatures }) => `import json
${hasNonce ? 'import sys\n' : ''}
import requests
from joserfc import jwt
from joserfc.jwk import KeySet

id_token = ${text(values.id_token.text)}
${hasNonce ? `nonce = ${text(values.nonce.text)}\n` : ''}
keys = KeySet.import_key_set(requests.get(${text(jwksUri)}, timeout=30).json())
claims = jwt.decode(id_token, keys, algorithms=[${signatures.map(text).join(', ')}]).claims
jwt.JWTClaimsRegistry(
    iss={"essential": True, "value": ${text(issuer)}},
    aud={"essential": True, "value": ${text(clientId)}},
    exp={"essential": True},
    iat={"essential": True},
    sub={"essential": True},
).validate(claims)
${hasNonce ? pythonNonce : ''}print(json.dumps(claims))
`,
		call: ({ requests }) => {
			const token = bearerIn(requests.call);
			if (token === undefined) return sendByRequests(requests.call);
			const headers = headersOf(requests.call, 'authorization');
			const { method, url, body } = requests.call;
			return `${library}
client = OAuth2Session(token={"access_token": ${text(token)}, "token_type": "Bearer"})
answer = ${call('client.request', [
				`${text(method)},`,
				`${text(url)},`,
				`headers=${pythonMap(headers, '    ')},`,
				...(body === undefined ? [] : [`data=${text(body)}.encode(),`]),
				stays
			])}
print(answer.status_code)
print(answer.text)
`;
		},
		renew
	},
	traps: usualTraps
};
