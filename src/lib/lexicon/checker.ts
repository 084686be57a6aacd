import type { Check, CheckId, CheckStatus } from './check';
import type { Citation } from './citations';
import type { Said } from './said';
import { onlyKnown } from './only-known';

interface Compared {
	expected?: Said | undefined;
	actual?: Said | undefined;
}

/** What makes checks: each has the citation that its id stands for in these. */
export function checker<Id extends CheckId>(citations: Readonly<Record<Id, Citation>>) {
	const check = (id: Id, status: CheckStatus, { expected, actual }: Compared = {}): Check => ({
		id,
		status,
		...onlyKnown({ expected, actual }),
		rfc: citations[id]
	});
	return {
		check,
		/** Pass or fail by a truth, with what was compared. */
		checkThat: (id: Id, holds: boolean, compared: Compared = {}): Check =>
			check(id, holds ? 'pass' : 'fail', compared)
	};
}
