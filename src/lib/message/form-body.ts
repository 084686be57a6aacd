import { parseForm, type Pair } from '$lib/wire/form';
import { mediaType, type HttpRequest } from '$lib/wire/http';

/** How the protocols send parameters in a body: RFC 6749 §4.1.3. */
export const formType = 'application/x-www-form-urlencoded';

export const isForm = ({ headers }: Pick<HttpRequest, 'headers'>): boolean => mediaType(headers) === formType;

/** The pairs of a posted form; none for any other message. */
export const formOf = (request: HttpRequest): Pair[] =>
	request.method === 'POST' && isForm(request) ? parseForm(request.body ?? '') : [];
