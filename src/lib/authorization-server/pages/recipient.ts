import { isConfigured } from '../applications';
import type { Realm } from '../realm';
import type { Application } from '../settings';
import { markup, strong, type Html } from './html';
import type { PageTexts } from './texts';

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

const isolated = (text: string): Html => markup`<strong class="address">${text}</strong>`;

const address = (texts: PageTexts['recipient'], { host, scheme = '' }: Recipient): Html =>
	host === undefined ? markup`${texts.app(isolated(scheme))}` : isolated(host);

/** Beside the name, on every page that names an application. */
export function recipientNote({ texts: { recipient: texts } }: Realm, recipient: Recipient): Html {
	const warning = markup`<p class="error">${texts.selfRegistered(strong(recipient.name))}</p>`;
	return markup`<p>${texts.goesTo(address(texts, recipient))}</p>
		${recipient.selfRegistered ? warning : undefined}`;
}
