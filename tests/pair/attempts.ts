/** Attempts with the extensions of the flow, for a walker. oauth4webapi signs with the platform's own time. */
import { generateAttempt } from '$lib/flow/generate';
import type { AskInput } from '$lib/flow/step';
import type { Configuration } from '$lib/trace/configuration';
import { Walker, type Edit } from './walker';
import { signInAndAllow, type PairWorld, type Press } from './world';

const scope = 'openid offline_access read:timesheets approve:timesheets';

/** A new attempt, with a key for its proofs and with what an API asked for. */
export async function newAttempt(walker: Walker, more: Record<string, string> = {}): Promise<void> {
	const { world } = walker;
	const values = { ...generateAttempt(world), dpop_jwk: await world.newKey(), ...more };
	await walker.append({ kind: 'generated', at: world.now(), step: 'authorize', values });
}

export async function prepared(world: PairWorld, changes: Partial<Configuration>): Promise<Walker> {
	const walker = new Walker(world);
	await walker.discover({ scope, ...changes });
	await walker.prepare();
	await newAttempt(walker);
	return walker;
}

/** Leaves for the server and comes back, with what the tab holds in memory. */
export async function goAndReturn(
	walker: Walker,
	{
		input = {},
		edit,
		presses = signInAndAllow
	}: { input?: AskInput; edit?: Edit; presses?: readonly Press[] }
): Promise<void> {
	const asked = await walker.message('authorize', 'authorization', input);
	const { url } = edit ? edit(asked) : asked;
	await walker.append({ kind: 'left', at: walker.world.now(), step: 'authorize', url, way: 'tab' });
	await walker.arrive({ url: await walker.world.visit(url, presses) }, 'redirect');
}
