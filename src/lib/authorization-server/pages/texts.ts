/** Words around values that are set in type of their own, in the order of the language. */
type Mixed<P> = readonly (string | P)[];

/**
 * The words of this server's pages: whoever runs it hands them in, in the language of the people who see them. What
 * goes to clients (`error_description`, RFC 6749 §5.2) is not among them: those are read by developers, in any country.
 */
export interface PageTexts {
	/** Of all these words: BCP 47. */
	language: string;
	server: string;
	titleOf(page: string): string;
	footer: string;
	/** The link to where the realm says that people go who are lost here. */
	home: string;
	cancel: string;
	/** What the scopes of OpenID Connect let a client do. */
	scopes: Record<'openid' | 'profile' | 'email' | 'offline_access', string>;
	recipient: {
		goesTo<P>(address: P): Mixed<P>;
		/** A native application: `scheme` is how its addresses begin. */
		app<P>(scheme: P): Mixed<P>;
		selfRegistered<P>(application: P): Mixed<P>;
	};
	signIn: {
		title: string;
		wrongTitle: string;
		wrong: string;
		wants<P>(application: P, wishes: readonly string[]): Mixed<P>;
		pick: string;
		as(person: string): string;
		password: string;
		usernameLabel: string;
		passwordLabel: string;
		/** What is missing, under the field that was left empty. */
		noUsername: string;
		noPassword: string;
		action: string;
	};
	confirm: {
		title: string;
		why<P>(person: P, application: P): Mixed<P>;
		action: string;
	};
	consent: {
		title(application: string): string;
		wants<P>(person: P, application: P, api: { name: P; identifier: P } | undefined): Mixed<P>;
		allow: string;
		deny: string;
		switch: string;
	};
	account: {
		title: string;
		none: string;
		applications: string;
		allowed<P>(application: P, about: { selfRegistered: boolean; api: string | undefined }): Mixed<P>;
		revoke(application: string): string;
		signOut: string;
	};
	signOut: {
		title: string;
		why<P>(person: P): Mixed<P>;
		action: string;
		stay: string;
	};
	stayed: { title: string; what: string };
	signedOut: { title: string; what: string };
	formPost: { head: string; title: string; action: string };
	answered: {
		head: string;
		title: string;
		why: string;
		onward: string;
		back<P>(application: P, host: string): Mixed<P>;
		backWhy: string;
		close: string;
	};
	lost: { title: string; why: string; fix: string };
	problem: {
		title: string;
		/** `description`: what the server found wrong, as a client would read it. */
		what(description: string): string;
		error<P>(code: P): Mixed<P>;
		/** To what the site says about it, for whoever came from there. */
		explained: string;
		otherWindow: string;
	};
}
