/**
 * The provider, the API and the page of the example as a program of their own, on free ports and by one clock that the
 * parent process moves.
 */
import { readFile } from 'node:fs/promises';
import { createRemoteJWKSet } from 'jose';
import { parseRealmFile } from '$lib/authorization-server/realm-file';
import type { RealmSettings } from '$lib/authorization-server/settings';
import { createApi } from '../../examples/timesheets/api.js';
import { readConfig } from '../../examples/timesheets/config.js';
import { listen } from '../../examples/timesheets/listen.js';
import { findProvider } from '../../examples/timesheets/provider.js';
import { createWeb } from '../../examples/timesheets/web.js';
import { startIdp } from '../../src/node/idp';

const registered = 'http://localhost:3000/';

/** The realm of the example, with the page where it is here. */
async function readRealm(pageUrl: string): Promise<RealmSettings> {
	const realm = parseRealmFile(await readFile('examples/timesheets/realm.json', 'utf8'));
	if (!realm.ok) throw new Error(`realm.json: ${realm.failure.reason} ${realm.failure.where ?? ''}`);
	const move = (uris: string[]): string[] => uris.map((uri) => (uri === registered ? pageUrl : uri));
	return {
		...realm.value,
		applications: realm.value.applications.map((application) => ({
			...application,
			redirectUris: move(application.redirectUris),
			logoutUris: move(application.logoutUris)
		}))
	};
}

let ahead = 0;
const now = (): number => Date.now() + ahead;

const web = await listen(0, (request) => page.fetch(request));
const api = await listen(0, (request) => service.fetch(request));
const { issuer } = await startIdp({ port: 0, now, settings: await readRealm(`${web.url}/`) });
const { audience, audienceParameter, tokenType, webClientId: clientId } = readConfig();
const provider = await findProvider(issuer);
const keys = createRemoteJWKSet(provider.keysUrl);
const trust = { issuer, audience, tokenType, keys, now: () => new Date(now()) };
const service = createApi({ trust, webOrigin: web.url });
const settings = { issuer, clientId, audience, audienceParameter, apiUrl: api.url };
const page = createWeb({ settings, providerOrigins: provider.origins });

process.on('message', (seconds) => {
	ahead += Number(seconds) * 1_000;
	process.send?.('moved');
});
process.send?.({ issuer, web: web.url, api: api.url });
