import { redirect, type Answer } from './answer';
import type { Call } from './call';
import { pathOf } from './pages/layout';

/** The way to a page of this server, on the origin where the browser is. */
export const goTo = (call: Call, path: string): Response =>
	redirect(new URL(pathOf(call.realm, path), call.url).href);

/**
 * A page that asks. What was posted is never answered with a page but with the way to it, so that a reload shows the
 * page again and sends nothing.
 * @see [RFC 9110 §15.4.4](https://www.rfc-editor.org/rfc/rfc9110#section-15.4.4)
 */
export function showPage(
	call: Call,
	path: string,
	id: string,
	render: () => Response
): Pick<Answer, 'response' | 'page'> {
	const page = `${path}?${new URLSearchParams({ interaction: id })}`;
	return { page, response: call.request.method === 'POST' ? goTo(call, page) : render() };
}
