/**
 * The settings of the embedded realm while somebody edits them. What is shown is what is kept: every change is
 * written first, validated, and the next request to the server meets it. A change is made to what is kept at that
 * moment, so that two tabs do not undo each other; where both changed the same, the later is told.
 */
import type { RealmSettings, Rule } from '$lib/authorization-server/settings';
import type {
	Issued,
	KeptSettings,
	Reading,
	RealmAdministration,
	WriteFailure,
	Written
} from '$lib/embedded/realm-administration';

export type Section = 'applications' | 'apis' | 'users' | 'rules';
export type Item<S extends Section> = RealmSettings[S][number];

export type { WriteFailure };

type Policy = RealmSettings['policy'];

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const idNames = { applications: 'clientId', apis: 'identifier', users: 'sub', rules: 'id' } as const;

/** What tells an item from the others of its section. */
export const idOf = (section: Section, item: Item<Section>): string =>
	String(Reflect.get(item, idNames[section]));

/** Where `before` is; the end when it is nowhere, or was never there; undefined when another stands for it. */
function placeOf<S extends Section>(section: S, items: readonly Item<S>[], before?: Item<S>) {
	const at = before === undefined ? -1 : items.findIndex((item) => isSame(item, before));
	if (at !== -1) return at;
	const isOther = before && items.some((item) => idOf(section, item) === idOf(section, before));
	return isOther ? undefined : items.length;
}

const nothingIssued: Issued = { sessions: [], consents: [], keys: [], registered: [] };

export class RealmEditor {
	readonly administration: RealmAdministration;
	#settings: RealmSettings;
	#kept = $state.raw<KeptSettings>('start');
	#unreadable = $state.raw<unknown>();
	#issued = $state.raw<Issued>(nothingIssued);
	#ready = $state.raw(false);
	#generation = $state.raw(0);

	constructor(administration: RealmAdministration) {
		this.administration = administration;
		this.#settings = $state.raw(administration.start);
	}

	get settings(): RealmSettings {
		return this.#settings;
	}

	get kept(): KeptSettings {
		return this.#kept;
	}

	/** What is kept, as it is: the settings, or what cannot be read as such. */
	get toExport(): unknown {
		return this.#kept === 'unreadable' ? this.#unreadable : this.#settings;
	}

	get issued(): Issued {
		return this.#issued;
	}

	/** Whether what is kept has been read. Before that nothing may be changed. */
	get ready(): boolean {
		return this.#ready;
	}

	/** Grows when all settings were exchanged: what somebody was typing is about others. */
	get generation(): number {
		return this.#generation;
	}

	async restore(): Promise<void> {
		await this.#read();
		this.#generation += 1;
		this.#ready = true;
	}

	/** Reads again what is kept, which another tab may have changed. What somebody is typing here stays. */
	async refresh(): Promise<void> {
		if (this.#ready) await this.#read();
	}

	async #read(): Promise<void> {
		const { settings, kept, unreadable } = await this.administration.read();
		if (!isSame(settings, this.#settings)) this.#settings = settings;
		this.#kept = kept;
		this.#unreadable = unreadable;
		await this.look();
	}

	/** Reads again what the server has given out. */
	async look(): Promise<void> {
		this.#issued = await this.administration.look();
	}

	/**
	 * Puts an item in the place of `before`, the item as it was when somebody began to change it. Refused when it has
	 * become another since; one that is gone is added again, like a new one without `before`.
	 */
	put<S extends Section>(section: S, item: Item<S>, before?: Item<S>): Promise<WriteFailure | undefined> {
		return this.#change((kept) => {
			const items: Item<S>[] = [...kept[section]];
			const at = placeOf(section, items, before);
			if (at === undefined) return undefined;
			items[at] = item;
			return { ...kept, [section]: items };
		});
	}

	remove<S extends Section>(section: S, item: Item<S>): Promise<WriteFailure | undefined> {
		return this.#change((kept) => {
			const items: Item<S>[] = [...kept[section]];
			const at = placeOf(section, items, item);
			if (at === undefined) return undefined;
			items.splice(at, 1);
			return { ...kept, [section]: items };
		});
	}

	/** Moves a rule one place up (-1) or down (1). */
	moveRule(rule: Rule, by: -1 | 1): Promise<WriteFailure | undefined> {
		return this.#change((kept) => {
			const at = placeOf('rules', kept.rules, rule);
			if (at === undefined || at === kept.rules.length) return undefined;
			const rules = kept.rules.filter((_, index) => index !== at);
			rules.splice(Math.max(0, at + by), 0, rule);
			return { ...kept, rules };
		});
	}

	/** A changed clock forgets a rotation: the key that it made is the newest anyway. */
	putPolicy(policy: Policy, before: Policy): Promise<WriteFailure | undefined> {
		return this.#change((kept) => {
			const { keysNotBefore, clockOffset } = kept.policy;
			if (!isSame({ ...kept.policy, keysNotBefore }, { ...before, keysNotBefore })) return undefined;
			const rotated =
				keysNotBefore !== undefined && clockOffset === policy.clockOffset ? { keysNotBefore } : {};
			return { ...kept, policy: { ...policy, ...rotated } };
		});
	}

	/** The next token is signed with a new key; the old ones stay published while their tokens live. */
	rotateKeys(): Promise<WriteFailure | undefined> {
		return this.#change((kept) => {
			const keysNotBefore = this.administration.now() + kept.policy.clockOffset * 1_000;
			return { ...kept, policy: { ...kept.policy, keysNotBefore } };
		});
	}

	/** All settings at once: an import, also over what cannot be read. Refused when what is kept is no longer shown. */
	async replace(settings: RealmSettings | 'start'): Promise<WriteFailure | undefined> {
		const [shown, unreadable] = [this.#settings, this.#kept === 'unreadable'];
		const isShown = (found: Reading) =>
			isSame(found.settings, shown) && (found.kept === 'unreadable') === unreadable;
		const failure = await this.#show(this.administration.replace(settings, isShown));
		if (!failure) this.#generation += 1;
		return failure;
	}

	/** Back to the start, unless what is kept is no longer what is shown. */
	reset(): Promise<WriteFailure | undefined> {
		return this.replace('start');
	}

	async endSession(key: string): Promise<void> {
		await this.administration.endSession(key);
		await this.look();
	}

	async revokeConsent(sub: string, key: string): Promise<void> {
		await this.administration.revokeConsent(sub, key);
		await this.look();
	}

	async forgetApplication(clientId: string): Promise<void> {
		await this.administration.forgetApplication(clientId);
		await this.look();
	}

	#change(make: (kept: RealmSettings) => RealmSettings | undefined): Promise<WriteFailure | undefined> {
		return this.#show(this.administration.change(make));
	}

	/** What is kept afterwards is shown: what another tab wrote, too. */
	async #show(writing: Promise<Written>): Promise<WriteFailure | undefined> {
		const written = await writing;
		if (written.ok) {
			this.#settings = written.value.settings;
			this.#kept = written.value.kept;
			this.#unreadable = undefined;
			return undefined;
		}
		if (['changed', 'unreadable'].includes(written.failure.reason)) await this.refresh();
		return written.failure;
	}
}
