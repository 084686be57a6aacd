/** How an application of this provider goes into the walk: what stands in the way, and what the walk asks for besides. */
import type { Application } from '$lib/authorization-server/settings';
import type { walkDemands, walkObstacles } from '$lib/lessons/en/provider/provider';

export function obstacleOf(
	{ type, grants, redirectUris }: Application,
	callback: string
): keyof typeof walkObstacles | undefined {
	if (type === 'machine') return 'machine';
	if (!grants.includes('authorization_code')) return 'grant';
	return redirectUris.includes(callback) ? undefined : 'callback';
}

export function demandOf({ authMethod }: Application): keyof typeof walkDemands | undefined {
	if (authMethod === 'none') return undefined;
	return authMethod === 'private_key_jwt' ? 'key' : 'secret';
}
