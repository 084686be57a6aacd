import { findApplication, isConfigured, isRegisteredRedirectUri } from './applications';
import type { Realm } from './realm';
import type { Application } from './settings';

/** For which application a page was, and where its answer goes. */
export interface Returning {
	clientId: string;
	redirectUri: string;
}

/** A link to an application. */
export interface WayBack {
	name: string;
	host: string;
	url: string;
}

const isWeb = (uri: string): boolean => /^https?:/i.test(uri) && URL.canParse(uri);

/** Its start page, where it registered one of the same origin. */
function startOf({ logoutUris }: Application, { origin }: URL): string {
	const own = logoutUris.find((uri) => isWeb(uri) && new URL(uri).origin === origin);
	return own ?? `${origin}/`;
}

/**
 * Where a person goes back to the application. None to one that registered itself (nobody checked its address), to an
 * address that is no longer registered, or to anything but a web page.
 */
export async function wayBack(
	realm: Realm,
	{ clientId, redirectUri }: Partial<Returning>
): Promise<WayBack | undefined> {
	if (clientId === undefined || redirectUri === undefined || !isWeb(redirectUri)) return undefined;
	const application = await findApplication(realm, clientId);
	if (!application || !isConfigured(realm, application)) return undefined;
	if (!isRegisteredRedirectUri(application, redirectUri)) return undefined;
	const target = new URL(redirectUri);
	return { name: application.name, host: target.host, url: startOf(application, target) };
}
