import type { EmbedEvent, EmbedOrder, EmbedPage, EmbedShown } from '$lib/lexicon/embedding';
import type { StepId } from '$lib/lexicon/steps';
import type { EmbedAsked } from '$lib/trace/embed-look';
import type { CarryOut, Embed } from './embed';

/** The site in its compact form, as an address asks for it. */
export class Compact implements Embed {
	readonly #asked: EmbedAsked;
	readonly #say: (event: EmbedEvent) => void;
	#ignored = $state.raw<EmbedAsked['ignored']>([]);
	#out = $state.raw<() => string>();
	#carryOut: CarryOut | undefined;
	readonly #waiting: EmbedOrder[] = [];
	#isDoing = false;
	/** The page of which it was said last. */
	#ready: EmbedPage | undefined;

	constructor(asked: EmbedAsked, say: (event: EmbedEvent) => void) {
		this.#asked = asked;
		this.#ignored = asked.ignored;
		this.#say = say;
	}

	get steps(): readonly StepId[] {
		return this.#asked.look.steps;
	}

	get preset(): string | undefined {
		return this.#asked.preset;
	}

	get link(): string {
		return this.#asked.link;
	}

	get refused(): EmbedAsked['refused'] {
		return this.#asked.refused;
	}

	get ignored(): EmbedAsked['ignored'] {
		return this.#ignored;
	}

	/** Empty where the page that is shown gives none. */
	get out(): string {
		return this.#out?.() ?? '';
	}

	readonly shows = (control: EmbedShown): boolean => this.#asked.look.controls.includes(control);

	readonly leadOut = (address: () => string): (() => void) => {
		this.#out = address;
		return () => {
			if (this.#out === address) this.#out = undefined;
		};
	};

	readonly ignore = (name: string, value: string): void => {
		this.#ignored = [...this.#ignored, { name, value }];
	};

	readonly dismiss = (): void => {
		this.#ignored = [];
	};

	/** `ready` is said once of a page: the sign-in leads from the walk and back, and what was told it is known to it still. */
	readonly say = (event: EmbedEvent): void => {
		if (event.event !== 'ready') return this.#say(event);
		if (event.page !== this.#ready) this.#say(event);
		else if (event.step) this.#say({ event: 'step', step: event.step });
		this.#ready = event.page;
	};

	readonly hear = (carryOut: CarryOut): (() => void) => {
		this.#carryOut = carryOut;
		return () => {
			if (this.#carryOut === carryOut) this.#carryOut = undefined;
		};
	};

	/** What the host wants of the walk, one after the other. */
	readonly order = (order: EmbedOrder): void => {
		this.#waiting.push(order);
		if (!this.#isDoing) void this.#work();
	};

	/** Where no walk is shown there is nobody to carry it out. */
	async #work(): Promise<void> {
		this.#isDoing = true;
		try {
			for (let order = this.#waiting.shift(); order; order = this.#waiting.shift()) {
				const done = this.#carryOut ? this.#carryOut(order) : 'not-here';
				if (typeof done === 'string') this.#say({ event: 'refused', command: order.command, why: done });
				else if (done) await done;
			}
		} finally {
			this.#isDoing = false;
			if (this.#waiting.length > 0) void this.#work();
		}
	}
}
