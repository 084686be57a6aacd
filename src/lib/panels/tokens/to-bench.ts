/** The tokens of a walk with everything that is known of them, for the bench: handed over in the memory of the tab. */
import { clockOf } from '$lib/flow/proof-of-clock';
import { codeOf } from '$lib/flow/marks';
import type { Session } from '$lib/flow/session';
import type { OnBench } from '$lib/state/on-bench';

/** What is undefined or empty is not known. */
const known = (values: Record<string, string | undefined>): Record<string, string> =>
	Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1])));

export function benchOf(session: Session): OnBench {
	const { tokens, configuration, server, jwks, nonce, state } = session;
	const clock = clockOf(session);
	return {
		text: JSON.stringify(tokens ?? {}, undefined, 1),
		against: known({
			issuer: server?.issuer ?? configuration?.issuer,
			clientId: configuration?.clientId,
			audience: configuration?.resource,
			nonce,
			state,
			code: codeOf(session),
			metadata: server && JSON.stringify(server),
			fetched: jwks?.value && JSON.stringify(jwks.value)
		}),
		...(clock.known ? { ahead: clock.value.seconds * 1000 } : {}),
		from: 'walk'
	};
}
