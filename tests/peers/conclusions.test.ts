/** A certified provider that others wrote is accused of nothing, whatever is edited in the two requests. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromResponse, toRequest } from '$lib/wire/fetch-values';
import { concluded, everyEdit, walk } from '../pair/edits';
import { createPairWorld, type PairWorld } from '../pair/world';
import { clientId, openPeer, type Peer } from './openid-provider';
import { openPerson } from './person';

/** The address is never opened: the code is taken from the redirect that leads there. */
const redirectUri = 'https://app.example/callback/';

let peer: Peer;
beforeAll(async () => {
	peer = await openPeer({ redirectUri, resource: 'urn:peer:reports' });
});
afterAll(() => peer.close());

/** The walk on a real network, with a person who signs in on the provider's pages. */
function createPeerWorld(): PairWorld {
	const person = openPerson({ login: 'ada', password: 'any' });
	let count = 0;
	return {
		...createPairWorld(),
		now: () => Date.now(),
		look: async () => [],
		async send(request) {
			const response = await fromResponse(await fetch(toRequest(request)));
			return { id: `peer-${(count += 1)}`, request, response, at: Date.now(), ms: 1, via: 'page' };
		},
		visit: async (url) => (await person.visit(url, redirectUri)).href
	};
}

const configuration = () => ({ issuer: peer.issuer, clientId, redirectUri, scope: 'openid', audience: '' });

/** Time stands as it is here. */
const withoutTime = everyEdit.filter(([, edits]) => !('wait' in edits));

describe('oidc-provider', () => {
	it('gives tokens to a walk that is not edited', async () => {
		const walker = await walk(createPeerWorld(), {}, configuration());
		expect(walker.session.tokens?.id_token).toBeDefined();
		expect(concluded(walker)).toEqual([]);
	});

	it.each(withoutTime)('proves nothing by %s', async (_, edits) => {
		const world = createPeerWorld();
		// A request that it refuses on a page of its own brings no code.
		const walker = await walk(world, edits, configuration()).catch(() => undefined);
		expect(walker ? concluded(walker) : []).toEqual([]);
	});
});
