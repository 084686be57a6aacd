import type { Realm } from '../realm';
import { markup } from './html';
import { page, pathOf } from './layout';

/** Asks before a session ends on a request that does not prove that the person's own client makes it. */
export const signOutPage = (realm: Realm, interaction: string, person: string): Response =>
	page(
		realm,
		'Sign out?',
		markup`<h1>Sign out?</h1>
			<p>You are signed in as <strong>${person}</strong>. An application asks to end this session.</p>
			<form method="post" action="${pathOf(realm, '/sign-out')}">
				<input type="hidden" name="interaction" value="${interaction}" />
				<button class="main" type="submit" name="action" value="sign-out">Sign out</button>
				<button class="quiet" type="submit" name="action" value="stay">Stay signed in</button>
			</form>`
	);

export const signedOutPage = (realm: Realm, signedIn: boolean): Response =>
	page(
		realm,
		signedIn ? 'Still signed in' : 'Signed out',
		signedIn
			? markup`<h1>Still signed in</h1>
					<p>Nothing has changed. You can close this page.</p>`
			: markup`<h1>Signed out</h1>
					<p>The session here has ended. You can close this page.</p>`
	);
