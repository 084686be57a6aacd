/**
 * What a file says of an attempt whose values were taken out: the proofs as they were made where the values still were.
 * It is read as what somebody says, and nothing here rests on it.
 */
import * as v from 'valibot';
import {
	bearers,
	challengeFaults,
	cookieLosses,
	landings,
	proofGaps,
	proofsVersion,
	redirectDifferences,
	sentAs,
	valueChanges
} from '$lib/lexicon/proofs';

const proof = <S extends v.GenericSchema>(value: S) =>
	v.variant('known', [
		v.object({ known: v.literal(true), value }),
		v.object({ known: v.literal(false), why: v.picklist(proofGaps) })
	]);

const word = v.pipe(v.string(), v.maxLength(200));
const finite = v.pipe(v.number(), v.finite());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const attempt = v.exactOptional(count);
const equal = v.object({ equal: v.literal(true) });
const changed = v.object({ equal: v.literal(false), how: v.picklist(valueChanges), attempt });

const cookies = proof(
	v.variant('back', [
		v.object({ back: v.literal(true) }),
		v.object({ back: v.literal(false), how: v.array(v.picklist(cookieLosses)) })
	])
);

const verdictSchema = v.object({
	version: v.literal(proofsVersion),
	/** Which of the file, from 0. */
	of: count,
	/** Members as in `Proofs` (`flow/proofs`). */
	challenge: proof(
		v.variant('matches', [
			v.object({ matches: v.literal(true) }),
			v.object({ matches: v.literal(false), how: v.picklist(challengeFaults), attempt })
		])
	),
	state: proof(v.variant('equal', [equal, changed])),
	redirectUri: proof(
		v.variant('equal', [
			equal,
			v.object({ equal: v.literal(false), how: v.array(v.picklist(redirectDifferences)) })
		])
	),
	code: proof(v.variant('equal', [equal, changed])),
	uses: proof(v.object({ count, statuses: v.array(v.nullable(count)), between: v.array(finite) })),
	secondsToRedeem: proof(finite),
	signature: proof(v.object({ valid: v.boolean(), alg: v.exactOptional(word), kid: v.exactOptional(word) })),
	clock: proof(v.object({ seconds: finite, by: v.picklist(['date', 'iat']) })),
	tokenRequest: proof(v.object({ sentAs: v.picklist(sentAs) })),
	bearer: proof(v.object({ sent: v.picklist(bearers) })),
	// Files that were made before these were known do not have them.
	cookies: v.exactOptional(cookies),
	serverCookies: v.exactOptional(cookies),
	landing: v.exactOptional(
		proof(
			v.object({ came: v.picklist(landings), how: v.exactOptional(v.array(v.picklist(redirectDifferences))) })
		)
	)
});

export type Verdict = v.InferOutput<typeof verdictSchema>;

/** Of a file: one for each attempt, and not more than anybody reads. */
export const verdictsSchema = v.pipe(v.array(verdictSchema), v.maxLength(100));

/** What stands in a file under the name of the block. Undefined: nothing that can be read. */
export function readVerdicts(block: unknown): Verdict[] | undefined {
	const read = v.safeParse(v.object({ attempts: verdictsSchema }), block);
	return read.success && read.output.attempts.length > 0 ? read.output.attempts : undefined;
}
