/**
 * A visitor of the embedded server's own pages who needs no screen: reads each page as it is sent, presses the button
 * that lets it go on, and sends the form as a browser would, through whoever answers for the server. The server knows
 * nothing of it. A page without such a button is left to the person.
 */
import type { CallbackMessage } from '$lib/trace/fact';
import { responseParameters } from '$lib/message/authorization-response';
import { formRequest } from './page-form';

/** The first of these that a page has: a person of the list, their yes, their second step. */
const buttons = [
	'button[name="user"]',
	'button[name="action"][value="allow"]',
	'button[name="action"][value="confirm"]'
].join(',');

const mostPages = 10;

export interface Place {
	/** Whether a URL is one of the server. */
	knows(url: string): boolean;
	/** The address to which the server sends the browser back. */
	callback: string;
	/** What answers for the server. */
	send(request: Request): Promise<Response>;
	/** Whether a page that asks something gets its answer. */
	presses: boolean;
}

const addressOf = (url: string): string => url.split(/[?#]/, 1)[0] ?? '';

/** What came is an answer, unless it stands where no request carries it: behind a `#`. */
const arrived = (message: CallbackMessage): CallbackMessage | undefined =>
	responseParameters(message).length > 0 ? message : undefined;

/** What is sent for a page; a form that goes to the client is the answer itself (Form Post Response Mode §2). */
async function formOf(
	page: Response,
	url: string,
	{ callback, presses }: Place
): Promise<Request | undefined> {
	if (!(page.headers.get('content-type') ?? '').startsWith('text/html')) return undefined;
	const parsed = new DOMParser().parseFromString(await page.text(), 'text/html');
	const button = presses ? parsed.querySelector<HTMLButtonElement>(buttons) : null;
	const forms = [...parsed.querySelectorAll('form')];
	const form = button?.form ?? forms.find((one) => one.getAttribute('action') === callback);
	return form && formRequest(form, button, url);
}

/** With what the browser came back to the client; undefined: the sign-in is for the person. */
export async function signIn(url: string, place: Place): Promise<CallbackMessage | undefined> {
	const { knows, callback, send } = place;
	let asked: Request | undefined = new Request(url);
	for (let count = 0; count < mostPages && asked; count += 1) {
		if (asked.url === callback) return arrived({ url: callback, body: await asked.text() });
		if (!knows(asked.url)) return undefined;
		const page = await send(asked);
		// A server in the page itself answers with the way on; a browser has gone it already.
		const location = page.headers.get('location');
		const at: string = location === null ? page.url || asked.url : new URL(location, asked.url).href;
		if (addressOf(at) === callback) return arrived({ url: at });
		asked = location === null ? await formOf(page, at, place) : new Request(at);
	}
	return undefined;
}
