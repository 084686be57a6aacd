/** What checks of a recording say, each with the names of the values in it, as in `phrases.ts`. */
export const recordingPhrases = {
	'challenge-fault': ['fault'],
	'value-change': ['change'],
	'differ-in': ['value', '...parts'],
	'the-code-that-came': [],
	'times-sent': ['count'],
	'seconds-after': ['count'],
	'seconds-after-at-most': ['count'],
	'sent-as': ['form'],
	'the-access-token': [],
	'token-sent': ['kind'],
	'clock-ahead': ['seconds'],
	'clock-behind': ['seconds'],
	'same-clock': [],
	'allows-origin': ['origin'],
	'allows-asked': ['...names'],
	'allows-not': ['...names']
} as const satisfies Record<string, readonly string[]>;
