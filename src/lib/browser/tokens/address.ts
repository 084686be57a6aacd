/** Whether a token stood in the address: then it is taken out of the bar and of the history, unread. */
export function clearAddress(): boolean {
	const holds = holdsToken(`${location.search}${location.hash}`);
	if (holds) history.replaceState(history.state, '', location.pathname);
	return holds;
}

/** What may be a token or a secret: three words with dots between them, or any long word behind a sign of equality. */
const holdsToken = (said: string): boolean =>
	/[\w-]{4,}(?:\.|%2e)[\w-]*(?:\.|%2e)/i.test(said) || /[=#?][^=&]{20,}/.test(said);
