/** What a row of the table is, and what its judge is given. */
import type { CheckStatus } from '$lib/lexicon/check';
import type { Citation } from '$lib/lexicon/citations';
import type { Said } from '$lib/lexicon/said';
import { tokenChecks, type TokenCheckId } from '$lib/lexicon/token-checks';
import type { TokenUse } from '$lib/lexicon/token-uses';
import type { ServerMetadata } from '$lib/client/discovery';
import type { KeySet } from '$lib/client/key-set';
import type { JsonObject } from '$lib/message/json-body';
import type { DecodedToken } from '$lib/message/jwt';

/** One thing that was found, before it has the name of its row. */
export interface Found {
	status: CheckStatus;
	expected?: Said;
	actual?: Said;
}

/** What may be known besides the token. What is empty is not known. */
export interface Known {
	keys: KeySet;
	server: ServerMetadata;
	/** Of the metadata, or as it was typed. */
	issuer: string;
	audience: string;
	clientId: string;
	nonce: string;
	accessToken: string;
	code: string;
	state: string;
	subject: string;
	method: string;
	url: string;
	/** Seconds. */
	maxAge: number;
	acrValues: readonly string[];
}

export type Need = keyof Known;

/** A token that can be read, and what it is held against. */
export interface Held {
	token: DecodedToken;
	header: JsonObject;
	claims: JsonObject;
	use: TokenUse;
	known: Partial<Known>;
	/** The secret of an HMAC, where one was given. */
	secret?: Uint8Array;
	/** Seconds since the epoch, by the clock of the server where it is known. */
	now: number;
	/** Whether `now` is by the clock of the server, and not by that of this device. */
	isServersClock: boolean;
	/** Whether there is a signature, its key, and itself: looked at once, however many rows ask. */
	signature(): Promise<[signed: Found, key: Found, signature: Found]>;
}

export interface Row {
	id: TokenCheckId;
	uses: readonly TokenUse[];
	/** What has to be known for it. */
	needs: readonly Need[];
	citation: Citation;
	/** What is clear by the token alone, such as that a claim is missing; undefined: it takes what is needed. */
	alone(held: Held): Found | undefined;
	/** Called where all that is needed is known. */
	judge(held: Held): Found | Promise<Found>;
}

interface Judges<Name extends Need> {
	needs?: readonly Name[];
	alone?: (held: Held) => Found | undefined;
	judge: (held: Held, known: Pick<Known, Name>) => Found | Promise<Found>;
}

const hasAll = <Name extends Need>(
	known: Partial<Known>,
	names: readonly Name[]
): known is Partial<Known> & Pick<Known, Name> => names.every((name) => known[name] !== undefined);

/** What is needed and not known, by its names. */
export const lackingOf = ({ needs }: Pick<Row, 'needs'>, known: Partial<Known>): Need[] =>
	needs.filter((name) => known[name] === undefined);

export function row<const Name extends Need = never>(
	id: TokenCheckId,
	uses: readonly TokenUse[],
	{ needs = [], alone, judge }: Judges<Name>
): Row {
	return {
		id,
		uses,
		needs,
		citation: tokenChecks[id],
		alone: (held) => alone?.(held),
		judge(held) {
			if (!hasAll(held.known, needs)) throw new TypeError(`${id} is judged without what it needs`);
			return judge(held, held.known);
		}
	};
}

export const passIf = (holds: boolean, compared: Omit<Found, 'status'> = {}): Found => ({
	status: holds ? 'pass' : 'fail',
	...compared
});

export const skipped = (actual: Said): Found => ({ status: 'skipped', actual });
