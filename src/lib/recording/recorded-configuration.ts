/** What a recording shows of the client and the server of an attempt. What it does not show is not known. */
import { responseSays } from '$lib/message/authorization-response';
import { readClientCredentials } from '$lib/message/client-authentication';
import { stringOf } from '$lib/message/json-body';
import { claimIn } from '$lib/message/jwt';
import { sentValue } from '$lib/message/token-request';
import { isForeignMark } from '$lib/lexicon/removed';
import { onlyKnown } from '$lib/lexicon/only-known';
import type { Configuration } from '$lib/trace/configuration';
import { responseModes, type Extension } from '$lib/trace/configuration-choices';
import type { Fact } from '$lib/trace/fact';
import { valueOf } from '$lib/wire/form';
import { headerOf, type Exchange } from '$lib/wire/http';
import { bringsTokens } from './recorded-hops';
import { address, jsonOf, originOf } from './recorded-message';
import { exchangeOf, isMove, type RecordedAttempt } from './register';

/** Parameters that are fields of a configuration, or made for each attempt; the others are free ones. */
const ours = new Set([
	...['response_type', 'client_id', 'redirect_uri', 'scope', 'audience', 'resource', 'response_mode'],
	...['state', 'nonce', 'code_challenge', 'code_challenge_method', 'dpop_jkt', 'request', 'request_uri']
]);

const authorizationOf = ({ messages }: RecordedAttempt): Exchange | undefined =>
	messages.find(({ kind }) => kind === 'authorization')?.exchange;

/**
 * The message that redeems: of the code or, where none was recorded, of the refresh token. Of several the first that
 * brought tokens.
 */
function redemptionOf(attempt: RecordedAttempt): Exchange | undefined {
	const sent = attempt.messages.flatMap((one) => (isMove(one, 'token') ? [one.exchange] : []));
	return sent.find(bringsTokens) ?? sent[0] ?? exchangeOf(attempt, 'refresh');
}

const besideOf = ({ messages }: RecordedAttempt): Exchange | undefined =>
	messages.find((one) => one.kind === 'beside')?.exchange;

/** Where an answer came to whose request was not recorded. */
const cameTo = ({ messages }: RecordedAttempt): string | undefined => {
	const [came] = messages.flatMap((one) => (one.kind === 'callback' ? [address(one.callback.url)] : []));
	return came;
};

function issuerOf(attempt: RecordedAttempt): string {
	const token = redemptionOf(attempt);
	const said = attempt.messages.flatMap((one) => (one.kind === 'callback' ? responseSays(one.callback) : []));
	const endpoint = (authorizationOf(attempt) ?? token ?? besideOf(attempt))?.request.url ?? '';
	const call = exchangeOf(attempt, 'api') ?? exchangeOf(attempt, 'userinfo');
	const bearer = headerOf(call?.request.headers ?? [], 'authorization')?.replace(/^\S+\s+/, '') ?? '';
	return (
		stringOf(jsonOf(attempt.document), 'issuer') ??
		valueOf(said, 'iss') ??
		claimIn(stringOf(jsonOf(token), 'id_token') ?? '', 'iss') ??
		originOf(endpoint) ??
		claimIn(bearer, 'iss') ??
		''
	);
}

export function configurationOf(attempt: RecordedAttempt, isBare: boolean): Configuration {
	const { asked } = attempt;
	const token = redemptionOf(attempt);
	const sent = (name: string): string | undefined => token && sentValue(token.request, name);
	const either = (name: string): string => valueOf(asked, name) ?? sent(name) ?? '';
	const authorization = headerOf(token?.request.headers ?? [], 'authorization');
	const credentials = readClientCredentials(authorization, sent);
	const extensions: Extension[] = [
		...(exchangeOf(attempt, 'par') ? (['par'] as const) : []),
		...(headerOf(token?.request.headers ?? [], 'dpop') === undefined ? [] : (['dpop'] as const))
	];
	const responseMode = responseModes.find((mode) => mode === valueOf(asked, 'response_mode'));
	return {
		issuer: issuerOf(attempt),
		clientId: valueOf(asked, 'client_id') ?? credentials.clientId ?? '',
		redirectUri: either('redirect_uri') || (asked.length === 0 ? (cameTo(attempt) ?? '') : ''),
		scope: either('scope'),
		audience: either('audience'),
		resource: either('resource'),
		...onlyKnown({ responseMode }),
		// A file without the header does not tell whether one was sent.
		...(isBare && credentials.method === 'none' ? {} : { authentication: credentials.method }),
		extensions,
		extra: asked.filter(([name]) => !ours.has(name)).slice(0, 50),
		apiUrl: exchangeOf(attempt, 'api')?.request.url ?? ''
	};
}

/**
 * A server that published no metadata in the recording: the addresses that were used stand for it. Where none was, as in a
 * recording of a call alone, nothing stands there, and nothing is failed for it.
 */
export function usedEndpoints(attempt: RecordedAttempt, keys: Exchange | undefined, at: number): Fact[] {
	const addressOf = (one: Exchange | undefined): string | undefined => one && address(one.request.url);
	const endpoints: [string, string | undefined][] = [
		['authorization_endpoint', addressOf(authorizationOf(attempt))],
		['token_endpoint', addressOf(redemptionOf(attempt))],
		['jwks_uri', keys?.request.url]
	];
	const used = endpoints.filter((one): one is [string, string] => one[1] !== undefined);
	return used.length === 0 && !attempt.messages.some(({ kind }) => kind === 'move')
		? []
		: [{ kind: 'generated', at, step: 'configure', values: Object.fromEntries(used), from: 'recording' }];
}

/** What the client made for one attempt, as far as the recording tells: the verifier shows in its token request. */
export function madeFor(attempt: RecordedAttempt, at: number): Fact[] {
	const { asked } = attempt;
	const token = exchangeOf(attempt, 'token');
	const sent = token && sentValue(token.request, 'code_verifier');
	// One that was taken out is not known, as if it had not been recorded.
	const verifier = sent === undefined || isForeignMark(sent) ? undefined : sent;
	const state = valueOf(asked, 'state');
	// RFC 7636 §4.3: a request without a method has a plain challenge. Of one that was not recorded the method is not known.
	const challenged = { code_challenge_method: valueOf(asked, 'code_challenge_method') ?? 'plain' };
	const verifiers: Fact[] =
		verifier === undefined
			? []
			: [{ kind: 'generated', at, step: 'verifier', values: { code_verifier: verifier } }];
	if (verifier !== undefined && asked.length > 0)
		verifiers.push({ kind: 'generated', at, step: 'challenge', values: challenged });
	const values = { state: state ?? '', nonce: valueOf(asked, 'nonce') ?? '' };
	return state === undefined
		? verifiers
		: [...verifiers, { kind: 'generated', at, step: 'authorize', values }];
}
