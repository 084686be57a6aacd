/** What the page around the frame may have done in a walk. Nothing is sent by it to a server that is not of this site. */
import type { EmbedOrder, EmbedRefusal } from '$lib/lexicon/embedding';
import { stepIds, type StepId } from '$lib/lexicon/steps';
import { ConfigurationDraft } from './configuration-draft.svelte';
import type { Walk } from './context';
import { isAtOwnServers, isEditing } from './own-servers';

export type Around = Pick<Walk, 'playground' | 'drafts' | 'start' | 'pilot' | 'replacements' | 'visit'>;

/** The walk begins anew, as the frame began: what was there can be brought back, and a provider's settings stay. */
async function reset(
	{ playground, drafts, start, replacements, visit }: Around,
	first: StepId
): Promise<void> {
	const { configuration, recorded } = playground.session;
	await replacements.replace({ by: 'fresh', trace: [] });
	if (configuration && configuration.issuer !== start.issuer && !recorded)
		new ConfigurationDraft(drafts, start).fill(configuration);
	visit(`/flow/${first}/`);
}

/** A promise: the next order begins when it is done. Undefined: it is being done, and nothing waits for it. */
export function carryOut(
	order: EmbedOrder,
	around: Around,
	steps: readonly StepId[]
): EmbedRefusal | Promise<void> | undefined {
	const { playground, pilot, visit } = around;
	const [first = 'configure'] = steps;
	if (order.command === 'theme') return 'not-here';
	if (order.command === 'step' && !steps.includes(order.step)) return 'not-here';
	if (order.command === 'run' && isEditing(around)) return 'busy';
	if (order.command === 'run' && !isAtOwnServers(around)) return 'foreign-server';
	if (!playground.restored || playground.isBusy || pilot.isFlying) return 'busy';
	if (order.command === 'reset') {
		if (playground.trace.length > 0) return reset(around, first);
		visit(`/flow/${first}/`);
	} else if (order.command === 'run') {
		void pilot.to(steps.at(-1) ?? stepIds[0] ?? first);
	} else {
		if (playground.status(order.step) === 'locked' && !isAtOwnServers(around)) return 'locked';
		visit(`/flow/${order.step}/`);
	}
	return undefined;
}
