import { javaLiteral as text } from '../literals';
import { usualTraps, type Language } from '../snippet';
import { scriptAuthorize, scriptCallback, scriptTokens, sendByFetch } from './script';

export const node: Language = {
	id: 'node',
	file: (step) => `${step}.mjs`,
	install: { tokens: 'npm install jose' },
	steps: {
		configure: ({ requests }) => sendByFetch(requests.configure),
		verifier: () => `import { randomBytes } from "node:crypto";

// 32 random octets: 43 characters of base64url, without padding (RFC 7636 §4.1)
console.log(randomBytes(32).toString("base64url"));
`,
		challenge: ({ values }) => `import { createHash } from "node:crypto";

const verifier = ${text(values.verifier.text)};

// The octets of the digest, not its hexadecimal spelling (RFC 7636 §4.2)
console.log(createHash("sha256").update(verifier).digest("base64url"));
`,
		authorize: scriptAuthorize,
		callback: scriptCallback,
		exchange: ({ requests }) => sendByFetch(requests.exchange),
		tokens: scriptTokens,
		call: ({ requests }) => sendByFetch(requests.call),
		renew: ({ requests }) => sendByFetch(requests.renew)
	},
	traps: usualTraps
};
