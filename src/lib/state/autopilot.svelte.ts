/** The autopilot of the page: it opens the page of each step, presses what is there, and says where it ended. */
import type { PilotEnd } from '$lib/flow/autopilot';
import { loadPart, PartFailure } from '$lib/lexicon/part';
import { stepIds, type StepId } from '$lib/lexicon/steps';
import type { CallbackMessage } from '$lib/trace/fact';
import type { Walk } from './context';

export interface PilotPorts {
	/** Goes to a page of this site, and resolves when it is there. */
	open: (path: string) => Promise<void>;
	/** Time to look. */
	pause: () => Promise<void>;
	/** Whether it can sign in at a URL without the person. */
	knows: (url: string) => boolean;
	/** Signs in there; undefined: that is for the person. */
	signIn: (url: string) => Promise<CallbackMessage | undefined>;
}

export type Around = Pick<Walk, 'playground' | 'drafts' | 'configurations' | 'replacements' | 'start'>;

/** The page that no step has: what has happened. */
export const endPath = '/flow/end/';

const rest = (): Promise<void> => Promise.resolve();

export class Autopilot {
	readonly #around: Around;
	readonly #ports: PilotPorts;
	#flight = $state.raw<{ stopped: boolean }>();
	#end = $state.raw<PilotEnd>();
	#landing: Promise<void> = rest();

	constructor(around: Around, ports: PilotPorts) {
		this.#around = around;
		this.#ports = ports;
	}

	get isFlying(): boolean {
		return this.#flight !== undefined;
	}

	/** How the last flight ended, until somebody goes elsewhere. */
	get end(): PilotEnd | undefined {
		return this.#end;
	}

	/** The person takes over: what is on its way is awaited, nothing else is done. */
	readonly stop = (): void => {
		this.#end = undefined;
		if (this.#flight) this.#flight.stopped = true;
	};

	/** `stop`, until nothing is on its way any more. */
	async takeOver(): Promise<void> {
		this.stop();
		await this.#landing;
	}

	/** The same where the person is to see what comes after: no page is opened on the way. */
	readonly quietlyTo = (last: StepId): Promise<PilotEnd> =>
		this.to(last, undefined, { ...this.#ports, open: rest, pause: rest });

	/** Goes up to and with `last`; `from`: once more from there. */
	async to(last: StepId, from?: StepId, ports = this.#ports): Promise<PilotEnd> {
		const { playground } = this.#around;
		if (this.#flight || playground.running || !playground.restored) return { at: last, why: 'stopped' };
		const flight = { stopped: false };
		let at = from ?? last;
		const reached = (step: StepId): void => void (at = step);
		/** How the walk began: one that takes its place is not this flight's. */
		let [first] = playground.trace;
		const isStopped = (): boolean =>
			flight.stopped || (first ??= playground.trace[0]) !== playground.trace[0];
		let landed = (): void => undefined;
		this.#landing = new Promise((resolve) => {
			landed = resolve;
		});
		this.#flight = flight;
		this.#end = undefined;
		try {
			const { fly } = await loadPart(() => import('./flight'));
			const end = await fly(this.#around, ports, { last, from, reached, isStopped });
			this.#end = end;
			if (end.why === 'done' && last === stepIds.at(-1)) await ports.open(endPath);
			return end;
		} catch (error) {
			this.#end = { at, why: 'broken' };
			// What did not arrive is said by the page.
			if (error instanceof PartFailure) throw error;
			return this.#end;
		} finally {
			this.#flight = undefined;
			landed();
		}
	}
}
