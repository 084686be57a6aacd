/** What a recorded client must have had, as far as it shows in what it sent. */
import { requestSays, pushSays } from '$lib/message/authorization-request';
import type { ChallengeMethod } from '$lib/message/challenge';
import { navigationTo } from '$lib/trace/exchanges';
import { valueOf, type Pair } from '$lib/wire/form';
import type { Session } from './session';

/** What the authorization request asked for: the one that the browser carried, else the one that was pushed. */
function asked({ authorizationRequest, pushed }: Session): readonly Pair[] {
	const pushes = pushed ? [pushed.exchange] : [];
	const carried = authorizationRequest && requestSays(navigationTo(authorizationRequest), pushes);
	return carried ?? (pushed && pushSays(pushed.exchange.request)) ?? [];
}

export interface SentChallenge {
	value: string;
	/** The method as it was written; none where none was. */
	method: Pair[];
	/** By which of the two it can be held against a verifier. */
	known?: ChallengeMethod;
	/** The method stands in another spelling, which is no name of one. */
	misspelt?: true;
}

export function challengeSent(session: Session): SentChallenge | undefined {
	const pairs = asked(session);
	const value = valueOf(pairs, 'code_challenge');
	if (value === undefined || value === '') return undefined;
	const method = valueOf(pairs, 'code_challenge_method');
	return {
		value,
		method: method === undefined ? [] : [['code_challenge_method', method]],
		...knownAs(method)
	};
}

/** RFC 7636 §4.3: without a method it is plain. One of another spelling is none of the two, and still says what was meant. */
function knownAs(method: string | undefined): Pick<SentChallenge, 'known' | 'misspelt'> {
	if (method === undefined) return { known: 'plain' };
	const meant = { s256: 'S256', plain: 'plain' } as const;
	const name = method.toLowerCase();
	if (name !== 's256' && name !== 'plain') return {};
	return { known: meant[name], ...(method === meant[name] ? {} : { misspelt: true }) };
}

/** The settings by their names on the wire. */
export function settingsSeen({ configuration, exchange }: Session): Pair[] {
	if (!configuration) return [];
	const {
		clientId,
		redirectUri,
		scope,
		audience = '',
		resource = '',
		responseMode = '',
		extra
	} = configuration;
	const method = exchange ? (configuration.authentication ?? 'none') : '';
	const pairs: Pair[] = [
		['client_id', clientId],
		['redirect_uri', redirectUri],
		['scope', scope],
		['audience', audience],
		['resource', resource],
		['response_mode', responseMode],
		...extra.map(([name, value]): Pair => [name, value]),
		['token_endpoint_auth_method', method]
	];
	return pairs.filter(([, value]) => value !== '');
}

/** The addresses that were used, where the server published nothing in the recording. */
export function endpointsUsed({ typed, server }: Session): Pair[] {
	if (typed?.from !== 'recording' || !server) return [];
	return (['authorization_endpoint', 'token_endpoint', 'jwks_uri'] as const).flatMap((name): Pair[] => {
		const url = server[name];
		return typeof url === 'string' ? [[name, url]] : [];
	});
}

/** Whether a file says when its messages went. */
export const hasTimes = ({ imported }: Pick<Session, 'imported'>): boolean =>
	imported !== undefined && !imported.lacks.includes('times');
