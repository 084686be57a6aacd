/**
 * A walk that goes by itself where the person can follow it: at each step what they would press, one after the other,
 * until it is there, something fails, or they say stop. What a step does is said in `walk-to.ts`.
 */
import { stepIds, type StepId } from '$lib/lexicon/steps';
import { isSpared } from './first-open';
import type { Runner } from './run';
import { act, NoMessage, type Companion } from './walk-to';
import { isTurnedAway } from './turned-away';

/**
 * `failed`: a step did. `refused`: the server said no on a page of its own. `sign-in`: it is the person's. `not-fetched`: the person has not said yes to this server.
 * `no-message`: a step lacks something that only the person can give. `broken`: an error of the page itself.
 */
export type PilotEnd = {
	at: StepId;
	why: 'done' | 'stopped' | 'failed' | 'refused' | 'sign-in' | 'not-fetched' | 'no-message' | 'broken';
};

export interface Hands extends Companion {
	/** Goes to the page of a step. */
	open(step: StepId): Promise<void>;
	/** Time to look. */
	pause(): Promise<void>;
	isStopped(): boolean;
	/** Why nothing is done at a step. */
	refuses(step: StepId): Promise<PilotEnd['why'] | undefined>;
	/** What comes before the message of a step. */
	prepare?(step: StepId): Promise<void>;
}

const place = (id: StepId): number => stepIds.indexOf(id);

/**
 * Makes the walk ready to go again from a step, and says which steps that are done are done once more. A code is used
 * once, and a verifier is for one attempt: from the sign-in to the tokens that takes a new attempt.
 */
export async function rewind(runner: Runner, from: StepId): Promise<ReadonlySet<StepId>> {
	if (['authorize', 'callback', 'exchange'].includes(from)) {
		await runner.startAnew();
		return new Set();
	}
	const { configuration } = runner.session;
	if (from === 'configure' && configuration) await runner.configure(configuration);
	return new Set(place(from) < place('authorize') ? [from] : stepIds.slice(place(from)));
}

/** Nobody came back: the server says no, or asks for something that only a person can answer. */
async function whyNobody(runner: Runner): Promise<PilotEnd['why']> {
	await runner.askWhy();
	return isTurnedAway(runner.session) ? 'refused' : 'sign-in';
}

async function take(runner: Runner, id: StepId, hands: Hands): Promise<PilotEnd['why'] | undefined> {
	await hands.open(id);
	await hands.pause();
	if (hands.isStopped()) return 'stopped';
	const refused = await hands.refuses(id);
	if (refused) return refused;
	try {
		await hands.prepare?.(id);
		await act(runner, id, hands);
	} catch (error) {
		if (error instanceof NoMessage) return 'no-message';
		throw error;
	}
	await hands.pause();
	const status = runner.status(id);
	if (status === 'done') return undefined;
	if (status === 'failed') return 'failed';
	return id === 'callback' ? whyNobody(runner) : 'stopped';
}

/** Goes up to and with `last`. `again`: steps that are taken though they were taken before. */
export async function flyTo(
	runner: Runner,
	last: StepId,
	hands: Hands,
	again: ReadonlySet<StepId> = new Set()
): Promise<PilotEnd> {
	for (const id of stepIds.slice(0, place(last) + 1)) {
		if (isSpared(id, runner.session)) continue;
		const status = runner.status(id);
		if (status === 'done' && !again.has(id)) continue;
		if (hands.isStopped()) return { at: id, why: 'stopped' };
		if (status === 'failed' && !again.has(id)) return { at: id, why: 'failed' };
		// Something before it was done anew meanwhile.
		if (status === 'locked') return { at: id, why: 'stopped' };
		const why = await take(runner, id, hands);
		if (why) return { at: id, why };
	}
	return { at: last, why: hands.isStopped() ? 'stopped' : 'done' };
}
