/** What an API was sent as its token: RFC 6750 §2. */
import { isPlaceholder } from '$lib/lexicon/placeholders';
import type { Bearer } from '$lib/lexicon/proofs';
import { sentValue } from '$lib/message/token-request';
import { headerOf } from '$lib/wire/http';
import { hasLostSignature, isForeignMark } from '$lib/lexicon/removed';
import { isFromElsewhere } from './withheld';
import { known, unknown, type Proof } from './proof';
import type { Session } from './session';

/** The token that a request carries, in the header, or in one of the two places that are no good (RFC 6750 §2.2, §2.3). */
const tokenIn = (header: string | undefined): string | undefined =>
	/^\s*(?:Bearer|DPoP)\s+(\S+)\s*$/i.exec(header ?? '')?.[1];

type Kind = 'access_token' | 'id_token' | 'refresh_token';
const kinds: readonly [Kind, Bearer][] = [
	['access_token', 'access-token'],
	['id_token', 'id-token'],
	['refresh_token', 'refresh-token']
];

/** Which of the tokens that came it is: an older one counts as well. */
function kindOf(session: Session, token: string): Bearer {
	const came = session.outcomes.flatMap(({ value }) => (typeof value === 'object' && value ? [value] : []));
	const isIt = (name: Kind): boolean =>
		[...came, session.tokens ?? {}].some((values) =>
			Object.entries(values).some(([key, value]) => key === name && value === token)
		);
	return kinds.find(([name]) => isIt(name))?.[1] ?? 'unknown';
}

/** A JWT without its signature, or a hash in the place of a token. */
const isCut = (token: string): boolean =>
	(token.startsWith('ey') && hasLostSignature(token)) || /^[\da-f]{64}$/.test(token);

export function bearerOf(session: Session): Proof<{ sent: Bearer }> {
	const call = session.outcomes.findLast(({ move }) => move === 'api' || move === 'userinfo');
	if (!call) return unknown('not-recorded');
	const { request } = call.exchange;
	const header = headerOf(request.headers, 'authorization');
	const token = tokenIn(header) ?? sentValue(request, 'access_token');
	const isMark = (value = ''): boolean => isFromElsewhere(session) && isForeignMark(value);
	if (header === '' || isMark(token) || isMark(header) || isPlaceholder(token ?? ''))
		return unknown('taken-out');
	const kind = token === undefined ? undefined : kindOf(session, token);
	// Whose token it is cannot be told where the tokens that came, or a part of them, or the one that was sent are gone.
	const held = Object.values(session.tokens ?? {}).filter((value) => typeof value === 'string');
	const isOpen = !session.tokens || [token ?? '', ...held].some((one) => isForeignMark(one) || isCut(one));
	if (kind === 'unknown' && isFromElsewhere(session) && isOpen) return unknown('taken-out');
	if (kind !== undefined) return known({ sent: kind });
	if (header !== undefined) return known({ sent: 'unknown' });
	// What a recorder leaves out of every message was not left out by the application.
	const isKept = session.imported ? !session.imported.lacks.includes('authorization') : !session.recorded;
	return isKept ? known({ sent: 'nothing' }) : unknown('not-recorded');
}
