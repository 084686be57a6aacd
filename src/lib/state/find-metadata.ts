/** The metadata at the places where servers have it: asked one after the other, each recorded like any request. */
import { metadataAddresses } from '$lib/flow/feedback';
import type { Session } from '$lib/flow/session';
import type { MoveId } from '$lib/lexicon/steps';
import type { Playground } from './playground.svelte';

export interface Place {
	move: MoveId;
	url: string;
}

const moveOf = { oidc: 'discovery', oauth2: 'oauth-metadata' } as const;

/** The places of an issuer, the standards' own first. */
export const placesOf = (issuer: string): Place[] =>
	metadataAddresses(issuer).map(({ kind, url }) => ({ move: moveOf[kind], url }));

/** Those that were not asked for this configuration. */
export const unasked = (places: readonly Place[], { discovery }: Session): Place[] =>
	places.filter(({ url }) => !discovery.some(({ exchange }) => exchange.request.url === url));

/** After these no other address of the same server does better. */
const ended = new Set(['cancelled', 'offline', 'no-answer', 'mixed-content', 'blocked-by-policy']);

/** Asks until there is metadata to go on with, somebody stops it, or the server is not reached at all. */
export async function findMetadata(playground: Playground, places: readonly Place[]): Promise<void> {
	for (const { move, url } of places) {
		const asked = await playground.preview('configure', move, { url });
		if (!asked.ok) continue;
		await playground.send('configure', move, asked.value);
		const { server, discovery } = playground.session;
		const last = discovery.at(-1)?.exchange;
		if (server || last?.request.url !== url || ended.has(last.failure?.reason ?? '')) return;
	}
}
