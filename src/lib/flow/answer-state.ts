import { decodeToken } from '$lib/client/jwt';
import type { CallbackMessage } from '$lib/trace/fact';
import { parseForm, valueOf } from '$lib/wire/form';

/** The state that an answer names; that of a secured response (JARM §2.1) is inside its JWT, read without trust. */
export function stateOfAnswer({ url, body }: CallbackMessage): string | undefined {
	const { search, hash } = URL.canParse(url) ? new URL(url) : { search: '', hash: '' };
	const pairs = [...(body === undefined ? [] : [body]), search, hash].map((text) => parseForm(text));
	const response = pairs.map((one) => valueOf(one, 'response')).find((one) => one !== undefined);
	if (response === undefined)
		return pairs.map((one) => valueOf(one, 'state')).find((one) => one !== undefined);
	const decoded = decodeToken(response);
	const state = decoded.ok ? decoded.value.claims.state : undefined;
	return typeof state === 'string' ? state : undefined;
}
