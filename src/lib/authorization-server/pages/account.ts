import type { Realm } from '../realm';
import { code, markup, strong, type Html } from './html';
import { page, pathOf } from './layout';
import type { PageTexts } from './texts';

export interface Allowed {
	key: string;
	application: string;
	/** Nobody who has the realm put it there. */
	selfRegistered: boolean;
	api: string | undefined;
	scope: string[];
}

const item = (texts: PageTexts['account'], { key, application, selfRegistered, api, scope }: Allowed): Html =>
	markup`<li>
		${texts.allowed(strong(application), { selfRegistered, api })}
		${code(scope.join(' '))}
		<button type="submit" name="revoke" value="${key}">${texts.revoke(application)}</button>
	</li> `;

/** Who is signed in, what they allowed, and the ways to end it. */
export function accountPage(realm: Realm, interaction: string, person: string, allowed: Allowed[]): Response {
	const texts = realm.texts.account;
	const list =
		allowed.length === 0
			? markup`<p>${texts.none}</p>`
			: markup`<ul>
					${allowed.map((one) => item(texts, one))}
				</ul>`;
	return page(
		realm,
		texts.title,
		markup`<h1>${person}</h1>
			<form method="post" action="${pathOf(realm, '/account/answer')}">
				<input type="hidden" name="interaction" value="${interaction}" />
				<h2>${texts.applications}</h2>
				${list}
				<button class="quiet" type="submit" name="action" value="sign-out">${texts.signOut}</button>
			</form>`
	);
}
