import type { IntakeFailure } from '$lib/lexicon/failure';
import { loadPart } from '$lib/lexicon/part';
import { fail, type Result } from '$lib/lexicon/result';
import type { Trace } from '$lib/trace/fact';

/** The walk of this tab, for a page that goes on with none: read, and left as it is. */
export async function readTabTrace(base: string): Promise<Result<Trace, IntakeFailure>> {
	const { openMemory } = await loadPart(() => import('./walk-storage'));
	try {
		return await openMemory(base, false).load();
	} catch (error) {
		return fail({ reason: 'storage-blocked', where: String(error) });
	}
}

export const timeNow = (): number => Date.now();
