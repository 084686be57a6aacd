/** The compact form of the site, for a frame in somebody's documentation: what panels need to know of it. */
import { createContext } from 'svelte';
import type { EmbedEvent, EmbedOrder, EmbedRefusal, EmbedShown } from '$lib/lexicon/embedding';
import type { Check } from '$lib/lexicon/check';
import type { StepId } from '$lib/lexicon/steps';

/** Carries out what the host wants; what it returns says why it did not. */
/** What comes of it: a refusal, or what a later order has to wait for. */
export type CarryOut = (order: EmbedOrder) => EmbedRefusal | Promise<void> | undefined;

export interface Embed {
	/** What the walk goes through, in its order. */
	readonly steps: readonly StepId[];
	/** A provider whose known values fill the form. */
	readonly preset: string | undefined;
	/** Settings that the address brought, as the query of a link. */
	readonly link: string;
	shows: (control: EmbedShown) => boolean;
	/** The address of the same thing in a tab, as long as the page that gives it is there. */
	leadOut: (address: () => string) => () => void;
	readonly out: string;
	/** Names something of the address that means nothing here. */
	ignore: (name: string, value: string) => void;
	say: (event: EmbedEvent) => void;
	/** From now on orders about the walk are carried out. */
	hear: (carryOut: CarryOut) => () => void;
}

export const [getEmbed, setEmbed] = createContext<Embed>();

/**
 * Which checks a frame leaves out: those of which its address wants none, as long as nothing is wrong with any of them. To
 * be asked for where a component begins.
 */
export function leftOutChecks(): (checks: readonly Check[]) => boolean {
	const embed = findEmbed();
	return (checks) =>
		embed !== undefined &&
		!embed.shows('checks') &&
		checks.every(({ status }) => status === 'pass' || status === 'skipped');
}

/** Undefined where the site has its usual form. */
export function findEmbed(): Embed | undefined {
	try {
		return getEmbed();
	} catch {
		return undefined;
	}
}
