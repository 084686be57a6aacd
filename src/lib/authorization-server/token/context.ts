import type { ClientContext } from '../client-authentication';
import type { ProofContext } from '../dpop';
import type { CodeRecord } from '../codes';
import type { Grant, RefreshRecord } from '../grants';
import type { Api, GrantType } from '../settings';

/** What the rules of the token endpoint look at, and what they find. */
export interface TokenContext extends ClientContext, ProofContext {
	grantType?: GrantType;
	code?: CodeRecord;
	/** Whether the code, or the refresh token, had not been used when it was looked up. The endpoint then takes it, once. */
	unused?: boolean;
	refresh?: RefreshRecord;
	grant?: Grant;
	/** The API, where the request names it. */
	api?: Api | null;
	/** What this access token may do. */
	scope?: string[];
	/** The grant whose code or refresh token came a second time: everything of it is revoked. */
	reused?: string;
}
