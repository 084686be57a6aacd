import { sameKey } from '../dpop';
import type { Rule } from '../decide';
import type { TokenContext } from './context';

/** RFC 9449 §10: a code that was asked for with a key goes to its holder. */
export const codeKey: Rule<TokenContext> = {
	id: 'as-code-key',
	look: (context) => sameKey(context.code?.dpopJkt, context, 'This code')
};

/** RFC 9449 §5: so does the refresh token of a public client. */
export const refreshKey: Rule<TokenContext> = {
	id: 'as-refresh-token-key',
	look: (context) => sameKey(context.refresh?.jkt, context, 'This refresh token')
};
