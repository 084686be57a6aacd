import type { Realm } from '../realm';
import { markup, strong } from './html';
import { page, pathOf } from './layout';

/** Asks before a session ends on a request that does not prove that the person's own client makes it. */
export function signOutPage(realm: Realm, interaction: string, person: string): Response {
	const { signOut } = realm.texts;
	return page(
		realm,
		signOut.title,
		markup`<h1>${signOut.title}</h1>
			<p>${signOut.why(strong(person))}</p>
			<form method="post" action="${pathOf(realm, '/sign-out')}">
				<input type="hidden" name="interaction" value="${interaction}" />
				<button class="main" type="submit" name="action" value="sign-out">${signOut.action}</button>
				<button class="quiet" type="submit" name="action" value="stay">${signOut.stay}</button>
			</form>`
	);
}

export function signedOutPage(realm: Realm, signedIn: boolean): Response {
	const { title, what } = realm.texts[signedIn ? 'stayed' : 'signedOut'];
	return page(
		realm,
		title,
		markup`<h1>${title}</h1>
			<p>${what}</p>`
	);
}
