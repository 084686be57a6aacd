import { isForbiddenHeader } from '$lib/wire/forbidden-headers';
import type { HttpRequest } from '$lib/wire/http';
import { javaLiteral as text } from '../literals';
import { usualTraps, type Language } from '../snippet';
import { scriptAuthorize, scriptCallback, scriptTokens, sendByFetch } from './script';

/** The browser says itself where a page is from. */
const send = (request: HttpRequest): string =>
	sendByFetch(request, 'error', ([name, value]) => isForbiddenHeader(name, value));

const base64url = `const base64url = (octets) =>
  btoa(String.fromCharCode(...octets)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
`;

export const javascript: Language = {
	id: 'javascript',
	file: (step) => `${step}.js`,
	install: { tokens: 'npm install jose' },
	steps: {
		configure: ({ requests }) => send(requests.configure),
		verifier: () => `${base64url}
// 32 random octets: 43 characters of base64url, without padding (RFC 7636 §4.1)
console.log(base64url(crypto.getRandomValues(new Uint8Array(32))));
`,
		challenge: ({ values }) => `${base64url}
const verifier = ${text(values.verifier.text)};

// The octets of the digest, not its hexadecimal spelling (RFC 7636 §4.2)
const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier));
console.log(base64url(new Uint8Array(digest)));
`,
		authorize: scriptAuthorize,
		callback: scriptCallback,
		exchange: ({ requests }) => send(requests.exchange),
		tokens: scriptTokens,
		call: ({ requests }) => send(requests.call),
		renew: ({ requests }) => send(requests.renew)
	},
	// Here the browser writes `Origin` by itself.
	traps: { ...usualTraps, exchange: ['form-not-json', 'plus', 'secret-in-app'] }
};
