import { isConfigured } from '../applications';
import type { Realm } from '../realm';
import type { Application } from '../settings';
import { markup, type Html } from './html';

/** Who gets the answer. A name can be anybody's; the address is where the answer really goes. */
export interface Recipient {
	name: string;
	/** In ASCII, whatever a lookalike of a known host is made of. */
	host?: string;
	/** Of a native application: it may be any program of this device that claims it. */
	scheme?: string;
	/** Nobody who has the realm put it there. */
	selfRegistered: boolean;
}

export function recipientOf(realm: Realm, application: Application, redirectUri: string): Recipient {
	const { protocol, host } = new URL(redirectUri);
	const isWeb = protocol === 'https:' || protocol === 'http:';
	return {
		name: application.name,
		...(isWeb ? { host } : { scheme: protocol }),
		selfRegistered: !isConfigured(realm, application)
	};
}

const address = ({ host, scheme }: Recipient): Html =>
	host === undefined
		? markup`an app on this device that opens addresses beginning with <strong class="address">${scheme}</strong>`
		: markup`<strong class="address">${host}</strong>`;

const warning = ({ name }: Recipient): Html =>
	markup`<p class="error">
		This application registered itself under the name <strong>${name}</strong>; nobody checked it. Go on only if you
		know this address and have just come from there.
	</p>`;

/** Beside the name, on every page that names an application. */
export const recipientNote = (recipient: Recipient): Html =>
	markup`<p>The answer goes to ${address(recipient)}.</p>
		${recipient.selfRegistered ? warning(recipient) : undefined}`;
