import type { Realm } from '../realm';
import { markup, type Html } from './html';
import { page, pathOf } from './layout';

export interface Allowed {
	key: string;
	application: string;
	/** Nobody who has the realm put it there. */
	selfRegistered: boolean;
	api: string | undefined;
	scope: string[];
}

const item = ({ key, application, selfRegistered, api, scope }: Allowed): Html =>
	markup`<li>
		<strong>${application}</strong>${selfRegistered ? ' (it registered itself)' : undefined}${
			api === undefined ? undefined : ` at ${api}`
		}
		<code>${scope.join(' ')}</code>
		<button type="submit" name="revoke" value="${key}">Take back what ${application} may do</button>
	</li> `;

/** Who is signed in, what they allowed, and the ways to end it. */
export function accountPage(realm: Realm, interaction: string, person: string, allowed: Allowed[]): Response {
	const list =
		allowed.length === 0
			? markup`<p>You have allowed nothing yet.</p>`
			: markup`<ul>
					${allowed.map(item)}
				</ul>`;
	return page(
		realm,
		'Your account',
		markup`<h1>${person}</h1>
			<form method="post" action="${pathOf(realm, '/account/answer')}">
				<input type="hidden" name="interaction" value="${interaction}" />
				<h2>Applications that may act for you</h2>
				${list}
				<button class="quiet" type="submit" name="action" value="sign-out">Sign out</button>
			</form>`
	);
}
