/** An answer that failed, word for word, and what the provider finds it by. */
import { referencesIn } from '$lib/diagnosis/reader/references';
import { networkFailureTexts } from '$lib/lessons/en/failures/network-failures';
import { normalName } from '$lib/lexicon/normal-name';
import { parseJsonObject, stringOf } from '$lib/message/json-body';
import { responseSays } from '$lib/message/authorization-response';
import type { CallbackMessage, Trace } from '$lib/trace/fact';
import { valueOf } from '$lib/wire/form';
import { headerOf, type Exchange, type HttpResponse } from '$lib/wire/http';
import { formatResponse } from '$lib/wire/raw';
import type { ToldReference } from './told';

const members = ['error', 'error_description', 'error_uri'] as const;

const lines = (value: (name: string) => string | undefined): string =>
	members
		.flatMap((name) => {
			const text = value(name);
			return text ? [`${name}: ${text}`] : [];
		})
		.join('\n');

/** What a callback says of an error. */
export function errorOfCallback(message: CallbackMessage): string | undefined {
	const pairs = responseSays(message);
	return lines((name) => valueOf(pairs, name)) || undefined;
}

/** The error by its members, where it has them; else the challenge, else the body as it is. */
export function errorOfAnswer({ headers, body }: HttpResponse): string | undefined {
	const json = parseJsonObject(body);
	const named = json.ok ? lines((name) => stringOf(json.value, name)) : '';
	const challenge = headerOf(headers, 'www-authenticate');
	const said = [named === '' ? body.trim() : named, challenge ? `WWW-Authenticate: ${challenge}` : ''];
	return said.filter((part) => part !== '').join('\n') || undefined;
}

/** The status, or why there is none. */
export function answeredOf({ response, failure, assumed }: Exchange): string | undefined {
	if (response) return assumed ? undefined : `${response.status} ${response.statusText}`.trim();
	return failure && networkFailureTexts[failure.reason].title;
}

const mostReferences = 8;
const isCookie = (name: string): boolean => ['cookie', 'setcookie'].includes(normalName(name));

const textOf = (response: HttpResponse): string =>
	formatResponse({ ...response, headers: response.headers.filter(([name]) => !isCookie(name)) });

/**
 * Of the answer that failed; where it names none, or none failed, of the others, the newest first. When another answer
 * came is no time of the failure.
 */
export function referencesOf(failed: Exchange | undefined, trace: Trace): ToldReference[] {
	const text = failed?.response ? textOf(failed.response) : '';
	const own = referencesIn(text, text);
	if (own.some(({ name }) => name !== 'time')) return own.slice(0, mostReferences);
	const others = trace
		.flatMap((fact) => (fact.kind === 'exchanged' && fact.move !== 'jwks' ? [fact.exchange] : []))
		.reverse()
		.flatMap(({ response }) => (response ? referencesIn(textOf(response), '') : []))
		.filter(({ name }) => name !== 'time');
	const all = new Map([...own, ...others].map((one) => [one.value, one]));
	return [...all.values()].slice(0, mostReferences);
}
