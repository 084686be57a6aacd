import type { Realm } from '../realm';
import type { User } from '../settings';
import { markup, type Html } from './html';
import { page, pathOf } from './layout';
import { recipientNote, type Recipient } from './recipient';

export interface SignIn {
	interaction: string;
	recipient: Recipient;
	/** What the client asks for, in words. */
	asks: string[];
	/** The user name to fill in: OIDC Core §3.1.2.1 `login_hint`, or what was typed before. */
	username?: string | undefined;
	wrong?: boolean;
}

const userButton = (user: User): Html =>
	markup`<button type="submit" name="user" value="${user.username}">Sign in as ${user.name}</button> `;

const complaint = markup`<p class="error" role="alert" id="wrong">The user name or the password is wrong.</p>`;

/** Sign in by picking a person, or with a password. Two forms, so that Enter in a field submits the password. */
export function signInPage(
	realm: Realm,
	{ interaction, recipient, asks, username, wrong }: SignIn
): Response {
	const action = pathOf(realm, '/sign-in');
	const hidden = markup`<input type="hidden" name="interaction" value="${interaction}" />`;
	return page(
		realm,
		wrong ? 'Sign in: wrong password' : 'Sign in',
		markup`<h1>Sign in</h1>
			<p>
				to go on to <strong>${recipient.name}</strong>, which wants to: ${asks.join(', ').toLowerCase()}.
			</p>
			${recipientNote(recipient)} ${wrong ? complaint : undefined}
			<form method="post" action="${action}">
				${hidden}
				<h2>Pick a person</h2>
				${realm.settings.users.slice(0, 12).map(userButton)}
			</form>
			<form method="post" action="${action}">
				${hidden}
				<h2>Or use a password</h2>
				<label for="username">User name</label>
				<input
					id="username"
					name="username"
					autocomplete="username"
					autocapitalize="none"
					spellcheck="false"
					required
					value="${username}"
				/>
				<label for="password">Password</label>
				<input
					id="password"
					name="password"
					type="password"
					autocomplete="current-password"
					required${wrong ? markup` aria-describedby="wrong" autofocus` : undefined}
				/>
				<button class="main" type="submit">Sign in</button>
			</form>
			<form method="post" action="${action}">
				${hidden}
				<button class="quiet" type="submit" name="action" value="cancel">Cancel</button>
			</form>`
	);
}
