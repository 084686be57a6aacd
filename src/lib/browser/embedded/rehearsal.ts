import type { World } from '$lib/flow/world';
import { pagePlatform } from '../network/platform';
import { createWorld } from '../network/world';
import { startConfiguration } from '../storage/start-configuration';
import { openForgetfulServers } from './in-page';
import { createVisitor, type Visitor } from './visitor';

/**
 * Both servers and a person, in this page and in memory alone: what is signed and kept here is gone with the page, and the
 * servers of the walk know nothing of it.
 */
export function openRehearsal(base: string): {
	world: World;
	configuration: ReturnType<typeof startConfiguration>;
	visit: Visitor['signIn'];
} {
	const servers = openForgetfulServers(base);
	const configuration = startConfiguration(location.origin, base);
	const { issuer, redirectUri } = configuration;
	const send = (request: Request): Promise<Response> =>
		servers(request) ?? Promise.reject(new Error(request.url));
	return {
		world: createWorld(pagePlatform(issuer, send)),
		configuration,
		visit: createVisitor(issuer, redirectUri, send).signIn
	};
}
