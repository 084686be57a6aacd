import { placeOf } from '../storage/place';

/**
 * The name under which something is kept for this frame alone, by the name of the frame: `static/theme.js` knows nothing
 * else of it. One without a name has one when its place was found.
 */
export function frameKey(subject: 'embed' | 'host'): string {
	placeOf('');
	return `pkce-playground ${subject} ${window.name}`;
}
