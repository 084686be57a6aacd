import { isInFrame } from '../storage/place';

/**
 * Whether the person is on the page around this frame, and not in it: they type there, or a script there goes on. Then
 * nothing here may take the focus (WCAG 3.2.1), nor fill the list of places that their Back button goes through.
 */
export const isElsewhere = (): boolean => isInFrame() && !document.hasFocus();

/** How a page of ours is gone to by itself, for `goto`. */
export const quietly = (): { keepFocus: boolean; replaceState: boolean } => ({
	keepFocus: isElsewhere(),
	replaceState: isElsewhere()
});
