import type { Realm } from './realm';
import { withoutAnyPort, type Api, type Application, type User } from './settings';

/** The application of that client identifier: configured, or registered at the registration endpoint. */
export const findApplication = async (realm: Realm, clientId: string): Promise<Application | undefined> =>
	realm.settings.applications.find((application) => application.clientId === clientId) ??
	(await realm.store.get<Application>('application', clientId));

export const findUser = (realm: Realm, sub: string): User | undefined =>
	realm.settings.users.find((user) => user.sub === sub);

export const findApi = (realm: Realm, identifier: string): Api | undefined =>
	realm.settings.apis.find((api) => api.identifier === identifier);

/**
 * Whether somebody who has the realm put the application there. Who registered itself may be anybody, whatever secret
 * it got.
 */
export const isConfigured = ({ settings }: Realm, { clientId }: Application): boolean =>
	settings.applications.some((application) => application.clientId === clientId);

/** A public client cannot keep a secret: RFC 6749 §2.1. */
export const isPublic = ({ authMethod }: Application): boolean => authMethod === 'none';

const loopback = new Set(['127.0.0.1', '[::1]']);

/** The URI without its port, when it is `http:` on a loopback IP literal: RFC 8252 §7.3. */
function portless(uri: string): string | undefined {
	if (!URL.canParse(uri)) return undefined;
	const { protocol, hostname } = new URL(uri);
	if (protocol !== 'http:' || !loopback.has(hostname)) return undefined;
	return uri.replace(/^(http:\/\/(?:127\.0\.0\.1|\[::1\])):\d+/, '$1');
}

/**
 * Whether the application registered this redirect URI: character by character (RFC 9700 §4.1.3). Only the port
 * of a native application's loopback address may differ.
 * @see [RFC 8252 §7.3](https://www.rfc-editor.org/rfc/rfc8252#section-7.3)
 */
export function isRegisteredRedirectUri({ redirectUris, type }: Application, requested: string): boolean {
	// The star of a registration stands for a port; it is none.
	if (withoutAnyPort(requested) !== requested) return false;
	if (redirectUris.includes(requested)) return true;
	if (type !== 'native') return false;
	const wanted = portless(requested);
	return wanted !== undefined && redirectUris.some((uri) => portless(withoutAnyPort(uri)) === wanted);
}

const originOf = (uri: string): string | undefined => {
	const plain = withoutAnyPort(uri);
	const { origin } = URL.canParse(plain) ? new URL(plain) : { origin: 'null' };
	return origin === 'null' ? undefined : origin;
};

/** The origins whose pages may read answers of this application's requests. */
export const originsOf = ({ allowedOrigins, redirectUris }: Application): string[] => [
	...allowedOrigins,
	...redirectUris.map(originOf).filter((origin) => origin !== undefined)
];
