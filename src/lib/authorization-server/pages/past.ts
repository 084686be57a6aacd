import type { Realm } from '../realm';
import type { WayBack } from '../way-back';
import { markup, strong, type Html } from './html';
import { homeLink, page, pathOf } from './layout';
import type { PageTexts } from './texts';

interface WayOn {
	/** The address of the page that came next. */
	next: string | undefined;
	back: WayBack | undefined;
}

const backTo = ({ answered }: PageTexts, { name, host, url }: WayBack): Html =>
	markup`<p><a href="${url}">${answered.back(strong(name), host)}</a>. ${answered.backWhy}</p>`;

/** A page that was answered before, looked at or answered again: RFC 9110 §15.4.4 made the answer a page of its own. */
export function answeredPage(realm: Realm, { next, back }: WayOn, status: number): Response {
	const { answered } = realm.texts;
	const onward =
		next === undefined ? undefined : markup`<p><a href="${pathOf(realm, next)}">${answered.onward}</a></p>`;
	const closing = onward === undefined ? markup`<p>${answered.close}</p>` : undefined;
	return page(
		realm,
		answered.head,
		markup`<h1>${answered.title}</h1>
			<p>${answered.why}</p>
			${onward} ${back ? backTo(realm.texts, back) : closing}`,
		status
	);
}

/** Nothing waits under that name. */
export function lostPage(realm: Realm, status: number): Response {
	const { lost } = realm.texts;
	return page(
		realm,
		lost.title,
		markup`<h1>${lost.title}</h1>
			<p>${lost.why}</p>
			<p>${lost.fix}</p>
			${homeLink(realm)}`,
		status
	);
}
