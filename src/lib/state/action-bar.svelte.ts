/** What the bar at the foot of a step offers: the one thing to do now. */
export interface Action {
	label: string;
	/** A button; without it a link to `href`. */
	act?: (() => void) | undefined;
	href?: string | undefined;
	/** Of a link that leads out of a frame. */
	target?: '_blank' | undefined;
	disabled?: boolean | undefined;
	/** Something is on its way. The button keeps the focus and does nothing. */
	waiting?: boolean | undefined;
}

/** Which of several offers counts: a decision that is asked for, what the step itself does, the way on, the way back. */
export const actionRanks = ['back', 'onward', 'step', 'decision'] as const;

export type ActionRank = (typeof actionRanks)[number];

interface Offer {
	rank: ActionRank;
	action: Action;
}

/**
 * There is one filled button on a step, whichever part of the page offers it. Parts come and go: each takes its offer
 * back when it is gone. Of several the highest rank counts, and of equal ones the newest.
 */
export class ActionBar {
	#offers = $state.raw<readonly Offer[]>([]);

	/** `action` may have getters: what they read is followed. Returns what takes the offer back. */
	offer(rank: ActionRank, action: Action): () => void {
		const offer: Offer = { rank, action };
		this.#offers = [...this.#offers, offer];
		return () => {
			this.#offers = this.#offers.filter((one) => one !== offer);
		};
	}

	get action(): Action | undefined {
		const highest = [...actionRanks]
			.reverse()
			.find((rank) => this.#offers.some((offer) => offer.rank === rank));
		return this.#offers.findLast(({ rank }) => rank === highest)?.action;
	}
}
