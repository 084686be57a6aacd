import { formatsCitations } from './citations-formats';
import { oauthCitations } from './citations-oauth';
import { openidCitations } from './citations-openid';
import { tokensCitations } from './citations-tokens';

/**
 * Every section that this project cites, with its title: the house test refuses a citation that is not here.
 * `RFC nnnn §x` for RFCs; `OIDC Core §x`, `OIDC Discovery §x` for OpenID Connect; `WHATWG …` for web standards.
 */
export const citations = {
	...oauthCitations,
	...formatsCitations,
	...openidCitations,
	...tokensCitations
} as const;

export type Citation = keyof typeof citations;
