import type { Realm } from '../realm';
import type { WayBack } from '../way-back';
import { markup } from './html';
import { page, pathOf } from './layout';

interface WayOn {
	/** The address of the page that came next. */
	next: string | undefined;
	back: WayBack | undefined;
}

const backTo = ({ name, host, url }: WayBack) =>
	markup`<p>
		<a href="${url}">Go back to <strong>${name}</strong> at ${host}</a>. If you are not signed in there, start again.
	</p>`;

const closing = markup`<p>You can close this page. If you were signing in somewhere, go back there and start again.</p>`;

/** A page that was answered before, looked at or answered again: RFC 9110 §15.4.4 made the answer a page of its own. */
export function answeredPage(realm: Realm, { next, back }: WayOn, status: number): Response {
	const onward =
		next === undefined ? undefined : markup`<p><a href="${pathOf(realm, next)}">Go on from there</a></p>`;
	return page(
		realm,
		'Answered already',
		markup`<h1>You have answered this already</h1>
			<p>Each page here takes one answer, and this one has had it. Nothing was sent a second time.</p>
			${onward} ${back ? backTo(back) : onward === undefined ? closing : undefined}`,
		status
	);
}

/** Nothing waits under that name. */
export const lostPage = (realm: Realm, status: number): Response =>
	page(
		realm,
		'This page has ended',
		markup`<h1>This page has ended</h1>
			<p>A page here waits 15 minutes for its answer. This one waited longer, or its address is not complete.</p>
			<p>Go back to the application that sent you here, and start again there.</p>`,
		status
	);
