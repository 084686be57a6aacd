/** What JavaScript is written with, wherever it runs. */
import type { Pair } from '$lib/wire/form';
import type { Header, HttpRequest } from '$lib/wire/http';
import { javaLiteral as text } from '../literals';
import { authorizationStart, formOf, headersOf, isMap } from '../message';
import type { Scene } from '../scene';
import { refusals } from '../snippet';

const isName = (name: string): boolean => /^[a-z_]+$/i.test(name);

/** `__proto__` is no name of a map, and numbers would come first. */
const isKept = (name: string): boolean => name !== '__proto__' && !/^\d+$/.test(name);

const map = (pairs: readonly Pair[], by: string): string =>
	`{\n${pairs
		.map(([name, value]) => `${by}  ${isName(name) ? name : text(name)}: ${text(value)}`)
		.join(',\n')}\n${by}}`;

export const list = (pairs: readonly Pair[], by: string): string =>
	`[\n${pairs.map(([name, value]) => `${by}  [${text(name)}, ${text(value)}]`).join(',\n')}\n${by}]`;

/** A map has one value of a name. */
export const pairsOf = (pairs: readonly Pair[], by: string): string =>
	isMap(pairs) && pairs.every(([name]) => isKept(name)) ? map(pairs, by) : list(pairs, by);

/** A form is encoded by the platform: a `+` in a value becomes `%2B`. */
function bodyOf(request: HttpRequest): string[] {
	const form = formOf(request);
	if (form) return [`body: new URLSearchParams(${pairsOf(form, '  ')})`];
	return request.body === undefined ? [] : [`body: ${text(request.body)}`];
}

/**
 * A redirect would take the message, with all that is in it, to another address. `redirect`: a program sees the answer that
 * asks for one; in a page the browser shows none, and `error` says so. `isHidden`: what only a browser writes, and no page.
 */
export function sendByFetch(
	request: HttpRequest,
	redirect: 'manual' | 'error' = 'manual',
	isHidden: (header: Header) => boolean = () => false
): string {
	const headers = headersOf(request).filter((header) => !isHidden(header));
	const options = [
		...(request.method === 'GET' ? [] : [`method: ${text(request.method)}`]),
		...(headers.length > 0 ? [`headers: ${pairsOf(headers, '  ')}`] : []),
		...bodyOf(request),
		`redirect: ${text(redirect)}`
	];
	return `const answer = await fetch(${text(request.url)}, {\n  ${options.join(',\n  ')}\n});
console.log(answer.status);
console.log(await answer.text());
`;
}

export const scriptAuthorize = (
	scene: Scene
): string => `const parameters = new URLSearchParams(${pairsOf(scene.authorization, '')});
console.log(${text(authorizationStart(scene))} + parameters);
`;

export const scriptCallback = ({
	callbackUrl,
	values,
	hasState,
	issuer,
	issuerInAnswer
}: Scene): string => `const came = ${text(callbackUrl)};
${hasState ? `const state = ${text(values.state.text)};\n` : ''}const issuer = ${text(issuer)};

const answer = new URL(came).searchParams;
${
	hasState
		? `if (answer.get("state") !== state) throw new Error(${text(refusals.state)});`
		: `if (answer.has("state")) throw new Error(${text(refusals.unaskedState)});`
}
if (${issuerInAnswer ? '' : 'answer.has("iss") && '}answer.get("iss") !== issuer) throw new Error(${text(refusals.issuer)});
if (!answer.has("code")) throw new Error(${text(refusals.error)} + answer.get("error"));
console.log(answer.get("code"));
`;

export const scriptTokens = ({
	values,
	hasNonce,
	jwksUri = '',
	clientId,
	issuer,
	signatures
}: Scene): string => `import { createRemoteJWKSet, jwtVerify } from "jose";

const idToken = ${text(values.id_token.text)};
${hasNonce ? `const nonce = ${text(values.nonce.text)};\n` : ''}
const keys = createRemoteJWKSet(new URL(${text(jwksUri)}));
const { payload } = await jwtVerify(idToken, keys, {
  issuer: ${text(issuer)},
  audience: ${text(clientId)},
  algorithms: [${signatures.map(text).join(', ')}],
  requiredClaims: ["exp", "iat", "sub"]
});
${hasNonce ? `if (payload.nonce !== nonce) throw new Error(${text(refusals.nonce)});\n` : ''}console.log(JSON.stringify(payload));
`;
