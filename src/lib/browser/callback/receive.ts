/**
 * What happens to a callback when it comes to this browser. The query leaves the address bar at once. An attempt
 * that left this tab ends here; any other is offered to the tab that owns its `state`. What nobody owns is shown
 * and kept for this tab to paste, never acted upon.
 */
import type { Memory } from '$lib/flow/world';
import type { IntakeFailure } from '$lib/lexicon/failure';
import { ok, type Result } from '$lib/lexicon/result';
import { requestSays } from '$lib/message/authorization-request';
import { responseParameters, stateOfResponse } from '$lib/message/authorization-response';
import { navigationTo, pushesIn } from '$lib/trace/exchanges';
import type { CallbackMessage, Trace, WayOut } from '$lib/trace/fact';
// What reads the walk: once the query has left the address bar nothing may be missing.
import '$lib/trace/file';
import { valueOf } from '$lib/wire/form';
import { postedIn } from '$lib/wire/posted-form';
import { openCallbackChannel } from './channel';
import { isSignInPopup } from './popup-start';
import { takePosted } from './posted';
import { openMemory } from '../storage/walk-storage';
import { askedLine } from './window-line';

export type Received =
	/** It is in this tab's trace now. */
	| { kind: 'here' }
	/** Another tab has it; this one has nothing more to do. */
	| { kind: 'handed-over' }
	/** Nobody has it. `arrived` is what came, where it could be read. */
	| { kind: 'nobody'; arrived?: CallbackMessage; failure: IntakeFailure };

/** Newest last. Of a request that cannot be read here the state is the one made for the attempt before it. */
function authorizationRequests(trace: Trace): { way: WayOut; state: string | undefined }[] {
	let made: string | undefined;
	return trace.flatMap((fact) => {
		if (fact.kind === 'generated') made = fact.values.state ?? made;
		if (fact.kind !== 'left' || fact.step !== 'authorize') return [];
		const sent = requestSays(navigationTo(fact), pushesIn(trace));
		return [{ way: fact.way, state: sent ? valueOf(sent, 'state') : made }];
	});
}

async function keepHere(memory: Memory, trace: Trace, arrived: CallbackMessage): Promise<Received> {
	const last = trace.findLast((fact) => fact.kind === 'returned');
	// The same URL again is a callback page that was reloaded: it counts once.
	if (last?.url !== arrived.url || last.body !== arrived.body) {
		const at = Date.now();
		await memory.append({ kind: 'returned', at, step: 'callback', ...arrived, way: 'redirect' });
	}
	return { kind: 'here' };
}

/** What came: the address of this page, which loses its query at once, or the form that the worker put aside. */
async function readCallbackMessage(base: string): Promise<Result<CallbackMessage, IntakeFailure>> {
	const { href, hash } = location;
	history.replaceState(history.state, '', location.pathname);
	const posted = postedIn(hash);
	return posted === undefined ? ok({ url: href }) : takePosted(base, posted);
}

export async function receiveCallback(base: string): Promise<Received> {
	const read = await readCallbackMessage(base);
	if (!read.ok) return { kind: 'nobody', failure: read.failure };
	const arrived = read.value;
	if (responseParameters(arrived).length === 0)
		return {
			kind: 'nobody',
			failure: { reason: arrived.body === undefined ? 'no-parameters' : 'form-empty' }
		};
	const memory = openMemory(base, false);
	const kept = await memory.load();
	const trace = kept.ok ? kept.value : [];
	const state = stateOfResponse(arrived);
	const newest = authorizationRequests(trace).at(-1);
	// An answer without a state belongs to the attempt that left this tab, if any: its check will say what is wrong.
	const mine = newest !== undefined && (state === undefined || newest.state === state);
	if (mine && newest.way === 'tab') return keepHere(memory, trace, arrived);
	if (state !== undefined && (await handOver(base, arrived, state))) {
		if (isSignInPopup(base)) window.close();
		return { kind: 'handed-over' };
	}
	// A popup and a duplicated tab carry a copy of the trace; without its owner the copy goes on. A hidden frame has none.
	if (authorizationRequests(trace).some((request) => request.state === state && request.way !== 'frame'))
		return keepHere(memory, trace, arrived);
	return {
		kind: 'nobody',
		arrived,
		failure: {
			reason: isSignInPopup(base) ? 'opener-out-of-reach' : 'state-unknown',
			...(state ? { where: state } : {})
		}
	};
}

async function handOver(base: string, arrived: CallbackMessage, state: string): Promise<boolean> {
	const channel = openCallbackChannel(base, askedLine);
	try {
		return await channel.offer(arrived, state);
	} finally {
		channel.close();
	}
}
