import { formatsCitations } from './citations-formats';
import { oauthCitations } from './citations-oauth';
import { openidCitations } from './citations-openid';

/**
 * Every section that this project cites, with its title: the house test refuses a citation that is not here.
 * `RFC nnnn §x` for RFCs; `OIDC Core §x`, `OIDC Discovery §x` for OpenID Connect; `WHATWG …` for web standards.
 */
export const citations = { ...oauthCitations, ...formatsCitations, ...openidCitations } as const;

export type Citation = keyof typeof citations;
