/**
 * The configurations that were used before, newest first. What is kept survives the tab, so no secret is in it: what
 * is one by name or by look is left out, and said.
 */
import type { FoundSecret } from '$lib/lexicon/secret-kinds';
import type { IntakeFailure } from '$lib/lexicon/failure';
import type { Configuration } from '$lib/trace/configuration';
import { separateSecrets, withoutSecrets } from '$lib/trace/secret-settings';

export interface StoredConfigurations {
	read(): { value: Configuration[]; trouble?: IntakeFailure };
	write(configurations: Configuration[]): void;
}

const most = 20;

/** One application at one provider: a newer configuration of it takes the place of the older one. */
const sameApplication = (one: Configuration, other: Configuration): boolean =>
	one.issuer === other.issuer && one.clientId === other.clientId && one.redirectUri === other.redirectUri;

export class SavedConfigurations {
	#stored: StoredConfigurations;
	#list = $state.raw<readonly Configuration[]>([]);
	#trouble = $state.raw<IntakeFailure>();
	#leftOut = $state.raw<readonly FoundSecret[]>([]);

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
	restore(): void {
		const kept = this.#read();
		const clean = kept.map(withoutSecrets);
		if (JSON.stringify(clean) === JSON.stringify(kept)) this.#list = kept;
		else this.#keep(clean);
	}

	remember(given: Configuration): void {
		const { configuration, leftOut } = separateSecrets(given);
		this.#leftOut = leftOut;
		this.#keep([configuration, ...this.#others(configuration)].slice(0, most));
	}

	forget(configuration: Configuration): void {
		this.#keep(this.#others(configuration));
	}

	/** Read again first: another tab may have added one. */
	#others(configuration: Configuration): Configuration[] {
		return this.#read()
			.map(withoutSecrets)
			.filter((other) => !sameApplication(other, configuration));
	}

	#read(): Configuration[] {
		const { value, trouble } = this.#stored.read();
		if (trouble) this.#trouble = trouble;
		return value;
	}

	#keep(list: Configuration[]): void {
		this.#stored.write(list);
		this.#list = list;
	}
}
