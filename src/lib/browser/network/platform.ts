import type { HttpRequest } from '$lib/wire/http';
import {
	networkPermission,
	policyOf,
	towardsItsSpace,
	type NetworkPermission,
	type PrivateSpace
} from './local-network';
import { sendWatched, type Watched } from './watched-send';

/** What a page has for sending: the seam at which tests bring their own. */
export interface Platform {
	fetch(request: Request): Promise<Response>;
	/** Sends a message that the browser asks the server about first, and tells whether it was let out. */
	sendWatched(request: HttpRequest, signal: AbortSignal): Promise<Watched>;
	/** False only when the browser knows that there is no network. */
	online(): boolean;
	/** Where the page is from. */
	origin: string;
	/** Whether the browser lets this page into a more private network than its own. */
	networkPermission(space: PrivateSpace): Promise<NetworkPermission>;
	/** The issuer of the servers inside this site. */
	embedded: string;
	/** Collects what the page's content security policy blocks from now on. */
	watchViolations(): Violations;
}

export interface Violations {
	/** The URLs blocked so far, as the browser reports them: whole, or an origin only. */
	blocked: readonly string[];
	stop(): void;
}

function watchViolations(): Violations {
	const blocked: string[] = [];
	const note = (event: SecurityPolicyViolationEvent): void => {
		if (event.disposition === 'enforce') blocked.push(event.blockedURI);
	};
	document.addEventListener('securitypolicyviolation', note);
	return { blocked, stop: () => document.removeEventListener('securitypolicyviolation', note) };
}

/** The platform of this page. `send` replaces `fetch` where the embedded servers run in the page itself. */
export const pagePlatform = (
	embedded: string,
	send: (request: Request) => Promise<Response> = fetch
): Platform => ({
	embedded,
	fetch: (request) => send(towardsItsSpace(request, location.origin)),
	networkPermission: (space) => networkPermission(space, navigator.permissions, policyOf(document)),
	sendWatched,
	online: () => navigator.onLine,
	origin: location.origin,
	watchViolations
});
