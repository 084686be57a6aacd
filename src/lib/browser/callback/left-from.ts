/** Where on this site the walk of this tab was left for the provider: it goes on there. Kept for the tab. */
import { placeOf } from '../storage/place';

/** Where an answer is read if nothing else is known. */
const first = '/flow/callback/';

/** The places where the walk can be left. What is kept is no more than one of them: it is read by whoever can write there. */
const places = [first, '/tutorial/#try-callback'] as const;

const keyOf = (base: string): string => `pkce-playground ${placeOf(base)}/ left from`;

export function leaveFrom(base: string, place: string, storage = () => sessionStorage): void {
	try {
		storage().setItem(keyOf(base), place);
	} catch {
		// Where nothing can be kept, the answer is read by the walk.
	}
}

export function leftFrom(base: string, storage = () => sessionStorage): string {
	try {
		const kept = storage().getItem(keyOf(base));
		return places.find((place) => place === kept) ?? first;
	} catch {
		return first;
	}
}
