import { findApi } from './applications';
import type { Realm } from './realm';
import type { Application } from './settings';

/** What is consented to: scopes, at an API. */
export interface Asked {
	scope: string[];
	audience?: string;
}

/** Kept until it is revoked. */
export interface ConsentRecord extends Asked {
	clientId: string;
	sub: string;
}

const keyOf = (clientId: string, sub: string, audience = ''): string => [clientId, sub, audience].join('\n');

/** Why the person need not be asked, or undefined when they must be. */
export async function isConsented(
	{ settings, store }: Realm,
	{ clientId, firstParty }: Application,
	sub: string,
	{ scope, audience }: Asked
): Promise<string | undefined> {
	const api = settings.apis.find(({ identifier }) => identifier === audience);
	if (firstParty && api?.skipConsentForFirstParty) return 'not needed: first party, and the API says to skip';
	if (!settings.policy.rememberConsent) return undefined;
	const known = await store.get<ConsentRecord>('consent', keyOf(clientId, sub, audience));
	return known && scope.every((word) => known.scope.includes(word)) ? 'remembered' : undefined;
}

/** Adds to what the person allowed this client before. */
export async function rememberConsent(
	realm: Realm,
	clientId: string,
	sub: string,
	asked: Asked
): Promise<void> {
	if (!realm.settings.policy.rememberConsent) return;
	const audience =
		asked.audience !== undefined && findApi(realm, asked.audience) ? asked.audience : undefined;
	const key = keyOf(clientId, sub, audience);
	const known = await realm.store.get<ConsentRecord>('consent', key);
	const scope = [...new Set([...(known?.scope ?? []), ...asked.scope])];
	const record: ConsentRecord = { clientId, sub, scope, ...(audience === undefined ? {} : { audience }) };
	await realm.store.put('consent', key, record);
}
