import type { Pair } from '$lib/wire/form';
import type { HttpRequest } from '$lib/wire/http';
import { javaLiteral as text } from '../literals';
import { headersOf } from '../message';
import { bearerIn, isOfAnswer, ownFields, sentIn } from '../own-fields';
import type { Scene } from '../scene';
import { refusals, usualTraps, type Language } from '../snippet';
import { pairsOf, scriptAuthorize, scriptTokens, sendByFetch } from './script';

const library = 'import * as oauth from "oauth4webapi";\n';

const print = `console.log(answer.status);
console.log(await answer.text());
`;

/** The library refuses `http:` unless it is told that this is for development. */
const insecure = (url: string): string[] =>
	/^http:/i.test(url) ? ['[oauth.allowInsecureRequests]: true'] : [];

/** The last argument of a call, where there is anything to tell. */
const optionsOf = (options: readonly string[]): string =>
	options.length > 0 ? `,\n  {\n    ${options.join(',\n    ')}\n  }` : '';

const preamble = (scene: Scene): string => `${library}
const server: oauth.AuthorizationServer = {
  issuer: ${text(scene.issuer)},
  token_endpoint: ${text(scene.tokenEndpoint)},
  authorization_response_iss_parameter_supported: ${scene.issuerInAnswer}
};
const client: oauth.Client = { client_id: ${text(scene.clientId)} };
`;

/** How the client authenticates (RFC 6749 §2.3). */
function authenticationOf({ authentication, values }: Scene): string {
	const secret = text(values.client_secret.text);
	if (authentication === 'client_secret_basic') return `oauth.ClientSecretBasic(${secret})`;
	return authentication === 'client_secret_post' ? `oauth.ClientSecretPost(${secret})` : 'oauth.None()';
}

/** What the request has beside what the library writes by itself. */
function tokenOptions(request: HttpRequest, beside: readonly Pair[]): string {
	const more = beside.length > 0 ? [`additionalParameters: ${pairsOf(beside, '    ')}`] : [];
	const own = ['accept', 'content-type', 'authorization'];
	const headers = headersOf(request, ...own);
	const added = headers.length > 0 ? [`headers: ${pairsOf(headers, '    ')}`] : [];
	return optionsOf([...more, ...added, ...insecure(request.url)]);
}

const validated = ({ callbackUrl, values, hasState }: Scene): string => `
const came = new URL(${text(callbackUrl)});
const answered = oauth.validateAuthResponse(server, client, came, ${hasState ? text(values.state.text) : 'oauth.expectNoState'});
`;

function exchange(scene: Scene): string {
	const request = scene.requests.exchange;
	const beside = ownFields(scene, { headers: true }).exchange;
	if (!beside || !isOfAnswer(scene)) return sendByFetch(request);
	const verifier = sentIn(request, 'code_verifier');
	const more = beside.filter(([name]) => name !== 'code_verifier');
	return `${preamble(scene)}${validated(scene)}
const answer = await oauth.authorizationCodeGrantRequest(
  server,
  client,
  ${authenticationOf(scene)},
  answered,
  ${text(scene.redirectUri)},
  ${verifier === undefined ? 'oauth.nopkce' : text(verifier)}${tokenOptions(request, more)}
);
${print}`;
}

function renew(scene: Scene): string {
	const request = scene.requests.renew;
	const beside = ownFields(scene, { headers: true }).renew;
	if (!beside) return sendByFetch(request);
	return `${preamble(scene)}
const answer = await oauth.refreshTokenGrantRequest(
  server,
  client,
  ${authenticationOf(scene)},
  ${text(sentIn(request, 'refresh_token') ?? '')}${tokenOptions(request, beside)}
);
${print}`;
}

/** A proof of possession is signed for one request: it is sent as the walk made it. */
function call({ requests: { call: request } }: Scene): string {
	const token = bearerIn(request);
	if (token === undefined) return sendByFetch(request);
	const headers = headersOf(request, 'authorization');
	const body = request.body === undefined ? 'undefined' : text(request.body);
	return `${library}
const answer = await oauth.protectedResourceRequest(
  ${text(token)},
  ${text(request.method)},
  new URL(${text(request.url)}),
  new Headers(${pairsOf(headers, '  ')}),
  ${body}${optionsOf(insecure(request.url))}
);
${print}`;
}

export const typescript: Language = {
	id: 'typescript',
	file: (step) => `${step}.ts`,
	install: {
		verifier: 'npm install oauth4webapi',
		challenge: 'npm install oauth4webapi',
		callback: 'npm install oauth4webapi',
		exchange: 'npm install oauth4webapi',
		tokens: 'npm install jose',
		call: 'npm install oauth4webapi',
		renew: 'npm install oauth4webapi'
	},
	steps: {
		configure: ({ requests }) => sendByFetch(requests.configure),
		verifier: () => `${library}
// 32 random octets: 43 characters of base64url, without padding (RFC 7636 §4.1)
console.log(oauth.generateRandomCodeVerifier());
`,
		challenge: ({ values }) => `${library}
const verifier = ${text(values.verifier.text)};

// The octets of the digest, not its hexadecimal spelling (RFC 7636 §4.2)
console.log(await oauth.calculatePKCECodeChallenge(verifier));
`,
		authorize: scriptAuthorize,
		callback: (scene) => `${preamble(scene)}${validated(scene)}
// It has checked \`state\` and \`iss\`, and that there is no error
const code = answered.get("code");
if (code === null) throw new Error(${text(refusals.error)});
console.log(code);
`,
		exchange,
		tokens: scriptTokens,
		call,
		renew
	},
	traps: usualTraps
};
