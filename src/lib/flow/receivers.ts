import type { Session } from './session';

type Server = NonNullable<Session['server']>;

/** Who is given codes, tokens, secrets and what the client's key signs; and for whom it signs. */
const receivers = [
	'issuer',
	'authorization_endpoint',
	'pushed_authorization_request_endpoint',
	'token_endpoint',
	'userinfo_endpoint',
	'introspection_endpoint',
	'revocation_endpoint'
] as const satisfies (keyof Server)[];

/** All of them as one text, to compare: what is meant for one set of receivers never goes to another. */
export const receiversOf = (server: Server): string =>
	JSON.stringify(receivers.map((name) => server[name] ?? ''));
