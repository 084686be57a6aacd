/**
 * What is kept, by kind: how much of it, and what goes first when there is more. One table for every store, so that
 * no kind can push another one out. The sample API keeps its own kinds in the same store.
 */

/** `oldest`: what was written longest ago. `ending`: what ends soonest. In both, what is dead goes before all else. */
export interface Limit {
	most: number;
	first: 'oldest' | 'ending';
}

const oldest = (most: number): Limit => ({ most, first: 'oldest' });
const ending = (most: number): Limit => ({ most, first: 'ending' });

export const kinds = {
	/** The settings. */
	realm: oldest(10),
	/** Signing keys: those in use never end, replaced ones do. */
	key: ending(100),
	/** Applications that registered themselves. */
	application: oldest(100),
	cookie: oldest(10),
	session: oldest(2_000),
	consent: oldest(2_000),
	logins: oldest(2_000),
	/** Pages that wait for an answer, and those that had one. */
	interaction: oldest(1_000),
	'sign-out': oldest(1_000),
	account: oldest(1_000),
	answered: oldest(2_000),
	pushed: oldest(1_000),
	'pushed-unanswered': oldest(1_000),
	code: oldest(5_000),
	'code-unused': oldest(5_000),
	grant: ending(20_000),
	access: ending(20_000),
	/** Used ones stay, to tell a second use: they are older than those that took their place. */
	refresh: oldest(20_000),
	'refresh-unused': oldest(20_000),
	'proof-seen': ending(20_000),
	'api-proof-seen': ending(20_000),
	'assertion-seen': ending(20_000),
	'dpop-nonce': oldest(100),
	'dpop-nonce-current': oldest(10),
	decision: oldest(300),
	timesheet: oldest(2_000),
	'timesheet-person': oldest(1_000)
} as const satisfies Record<string, Limit>;

export type Kind = keyof typeof kinds;

const isKind = (text: string): text is Kind => Object.hasOwn(kinds, text);

export const limitOf = (kind: string): Limit => (isKind(kind) ? kinds[kind] : oldest(1_000));

/** What a store knows of an entry besides its value. Times in milliseconds since the epoch. */
export interface Dated {
	/** `Infinity`: never. */
	expiresAt: number;
	writtenAt: number;
}

/** Where many are kept, they are not sorted at each write: some room is made at once. */
const roomFor = (most: number): number => (most <= 100 ? most : Math.floor(most * 0.9));

/** What has to go from a kind that holds too much: the dead, then of the living as many as are too many. */
export function surplusOf<Entry extends Dated>(
	entries: readonly Entry[],
	{ most, first }: Limit,
	now: number
): Entry[] {
	const dead = entries.filter(({ expiresAt }) => expiresAt <= now);
	const living = entries.filter(({ expiresAt }) => expiresAt > now);
	if (living.length <= most) return dead;
	const order = first === 'oldest' ? 'writtenAt' : 'expiresAt';
	const byTurn = living.sort((one, other) =>
		one[order] < other[order] ? -1 : one[order] > other[order] ? 1 : 0
	);
	return [...dead, ...byTurn.slice(0, living.length - roomFor(most))];
}
