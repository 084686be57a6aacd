import type { Realm } from '../realm';
import type { Api, Application } from '../settings';
import { markup, type Html } from './html';
import { page, pathOf } from './layout';

export interface Consent {
	interaction: string;
	application: Application;
	/** The person's name. */
	person: string;
	api: Api | undefined;
	/** Each scope with what it means. */
	scopes: { name: string; description: string }[];
}

const scopeItem = ({ name, description }: { name: string; description: string }): Html =>
	markup`<li>${description} <code>${name}</code></li> `;

/** What the client will be able to do, in words, and the two answers. */
export function consentPage(
	realm: Realm,
	{ interaction, application, person, api, scopes }: Consent
): Response {
	const where = api ? markup` with <strong>${api.name}</strong> (<code>${api.identifier}</code>)` : undefined;
	return page(
		realm,
		`Allow ${application.name}?`,
		markup`<h1>Allow ${application.name}?</h1>
			<p>
				You are signed in as <strong>${person}</strong>. <strong>${application.name}</strong> wants to do this
				for you${where}:
			</p>
			<ul>
				${scopes.map(scopeItem)}
			</ul>
			<form method="post" action="${pathOf(realm, '/consent')}">
				<input type="hidden" name="interaction" value="${interaction}" />
				<button class="main" type="submit" name="action" value="allow">Allow</button>
				<button class="quiet" type="submit" name="action" value="deny">Deny</button>
				<button class="quiet" type="submit" name="action" value="switch">Use another account</button>
			</form>`
	);
}
