import { diagnosisSteps, type DiagnosisStep } from '$lib/lexicon/causes';
import {
	fieldsOfForm,
	fieldsOfRecord,
	fieldsOfText,
	longest,
	readable,
	textOf,
	withoutMarkup
} from './error-fields';
import type { Place } from './places';
import { challengeValue } from '$lib/message/authenticate-header';
import { isJsonObject, type JsonObject } from '$lib/message/json-body';
import { parseJson } from '$lib/wire/json';

/** What came back, as the caller has it. Nothing of it is required, and nothing of it is trusted. */
export interface Seen {
	step?: unknown;
	status?: unknown;
	error?: unknown;
	error_description?: unknown;
	error_uri?: unknown;
	error_reason?: unknown;
	issuer?: unknown;
	headers?: unknown;
	body?: unknown;
}

/** The same, read: only text that is there. `texts` are the words to understand, the most telling first. */
export interface Read {
	step: DiagnosisStep | undefined;
	/** The message that was answered, where that is known more closely than by the step. */
	place: Place | undefined;
	status: number | undefined;
	error: string;
	texts: string[];
	headers: Map<string, string>;
	issuer: string;
	/** The body, where it is an object of JSON. */
	document: JsonObject | undefined;
	/** Whether the answer was a page, written for a person to look at. */
	page: boolean;
}

const stepNames: Record<string, DiagnosisStep> = {
	...Object.fromEntries(diagnosisSteps.map((step) => [step, step])),
	authorization: 'authorize',
	auth: 'authorize',
	login: 'authorize',
	par: 'authorize',
	pushed_authorization_request: 'authorize',
	redirect: 'callback',
	authorization_response: 'callback',
	exchange: 'token',
	code_exchange: 'token',
	refresh: 'token',
	refresh_token: 'token',
	renew: 'token',
	user_info: 'userinfo',
	call: 'api',
	resource: 'api',
	end_session: 'logout',
	endsession: 'logout',
	sign_out: 'logout'
};

/** `Token endpoint`, `token-request` and `tokenEndpoint` are all the step `token`. */
const stepName = (written: string): string =>
	written
		.replace(/([a-z])([A-Z])/g, '$1_$2')
		.toLowerCase()
		.replace(/[\s./-]+/g, '_')
		.replace(/_(?:endpoint|request|step|call)$|^_+|_+$/g, '');

function statusOf(value: unknown): number | undefined {
	const number = typeof value === 'string' ? Number(value) : value;
	return typeof number === 'number' && Number.isInteger(number) && number >= 100 && number < 600
		? number
		: undefined;
}

const mostHeaders = 500;

/** A list of pairs or of `{ name, value }`, a record, `Headers` or a `Map`, or lines of text. */
function headerPairs(value: unknown): unknown[] {
	if (typeof value === 'string') {
		return value
			.slice(0, longest)
			.split(/\r?\n/)
			.map((text) => /^([^:]+):(.*)$/.exec(text)?.slice(1));
	}
	if (Array.isArray(value)) return value.slice(0, mostHeaders);
	if (value instanceof Map || value instanceof Headers) return [...value].slice(0, mostHeaders);
	return isJsonObject(value) ? Object.entries(value).slice(0, mostHeaders) : [];
}

function headersOf(value: unknown): Map<string, string> {
	const headers = new Map<string, string>();
	for (const pair of headerPairs(value)) {
		const parts: unknown[] = Array.isArray(pair)
			? pair
			: isJsonObject(pair)
				? [pair['name'], pair['value']]
				: [];
		const name = textOf(parts[0]).toLowerCase();
		const content = parts[1];
		const value = Array.isArray(content) ? content.map(textOf).join(', ') : textOf(content);
		// RFC 9110 §5.3: lines of one name are one list.
		const before = headers.get(name);
		if (name) headers.set(name, before === undefined ? value : `${before}, ${value}`);
	}
	return headers;
}

/** Error code and sentence written as one, e.g. `invalid_grant: Code not valid` or `invalid_grant (…)`. */
function splitError(text: string): { error: string; rest: string } {
	const match = /^\s*(?:[a-z]+\.)?([a-z]+(?:_[a-z]+)+)\b[\s:(\u2013\u2014-]*(.*)$/is.exec(text);
	return match ? { error: match[1] ?? '', rest: match[2] ?? '' } : { error: '', rest: text };
}

/** `Invalid grant: the code has expired` beside `invalid_grant` says its own name once more, which is no second cause. */
function withoutOwnName(text: string, error: string): string {
	if (!/^(?:invalid_(?:grant|request|client|scope)|unauthorized_client|access_denied)$/.test(error))
		return text;
	const name = new RegExp(
		`^\\W{0,2}${error.replace(/_/g, '[ _-]?')}\\W{0,2}[:\u2013\u2014\\])-]\\s*(?=\\S)`,
		'i'
	);
	return text.replace(name, '');
}

/** Errors that only one endpoint answers with, for answers that came without a step. */
const stepsOfErrors: Record<string, DiagnosisStep> = {
	invalid_grant: 'token',
	invalid_client: 'token',
	unsupported_grant_type: 'token',
	login_required: 'authorize',
	consent_required: 'authorize',
	interaction_required: 'authorize',
	unsupported_response_type: 'authorize',
	access_denied: 'authorize',
	insufficient_scope: 'api',
	invalid_token: 'api'
};

/** Names of steps that say which of its messages it was. */
const placesOfNames: Record<string, Place> = {
	par: 'par',
	pushed_authorization_request: 'par',
	refresh: 'refresh',
	refresh_token: 'refresh',
	renew: 'refresh'
};

const placeOf = (step: unknown): Place | undefined => {
	const name = stepName(textOf(step));
	return Object.hasOwn(placesOfNames, name) ? placesOfNames[name] : undefined;
};

const isPage = (text: unknown): boolean =>
	typeof text === 'string' && /<(?:!doctype|html|head|body|title|h1)\b/i.test(text.slice(0, longest));

const stepOf = (step: unknown, error: string): DiagnosisStep | undefined => {
	const name = stepName(textOf(step));
	if (Object.hasOwn(stepNames, name)) return stepNames[name];
	return Object.hasOwn(stepsOfErrors, error) ? stepsOfErrors[error] : undefined;
};

/** Microsoft's numbers come as a list in the body and in `error_uri` too, where the words are translated. */
function microsoftNumbers(body: unknown, uri: string): string {
	const given = isJsonObject(body) && Array.isArray(body['error_codes']) ? body['error_codes'] : [];
	const list = /"error_codes"\s*:\s*\[([\d,\s]*)\]/.exec(
		typeof body === 'string' ? body.slice(0, longest) : ''
	)?.[1];
	const linked = /login\.microsoftonline\.\w+\/error\?code=(\d+)/i.exec(uri)?.[1];
	return [...(list?.split(',') ?? given.slice(0, 10).map(textOf)), linked ?? '']
		.map((number) => number.trim())
		.filter(Boolean)
		.map((number) => `AADSTS${number}`)
		.join(' ');
}

function documentOf(given: Record<string, unknown>): JsonObject | undefined {
	const parsed = /^\{/.test(textOf(given['body'])) ? parseJson(textOf(given['body'])) : undefined;
	return [given['body'], given['error'], parsed].find(isJsonObject);
}

/** Reads what came back, whatever it is. Never throws. */
export function readSeen(seen: unknown): Read {
	const given = isJsonObject(seen) ? seen : {};
	const headers = headersOf(given['headers']);
	const uri = textOf(given['error_uri']);
	const challenge = (name: string) => challengeValue(headers.get('www-authenticate') ?? '', name) ?? '';
	const document = documentOf(given);
	const bodyRecord = document ? fieldsOfRecord(document) : fieldsOfText(textOf(given['body']));
	const described = textOf(given['error_description']) || challenge('error_description');
	const split = splitError(described || bodyRecord.description);
	const error = textOf(given['error']) || challenge('error') || bodyRecord.error;
	const reason = textOf(given['error_reason']) || bodyRecord.reason;
	const said = described && (fieldsOfForm(described)?.description || described);
	const description = withoutOwnName(readable(withoutMarkup(said)) || bodyRecord.description, error);
	return {
		step: stepOf(given['step'], error || split.error) ?? (document?.['jsonrpc'] ? 'api' : undefined),
		place: placeOf(given['step']),
		status: statusOf(given['status']),
		error: (error || split.error).slice(0, 200),
		texts: [reason, description, microsoftNumbers(given['body'], uri)].filter(Boolean),
		headers,
		issuer: textOf(given['issuer']),
		document,
		page: isPage(given['body']) || isPage(given['error_description'])
	};
}
