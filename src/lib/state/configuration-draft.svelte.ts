/** The configuration that is being typed: what was kept before, with what the person has changed since. */
import { withoutWellKnown } from '$lib/flow/typed-issuer';
import type { Walk } from '$lib/flow/session';
import type { Configuration } from '$lib/trace/configuration';
import type { Extension } from '$lib/trace/configuration-choices';
import {
	configurationFields,
	configurationOf,
	draftName,
	filledIn,
	formatRows,
	parseRows,
	type FieldName
} from '$lib/trace/configuration-fields';
import type { Pair } from '$lib/wire/form';
import type { Drafts } from './drafts.svelte';

export type TextField = Exclude<FieldName, 'responseMode' | 'authentication' | 'extensions' | 'extra'>;

type Typed = Pick<Drafts, 'get' | 'set' | 'change'>;
const nothingTyped: Typed = { get: () => undefined, set: () => undefined, change: () => undefined };

export class ConfigurationDraft {
	#drafts: Typed;
	#kept: Configuration;

	constructor(drafts: Typed, kept: Configuration) {
		this.#drafts = drafts;
		this.#kept = kept;
	}

	get(field: TextField): string {
		return this.#read(field);
	}

	/** An issuer that was pasted as the address of its metadata becomes the issuer at once, before the eyes. */
	set(field: TextField, text: string): void {
		this.#write(field, field === 'issuer' ? withoutWellKnown(text) : text);
	}

	/** As they are typed: some may have no name yet. */
	get extra(): Pair[] {
		return parseRows(this.#read('extra'));
	}

	set extra(rows: readonly Pair[]) {
		this.#write('extra', formatRows(rows));
	}

	get responseMode(): Configuration['responseMode'] {
		return configurationFields.responseMode.read(this.#read('responseMode')).responseMode;
	}

	set responseMode(mode: Configuration['responseMode']) {
		this.#write('responseMode', mode ?? '');
	}

	get authentication(): NonNullable<Configuration['authentication']> {
		return configurationFields.authentication.read(this.#read('authentication')).authentication ?? 'none';
	}

	set authentication(method: NonNullable<Configuration['authentication']>) {
		this.#write('authentication', method);
	}

	get extensions(): Extension[] {
		return configurationFields.extensions.read(this.#read('extensions')).extensions ?? [];
	}

	turn(extension: Extension, on: boolean): void {
		const others = this.extensions.filter((other) => other !== extension);
		this.#write('extensions', [...others, ...(on ? [extension] : [])].join(' '));
	}

	/** Puts a whole configuration into the form, in the place of what was typed. */
	fill(configuration: Configuration): void {
		this.#drafts.change((typed) => filledIn(typed, configuration));
	}

	/** Whether what stands in the form is something else than this. */
	differsFrom(other: Configuration): boolean {
		const untyped = new ConfigurationDraft(nothingTyped, other).configuration;
		return JSON.stringify(this.configuration) !== JSON.stringify(untyped);
	}

	get configuration(): Configuration {
		return configurationOf((name) => this.#read(name));
	}

	#read(name: FieldName): string {
		return this.#drafts.get(draftName(name)) ?? configurationFields[name].format(this.#kept);
	}

	#write(name: FieldName, text: string): void {
		this.#drafts.set(draftName(name), text);
	}
}

/** Whether the form holds settings that no attempt of the walk goes by: then they are about to begin one. */
export const isNewDraft = (drafts: Typed, { attempts }: Walk): boolean =>
	attempts.every(
		({ configuration }) =>
			configuration !== undefined && new ConfigurationDraft(drafts, configuration).differsFrom(configuration)
	);
