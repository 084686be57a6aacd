/** A check of a recorded answer that has nothing to compare with: it is neither passed nor failed. */
import type { Check, CheckId } from '$lib/lexicon/check';
import { check } from '$lib/lexicon/check-citations';
import { say } from '$lib/lexicon/said';
import type { Pair } from '$lib/wire/form';
import type { Session } from './session';
import { asLeft } from './withheld';

const noRequest = ({ authorizationRequest }: Session): boolean => authorizationRequest === undefined;
/** What stands for the issuer was read of the very answers that would be compared with it. */
const noIssuer = ({ server, typed }: Session): boolean => !server || typed?.from === 'recording';
const noClient = ({ configuration }: Session): boolean => (configuration?.clientId ?? '') === '';
const noScope = (session: Session): boolean =>
	noRequest(session) && (session.configuration?.scope ?? '') === '';

/** What a check compares with, where that may be missing. */
const unknown: Partial<Record<CheckId, (session: Session) => boolean>> = {
	'callback-state': noRequest,
	'callback-issuer': noIssuer,
	'callback-library': (session) => noRequest(session) || noIssuer(session),
	'jarm-iss': noIssuer,
	'jarm-aud': noClient,
	'token-scope': noScope,
	'token-id-token': noScope,
	'token-refresh-token': noScope,
	'token-library': noClient,
	'id-token-iss': noIssuer,
	'id-token-aud': noClient,
	'id-token-azp': noClient,
	'id-token-nonce': noRequest,
	'id-token-library': (session) => noRequest(session) || noClient(session)
};

/**
 * The checks as they stand; of a recording, those that lack what they compare with are skipped, and say so, and those whose
 * values were taken out likewise. `carried`: the values of the message that they are of.
 */
export const asKnown = (session: Session, checks: readonly Check[], carried: readonly Pair[]): Check[] =>
	asLeft(
		session,
		checks.map((made) =>
			session.recorded && unknown[made.id]?.(session)
				? check(made.id, 'skipped', { actual: say('not-recorded') })
				: made
		),
		carried
	);
