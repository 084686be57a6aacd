/**
 * What a browser does with a server's pages, for the one case in which the server is in the page itself: follows
 * redirects, shows HTML, sends forms, takes links. Nothing of it leaves the page, so no host sees a code, and no page is
 * loaded that a frame may not show.
 */
import { isElsewhere } from '../embed/elsewhere';
import { isInFrame } from '../storage/place';
import { formRequest } from './page-form';

interface InPageView {
	open(request: Request): Promise<void>;
}

interface Options {
	/** Where the pages are shown, apart from the page's own elements and styles. */
	frame: ShadowRoot;
	/** Undefined: the request is for somebody else. */
	answer(request: Request): Promise<Response> | undefined;
	/** The walk goes on elsewhere: at the callback, or with another server. `from`: the page that led there. */
	leave(request: Request, from: string): void;
	/** What is said of a page whose redirects do not end. */
	endless: string;
}

const mostRedirects = 10;

/** A frame is given the height that its page needs: a page that needs the height of the frame would grow without end. */
const partOfAPage = (): Promise<CSSStyleSheet> => new CSSStyleSheet().replace('body { min-height: 0; }');

/** The stylesheet of a page, for a document inside a shadow root: there the root element is the host. */
async function readStyles(
	parsed: Document,
	url: string,
	answer: Options['answer']
): Promise<CSSStyleSheet[]> {
	const links = [...parsed.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')];
	const sheets = links.map(async (link) => {
		const sheet = new CSSStyleSheet();
		const response = await answer(new Request(new URL(link.getAttribute('href') ?? '', url)));
		return sheet.replace((await response?.text())?.replaceAll(':root', ':host') ?? '');
	});
	return [...(await Promise.all(sheets)), ...(isInFrame() ? [await partOfAPage()] : [])];
}

const asText = (text: string): HTMLElement => {
	const block = document.createElement('pre');
	block.textContent = text;
	return block;
};

export function createInPageView({ frame, answer, leave, endless }: Options): InPageView {
	let shown = location.href;

	async function show(response: Response, url: string): Promise<void> {
		const text = await response.text();
		shown = url;
		if (!(response.headers.get('content-type') ?? '').startsWith('text/html')) {
			frame.replaceChildren(asText(text));
			return;
		}
		const parsed = new DOMParser().parseFromString(text, 'text/html');
		const [form] = parsed.forms;
		// The only script of the server's pages sends the form beside it (Form Post Response Mode §2).
		if (form && parsed.scripts.length > 0) return open(formRequest(form, null, url));
		frame.adoptedStyleSheets = await readStyles(parsed, url, answer);
		frame.replaceChildren(document.importNode(parsed.body, true));
		document.title = parsed.title;
		if (!isElsewhere()) frame.querySelector<HTMLElement>('[autofocus]')?.focus();
	}

	async function open(request: Request): Promise<void> {
		let asked = request;
		for (let count = 0; count < mostRedirects; count += 1) {
			const response = await answer(asked);
			if (!response) return leave(asked, request.url);
			const location = response.headers.get('location');
			if (response.status < 300 || response.status > 399 || location === null)
				return show(response, asked.url);
			const target = new URL(location, asked.url);
			asked = new Request(target);
			if (target.origin !== globalThis.location.origin) return leave(asked, request.url);
		}
		frame.replaceChildren(asText(endless));
	}

	frame.addEventListener('submit', (event) => {
		if (!(event instanceof SubmitEvent && event.target instanceof HTMLFormElement)) return;
		event.preventDefault();
		void open(formRequest(event.target, event.submitter, shown));
	});
	frame.addEventListener('click', (event) => {
		const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
		if (!link) return;
		event.preventDefault();
		const target = new URL(link.getAttribute('href') ?? '', shown);
		if (target.origin === location.origin) void open(new Request(target));
		else leave(new Request(target), shown);
	});
	return { open };
}
