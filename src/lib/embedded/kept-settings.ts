import * as v from 'valibot';
import { defaultRealmSettings, type Store } from '$lib/authorization-server/realm';
import { realmSettingsSchema, type RealmSettings } from '$lib/authorization-server/settings';

/** Where the store has the realm's settings, once a person has changed them. */
export const settingsEntry = ['realm', 'settings'] as const;

/** The realm's settings as kept; those it starts with while nobody changed them, or what is kept is unreadable. */
export async function readSettings(
	store: Store,
	place: { origin: string; base: string }
): Promise<RealmSettings> {
	const kept = v.safeParse(realmSettingsSchema, await store.get(...settingsEntry));
	return kept.success ? kept.output : defaultRealmSettings(place);
}
