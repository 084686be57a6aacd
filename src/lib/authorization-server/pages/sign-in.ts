import type { Realm } from '../realm';
import { markup, strong } from './html';
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

/** Sign in by picking a person, or with a password. Two forms, so that Enter in a field submits the password. */
export function signInPage(
	realm: Realm,
	{ interaction, recipient, asks, username, wrong }: SignIn
): Response {
	const { signIn: texts, cancel } = realm.texts;
	const action = pathOf(realm, '/sign-in');
	const hidden = markup`<input type="hidden" name="interaction" value="${interaction}" />`;
	const complaint = markup`<p class="error" role="alert" id="wrong">${texts.wrong}</p>`;
	const users = realm.settings.users.slice(0, 12);
	const buttons = users.map(
		({ username, name }) =>
			markup`<button type="submit" name="user" value="${username}">${texts.as(name)}</button> `
	);
	return page(
		realm,
		wrong ? texts.wrongTitle : texts.title,
		markup`<h1>${texts.title}</h1>
			<p>${texts.wants(strong(recipient.name), asks)}</p>
			${recipientNote(realm, recipient)} ${wrong ? complaint : undefined}
			<form method="post" action="${action}">
				${hidden}
				<h2>${texts.pick}</h2>
				${buttons}
			</form>
			<form method="post" action="${action}">
				${hidden}
				<h2>${texts.password}</h2>
				<label for="username">${texts.usernameLabel}</label>
				<input
					id="username"
					name="username"
					autocomplete="username"
					autocapitalize="none"
					spellcheck="false"
					required
					value="${username}"
				/>
				<label for="password">${texts.passwordLabel}</label>
				<input
					id="password"
					name="password"
					type="password"
					autocomplete="current-password"
					required${wrong ? markup` aria-describedby="wrong" autofocus=""` : undefined}
				/>
				<button class="main" type="submit">${texts.action}</button>
			</form>
			<form method="post" action="${action}">
				${hidden}
				<button class="quiet" type="submit" name="action" value="cancel">${cancel}</button>
			</form>`
	);
}
