/** `npm start`: the API and the page, each at a port of its own as in life. The provider has to be there already. */
import { createRemoteJWKSet } from 'jose';
import { createApi } from './api.js';
import { readConfig } from './config.js';
import { listen } from './listen.js';
import { findProvider } from './provider.js';
import { createWeb } from './web.js';

async function start() {
	const config = readConfig();
	const { issuer, audience, audienceParameter, tokenType, webClientId: clientId } = config;
	const provider = await findProvider(issuer);
	const web = await listen(config.webPort, (request) => page.fetch(request));
	const api = await listen(config.apiPort, (request) => service.fetch(request));
	// Keys are fetched when a token needs them, and again when one is signed by a key that is not among them.
	const trust = { issuer, audience, tokenType, keys: createRemoteJWKSet(provider.keysUrl) };
	const service = createApi({ trust, webOrigin: web.url });
	const settings = { issuer, clientId, audience, audienceParameter, apiUrl: api.url };
	const page = createWeb({ settings, providerOrigins: provider.origins });
	console.log(`Provider: ${issuer}`);
	console.log(`API:      ${api.url}/timesheets, for tokens of the audience ${audience}`);
	console.log(`Page:     ${web.url}/`);
}

start().catch((error) => {
	console.error(error.message);
	process.exit(1);
});
