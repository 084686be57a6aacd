import type { Status } from '$lib/lexicon/steps';

/** The state of a step, on the rail. */
export const statusLabels: Record<Status, string> = {
	locked: 'locked',
	ready: 'ready',
	done: 'done',
	failed: 'failed',
	'not-known': 'not known'
};

/** What the button says where a signature waits for the server’s keys. */
export const verifyLabel = 'Fetch the keys and verify';
