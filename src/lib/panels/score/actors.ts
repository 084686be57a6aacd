import type { Party } from '$lib/flow/wire-messages';
import type { IconName } from '$lib/ui/icons';

/** From top to bottom: the browser is the middle lane, so that no arrow crosses one. */
export const parties: readonly Party[] = ['authorization-server', 'browser', 'resource-server'];

/** Who speaks: a hue and a shape, beside the word. */
export const actorLooks: Record<Party, { icon: IconName; text: string; line: string; fill: string }> = {
	'authorization-server': { icon: 'server', text: 'text-server', line: 'stroke-server', fill: 'fill-server' },
	browser: { icon: 'browser', text: 'text-browser', line: 'stroke-browser', fill: 'fill-browser' },
	'resource-server': { icon: 'api', text: 'text-api', line: 'stroke-api', fill: 'fill-api' }
};
