/** The configuration that is being typed: what was kept before, with what the person has changed since. */
import { withoutWellKnown } from '$lib/flow/feedback';
import {
	authenticationMethods,
	extensions,
	responseModes,
	type Configuration,
	type Extension
} from '$lib/trace/configuration';
import type { Pair } from '$lib/wire/form';
import type { Drafts } from './drafts.svelte';

const textFields = [
	'issuer',
	'clientId',
	'redirectUri',
	'scope',
	'audience',
	'resource',
	'apiUrl',
	'preset'
] as const;
export type TextField = (typeof textFields)[number];

/** A row is `name=value`, URL-encoded, so that a line break in a value stays in its row. */
const formatRow = (row: Pair): string => row.map(encodeURIComponent).join('=');
const parseRow = (line: string): Pair => {
	const [name = '', value = ''] = line.split('=', 2);
	return [decodeURIComponent(name), decodeURIComponent(value)];
};

/** The member of the list that the text names. */
const oneOf = <T extends string>(list: readonly T[], text: string | undefined): T | undefined =>
	list.find((member) => member === text);

type Typed = Pick<Drafts, 'get' | 'set'>;
const nothingTyped: Typed = { get: () => undefined, set: () => undefined };

export class ConfigurationDraft {
	#drafts: Typed;
	#kept: Configuration;

	constructor(drafts: Typed, kept: Configuration) {
		this.#drafts = drafts;
		this.#kept = kept;
	}

	get(field: TextField): string {
		return this.#read(field) ?? this.#kept[field] ?? '';
	}

	/** An issuer that was pasted as the address of its metadata becomes the issuer at once, before the eyes. */
	set(field: TextField, text: string): void {
		this.#drafts.set(`configure ${field}`, field === 'issuer' ? withoutWellKnown(text) : text);
	}

	get extra(): Pair[] {
		const draft = this.#read('extra');
		return draft === undefined ? this.#kept.extra : draft.split('\n').filter(Boolean).map(parseRow);
	}

	set extra(rows: readonly Pair[]) {
		// A single line break says that there are none, which is not the same as nothing said.
		this.#drafts.set('configure extra', rows.map(formatRow).join('\n') || '\n');
	}

	get responseMode(): Configuration['responseMode'] {
		const draft = this.#read('responseMode');
		return draft === undefined ? this.#kept.responseMode : oneOf(responseModes, draft);
	}

	set responseMode(mode: Configuration['responseMode']) {
		this.#drafts.set('configure responseMode', mode ?? '');
	}

	get authentication(): NonNullable<Configuration['authentication']> {
		return oneOf(authenticationMethods, this.#read('authentication')) ?? this.#kept.authentication ?? 'none';
	}

	set authentication(method: NonNullable<Configuration['authentication']>) {
		this.#drafts.set('configure authentication', method);
	}

	get extensions(): Extension[] {
		const draft = this.#read('extensions');
		if (draft === undefined) return this.#kept.extensions ?? [];
		return extensions.filter((extension) => draft.split(' ').includes(extension));
	}

	turn(extension: Extension, on: boolean): void {
		const others = this.extensions.filter((other) => other !== extension);
		this.#drafts.set('configure extensions', [...others, ...(on ? [extension] : [])].join(' '));
	}

	/** Puts a whole configuration into the form, in the place of what was typed. */
	fill(configuration: Configuration): void {
		for (const field of textFields) this.set(field, configuration[field] ?? '');
		this.extra = configuration.extra;
		this.responseMode = configuration.responseMode;
		this.authentication = configuration.authentication ?? 'none';
		this.#drafts.set('configure extensions', (configuration.extensions ?? []).join(' '));
	}

	/** Whether what stands in the form is something else than this. */
	differsFrom(other: Configuration): boolean {
		const untyped = new ConfigurationDraft(nothingTyped, other).configuration;
		return JSON.stringify(this.configuration) !== JSON.stringify(untyped);
	}

	get configuration(): Configuration {
		const text = (field: TextField): string => this.get(field).trim();
		const given = (field: TextField) => (text(field) === '' ? {} : { [field]: text(field) });
		return {
			issuer: text('issuer'),
			clientId: text('clientId'),
			redirectUri: text('redirectUri'),
			scope: text('scope').replace(/\s+/g, ' '),
			...given('audience'),
			...given('resource'),
			...given('preset'),
			extra: this.extra.filter(([name]) => name !== ''),
			...(this.responseMode ? { responseMode: this.responseMode } : {}),
			...(this.authentication === 'none' ? {} : { authentication: this.authentication }),
			...(this.extensions.length === 0 ? {} : { extensions: this.extensions }),
			apiUrl: text('apiUrl')
		};
	}

	#read(name: string): string | undefined {
		return this.#drafts.get(`configure ${name}`);
	}
}
