import type { ClientContext } from '../client-authentication';
import type { CodeRecord } from '../codes';
import type { Grant, RefreshRecord } from '../grants';
import type { GrantType } from '../settings';

/** What the rules of the token endpoint look at, and what they find. */
export interface TokenContext extends ClientContext {
	grantType?: GrantType;
	code?: CodeRecord;
	refresh?: RefreshRecord;
	grant?: Grant;
	/** What this access token may do. */
	scope?: string[];
	/** The grant whose code or refresh token came a second time: everything of it is revoked. */
	reused?: string;
}
