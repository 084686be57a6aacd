import { say, type Said } from '$lib/lexicon/said';
import { findApi } from './applications';
import { revokeGrant, type Grant } from './grants';
import type { Realm } from './realm';
import type { Application } from './settings';
import { onlyKnown } from '$lib/lexicon/only-known';

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

const keyOf = (clientId: string, sub: string, audience = ''): string => [clientId, sub, audience].join(' ');

/**
 * Whether anybody on the machine could be the one who gets the answer: RFC 8252 §8.6. Such a client is asked about
 * each time; what was allowed before may have been allowed to another program.
 */
const mayBeAnother = ({ type }: Application, redirectUri: string): boolean =>
	type === 'native' && !redirectUri.startsWith('https:');

/** Why the person need not be asked, or undefined when they must be. */
export async function isConsented(
	{ settings, store }: Realm,
	application: Application,
	sub: string,
	{ scope, audience }: Asked,
	redirectUri: string
): Promise<Said | undefined> {
	const { clientId, firstParty } = application;
	const api = settings.apis.find(({ identifier }) => identifier === audience);
	if (firstParty && api?.skipConsentForFirstParty) return say('consent-skipped');
	if (!settings.policy.rememberConsent || mayBeAnother(application, redirectUri)) return undefined;
	const known = await store.get<ConsentRecord>('consent', keyOf(clientId, sub, audience));
	return known && scope.every((word) => known.scope.includes(word)) ? say('given-before') : undefined;
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
	const about = { clientId, sub, ...onlyKnown({ audience }) };
	await realm.store.update<ConsentRecord>('consent', keyOf(clientId, sub, audience), (known) => ({
		...about,
		scope: [...new Set([...(known?.scope ?? []), ...asked.scope])]
	}));
}

/** What this person allowed, by the key that revokes it. */
export const listConsents = async ({ store }: Realm, sub: string): Promise<[string, ConsentRecord][]> =>
	(await store.list<ConsentRecord>('consent')).filter(([, consent]) => consent.sub === sub);

/** Takes a consent back: every token that was issued under it ends. Somebody else's consent is left alone. */
export async function revokeConsent(realm: Pick<Realm, 'store'>, sub: string, key: string): Promise<void> {
	const consent = await realm.store.get<ConsentRecord>('consent', key);
	if (consent?.sub !== sub) return;
	await realm.store.remove('consent', key);
	const grants = await realm.store.list<Grant>('grant');
	for (const [id, { clientId, sub: person, audience }] of grants)
		if (person === sub && clientId === consent.clientId && audience === consent.audience)
			await revokeGrant(realm, id);
}
