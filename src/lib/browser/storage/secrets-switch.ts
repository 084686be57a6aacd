/**
 * Whether secrets are hidden on screen: kept for this tab, so that a callback that loads the page does not undo it.
 * By itself, without what reads and writes richer things: it is on the first screen of every page.
 */
export function openSecretsSwitch(base: string, storage: () => Storage = () => sessionStorage) {
	const key = `pkce-playground ${base}/ secrets`;
	return {
		isHidden: (): boolean => {
			try {
				return storage().getItem(key) === 'hidden';
			} catch {
				return false;
			}
		},
		/** Where storage is closed to this site the choice holds until the next load. */
		keep: (hidden: boolean): void => {
			try {
				storage().setItem(key, hidden ? 'hidden' : 'shown');
			} catch {
				return;
			}
		}
	};
}
