/** What the run itself shows of a token over time: what it was good for before it was revoked, and after. */
import { isJsonObject, type JsonObject } from '$lib/message/json-body';
import { sentValue } from '$lib/message/token-request';
import type { MoveId } from '$lib/lexicon/steps';
import { headerOf, type HttpRequest } from '$lib/wire/http';
import { canonical } from './compare/told';
import type { Outcome, Session } from './session';

type Outcomes = Pick<Session, 'outcomes'>;

/** Whether a request presents a token, wherever it may stand (RFC 6750 §2.1, RFC 9449 §7.1, RFC 6749 §6). */
function presents(request: HttpRequest, token: string): boolean {
	const [, sent = ''] =
		/^(?:bearer|dpop) +(.*)$/i.exec(headerOf(request.headers, 'authorization') ?? '') ?? [];
	return sent === token || sentValue(request, 'refresh_token') === token;
}

const tokenOf = ({ exchange }: Outcome): string | undefined => sentValue(exchange.request, 'token');

export interface Introspected {
	at: number;
	said: JsonObject;
}

/** What introspection said of a token, oldest first. */
export const introspectionsOf = ({ outcomes }: Outcomes, token: string): Introspected[] =>
	outcomes.flatMap((outcome) =>
		outcome.move === 'introspection' && tokenOf(outcome) === token && isJsonObject(outcome.value)
			? [{ at: outcome.exchange.at, said: outcome.value }]
			: []
	);

/** What differs between two answers, `active` first. */
export function introspectionChanges(
	before: JsonObject,
	after: JsonObject
): { name: string; before?: string; after?: string }[] {
	const names = ['active', ...Object.keys(before), ...Object.keys(after)];
	return [...new Set(names)].flatMap((name) => {
		const [old, now] = [before, after].map((said) =>
			Object.hasOwn(said, name) ? canonical(said[name]) : undefined
		);
		if (old === now) return [];
		return [
			{ name, ...(old === undefined ? {} : { before: old }), ...(now === undefined ? {} : { after: now }) }
		];
	});
}

/** One use of a token after it was revoked. `status`: of the answer; undefined: none could be read. */
export interface UsedSince {
	move: MoveId;
	at: number;
	status?: number;
	accepted: boolean;
	/** Of an introspection: what it said. */
	active?: boolean;
}

export interface RevokedToken {
	token: string;
	at: number;
	/** The newest call of an API with it before that, where there was one. */
	before?: { status: number };
	since: readonly UsedSince[];
}

/** The newest revocation that was answered with 200, and what the run shows of that token. */
export function revokedToken({ outcomes }: Outcomes): RevokedToken | undefined {
	const place = outcomes.findLastIndex(({ move, value }) => move === 'revocation' && value !== undefined);
	const revocation = outcomes[place];
	const token = revocation && tokenOf(revocation);
	if (!revocation || token === undefined) return undefined;
	const call = outcomes
		.slice(0, place)
		.findLast(({ move, exchange }) => move === 'api' && presents(exchange.request, token));
	const status = call?.exchange.response?.status;
	return {
		token,
		at: revocation.exchange.at,
		...(status === undefined ? {} : { before: { status } }),
		since: outcomes.slice(place + 1).flatMap((outcome) => usedSince(outcome, token))
	};
}

function usedSince(outcome: Outcome, token: string): UsedSince[] {
	const { move, exchange, value } = outcome;
	const isAbout = move === 'introspection' && tokenOf(outcome) === token;
	if (!isAbout && !presents(exchange.request, token)) return [];
	const status = exchange.response?.status;
	const said = isAbout && isJsonObject(value) ? value.active : undefined;
	return [
		{
			move,
			at: exchange.at,
			accepted: value !== undefined,
			...(status === undefined ? {} : { status }),
			...(typeof said === 'boolean' ? { active: said } : {})
		}
	];
}
