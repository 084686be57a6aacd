/**
 * Where a recorded sign-in ended that never came back to the application: on which page of the server, as far as its address
 * and its first words tell. What somebody did there is not in a recording.
 */
import type { RecordedEnd } from '$lib/lexicon/recorded-ends';
import { isSuccess, type Exchange } from '$lib/wire/http';
import type { Session } from './session';

/** `host`: of the server whose page it was. `status`: of an answer that was an error. */
export interface EndedAt {
	at: RecordedEnd;
	host: string;
	status?: number;
}

type Page = 'consent' | 'second-factor' | 'sign-up' | 'reset' | 'login';

/** Names that pages have in their addresses. What is only another word for signing in comes last. */
const inPath: readonly [Page, RegExp][] = [
	['consent', /consent|\bgrant\b|approv|permission|\/decision\b/i],
	[
		'second-factor',
		/\b(?:mfa|2fa|totp|otp|passcode|webauthn|passkey)\b|two-?factor|second-?factor|multi-?factor|authenticator/i
	],
	['sign-up', /sign-?up|registrations?\b|\bregister\b|create-?account|\bjoin\b/i],
	['reset', /(?:reset|forgot|change|update)-?_?password|password-?(?:reset|change)/i],
	['login', /log-?in|log-?on|sign-?in|authenticat|identif|password|interaction|\bauthorize\b/i]
];

/** The same in the title and the headings of a page. */
const inWords: readonly [Page, RegExp][] = [
	[
		'consent',
		/\bconsent\b|\bwants (?:access|to access)\b|\bauthorize (?:app|access)|\bgrant access\b|\bpermissions? requested\b/i
	],
	[
		'second-factor',
		/verification code|one-time (?:code|password)|two-(?:step|factor)|second factor|multi-factor|authenticator|security key|passkey/i
	],
	['sign-up', /\bsign up\b|create (?:an|your) account|\bregister\b/i],
	['reset', /(?:reset|forgot|change|choose a new) (?:your )?password/i],
	['login', /\b(?:log|sign) ?(?:in|on)\b|\bpassword\b/i]
];

const heading = /<(title|h1|h2)\b[^>]{0,400}>([^<]{1,300})/gi;

/** Fields say more than words: a page on which one signs in has links to all the others. */
function byFields(page: string): Page | undefined {
	if (/autocomplete\s*=\s*["']?one-time-code|name\s*=\s*["']?(?:otp|totp|mfa_?code|passcode)\b/i.test(page))
		return 'second-factor';
	const isNew = /autocomplete\s*=\s*["']?new-password/i.test(page);
	if (!/type\s*=\s*["']?password/i.test(page) || isNew) return undefined;
	return 'login';
}

function pageOf({ request, response }: Exchange): Page | undefined {
	const path = URL.canParse(request.url) ? new URL(request.url).pathname.replaceAll('_', '-') : '';
	const body = response?.body.slice(0, 20_000) ?? '';
	const words = [...body.matchAll(heading)].map(([, , text = '']) => text).join(' ');
	const first = (list: readonly [Page, RegExp][], text: string): Page | undefined =>
		list.find(([, sign]) => sign.test(text))?.[0];
	const told = first(inWords, words);
	return byFields(body) ?? told ?? first(inPath, path);
}

const hostOf = ({ request: { url } }: Exchange): string => (URL.canParse(url) ? new URL(url).host : '');

/** Of a client that registered itself (RFC 7591), and of which nothing more is there. */
function afterRegistration({
	recorded,
	beside,
	outcomes,
	authorizationResponse
}: Session): EndedAt | undefined {
	const last = beside.findLast(({ what }) => what === 'registration')?.exchange;
	if (!recorded || !last || authorizationResponse || outcomes.some(({ step }) => step !== 'configure'))
		return undefined;
	const { response } = last;
	const host = hostOf(last);
	if (!response) return { at: 'no-answer', host };
	return response.status >= 400
		? { at: 'registration-refused', host, status: response.status }
		: { at: 'registered', host };
}

/** Undefined: it came back, it is no recording, or nobody was sent anywhere. */
export function endedAt(session: Session): EndedAt | undefined {
	const { recorded, authorizationRequest: sent, authorizationResponse, exchange, tokens, beside } = session;
	if (!sent) return afterRegistration(session);
	if (!recorded || (authorizationResponse ?? exchange ?? tokens)) return undefined;
	const between = beside
		.filter(({ what }) => what === 'login' || what === 'redirect' || what === 'hop')
		.map((one) => one.exchange);
	const all = [...(sent.recorded ? [sent.recorded] : []), ...between].sort((one, other) => one.at - other.at);
	const last = all.at(-1);
	// Of an address alone nobody knows whether anybody went there.
	if (!last) return undefined;
	const host = hostOf(last);
	const { response } = last;
	if (!response) return { at: 'no-answer', host };
	const isForm = last.request.method === 'POST';
	if (response.status >= 400) {
		const at =
			isForm && pageOf({ ...last, response: { ...response, body: '' } }) === 'login'
				? 'login-refused'
				: 'error';
		return { at, host, status: response.status };
	}
	if (!isSuccess(response.status)) return { at: 'redirect', host };
	return { at: pageOf(last) ?? 'page', host };
}
