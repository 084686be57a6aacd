/** Where everything is, and as whom the two applications sign in. The environment may say otherwise: see README.md. */
import { isSecureOrLocal } from './sign-in.js';

const read = (/** @type {string} */ name, /** @type {string} */ otherwise) => process.env[name] || otherwise;

/** @param {string} name @param {string} otherwise */
function readPort(name, otherwise) {
	const text = read(name, otherwise);
	if (/^\d{1,5}$/.test(text) && Number(text) < 65_536) return Number(text);
	throw new Error(`${name} is a number from 0 to 65535, not ${text}`);
}

/** @param {string} name @param {string} otherwise */
function readUrl(name, otherwise) {
	const text = read(name, otherwise);
	if (URL.canParse(text) && isSecureOrLocal(new URL(text))) return text;
	throw new Error(`${name} is an address with https, or with http on this machine, not ${text}`);
}

/** Throws, in words, what is wrong with the environment. */
export function readConfig() {
	const apiPort = readPort('API_PORT', '3001');
	return {
		/** The authorization server: its identifier, to the letter. */
		issuer: readUrl('ISSUER', 'http://localhost:9400/idp'),
		/** The identifier of the API at the provider. It is a name; nothing is fetched from it. */
		audience: read('AUDIENCE', 'https://api.timesheets.example'),
		/** By which parameter a client names the API: `resource` is RFC 8707, some providers have `audience`. */
		audienceParameter: read('AUDIENCE_PARAMETER', 'resource'),
		/** The `typ` of an access token: RFC 9068 §2.1. */
		tokenType: read('TOKEN_TYPE', 'at+jwt'),
		webClientId: read('WEB_CLIENT_ID', 'timesheets-web'),
		nativeClientId: read('NATIVE_CLIENT_ID', 'timesheets-native'),
		webPort: readPort('WEB_PORT', '3000'),
		apiPort,
		apiUrl: readUrl('API_URL', `http://localhost:${apiPort}`),
		/** 0: any free one, as RFC 8252 §7.3 has it. Another one for a provider that compares the port as well. */
		nativePort: readPort('NATIVE_PORT', '0')
	};
}
