/** How a client says who it is, and proves it: RFC 6749 §2.3. Whether the proof is good, the server says. */
import { decodeBase64 } from '$lib/wire/base64';
import type { Pair } from '$lib/wire/form';
import { claimIn } from './jwt';
import { onlyKnown } from '$lib/lexicon/only-known';

type ClientAuthenticationMethod = 'client_secret_basic' | 'client_secret_post' | 'private_key_jwt' | 'none';

/** Without `clientId` nobody is named, or what names the client cannot be read. */
export interface ClientCredentials {
	method: ClientAuthenticationMethod;
	clientId?: string;
	secret?: string;
	assertion?: string;
}

/** Half of a `Basic` credential is form-encoded: RFC 6749 §2.3.1. */
const formDecode = (text: string): string => {
	try {
		return decodeURIComponent(text.replaceAll('+', ' '));
	} catch {
		return text;
	}
};

function basicText(header: string): string | undefined {
	try {
		const bytes = decodeBase64(header.replace(/^basic +/i, ''));
		return bytes && new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return undefined;
	}
}

/** RFC 7617 §2. Without a secret the client is only named. */
function basicCredentials(header: string): ClientCredentials {
	const text = basicText(header);
	const [, id, password = ''] = /^([^:]*):(.*)$/s.exec(text ?? '') ?? [];
	if (id === undefined) return { method: 'client_secret_basic' };
	const clientId = formDecode(id);
	const secret = formDecode(password);
	return secret === '' ? { method: 'none', clientId } : { method: 'client_secret_basic', clientId, secret };
}

/** RFC 7523 §3: the subject of the assertion is the client. */
function assertionCredentials(assertion: string): ClientCredentials {
	const clientId = claimIn(assertion, 'sub');
	return { method: 'private_key_jwt', assertion, ...onlyKnown({ clientId }) };
}

/** `authorization`: the header of that name. `sent`: the value of a parameter of the form. */
export function readClientCredentials(
	authorization: string | undefined,
	sent: (name: string) => string | undefined
): ClientCredentials {
	if (/^basic /i.test(authorization ?? '')) return basicCredentials(authorization ?? '');
	const assertion = sent('client_assertion');
	if (assertion !== undefined) return assertionCredentials(assertion);
	const clientId = sent('client_id');
	const named = clientId === undefined ? {} : { clientId };
	const secret = sent('client_secret');
	return secret === undefined
		? { method: 'none', ...named }
		: { method: 'client_secret_post', ...named, secret };
}

const proving = new Set(['client_secret', 'client_assertion', 'client_assertion_type']);

/** What proves the client is no part of what it asks for: RFC 9126 §2.1. */
export const withoutCredentials = (pairs: readonly Pair[]): Pair[] =>
	pairs.filter(([name]) => !proving.has(name));
