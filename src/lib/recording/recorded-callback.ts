/**
 * Where the answer of an authorization endpoint shows in a recording: in the redirect that leads back, in the address that
 * is opened, in a form, and in the script of a page that hands it to another window.
 */
import { isForm } from '$lib/message/form-body';
import { isAuthorizationResponse, responseSays } from '$lib/message/authorization-response';
import { isForeignMark } from '$lib/lexicon/removed';
import type { CallbackMessage } from '$lib/trace/fact';
import { formatForm, valueOf, type Pair } from '$lib/wire/form';
import { mediaType, type Exchange } from '$lib/wire/http';
import { address, leadsTo } from './recorded-message';

export interface Came {
	callback: CallbackMessage;
	/** `opened`: the message itself went there; `led`: an answer leads there; `handed`: a page gives it to another window. */
	way: 'opened' | 'led' | 'handed';
	state?: string | undefined;
	code?: string | undefined;
	/** One that comes again is the same. */
	key: string;
}

/** A token counts in a fragment alone: in a query it is one that an API is sent (RFC 6750 §2.3). */
const decisive = /[?&#](?:code|error|response)=|#(?:[^#]*&)?(?:access_token|id_token)=/;

/** RFC 6749 §4.2.2, OIDC Core §3.2.2.5: the tokens themselves, in the fragment or in the form that was posted. */
const isOfTokens = (pairs: readonly Pair[]): boolean =>
	['access_token', 'id_token'].some((name) => Boolean(valueOf(pairs, name)));

function came(callback: CallbackMessage, way: Came['way']): Came[] {
	const says = responseSays(callback);
	if (!isAuthorizationResponse(callback) && !isOfTokens(says)) return [];
	const of = (name: string): string | undefined => valueOf(says, name) || undefined;
	const [code, state] = [of('code'), of('state')];
	const decided = code ?? of('error') ?? of('response') ?? of('access_token') ?? of('id_token');
	// A field that somebody has not filled in answers nothing.
	if (decided === undefined) return [];
	const key = JSON.stringify([decided, normal(state)]);
	return [{ callback, way, code, state, key }];
}

const unescaped = (text: string): string =>
	text
		.replace(/&quot;|&#34;|&#x22;/gi, '"')
		.replace(/&#39;|&#x27;/gi, "'")
		.replace(/&#x2b;|&#43;/gi, '+')
		.replace(/&#x3d;|&#61;/gi, '=')
		.replace(/&amp;|&#38;/gi, '&');

const inputs = /<input\b[^>]{1,6000}>/gi;
const attribute = (tag: string, name: string): string | undefined =>
	new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i')
		.exec(tag)
		?.slice(1)
		.find((one) => one !== undefined);

/** OAuth 2.0 Form Post Response Mode §2: a page whose form posts itself to the redirect URI. */
function formIn(body: string): Came[] {
	const action = attribute(/<form\b[^>]{1,6000}>/i.exec(body)?.[0] ?? '', 'action');
	if (action === undefined || !URL.canParse(unescaped(action))) return [];
	const pairs = [...body.matchAll(inputs)].flatMap(([tag]): Pair[] => {
		const [name, value] = [attribute(tag, 'name'), attribute(tag, 'value')];
		return name === undefined || value === undefined ? [] : [[name, unescaped(value)]];
	});
	return came({ url: unescaped(action), body: formatForm(pairs) }, 'led');
}

const members = /["']?\b(code|state|error|error_description|iss)["']?\s*:\s*"((?:[^"\\]|\\.){1,6000})"/g;

/** Who waits for an answer of a server. */
interface Waiting {
	uri: string;
	state: string | undefined;
}

/**
 * A page that posts its answer to the window that opened it, or that it is a frame of. Pages have much else in their
 * scripts: an answer has the state of the request, or is called one.
 */
function messageIn(body: string, { uri, state }: Waiting): Came[] {
	const pairs = [...body.matchAll(members)].map(([, name = '', value = '']): Pair => [name, value]);
	const found = valueOf(pairs, 'state');
	const isIts = found === undefined ? body.includes('authorization_response') : found === state;
	return uri === '' || !isIts ? [] : came({ url: uri, body: formatForm(pairs) }, 'handed');
}

function inPage({ response }: Exchange, waiting: Waiting | undefined): Came[] {
	if (!response || mediaType(response.headers) !== 'text/html') return [];
	const body = response.body.slice(0, 100_000);
	const isMessage = waiting && /authorization_response|\.postMessage\s*\(/.test(body);
	const handed = isMessage ? messageIn(body, waiting) : [];
	if (handed.length > 0) return handed;
	return /<form\b/i.test(body) && /\bname\s*=\s*["'](?:code|error|response|id_token)["']/i.test(body)
		? formIn(body)
		: [];
}

/**
 * All answers that an exchange shows. Their addresses are not looked at: whose they are is found out by who asked.
 * `waiting`: whose server this is.
 */
export function answersIn(exchange: Exchange, waiting?: Waiting): Came[] {
	const { request } = exchange;
	const location = leadsTo(exchange);
	const isPosted =
		request.method === 'POST' &&
		isForm(request) &&
		/(?:^|&)(?:code|error|response|id_token)=/.test(request.body ?? '');
	return [
		...(isPosted ? came({ url: request.url, body: request.body ?? '' }, 'opened') : []),
		...(request.method === 'GET' && decisive.test(request.url) ? came({ url: request.url }, 'opened') : []),
		...(location !== undefined && decisive.test(location) ? came({ url: location }, 'led') : []),
		...inPage(exchange, waiting)
	];
}

/** A state as it may have been changed on the way: decoded once more, a plus for a space. */
export function normal(state: string | undefined): string | undefined {
	if (state === undefined) return undefined;
	let text = state;
	for (let turn = 0; turn < 2 && /%[\da-f]{2}/i.test(text); turn += 1) {
		try {
			text = decodeURIComponent(text);
		} catch {
			break;
		}
	}
	return text.replace(/ /g, '+');
}

const plain = (url: string): string => address(url).replace(/\/+$/, '').toLowerCase();
const pathOf = (url: string): string | undefined =>
	URL.canParse(url) ? new URL(url).pathname.replace(/\/+$/, '').toLowerCase() : undefined;

/**
 * How well an address is the redirect URI: 3 the same; 2 but for a slash or its case; 1 the same path of another scheme,
 * port or host, as behind a proxy; 0 another.
 */
export function likeness(url: string, redirectUri: string): 0 | 1 | 2 | 3 {
	if (redirectUri === '') return 0;
	// One that was taken out is that of no address, and may be that of any.
	if (isForeignMark(redirectUri)) return 1;
	if (address(url) === address(redirectUri)) return 3;
	if (plain(url) === plain(redirectUri)) return 2;
	const [path, wanted] = [pathOf(url), pathOf(redirectUri)];
	return path !== undefined && path === wanted && path !== '' ? 1 : 0;
}
