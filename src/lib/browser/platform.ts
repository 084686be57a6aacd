/** What a page has for sending: the seam at which tests bring their own. */
export interface Platform {
	fetch(request: Request): Promise<Response>;
	/** False only when the browser knows that there is no network. */
	online(): boolean;
	/** Where the page is from. */
	origin: string;
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
export const pagePlatform = (send: (request: Request) => Promise<Response> = fetch): Platform => ({
	fetch: (request) => send(request),
	online: () => navigator.onLine,
	origin: location.origin,
	watchViolations
});
