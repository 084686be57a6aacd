/**
 * What happens to a callback on its arrival in this browser. The query leaves the address bar at once. An attempt
 * that left this tab ends here; any other is offered to the tab that owns its `state`. What nobody owns is shown
 * and kept for this tab to paste, never acted upon.
 */
import type { IntakeFailure } from '$lib/lexicon/failure';
import type { Fact, Trace } from '$lib/trace/fact';
import { valueOf, parseForm } from '$lib/wire/form';
import { openCallbackChannel } from './channel';
import { isSignInPopup } from './departure';
import { openMemory } from './walk-storage';

export type Reception =
	/** It is in this tab's trace now. */
	| { kind: 'here' }
	/** Another tab has it; this one has nothing more to do. */
	| { kind: 'handed-over' }
	/** Nobody has it. `url` is what came. */
	| { kind: 'nobody'; url: string; failure: IntakeFailure };

type Left = Extract<Fact, { kind: 'left' }>;

const stateOf = (url: string): string | undefined => {
	const { search, hash } = new URL(url);
	return valueOf(parseForm(search.length > 1 ? search : hash), 'state');
};

const departures = (trace: Trace): Left[] => trace.filter((fact): fact is Left => fact.kind === 'left');

function keepHere(base: string, trace: Trace, url: string): Reception {
	const last = trace.findLast((fact) => fact.kind === 'returned');
	// The same URL again is a callback page that was reloaded: it is one arrival.
	if (last?.url !== url) {
		openMemory(base).save([
			...trace,
			{ kind: 'returned', at: Date.now(), step: 'callback', url, way: 'redirect' }
		]);
	}
	return { kind: 'here' };
}

export async function receiveCallback(base: string): Promise<Reception> {
	const url = location.href;
	history.replaceState(history.state, '', location.pathname);
	const { search, hash } = new URL(url);
	if (search.length < 2 && hash.length < 2) {
		return { kind: 'nobody', url, failure: { reason: 'no-parameters' } };
	}
	const kept = openMemory(base).load();
	const trace = kept.ok ? kept.value : [];
	const state = stateOf(url);
	const newest = departures(trace).at(-1);
	// An answer without a state belongs to the attempt that left this tab, if any: its check will say what is wrong.
	const mine = newest !== undefined && (state === undefined || stateOf(newest.url) === state);
	if (mine && newest.way === 'tab') return keepHere(base, trace, url);
	if (state !== undefined && (await handOver(base, url, state))) {
		if (isSignInPopup()) window.close();
		return { kind: 'handed-over' };
	}
	// A popup and a duplicated tab carry a copy of the trace; without its owner the copy goes on.
	if (departures(trace).some((departure) => stateOf(departure.url) === state)) return keepHere(base, trace, url);
	return { kind: 'nobody', url, failure: { reason: 'state-unknown', ...(state ? { where: state } : {}) } };
}

async function handOver(base: string, url: string, state: string): Promise<boolean> {
	const channel = openCallbackChannel(base);
	try {
		return await channel.offer(url, state);
	} finally {
		channel.close();
	}
}
