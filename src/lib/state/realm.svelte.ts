/**
 * The settings of the embedded realm while somebody edits them. What is shown is what is kept: every change is
 * written first, whole and validated, and the next request to the server meets it.
 */
import type { RealmSettings, Rule } from '$lib/authorization-server/settings';
import type { Issued, KeptSettings, RealmDesk, WriteFailure } from '$lib/embedded/realm-desk';

export type Section = 'applications' | 'apis' | 'users' | 'rules';
export type Item<S extends Section> = RealmSettings[S][number];

const nothingIssued: Issued = { sessions: [], consents: [], keys: [], registered: [] };

export class RealmEditor {
	readonly desk: RealmDesk;
	#settings: RealmSettings;
	#kept = $state.raw<KeptSettings>('start');
	#issued = $state.raw<Issued>(nothingIssued);
	#ready = $state.raw(false);
	#generation = $state.raw(0);

	constructor(desk: RealmDesk) {
		this.desk = desk;
		this.#settings = $state.raw(desk.start);
	}

	get settings(): RealmSettings {
		return this.#settings;
	}

	get kept(): KeptSettings {
		return this.#kept;
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
		const { settings, kept } = await this.desk.read();
		this.#settings = settings;
		this.#kept = kept;
		this.#generation += 1;
		await this.look();
		this.#ready = true;
	}

	/** Reads again what the server has given out. */
	async look(): Promise<void> {
		this.#issued = await this.desk.look();
	}

	/** Puts an item into its place; without `at`, as a new one at the end. */
	put<S extends Section>(section: S, item: Item<S>, at?: number): Promise<WriteFailure | undefined> {
		const items: Item<S>[] = [...this.#settings[section]];
		items[at ?? items.length] = item;
		return this.#write({ ...this.#settings, [section]: items });
	}

	remove(section: Section, at: number): Promise<WriteFailure | undefined> {
		const items = this.#settings[section].filter((_, index) => index !== at);
		return this.#write({ ...this.#settings, [section]: items });
	}

	/** Moves a rule one place up (-1) or down (1). */
	async moveRule(at: number, by: -1 | 1): Promise<WriteFailure | undefined> {
		const rules: Rule[] = [...this.#settings.rules];
		const [rule] = rules.splice(at, 1);
		if (!rule) return undefined;
		rules.splice(at + by, 0, rule);
		return this.#write({ ...this.#settings, rules });
	}

	/** A changed clock forgets a rotation: the key that it made is the newest anyway. */
	putPolicy(policy: RealmSettings['policy']): Promise<WriteFailure | undefined> {
		const { keysNotBefore, clockOffset } = this.#settings.policy;
		const rotated =
			keysNotBefore !== undefined && clockOffset === policy.clockOffset ? { keysNotBefore } : {};
		return this.#write({ ...this.#settings, policy: { ...policy, ...rotated } });
	}

	/** The next token is signed with a new key; the old ones stay published while their tokens live. */
	rotateKeys(): Promise<WriteFailure | undefined> {
		const { policy } = this.#settings;
		const keysNotBefore = this.desk.now() + policy.clockOffset * 1_000;
		return this.#write({ ...this.#settings, policy: { ...policy, keysNotBefore } });
	}

	/** All settings at once: an import. */
	async replace(settings: RealmSettings): Promise<WriteFailure | undefined> {
		const failure = await this.#write(settings);
		this.#generation += 1;
		return failure;
	}

	async reset(): Promise<void> {
		await this.desk.reset();
		await this.restore();
	}

	async endSession(key: string): Promise<void> {
		await this.desk.endSession(key);
		await this.look();
	}

	async revokeConsent(sub: string, key: string): Promise<void> {
		await this.desk.revokeConsent(sub, key);
		await this.look();
	}

	async forgetApplication(clientId: string): Promise<void> {
		await this.desk.forgetApplication(clientId);
		await this.look();
	}

	async #write(settings: RealmSettings): Promise<WriteFailure | undefined> {
		const written = await this.desk.write(settings);
		if (!written.ok) return written.failure;
		this.#settings = written.value;
		this.#kept = 'changed';
		return undefined;
	}
}
