import type { CheckStatus } from '$lib/lexicon/check';

/** How a check ended, beside its sign. */
export const checkStatusTexts: Record<CheckStatus, string> = {
	pass: 'passed',
	fail: 'failed',
	warn: 'notice',
	skipped: 'skipped'
};

/** How many checks ended so. */
export const checkCountTexts: Record<CheckStatus, (count: number) => string> = {
	fail: (count) => `${count} failed`,
	pass: (count) => `${count} passed`,
	warn: (count) => `${count} notices`,
	skipped: (count) => `${count} skipped`
};

export const checkListTexts = {
	expected: 'expected',
	found: 'found',
	attack: 'What somebody could do if nobody checked it',
	/** Over what a server says that it decided. */
	inside: (endpoint: string, outcome: string): string => `Inside the server: ${endpoint}, ${outcome}`
} as const;
