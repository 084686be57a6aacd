/** Names of the claims that a trace has: of its tokens, and of what UserInfo and introspection say. */
import { isKept } from '$lib/lexicon/kept';
import { normalName } from '$lib/lexicon/normal-name';
import { isSecretName, secretLooks } from '$lib/lexicon/secrets';
import { isJsonObject, parseJsonObject, type JsonObject } from '$lib/message/json-body';
import { decodeToken } from '$lib/message/jwt';
import { exchangesOf } from './exchanges';
import type { Trace } from './fact';

export interface NamedClaim {
	name: string;
	/** Whether it stays unless a person decides otherwise. */
	kept: boolean;
}

/** More names than these are no claims of a sign-in. */
const mostNames = 300;

function claimsOfTokens(text: string): JsonObject[] {
	const tokens = new Set([...text.matchAll(new RegExp(secretLooks.token, 'giu'))].map(([token]) => token));
	return [...tokens].flatMap((token) => {
		const decoded = decodeToken(token);
		return decoded.ok ? [decoded.value.claims] : [];
	});
}

const told = (trace: Trace): JsonObject[] =>
	trace.flatMap((fact) => {
		if (fact.kind !== 'exchanged' || !['userinfo', 'introspection'].includes(fact.move)) return [];
		const body = parseJsonObject(fact.exchange.response?.body ?? '');
		return body.ok ? [body.value] : [];
	});

/** Names of the members, those inside of objects too: what stays is decided by name, wherever it stands. */
function namesIn(value: unknown, depth = 0): string[] {
	if (Array.isArray(value)) return value.flatMap((one) => namesIn(one, depth + 1));
	if (!isJsonObject(value) || depth > 4) return [];
	return Object.entries(value).flatMap(([name, member]) => [name, ...namesIn(member, depth + 1)]);
}

/** In the order of the alphabet; a name that is a secret's is none of them. */
export function claimsIn(trace: Trace): NamedClaim[] {
	const texts = exchangesOf(trace).flatMap(({ request, response }) => [
		request.url,
		request.body ?? '',
		response?.body ?? '',
		...[...request.headers, ...(response?.headers ?? [])].map(([, value]) => value)
	]);
	const objects = [...claimsOfTokens(texts.join('\n')), ...told(trace)];
	const names = new Map(objects.flatMap((one) => namesIn(one)).map((name) => [normalName(name), name]));
	return [...names]
		.filter(([normal, name]) => normal !== '' && !isSecretName(name))
		.slice(0, mostNames)
		.map(([, name]) => ({ name, kept: isKept(name) }))
		.sort((one, other) => one.name.localeCompare(other.name, 'en'));
}
