/**
 * The configurations that were used before, newest first. What is kept survives the tab, so no secret is in it: what
 * is one by name or by look is left out, and said.
 */
import type { FoundSecret } from '$lib/lexicon/secret-kinds';
import type { IntakeFailure } from '$lib/lexicon/failure';
import { loadPart } from '$lib/lexicon/part';
import type { Configuration } from '$lib/trace/configuration';

export interface StoredConfigurations {
	read(): Promise<{ value: Configuration[]; trouble?: IntakeFailure }>;
	write(configurations: Configuration[]): void;
}

const most = 20;

const loadSecrets = () => loadPart(() => import('$lib/trace/secret-settings'));

/** One application at one provider: a newer configuration of it takes the place of the older one. */
const sameApplication = (one: Configuration, other: Configuration): boolean =>
	one.issuer === other.issuer && one.clientId === other.clientId && one.redirectUri === other.redirectUri;

export class SavedConfigurations {
	#stored: StoredConfigurations;
	#list = $state.raw<readonly Configuration[]>([]);
	#trouble = $state.raw<IntakeFailure>();
	#leftOut = $state.raw<readonly FoundSecret[]>([]);
	#last: Promise<void> = Promise.resolve();

	constructor(stored: StoredConfigurations) {
		this.#stored = stored;
	}

	get list(): readonly Configuration[] {
		return this.#list;
	}

	/** What of it could not be read. */
	get trouble(): IntakeFailure | undefined {
		return this.#trouble;
	}

	/** What was left out of the newest one, because it is a secret. */
	get leftOut(): readonly FoundSecret[] {
		return this.#leftOut;
	}

	/** What an earlier version kept may hold a secret: then it is written again, without. */
	restore(): Promise<void> {
		return this.#change(async () => {
			const kept = await this.#read();
			if (kept.length === 0) return;
			const { withoutSecrets } = await loadSecrets();
			const clean = kept.map(withoutSecrets);
			if (JSON.stringify(clean) === JSON.stringify(kept)) this.#list = kept;
			else this.#keep(clean);
		});
	}

	remember(given: Configuration): Promise<void> {
		return this.#change(async () => {
			const { separateSecrets } = await loadSecrets();
			const { configuration, leftOut } = separateSecrets(given);
			this.#leftOut = leftOut;
			this.#keep([configuration, ...(await this.#others(configuration))].slice(0, most));
		});
	}

	forget(configuration: Configuration): Promise<void> {
		return this.#change(async () => this.#keep(await this.#others(configuration)));
	}

	/** One after the other: none writes what it read before another one wrote. What rejects, the page says. */
	async #change(change: () => Promise<void>): Promise<void> {
		const changed = this.#last.then(change);
		this.#last = changed.catch(() => undefined);
		await changed;
	}

	/** Read again first: another tab may have added one. */
	async #others(configuration: Configuration): Promise<Configuration[]> {
		const { withoutSecrets } = await loadSecrets();
		const kept = await this.#read();
		return kept.map(withoutSecrets).filter((other) => !sameApplication(other, configuration));
	}

	async #read(): Promise<Configuration[]> {
		const { value, trouble } = await this.#stored.read();
		if (trouble) this.#trouble = trouble;
		return value;
	}

	#keep(list: Configuration[]): void {
		this.#stored.write(list);
		this.#list = list;
	}
}
