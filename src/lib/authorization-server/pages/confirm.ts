import type { Realm } from '../realm';
import { markup, strong } from './html';
import { page, pathOf } from './layout';
import { recipientNote, type Recipient } from './recipient';

/** A second step for a client that wants a stronger sign-in. A real server would ask for a second factor here. */
export function confirmPage(
	realm: Realm,
	interaction: string,
	recipient: Recipient,
	person: string
): Response {
	const { confirm, cancel } = realm.texts;
	return page(
		realm,
		confirm.title,
		markup`<h1>${confirm.title}</h1>
			<p>${confirm.why(strong(person), strong(recipient.name))}</p>
			${recipientNote(realm, recipient)}
			<form method="post" action="${pathOf(realm, '/confirm')}">
				<input type="hidden" name="interaction" value="${interaction}" />
				<button class="main" type="submit" name="action" value="confirm">${confirm.action}</button>
				<button class="quiet" type="submit" name="action" value="cancel">${cancel}</button>
			</form>`
	);
}
