import { clientAuthentication, type Credentials } from '$lib/client/client-authentication';
import type { Sender } from '$lib/client/sender';
import type { AskFailure } from '$lib/lexicon/failure';
import { fail, ok, type Result } from '$lib/lexicon/result';
import { isOn } from './extensions';
import type { Session } from './session';
import type { AskInput } from './step';
import { loadPart } from '$lib/lexicon/part';

/** The handle that signs this attempt's proofs, when they are switched on. */
export async function dpopOf(session: Session): Promise<Sender['dpop']> {
	if (!isOn(session, 'dpop') || session.dpop_jwk === undefined) return undefined;
	const { dpopHandle, parseDpopKey } = await loadPart(() => import('$lib/client/dpop'));
	const key = parseDpopKey(session.dpop_jwk);
	return key && dpopHandle(key, session.dpopNonces);
}

/** How the client authenticates: as the configuration says, with what the tab holds. */
function credentialsOf(
	session: Session,
	{ secret = '', signingKey }: AskInput
): Result<Credentials, AskFailure> {
	const method = session.configuration?.authentication ?? 'none';
	switch (method) {
		case 'none':
			return ok({ method });
		case 'client_secret_basic':
		case 'client_secret_post':
			return secret === ''
				? fail({ reason: 'secret-missing', field: 'client_secret' })
				: ok({ method, secret });
		case 'private_key_jwt':
			return signingKey
				? ok({ method, ...signingKey })
				: fail({ reason: 'key-missing', field: 'client_assertion' });
	}
}

/** What the session's next request proves of its sender. */
export async function senderOf(session: Session, input: AskInput): Promise<Result<Sender, AskFailure>> {
	const credentials = credentialsOf(session, input);
	if (!credentials.ok) return credentials;
	const dpop = await dpopOf(session);
	return ok({ authentication: clientAuthentication(credentials.value), ...(dpop ? { dpop } : {}) });
}
