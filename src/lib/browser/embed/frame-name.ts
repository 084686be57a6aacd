import { randomWord } from '../random-word';

/**
 * What tells this frame from the others of the page around it, which share one storage: its name, by which it is the same
 * one after it has loaded another page. One without a name gets one.
 */
export function frameName(
	frame: { name: string } = window,
	word: () => string = () => randomWord(12)
): string {
	if (frame.name === '') frame.name = `pkce-playground ${word()}`;
	return frame.name;
}
