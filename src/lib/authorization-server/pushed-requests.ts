import { randomText, type Call } from './call';
import type { Pair } from '$lib/wire/form';

/** An authorization request that was pushed: RFC 9126 §2. */
export interface Pushed {
	clientId: string;
	/** Its parameters, out of the request object where there was one. */
	pairs: Pair[];
	/** Whether they were in a request object. */
	signed: boolean;
	/** RFC 9449 §10.1: the key that the code is bound to. */
	dpopJkt?: string;
	/** Milliseconds since the epoch. */
	expiresAt: number;
}

const prefix = 'urn:ietf:params:oauth:request_uri:';

/** Seconds. RFC 9126 §2.2 speaks of 5 to 600. */
export const pushedLifetime = 90;

/** The record stays for a while after its end: a late or a second use can be told from a made-up one. */
const keptAfterEnd = 3_600_000;

/** Keeps it under a name that cannot be guessed: RFC 9126 §2.2. That it is unanswered is taken atomically. */
export async function keepPushed({ realm, now }: Call, pushed: Omit<Pushed, 'expiresAt'>): Promise<string> {
	const requestUri = prefix + randomText(realm, 32);
	const expiresAt = now + pushedLifetime * 1_000;
	await realm.store.put('pushed', requestUri, { ...pushed, expiresAt }, expiresAt + keptAfterEnd);
	await realm.store.put('pushed-unanswered', requestUri, true, expiresAt + keptAfterEnd);
	return requestUri;
}

export const findPushed = async ({ realm }: Call, requestUri: string): Promise<Pushed | undefined> =>
	requestUri.startsWith(prefix) ? realm.store.get<Pushed>('pushed', requestUri) : undefined;

export const isUnanswered = async ({ realm }: Call, requestUri: string): Promise<boolean> =>
	(await realm.store.get<true>('pushed-unanswered', requestUri)) === true;

/** The one answer that a `request_uri` is good for. Whether there was none before. */
export const takePushed = async ({ realm }: Call, requestUri: string | undefined): Promise<boolean> =>
	requestUri === undefined || (await realm.store.take<true>('pushed-unanswered', requestUri)) === true;
