/** What a request says about the person who is to come back: who, and how they signed in. */
import type { AuthorizationRequest } from './authorize/context';
import { acrValues, type Login } from './sessions';

/** Whether this is the person whom the request names, by a hint or by a claim. Without a name, everybody is. */
export const isMeant = ({ hintSub, claims }: AuthorizationRequest, sub: string): boolean =>
	[hintSub, claims?.sub].every((named) => named === undefined || named === sub);

/** Levels that have to be reached, and that nobody here can reach. */
export const isOutOfReach = ({ claims }: AuthorizationRequest): boolean =>
	claims?.acr !== undefined && !claims.acr.some((level) => acrValues.includes(level));

/** The levels that will do; a level that has to be there goes before one that is only wished for. */
export const wantedLevels = ({ claims, acrValues: wished }: AuthorizationRequest): string[] =>
	(claims?.acr ?? wished ?? []).filter((level) => acrValues.includes(level));

/** Whether this sign-in is one of those asked for, or a stronger one. Without a wish, every one will do. */
export const isStrongEnough = ({ acr }: Login, wanted: readonly string[]): boolean =>
	wanted.length === 0 || wanted.some((level) => Number(acr) >= Number(level));

/**
 * What the tokens say of the sign-in. Where a level has to be one of a list, the highest of them that was reached: a
 * stronger sign-in is that one too.
 * @see [OIDC Core §5.5.1.1](https://openid.net/specs/openid-connect-core-1_0.html#acrSemantics)
 */
export function asWanted(login: Login, { claims }: AuthorizationRequest): Login {
	const reached = (claims?.acr ?? [])
		.filter((level) => acrValues.includes(level) && Number(level) <= Number(login.acr))
		.sort();
	return { ...login, acr: reached.at(-1) ?? login.acr };
}
