import type { Realm } from '../realm';
import type { Api } from '../settings';
import { code, markup, strong, type Html } from './html';
import { page, pathOf } from './layout';
import { recipientNote, type Recipient } from './recipient';

export interface Consent {
	interaction: string;
	recipient: Recipient;
	/** The person's name. */
	person: string;
	api: Api | undefined;
	/** Each scope with what it means. */
	scopes: { name: string; description: string }[];
}

const scopeItem = ({ name, description }: { name: string; description: string }): Html =>
	markup`<li>${description} ${code(name)}</li> `;

/** What the client will be able to do, in words, and the two answers. */
export function consentPage(
	realm: Realm,
	{ interaction, recipient, person, api, scopes }: Consent
): Response {
	const { name } = recipient;
	const texts = realm.texts.consent;
	const target = api && { name: strong(api.name), identifier: code(api.identifier) };
	return page(
		realm,
		texts.title(name),
		markup`<h1>${texts.title(name)}</h1>
			<p>${texts.wants(strong(person), strong(name), target)}</p>
			<ul>
				${scopes.map(scopeItem)}
			</ul>
			${recipientNote(realm, recipient)}
			<form method="post" action="${pathOf(realm, '/consent')}">
				<input type="hidden" name="interaction" value="${interaction}" />
				<button class="main" type="submit" name="action" value="allow">${texts.allow}</button>
				<button class="quiet" type="submit" name="action" value="deny">${texts.deny}</button>
				<button class="quiet" type="submit" name="action" value="switch">${texts.switch}</button>
			</form>`
	);
}
