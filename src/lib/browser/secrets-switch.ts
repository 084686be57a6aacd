import { ok } from '$lib/lexicon/result';
import { openShelf } from './shelf';

/** Whether secrets are hidden on screen: kept for this tab, so that a callback that loads the page does not undo it. */
export function openSecretsSwitch(base: string, storage: () => Storage = () => sessionStorage) {
	const shelf = openShelf<boolean>(storage, `pkce-playground ${base}/ secrets`, {
		format: (hidden) => (hidden ? 'hidden' : 'shown'),
		parse: (text) => ok(text === 'hidden')
	});
	return {
		isHidden: (): boolean => {
			const kept = shelf.read();
			return kept.ok && kept.value === true;
		},
		keep: (hidden: boolean): void => {
			shelf.write(hidden);
		}
	};
}
