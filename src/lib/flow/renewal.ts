/** What a refresh has brought, beside what was held before it: old against new, of facts of the run alone. */
import type { TokenResponse } from '$lib/client/token';
import { decodeToken } from '$lib/message/jwt';
import { canonical } from './compare/told';
import type { Outcome, Session, Tokens } from './session';
import { newTokens } from './tokens-held';

export interface Renewed {
	before: TokenResponse;
	after: TokenResponse;
}

/** The newest refresh that brought tokens. Undefined: none has, or what was held before is not known. */
export function renewedBy({
	exchange,
	refreshes
}: Pick<Session, 'exchange' | 'refreshes'>): Renewed | undefined {
	const brought = [exchange, ...refreshes].filter(
		(one): one is Outcome<TokenResponse> & { value: TokenResponse } => one?.value !== undefined
	);
	const newest = brought.at(-1);
	if (!newest || newest === exchange) return undefined;
	// RFC 6749 §6 and OIDC Core §12.2: what an answer leaves out stays as it was.
	const before = brought
		.slice(0, -1)
		.reduce<Tokens | undefined>((held, { value, exchange: { at } }) => newTokens(value, at, held), undefined);
	return before && { before, after: newest.value };
}

/** `kept`: the answer does not have it, and the old one stays. */
export type TokenChange = 'new' | 'same' | 'kept' | 'none';

export function tokenChange(
	{ before, after }: Renewed,
	name: 'access_token' | 'refresh_token' | 'id_token'
): TokenChange {
	const now = after[name];
	if (now === undefined) return before[name] === undefined ? 'none' : 'kept';
	return now === before[name] ? 'same' : 'new';
}

export interface ClaimChange {
	name: string;
	/** As JSON; undefined: it was not there. */
	before?: string;
	after?: string;
}

/** What differs between the claims of two tokens. Undefined: one of them cannot be read. */
export function claimChanges(
	before: string | undefined,
	after: string | undefined
): ClaimChange[] | undefined {
	const [old, now] = [decodeToken(before ?? ''), decodeToken(after ?? '')];
	if (!old.ok || !now.ok) return undefined;
	const [earlier, later] = [old.value.claims, now.value.claims];
	const names = [...new Set([...Object.keys(earlier), ...Object.keys(later)])];
	return names.flatMap((name): ClaimChange[] => {
		const there = Object.hasOwn(earlier, name) ? canonical(earlier[name]) : undefined;
		const here = Object.hasOwn(later, name) ? canonical(later[name]) : undefined;
		if (there === here) return [];
		return [
			{
				name,
				...(there === undefined ? {} : { before: there }),
				...(here === undefined ? {} : { after: here })
			}
		];
	});
}

/** What of a scope came and went. Undefined: one of the two is not said (RFC 6749 §5.1: then it is the requested one). */
export function scopeChange({ before, after }: Renewed): { lost: string[]; gained: string[] } | undefined {
	if (before.scope === undefined || after.scope === undefined) return undefined;
	const [old, now] = [before.scope, after.scope].map((scope) => scope.split(' ').filter(Boolean));
	return {
		lost: (old ?? []).filter((name) => !now?.includes(name)),
		gained: (now ?? []).filter((name) => !old?.includes(name))
	};
}
