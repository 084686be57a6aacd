/**
 * Who is signed in in this browser. The browser has a secret name of the session (a cookie, by the `jar` port), the
 * store has the session. The `sid` that clients see is another name, so that no client can pass for the browser.
 */
import { randomText, type Call } from './call';
import { findUser } from './applications';
import type { User } from './settings';

/** One sign-in of one person. */
export interface Login {
	sub: string;
	/** Seconds since the epoch. */
	authTime: number;
	sid: string;
	/** OIDC Core §2: '2' after a second step, '1' after a password, '0' when the person was picked from the list. */
	acr: string;
}

export const acrValues = ['0', '1', '2'];

export async function currentLogin({ realm }: Call): Promise<{ login: Login; user: User } | undefined> {
	const name = await realm.jar?.read();
	const login = name === undefined ? undefined : await realm.store.get<Login>('session', name);
	const user = login && findUser(realm, login.sub);
	return login && user ? { login, user } : undefined;
}

/** A new session at every sign-in, under a new name: nobody can fix it beforehand. */
export async function startSession(call: Call, sub: string, acr: string): Promise<Login> {
	const { realm, now } = call;
	await endSession(call);
	const login: Login = { sub, authTime: Math.floor(now / 1_000), sid: randomText(realm, 12), acr };
	if (!realm.jar) return login;
	const name = randomText(realm, 24);
	const end = now + realm.settings.policy.sessionLifetime * 1_000;
	await realm.store.put('session', name, login, end);
	await realm.jar.write(name, end);
	return login;
}

/** Whether there was one. */
export async function endSession({ realm }: Call): Promise<boolean> {
	const name = await realm.jar?.read();
	if (name === undefined) return false;
	await realm.jar?.clear();
	return (await realm.store.take<Login>('session', name)) !== undefined;
}
