/** A person with a browser that has cookies and no scripts: follows redirects and presses buttons on our pages. */
export interface Person {
	/** Goes to `url` and answers every page, until the server sends them to an address that begins with `until`. */
	visit(url: string | URL, until: string): Promise<URL>;
	/** Goes to `url` and follows redirects on the same origin. */
	look(url: string | URL): Promise<Response>;
}

const decode = (text: string): string =>
	text.replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');

const attribute = (tag: string, name: string): string =>
	decode(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '');

interface Form {
	action: string;
	fields: [string, string][];
}

/** The first form of a page with the first button that does not say no. */
function pressable(html: string, url: string): Form {
	const form = /<form[^>]*>[\s\S]*?<\/form>/.exec(html)?.[0];
	if (!form) throw new Error(`No form at ${url}: ${html}`);
	const named = (pattern: RegExp): [string, string][] =>
		[...form.matchAll(pattern)].map(([tag]) => [attribute(tag, 'name'), attribute(tag, 'value')]);
	const button = named(/<button[^>]*>/g).find(
		([name, value]) => name !== '' && !/deny|cancel|stay/i.test(value)
	);
	return {
		action: new URL(attribute(form, 'action'), url).href,
		fields: [...named(/<input[^>]*type="hidden"[^>]*>/g), ...(button ? [button] : [])]
	};
}

/** `typed`: what goes into the fields of every form, by their names. */
export function openPerson(typed: Readonly<Record<string, string>> = {}): Person {
	const cookies = new Map<string, string>();

	async function send(url: string, body?: URLSearchParams): Promise<Response> {
		const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
		const response = await fetch(url, {
			redirect: 'manual',
			headers: cookie === '' ? {} : { cookie },
			...(body ? { method: 'POST', body } : {})
		});
		for (const line of response.headers.getSetCookie()) {
			const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
			if (value === '') cookies.delete(name);
			else cookies.set(name, value);
		}
		return response;
	}

	async function visit(start: string | URL, until: string): Promise<URL> {
		let url = String(start);
		let response = await send(url);
		for (let turn = 0; turn < 10; turn += 1) {
			const location = response.headers.get('location');
			const target = location === null ? undefined : new URL(location, url).href;
			if (target?.startsWith(until)) return new URL(target);
			if (target !== undefined) {
				url = target;
				response = await send(url);
				continue;
			}
			const { action, fields } = pressable(await response.text(), url);
			url = action;
			response = await send(url, new URLSearchParams([...fields, ...Object.entries(typed)]));
		}
		throw new Error(`Not sent to ${until}, but at ${url}`);
	}

	return { visit, look: (url) => send(String(url)) };
}
