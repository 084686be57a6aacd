/** A walk that gave way to another one, kept so that it can come back: as text, for the storage of the tab. */
import { withoutClientSecrets } from './client-secret';
import type { Trace } from './fact';
import { formatTrace } from './format';

/** What took the place of a walk: a file that was imported, one message that was pasted, a fresh start, or the walk before it. */
export const replacers = ['import', 'pasted', 'fresh', 'undo'] as const;

export interface Replacement {
	by: (typeof replacers)[number];
	/** The name of the file, and how many messages were read from it. */
	file?: string;
	messages: number;
	/** What was there; missing when that was nothing. */
	walk?: { trace: Trace; drafts: Record<string, string> };
}

/** Without the client's secrets, which no storage holds. */
export const formatReplacement = ({ walk, ...rest }: Replacement): string =>
	JSON.stringify({
		...rest,
		...(walk ? { walk: { ...walk, trace: formatTrace(withoutClientSecrets(walk.trace)) } } : {})
	});
