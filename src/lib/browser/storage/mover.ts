/** Moves facts of a walk out of the tab, and reads them there again. Fetched when the first walk is so long. */
import type { IntakeFailure } from '$lib/lexicon/failure';
import { fail, ok, type Result } from '$lib/lexicon/result';
import { Overflow } from './overflow';
import type { Kept, TabWalk } from './tab-walk';
import type { Away } from './walk-keys';

export class Mover {
	readonly #walk: TabWalk;
	readonly #overflow: Overflow;
	readonly #stays: boolean;
	/** The name of this walk is that of another tab, and there is no copy. */
	#isForeign = false;

	/** `stays`: the page goes on with the walk. One that hands an answer on and is closed needs no copy of it. */
	constructor(walk: TabWalk, overflow: Overflow, stays: boolean) {
		this.#walk = walk;
		this.#overflow = overflow;
		this.#stays = stays;
	}

	/** A duplicated tab finds the name taken: it goes on with a copy under a name of its own. */
	async read(away: Away): Promise<Result<string[], IntakeFailure>> {
		try {
			const isMine = await this.#overflow.claim(away.name);
			const texts = await this.#overflow.read(away);
			if (!isMine && this.#stays) await this.#copy(texts);
			else this.#isForeign = !isMine;
			return ok(texts);
		} catch (error) {
			return fail({ reason: 'storage-unreadable', where: String(error) });
		}
	}

	async #copy(texts: string[]): Promise<void> {
		const { walk } = this.#walk.head;
		try {
			const mine = await this.#overflow.open();
			await this.#overflow.write(mine, 0, texts);
			const moved = this.#walk.moved(walk, { ...mine, upTo: texts.length });
			if (!moved.ok || !moved.value) await this.#overflow.drop(mine.name);
		} catch {
			this.#isForeign = true;
		}
	}

	/** Moves away what the tab holds and what had no room, until nothing waits. */
	async move(): Promise<Kept> {
		try {
			for (;;) {
				const { away } = this.#walk.head;
				if (away && this.#isForeign) return fail({ reason: 'storage-full' });
				const { name, key } = away ?? (await this.#overflow.open());
				const { walk, from, texts } = this.#walk.movable();
				await this.#overflow.write({ name, key }, from, texts);
				const moved = this.#walk.moved(walk, { name, key, upTo: from + texts.length });
				if (!moved.ok || !moved.value) await this.#overflow.drop(name);
				const kept = moved.ok ? this.#walk.settle() : moved;
				if (!moved.ok || kept.ok || kept.failure.reason !== 'storage-full') return kept;
			}
		} catch (error) {
			return fail({ reason: 'storage-full', where: String(error) });
		}
	}

	/** Forgets what was replaced, and says that the rest is in use. What is left here is swept another time. */
	async tidy(): Promise<void> {
		const { away } = this.#walk.head;
		for (const name of this.#walk.takeLeftOver()) await this.#overflow.drop(name);
		if (away) await this.#overflow.touch(away.name);
	}

	/** The page ends: what it holds is nobody's soon, unless the person `leaves` for the provider. */
	end(leaves: boolean): void {
		this.#overflow.end(leaves);
	}

	/** Forgets what tabs that are gone have left. */
	sweep(): Promise<void> {
		return this.#overflow.sweep();
	}
}

export const openMover = (walk: TabWalk, database: string, stays: boolean): Mover =>
	new Mover(walk, new Overflow(database), stays);
