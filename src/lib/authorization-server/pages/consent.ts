import type { Realm } from '../realm';
import type { Api } from '../settings';
import { markup, type Html } from './html';
import { page, pathOf } from './layout';
import { recipientNote, type Recipient } from './recipient';

export interface Consent {
	interaction: string;
	recipient: Recipient;
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
	{ interaction, recipient, person, api, scopes }: Consent
): Response {
	const { name } = recipient;
	const where = api ? markup` with <strong>${api.name}</strong> (<code>${api.identifier}</code>)` : undefined;
	return page(
		realm,
		`Allow ${name}?`,
		markup`<h1>Allow ${name}?</h1>
			<p>
				You are signed in as <strong>${person}</strong>. <strong>${name}</strong> wants to do this
				for you${where}:
			</p>
			<ul>
				${scopes.map(scopeItem)}
			</ul>
			${recipientNote(recipient)}
			<form method="post" action="${pathOf(realm, '/consent')}">
				<input type="hidden" name="interaction" value="${interaction}" />
				<button class="main" type="submit" name="action" value="allow">Allow</button>
				<button class="quiet" type="submit" name="action" value="deny">Deny</button>
				<button class="quiet" type="submit" name="action" value="switch">Use another account</button>
			</form>`
	);
}
