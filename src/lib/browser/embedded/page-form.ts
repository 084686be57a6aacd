/** What a browser would send for a form: HTML, form submission algorithm, for the two methods that the pages use. */
export function formRequest(form: HTMLFormElement, submitter: HTMLElement | null, url: string): Request {
	const data = new URLSearchParams();
	for (const [name, value] of new FormData(form, submitter)) {
		if (typeof value === 'string') data.append(name, value);
	}
	const action = new URL(form.getAttribute('action') ?? '', url);
	if (form.method === 'post') return new Request(action, { method: 'POST', body: data });
	action.search = data.toString();
	return new Request(action);
}
