/**
 * The configurations that were used before, newest first. What is kept survives the tab, so no secret is in it: a
 * free parameter that is one by name or by look is left out.
 */
import type { Configuration } from '$lib/trace/configuration';
import { withoutSecrets } from '$lib/trace/secret-settings';

export interface ConfigurationShelf {
	read(): Configuration[];
	write(configurations: Configuration[]): void;
}

const most = 20;

/** One application at one provider: a newer configuration of it takes the place of the older one. */
const sameApplication = (one: Configuration, other: Configuration): boolean =>
	one.issuer === other.issuer && one.clientId === other.clientId && one.redirectUri === other.redirectUri;

export class SavedConfigurations {
	#shelf: ConfigurationShelf;
	#list = $state.raw<readonly Configuration[]>([]);

	constructor(shelf: ConfigurationShelf) {
		this.#shelf = shelf;
	}

	get list(): readonly Configuration[] {
		return this.#list;
	}

	restore(): void {
		this.#list = this.#shelf.read();
	}

	remember(configuration: Configuration): void {
		const others = this.#others(configuration);
		this.#keep([withoutSecrets(configuration), ...others].slice(0, most));
	}

	forget(configuration: Configuration): void {
		this.#keep(this.#others(configuration));
	}

	/** Read again first: another tab may have added one. */
	#others(configuration: Configuration): Configuration[] {
		return this.#shelf.read().filter((other) => !sameApplication(other, configuration));
	}

	#keep(list: Configuration[]): void {
		this.#shelf.write(list);
		this.#list = list;
	}
}
