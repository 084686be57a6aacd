/** What follows from a yes to a link: all that can be done without the person, and no request but the one shown. */
import { missingBefore } from '$lib/flow/status';
import { stepIds, type StepId } from '$lib/lexicon/steps';
import type { Linked } from '$lib/trace/link';
import type { HttpRequest } from '$lib/wire/http';
import { ConfigurationDraft } from './configuration-draft.svelte';
import type { Walk } from './context';
import { ledTo } from './led-to';

const isAfter = (step: StepId, other: StepId): boolean => stepIds.indexOf(step) > stepIds.indexOf(other);

/**
 * Fills the form, and for a later step uses it: `metadata` is the request for the metadata that the person said yes to,
 * undefined when there is none to send. Returns the step to go to: the one that is wanted, or the first before it that
 * waits for the person.
 */
export async function followLink(
	{
		playground,
		drafts,
		configurations,
		start
	}: Pick<Walk, 'playground' | 'drafts' | 'configurations' | 'start'>,
	{ configuration, step }: Linked,
	metadata: HttpRequest | undefined
): Promise<StepId> {
	new ConfigurationDraft(drafts, start).fill(configuration);
	if (step === 'configure') return step;
	drafts.set(ledTo, step);
	if (!metadata) return 'configure';
	await playground.configure(configuration);
	if (configuration.issuer !== start.issuer) void configurations.remember(configuration);
	await playground.send('configure', 'discovery', metadata);
	if (playground.session.server) {
		if (isAfter(step, 'verifier')) await playground.chooseVerifier(playground.newVerifier(32));
		if (isAfter(step, 'challenge')) await playground.chooseChallenge('S256');
	}
	return missingBefore(step, playground.session) ?? step;
}
