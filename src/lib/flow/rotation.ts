/**
 * The refresh tokens of an attempt in the order in which they came, and what became of each: facts of the run alone. What
 * a server does with one that is used up is known when it was sent again (RFC 9700 §4.14.2).
 */
import type { TokenResponse } from '$lib/client/token';
import { sentValue } from '$lib/message/token-request';
import type { Outcome, Session } from './session';
import { wasLookedAt } from './times-sent';

/**
 * One use of a refresh token. `unlooked`: the message or its sender was refused, and nobody looked at the token. `unknown`:
 * it went out, and no answer could be read.
 */
export interface Use {
	at: number;
	/** Its place among the refreshes, from 0. */
	order: number;
	came: 'tokens' | 'refusal' | 'unlooked' | 'unknown';
	/** Whether another one had taken its place before. */
	afterReplaced: boolean;
}

export interface FamilyMember {
	token: string;
	/** When it came; the first one with the code. */
	at: number;
	/** An answer to it brought another one. */
	replaced: boolean;
	uses: readonly Use[];
}

const cameOf = ({ exchange, value, error }: Outcome<TokenResponse>): Use['came'] => {
	if (value) return 'tokens';
	if (!error || !exchange.response) return 'unknown';
	return wasLookedAt(exchange.response) ? 'refusal' : 'unlooked';
};

/** Every refresh token that an answer of this attempt brought, oldest first. */
export function familyOf({ exchange, refreshes }: Pick<Session, 'exchange' | 'refreshes'>): FamilyMember[] {
	const family: (FamilyMember & { uses: Use[] })[] = [];
	const add = (outcome: Outcome<TokenResponse> | undefined): void => {
		const token = outcome?.value?.refresh_token;
		if (outcome && token !== undefined && !family.some((one) => one.token === token))
			family.push({ token, at: outcome.exchange.at, replaced: false, uses: [] });
	};
	add(exchange);
	for (const [order, refresh] of refreshes.entries()) {
		const sent = family.find(({ token }) => token === sentValue(refresh.exchange.request, 'refresh_token'));
		sent?.uses.push({ at: refresh.exchange.at, order, came: cameOf(refresh), afterReplaced: sent.replaced });
		const brought = refresh.value?.refresh_token;
		if (sent && brought !== undefined && brought !== sent.token) sent.replaced = true;
		add(refresh);
	}
	return family;
}

/** The newest one that another has replaced: what is sent to see whether its reuse is noticed. */
export const replacedToken = (family: readonly FamilyMember[]): string | undefined =>
	family.findLast(({ replaced }) => replaced)?.token;

/** What the server did with a token that was used up, and with the newest one after that. */
export interface ReuseStory {
	reuse: Exclude<Use['came'], 'unlooked'>;
	/** Undefined: the newest one was not sent since. */
	newest?: Exclude<Use['came'], 'unlooked'>;
}

/** Undefined: no token that was replaced was sent again. */
export function reuseStory(family: readonly FamilyMember[]): ReuseStory | undefined {
	const uses = family
		.flatMap((member) => member.uses)
		.flatMap(({ came, ...use }) => (came === 'unlooked' ? [] : [{ came, ...use }]))
		.toSorted((one, other) => one.order - other.order);
	const reuse = uses.findLast(({ afterReplaced }) => afterReplaced);
	if (!reuse) return undefined;
	const since = uses.findLast(({ order }) => order > reuse.order);
	return { reuse: reuse.came, ...(since ? { newest: since.came } : {}) };
}
