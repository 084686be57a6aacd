import type { Realm } from '../realm';
import { markup, strong } from './html';
import { page, pathOf } from './layout';
import type { User } from '../settings';
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

/** Those to pick from: who the client hinted at comes first. */
function peopleFor(users: readonly User[], username = ''): User[] {
	const isMeant = (user: User): boolean => user.username.toLowerCase() === username.trim().toLowerCase();
	return [...users.filter(isMeant), ...users.filter((user) => !isMeant(user))].slice(0, 12);
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
	const users = peopleFor(realm.settings.users, username);
	const buttons = users.map((user, at) => {
		const look = at === 0 ? markup` class="main"` : undefined;
		return markup`<button${look} type="submit" name="user" value="${user.username}">${texts.as(user.name)}</button> `;
	});
	const described = wrong
		? markup` aria-describedby="wrong no-password" autofocus=""`
		: markup` aria-describedby="no-password"`;
	// What the client hinted at nobody has typed.
	const given = username !== undefined && !wrong ? markup` class="given"` : undefined;
	return page(
		realm,
		wrong ? texts.wrongTitle : texts.title,
		markup`<h1>${texts.title}</h1>
			<p>${texts.wants(strong(recipient.name), asks)}</p>
			${recipientNote(realm, recipient)} ${wrong ? complaint : undefined}
			<form class="people" method="post" action="${action}">
				${hidden}
				<h2>${texts.pick}</h2>
				${buttons}
			</form>
			<form class="password" method="post" action="${action}">
				${hidden}
				<h2>${texts.password}</h2>
				<label for="username">${texts.usernameLabel}</label>
				<input
					id="username"
					name="username"
					placeholder=" "
					aria-describedby="no-username"
					autocomplete="username"
					autocapitalize="none"
					spellcheck="false"
					required
					value="${username}"${given}
				/>
				<p class="missing" id="no-username">${texts.noUsername}</p>
				<label for="password">${texts.passwordLabel}</label>
				<input
					id="password"
					name="password"
					type="password"
					placeholder=" "
					autocomplete="current-password"
					required${described}
				/>
				<p class="missing" id="no-password">${texts.noPassword}</p>
				<button type="submit">${texts.action}</button>
			</form>
			<form method="post" action="${action}">
				${hidden}
				<button class="quiet" type="submit" name="action" value="cancel">${cancel}</button>
			</form>`
	);
}
