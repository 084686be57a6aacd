import { say, type Said } from '$lib/lexicon/said';
import { withoutAnyPort, withoutChosenPort } from '$lib/message/loopback';
import type { Realm } from './realm';
import type { Api, Application, User } from './settings';

/** What a type is called where its developer is told about it. */
const typeNames: Record<Application['type'], string> = {
	native: 'native',
	spa: 'single page',
	web: 'regular web',
	machine: 'machine to machine'
};

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

/**
 * Why the application may not use the code flow, or undefined when it may. A machine has no person to send anywhere,
 * whatever grants it was given.
 */
export function whyNoCode({ type, grants }: Application): { description: string; actual: Said } | undefined {
	const named = `Applications of the type ${typeNames[type]}`;
	if (type === 'machine')
		return {
			description: `${named} have no person to sign in, and may not use the authorization code grant`,
			actual: say('application-type', type)
		};
	if (grants.includes('authorization_code')) return undefined;
	return {
		description: `This application, of the type ${typeNames[type]}, may not use the authorization code grant`,
		actual: grants.join(' ')
	};
}

/** Why offline access that is asked for is not given, or undefined when it is. `api` null: none is named. */
export function whyNotOffline(api: Api | null | undefined, { grants }: Application): Said | undefined {
	if (!api) return say('no-api-named');
	if (!api.allowOfflineAccess) return say('api-without-offline');
	return grants.includes('refresh_token') ? undefined : say('application-without-refresh');
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
	const wanted = withoutChosenPort(requested);
	return wanted !== undefined && redirectUris.some((uri) => withoutChosenPort(uri) === wanted);
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
