import type { Realm } from '../realm';
import { markup } from './html';
import { page, pathOf } from './layout';
import { recipientNote, type Recipient } from './recipient';

/** A second step for a client that wants a stronger sign-in. A real server would ask for a second factor here. */
export const confirmPage = (
	realm: Realm,
	interaction: string,
	recipient: Recipient,
	person: string
): Response =>
	page(
		realm,
		'Confirm that it is you',
		markup`<h1>Confirm that it is you</h1>
			<p>
				You are signed in as <strong>${person}</strong>. <strong>${recipient.name}</strong> wants to do something for which
				that is not enough. A real server would ask for a second factor now: a passkey, a code, a fingerprint.
			</p>
			${recipientNote(recipient)}
			<form method="post" action="${pathOf(realm, '/confirm')}">
				<input type="hidden" name="interaction" value="${interaction}" />
				<button class="main" type="submit" name="action" value="confirm">It is me</button>
				<button class="quiet" type="submit" name="action" value="cancel">Cancel</button>
			</form>`
	);
