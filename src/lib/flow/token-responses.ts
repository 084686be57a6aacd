import type { TokenResponse } from '$lib/client/token';
import type { Session } from './session';

/** Every token response that the attempt has had, the old ones too: they stay on the wire after a refresh, and after a replay. */
export const tokenResponses = ({ exchange, refreshes, tokens, tokensBefore }: Session): TokenResponse[] => [
	...new Set(
		[tokens, exchange?.value, ...refreshes.map(({ value }) => value), ...tokensBefore].filter(
			(one) => one !== undefined
		)
	)
];
