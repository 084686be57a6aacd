import type { Check } from '$lib/lexicon/check';
import type { Realm } from '../realm';
import type { Refusal } from '../decide';
import { code, markup, type Html } from './html';
import { homeLink, page } from './layout';

/** No redirect but a link, and to an address of whoever runs the server: nothing of the request is in it. */
const explainedLink = ({ explained, texts }: Realm): Html | undefined =>
	explained === undefined
		? undefined
		: markup`<p><a href="${explained}">${texts.problem.explained}</a></p>
			<p>${texts.problem.otherWindow}</p>`;

interface About {
	/** What it was refused for, where whoever runs the server can do something about it. */
	checks?: readonly Check[];
	/** Whether the site, where it says what was decided, does so of this request. */
	isExplained?: boolean;
}

/**
 * An error for the person, because there is no address that it could safely be sent to: RFC 6749 §4.1.2.1 forbids
 * the redirect when the client or the redirect URI is not valid.
 */
export function problemPage(
	realm: Realm,
	refusal: Refusal,
	{ checks = [], isExplained = false }: About = {}
): Response {
	const { problem } = realm.texts;
	return page(
		realm,
		problem.title,
		markup`<h1>${problem.title}</h1>
			<p>${problem.what(refusal.description)}</p>
			${(realm.adviseOn?.(checks) ?? []).map((sentence) => markup`<p>${sentence}</p>`)}
			<p>${problem.error(code(refusal.error))}</p>
			${isExplained ? explainedLink(realm) : undefined}
			${homeLink(realm)}`,
		refusal.status ?? 400
	);
}
