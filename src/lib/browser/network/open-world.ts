import type { World } from '$lib/flow/world';
import { loadPart } from '$lib/lexicon/part';
import { encodeBase64url } from '$lib/wire/base64url';
import { randomBytes } from '../random-word';
import { newKey } from './new-key';

/**
 * The World of this page. What sends, and what finds out why nothing came back, is fetched with the first message or
 * before it; a message for which it does not arrive is one that was not sent.
 */
export function openWorld(issuer: string, send: (request: Request) => Promise<Response>): World {
	let opened: World | undefined;
	const open = async (): Promise<World> => {
		if (opened) return opened;
		const [{ createWorld }, { pagePlatform }] = await Promise.all([
			loadPart(() => import('./world')),
			loadPart(() => import('./platform'))
		]);
		return (opened ??= createWorld(pagePlatform(issuer, send)));
	};
	return {
		now: () => Date.now(),
		random: randomBytes,
		newKey,
		async send(request, signal) {
			const world = await open().catch(() => undefined);
			if (world) return world.send(request, signal);
			const id = encodeBase64url(randomBytes(12));
			return { id, request, at: Date.now(), ms: 0, via: 'page', failure: { reason: 'part-missing' } };
		},
		look: async (at, about) => (await open()).look(at, about)
	};
}
