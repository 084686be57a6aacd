/**
 * What no trace holds: the client's secret and the key that signs for it. It is held for one client at one server in
 * one walk, and is read through `heldFor` alone, which compares: whoever gets at another configuration, by whatever
 * way, gets nothing.
 */
import { receiversOf } from './receivers';
import type { Session } from './session';
import type { AskInput } from './step';
import type { Configuration } from '$lib/trace/configuration';

export type Held = Pick<AskInput, 'secret' | 'signingKey'>;

/** Whose it is. */
export interface Owner {
	/** The walk: another number after an import and after a fresh start. */
	era: number;
	issuer?: string;
	clientId?: string;
	/** To whom the metadata says that it goes. Before any was read nothing can be sent either. */
	receivers?: string;
}

export interface Keeping extends Held {
	owner: Owner;
}

/** Who the client of the session is; of a configuration that is being typed: at its server as far as it is in use. */
export function ownerOf(
	era: number,
	{ configuration: used, server }: Session,
	configuration: Configuration | undefined = used
): Owner {
	if (!configuration) return { era };
	const { issuer, clientId } = configuration;
	const isUsed = used?.issuer === issuer && used.clientId === clientId;
	return { era, issuer, clientId, ...(server && isUsed ? { receivers: receiversOf(server) } : {}) };
}

const isSameClient = (one: Owner, other: Owner): boolean =>
	one.era === other.era && one.issuer === other.issuer && one.clientId === other.clientId;

/** What was typed before any metadata was read is its client's, at the server that is read first. */
const belongs = (kept: Owner, owner: Owner): boolean =>
	owner.issuer !== undefined &&
	isSameClient(kept, owner) &&
	(kept.receivers ?? owner.receivers) === (owner.receivers ?? kept.receivers);

/** The one reader. */
export function heldFor(kept: Keeping | undefined, owner: Owner): Held {
	if (!kept || !belongs(kept.owner, owner)) return {};
	const { owner: _, ...held } = kept;
	return held;
}

/** With one more thing held for this owner; what was held for another is gone. */
export const hold = (kept: Keeping | undefined, owner: Owner, more: Held): Keeping =>
	kept && belongs(kept.owner, owner)
		? { ...kept, ...more, owner: { ...kept.owner, ...owner } }
		: { ...more, owner };

/**
 * What is left when the walk goes from one owner to the next. The first metadata that is read binds it to the server
 * there. What does not belong any more is gone, and does not come back with the way back. What is typed for a
 * configuration that is not in use yet waits, as long as the walk goes on with the one that is.
 */
export function carried(kept: Keeping | undefined, from: Owner, to: Owner): Keeping | undefined {
	if (!kept || kept.owner.era !== to.era) return undefined;
	if (belongs(kept.owner, to)) return { ...kept, owner: { ...kept.owner, ...to } };
	return isSameClient(from, to) && !isSameClient(kept.owner, to) ? kept : undefined;
}
