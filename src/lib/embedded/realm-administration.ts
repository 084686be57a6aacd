import * as v from 'valibot';
import { revokeConsent } from '$lib/authorization-server/consents';
import { defaultRealmSettings, type Store } from '$lib/authorization-server/realm';
import {
	applicationSchema,
	newRealmSettingsSchema,
	realmSettingsSchema,
	type Application,
	type RealmSettings
} from '$lib/authorization-server/settings';
import { fail, ok, type Result } from '$lib/lexicon/result';
import { readable } from './readable-store';
import { settingsEntry } from './kept-settings';

const sessionSchema = v.object({ sub: v.string(), authTime: v.number(), acr: v.string() });
const consentSchema = v.object({
	clientId: v.string(),
	sub: v.string(),
	scope: v.array(v.string()),
	audience: v.exactOptional(v.string())
});
const keySchema = v.object({
	kid: v.string(),
	alg: v.string(),
	createdAt: v.number(),
	retired: v.exactOptional(v.boolean())
});

type Kept<T> = T & { key: string };

/** What the server has given out so far, and what it signs with. */
export interface Issued {
	/** `authTime`: seconds since the epoch. */
	sessions: Kept<v.InferOutput<typeof sessionSchema>>[];
	consents: Kept<v.InferOutput<typeof consentSchema>>[];
	/** Newest first. `createdAt`: milliseconds since the epoch. */
	keys: v.InferOutput<typeof keySchema>[];
	/** Applications that registered themselves. */
	registered: Application[];
}

/** `start`: nobody changed anything. `unreadable`: something else lies where the settings should be. */
export type KeptSettings = 'start' | 'changed' | 'unreadable';

/** What is kept, and the settings that the server works with. */
export interface Reading {
	settings: RealmSettings;
	kept: KeptSettings;
	/** What lies there, where that is unreadable. */
	unreadable?: unknown;
}

/**
 * Why settings were not kept. `changed`: somebody else changed the same. `unreadable`: a change would take the place of
 * what cannot be read. `where`: the member at fault and what is wrong, or what the storage said.
 */
export interface WriteFailure {
	reason: 'invalid' | 'storage' | 'changed' | 'unreadable';
	where: string;
}

/** What is kept from now on, or why it is what it was. */
export type Written = Result<Reading, WriteFailure>;

/** The realm of the embedded servers, as its owner handles it: what is read here is what the next request meets. */
export interface RealmAdministration {
	issuer: string;
	/** The identifier of the sample API. */
	api: string;
	start: RealmSettings;
	/** Milliseconds since the epoch. */
	now(): number;
	read(): Promise<Reading>;
	/**
	 * Makes new settings of those that are kept at that moment, whoever wrote them, with nobody in between. Refused:
	 * none at all, such as break the schema, and any where what is kept is unreadable. Then nothing is written.
	 */
	change(make: (kept: RealmSettings) => RealmSettings | undefined): Promise<Written>;
	/**
	 * Puts other settings, or the start, in the place of all that is kept, readable or not, unless that is no longer
	 * what is shown.
	 */
	replace(next: RealmSettings | 'start', isShown: (kept: Reading) => boolean): Promise<Written>;
	look(): Promise<Issued>;
	endSession(key: string): Promise<void>;
	/** Every token that was issued under it ends too. */
	revokeConsent(sub: string, key: string): Promise<void>;
	forgetApplication(clientId: string): Promise<void>;
}

/** Where the realm is. `store` is asked for when it is first needed. */
interface AdministrationPlace {
	origin: string;
	base: string;
	store(): Promise<Store>;
	now(): number;
}

/** The entries of one kind that have their shape; what else lies there is passed over. */
async function listOf<T>(
	store: Store,
	kind: string,
	schema: v.GenericSchema<unknown, T>
): Promise<Kept<T>[]> {
	const entries = await store.list(kind);
	return entries.flatMap(([key, value]) => {
		const parsed = v.safeParse(schema, value);
		return parsed.success ? [{ ...parsed.output, key }] : [];
	});
}

async function look(store: Store): Promise<Issued> {
	const [sessions, consents, keys, registered] = await Promise.all([
		listOf(store, 'session', sessionSchema),
		listOf(store, 'consent', consentSchema),
		listOf(store, 'key', keySchema),
		listOf(store, 'application', applicationSchema)
	]);
	return {
		sessions: sessions.sort((one, other) => other.authTime - one.authTime),
		consents,
		keys: keys.sort((one, other) => other.createdAt - one.createdAt),
		registered
	};
}

function judge(settings: RealmSettings | undefined): Written {
	if (!settings) return fail({ reason: 'changed', where: '' });
	const parsed = v.safeParse(newRealmSettingsSchema, settings);
	if (parsed.success) return ok({ settings: parsed.output, kept: 'changed' });
	const [issue] = parsed.issues;
	return fail({ reason: 'invalid', where: `${v.getDotPath(issue) ?? ''}: ${issue.message}` });
}

/**
 * What lies in the place of the settings, as settings. The word `start` lies there after a reset: of a later build, it
 * is the start of that build.
 */
function settle(found: unknown, start: RealmSettings): Reading {
	if (found === undefined || found === 'start') return { settings: start, kept: 'start' };
	const parsed = v.safeParse(realmSettingsSchema, found);
	return parsed.success
		? { settings: parsed.output, kept: 'changed' }
		: { settings: start, kept: 'unreadable', unreadable: found };
}

/** Writes what is decided upon what lies there, with nobody in between. */
async function write(store: Store, decide: (found: unknown) => Written): Promise<Written> {
	const written: { result: Written } = { result: judge(undefined) };
	try {
		await store.update<unknown>(...settingsEntry, (found) => {
			written.result = decide(found);
			if (!written.result.ok) return undefined;
			const { settings, kept } = written.result.value;
			return kept === 'start' ? kept : settings;
		});
		return written.result;
	} catch (error) {
		return fail({ reason: 'storage', where: error instanceof Error ? error.message : String(error) });
	}
}

export function openRealmAdministration(place: AdministrationPlace): RealmAdministration {
	const { origin, base, store, now } = place;
	const issuer = `${origin}${base}/idp`;
	const start = v.parse(realmSettingsSchema, defaultRealmSettings(place));

	const read = async () => settle(await (await store()).get(...settingsEntry), start);

	return {
		issuer,
		api: `${origin}${base}/api`,
		start,
		now,
		read,
		change: async (make) =>
			write(await store(), (found) => {
				const { settings, kept } = settle(found, start);
				return kept === 'unreadable' ? fail({ reason: kept, where: '' }) : judge(make(settings));
			}),
		replace: async (next, isShown) =>
			write(await store(), (found) => {
				if (!isShown(settle(found, start))) return judge(undefined);
				return next === 'start' ? ok({ settings: start, kept: 'start' }) : judge(next);
			}),
		look: async () => look(await store()),
		endSession: async (key) => (await store()).remove('session', key),
		revokeConsent: async (sub, key) => revokeConsent({ store: readable(await store()) }, sub, key),
		forgetApplication: async (clientId) => (await store()).remove('application', clientId)
	};
}
