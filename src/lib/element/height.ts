/** How high the frame is: as its page asks, between two bounds. */
export interface Bounds {
	least: number;
	most: number;
}

const usual: Bounds = { least: 320, most: 2_000 };

/** `600` is fixed; `320-900` follows the page between the two; nothing follows it too. Undefined: none of these. */
export function readBounds(value: string | null): Bounds | undefined {
	if (!value) return usual;
	const [, least, most = least] = /^(\d{2,4})(?:-(\d{2,4}))?$/.exec(value) ?? [];
	const bounds = { least: Number(least), most: Number(most) };
	return bounds.least <= bounds.most ? bounds : undefined;
}

export const boundsOf = (value: string | null): Bounds => readBounds(value) ?? usual;

/** Answers of the same size to one's own growth, after which a page is taken for one that grows with its frame. */
const patience = 5;

/** Milliseconds. An answer that takes longer is none to the growth: a person has opened something. */
const soon = 5_000;

/** Follows what a page asks for. A page that asks for a little more each time that it gets it is left as it is. */
export class Height {
	#now: number;
	#step = 0;
	#repeated = 0;
	#askedAt = -Infinity;

	/** `asked`: what the page has asked for, under other bounds. */
	constructor(
		private readonly bounds: Bounds,
		asked = bounds.least
	) {
		this.#now = this.#within(asked);
		this.#asked = asked;
	}

	#asked: number;

	get now(): number {
		return this.#now;
	}

	get asked(): number {
		return this.#asked;
	}

	/** `at`: in milliseconds, of a clock that only goes forward. */
	ask(pixels: number, at = performance.now()): void {
		const step = pixels - this.#now;
		const isAnswer = step > 0 && step === this.#step && at - this.#askedAt < soon;
		this.#repeated = isAnswer ? this.#repeated + 1 : 0;
		this.#askedAt = at;
		this.#step = step;
		if (this.#repeated >= patience) return;
		this.#asked = pixels;
		this.#now = this.#within(pixels);
	}

	#within(pixels: number): number {
		return Math.min(this.bounds.most, Math.max(this.bounds.least, Math.ceil(pixels)));
	}
}
