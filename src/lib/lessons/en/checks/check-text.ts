/** The words of a check. `expected` and `actual` come from the check itself; these say what they mean. */
export interface CheckText {
	/** Two to six words. */
	label: string;
	/** What happened when it fails or warns, and why it matters. */
	fails: string;
	/** What to change. */
	fix: string;
}
