import { clientAuthentication, publicClient } from '$lib/client/client-authentication';
import { dpopHandle, parseDpopKey } from '$lib/client/dpop';
import type { Sender } from '$lib/client/sender';
import type { Extension } from '$lib/trace/configuration';
import type { Session } from './session';
import type { AskInput } from './step';

export const isOn = ({ configuration }: Session, extension: Extension): boolean =>
	configuration?.extensions?.includes(extension) ?? false;

/** The handle that signs this attempt's proofs, when they are switched on. */
export async function dpopOf(session: Session): Promise<Sender['dpop']> {
	const key = session.dpop_jwk === undefined ? undefined : parseDpopKey(session.dpop_jwk);
	return isOn(session, 'dpop') && key ? dpopHandle(key, session.dpopNonces) : undefined;
}

/** What the session's next request proves of its sender. */
export async function senderOf(session: Session, { credentials }: AskInput): Promise<Sender> {
	const dpop = await dpopOf(session);
	return { authentication: clientAuthentication(credentials ?? publicClient), ...(dpop ? { dpop } : {}) };
}
